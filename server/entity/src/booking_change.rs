//! Changes of bookings: what each makes of its booking, and where it stands.

use domain::{
    Instant,
    booking::Line,
    change::{Asked, ChangeStatus, Operation},
    time,
};
use sea_orm::{Condition, DbBackend, ExprTrait, QueryFilter, QueryOrder, Select, entity::prelude::*, sea_query::Expr};
use serde::{Deserialize, Serialize};

use crate::word;

/// A row of `booking_change`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_change")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Names it: of the quote it commits, so that the same quote is one change.
    #[sea_orm(column_type = "Text", unique)]
    pub code: String,
    /// The booking.
    pub booking_id: i64,
    /// A word of [`ChangeStatus`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// The offer after.
    pub offer_id: i64,
    /// Its place.
    pub place_id: i64,
    /// JSON: an [`Asked`], what is wanted.
    #[sea_orm(column_type = "Text")]
    pub asked: String,
    /// JSON: the list of [`Operation`].
    #[sea_orm(column_type = "Text")]
    pub operations: String,
    /// JSON: the price after, line by line.
    #[sea_orm(column_type = "Text")]
    pub lines: String,
    /// JSON: slices and units of them that the booking has after.
    #[sea_orm(column_type = "Text")]
    pub wants: String,
    /// The price after.
    pub total_fen: i64,
    /// Fees that it leaves.
    pub fee_fen: i64,
    /// The booking's floor after.
    pub floor_fen: i64,
    /// To be paid if above nothing, given back if below.
    pub difference_fen: i64,
    /// Start of the service after; microseconds.
    pub starts_at: i64,
    /// End of the service after; microseconds.
    pub ends_at: i64,
    /// Old and new are held until then; microseconds.
    pub hold_until: Option<i64>,
    /// When it was made; microseconds.
    pub made_at: i64,
    /// When it came to its end; microseconds.
    pub ended_at: Option<i64>,
    /// `customer` or `staff`.
    #[sea_orm(column_type = "Text")]
    pub actor: String,
    /// The member's or staff member's row.
    pub actor_id: Option<i64>,
    /// JSON: a [`Was`], what it was made from; none for the oldest.
    #[sea_orm(column_type = "Text", nullable)]
    pub was: Option<String>,
}

/// What a booking was when a change of it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Was {
    /// Its price, line by line.
    pub lines: Vec<Line>,
    /// Start of the service; microseconds.
    pub starts: i64,
    /// Its floor.
    pub floor: i64,
    /// Its offer.
    pub offer: i64,
    /// It was paid for.
    pub confirmed: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A booking's changes, oldest first.
    #[must_use]
    pub fn of_booking(booking_id: i64) -> Select<Self> {
        Self::find().filter(Column::BookingId.eq(booking_id)).order_by_asc(Column::Id)
    }

    /// The change of a booking that waits for its difference, whether or not its time is over.
    #[must_use]
    pub fn open_of(booking_id: i64) -> Select<Self> {
        Self::of_booking(booking_id).filter(Column::Status.eq(ChangeStatus::Open.as_str()))
    }

    /// Changes of what was paid for one of some offers. Of the oldest it is known only what they became: of those, the ones to one
    /// of the offers.
    #[must_use]
    pub fn made_from(offers: &[i64], backend: DbBackend) -> Condition {
        let (offer, confirmed) = match backend {
            DbBackend::Postgres => {
                ("CAST(CAST(was AS json) ->> 'offer' AS bigint)", "CAST(was AS json) ->> 'confirmed' = 'true'")
            }
            _ => ("json_extract(was, '$.offer')", "json_extract(was, '$.confirmed')"),
        };
        let known = Condition::all().add(Expr::cust(offer).is_in(offers.iter().copied())).add(Expr::cust(confirmed));
        let unknown = Condition::all().add(Column::Was.is_null()).add(Column::OfferId.is_in(offers.iter().copied()));
        Condition::any().add(known).add(unknown)
    }
}

impl Model {
    /// Where it stands, as last written.
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn status(&self) -> Result<ChangeStatus, DbErr> {
        word::read("booking_change.status", &self.status)
    }

    /// It waits for its difference and still has the time.
    #[must_use]
    pub fn is_live(&self, now: Instant) -> bool {
        self.status == ChangeStatus::Open.as_str() && self.hold_until.is_some_and(|until| until > time::to_micros(now))
    }

    /// What is wanted.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn asked(&self) -> Result<Asked, DbErr> {
        word::json("booking_change.asked", &self.asked)
    }

    /// What becomes another thing.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn operations(&self) -> Result<Vec<Operation>, DbErr> {
        word::json("booking_change.operations", &self.operations)
    }

    /// What it was made from.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn was(&self) -> Result<Option<Was>, DbErr> {
        self.was.as_deref().map(|was| word::json("booking_change.was", was)).transpose()
    }

    /// The price after, line by line.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn lines(&self) -> Result<Vec<Line>, DbErr> {
        word::json("booking_change.lines", &self.lines)
    }

    /// Slices and units of them that the booking has after.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn wants(&self) -> Result<Vec<(i64, u32)>, DbErr> {
        word::json("booking_change.wants", &self.wants)
    }
}
