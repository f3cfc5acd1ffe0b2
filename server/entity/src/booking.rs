//! A booking, with the price and the terms as they were at the sale (B5).

use chrono::NaiveTime;
use domain::{Fen, Instant, Kind, booking::Line, booking::Status, catalogue::Wish, payment::Way, terms::Terms, time};
use sea_orm::{
    Condition, DbErr, QueryFilter, QueryOrder, Select,
    entity::prelude::*,
    sea_query::{Query, SelectStatement},
};

use crate::{booking_access, booking_alias, word};

/// A row of `booking`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// What people call it by.
    #[sea_orm(unique, column_type = "Text")]
    pub number: String,
    /// What was sold.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The offer.
    pub offer_id: i64,
    /// The offer's place.
    pub place_id: i64,
    /// The member who booked; none for a guest.
    pub member_id: Option<i64>,
    /// The script it was booked in: confirmations are written in it.
    #[sea_orm(column_type = "Text")]
    pub script: String,
    /// Name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Phone in E.164 form.
    #[sea_orm(column_type = "Text")]
    pub phone: String,
    /// E-mail address.
    #[sea_orm(column_type = "Text", nullable)]
    pub email: Option<String>,
    /// ID number.
    #[sea_orm(column_type = "Text", nullable)]
    pub id_number: Option<String>,
    /// When the guests arrive, `HH:MM`.
    #[sea_orm(column_type = "Text", nullable)]
    pub arrival: Option<String>,
    /// Special remarks.
    #[sea_orm(column_type = "Text")]
    pub remarks: String,
    /// Preferences.
    #[sea_orm(column_type = "Text")]
    pub preferences: String,
    /// Guests.
    pub heads: i32,
    /// Rooms, heads or seats.
    pub units: i32,
    /// Arrival, visit or travel day.
    pub day: Date,
    /// Nights; 1 for a venue or a trip.
    pub nights: i32,
    /// Start of the slot or departure, `HH:MM`.
    #[sea_orm(column_type = "Text", nullable)]
    pub at: Option<String>,
    /// Codes of extras, separated by commas.
    #[sea_orm(column_type = "Text")]
    pub extras: String,
    /// Start of the service; microseconds.
    pub starts_at: i64,
    /// End of the service; microseconds.
    pub ends_at: i64,
    /// Amount.
    pub total_fen: i64,
    /// JSON: the price as sold, line by line.
    #[sea_orm(column_type = "Text")]
    pub lines: String,
    /// JSON: the terms as sold.
    #[sea_orm(column_type = "Text")]
    pub terms: String,
    /// SHA-256 of the terms' canonical text, hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub terms_hash: String,
    /// SHA-256 of the price's text, hexadecimal; none for what was sold before it was hashed.
    #[sea_orm(column_type = "Text", nullable)]
    pub price_hash: Option<String>,
    /// Status as last written; see [`Model::status_at`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// The hold's end; microseconds.
    pub hold_until: Option<i64>,
    /// When it was made; microseconds.
    pub placed_at: i64,
    /// Counts changes, so that of two editors the second notices.
    pub version: i32,
    /// The idempotency key it was placed with.
    #[sea_orm(unique, column_type = "Text")]
    pub place_key: String,
    /// SHA-256 of the order it was placed with, hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub request_hash: String,
    /// How it is to be paid; a word of [`Way`].
    #[sea_orm(column_type = "Text")]
    pub way: String,
    /// What has come.
    pub paid_fen: i64,
    /// What has gone back.
    pub refunded_fen: i64,
    /// How often the hold was prolonged.
    pub extensions: i32,
    /// Kept beside the price: fees of changes, of parts given up, of the cancellation.
    pub fee_fen: i64,
    /// No cancellation costs less: the fee of a time it was moved away from (B12).
    pub floor_fen: i64,
    /// The booking that it was a part of.
    pub divided_from: Option<i64>,
    /// Number, name, phone, place and offer, folded.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The member's own bookings.
    #[must_use]
    pub fn of_member(member_id: i64) -> Select<Self> {
        Self::find().filter(Column::MemberId.eq(member_id))
    }

    /// The bookings a customer may see: those granted to the session, and the member's own.
    #[must_use]
    pub fn seen_by(session_hash: &str, member_id: Option<i64>) -> Select<Self> {
        let granted = Column::Id.in_subquery(granted_to(session_hash));
        let seen = Condition::any().add(granted).add_option(member_id.map(|id| Column::MemberId.eq(id)));
        Self::find().filter(seen)
    }

    /// Bookings that hold units unpaid at an instant.
    #[must_use]
    pub fn held(now: Instant) -> Condition {
        Condition::all().add(Column::Status.eq(Status::Held.as_str())).add(Column::HoldUntil.gt(time::to_micros(now)))
    }

    /// What a booking was a part of, and what parts of it became.
    #[must_use]
    pub fn kin_of(booking: &Model) -> Select<Self> {
        let of_it = Condition::any().add(Column::DividedFrom.eq(booking.id));
        let whole = booking.divided_from.map(|id| Column::Id.eq(id));
        Self::find().filter(of_it.add_option(whole)).order_by_asc(Column::Id)
    }

    /// The booking of that number, whoever made it: for staff and for whoever proves to know it.
    #[must_use]
    pub fn by_number(number: &str) -> Select<Self> {
        Self::find().filter(Self::called(number))
    }

    /// The condition that a booking has that number, or had it before a change gave it another.
    #[must_use]
    pub fn called(number: &str) -> Condition {
        let before = Query::select()
            .column(booking_alias::Column::BookingId)
            .from(booking_alias::Entity)
            .and_where(booking_alias::Column::Number.eq(number))
            .to_owned();
        Condition::any().add(Column::Number.eq(number)).add(Column::Id.in_subquery(before))
    }
}

impl Model {
    /// Where the booking stands at an instant: a hold is expired from its end on, swept or not (B6).
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn status_at(&self, now: Instant) -> Result<Status, DbErr> {
        let kept: Status = word::read("booking.status", &self.status)?;
        Ok(kept.effective(self.hold_until.map(time::from_micros), now))
    }

    /// What was sold.
    ///
    /// # Errors
    /// When the database holds a word that is no kind.
    pub fn kind(&self) -> Result<Kind, DbErr> {
        word::read("booking.kind", &self.kind)
    }

    /// How it is to be paid.
    ///
    /// # Errors
    /// When the database holds a word that is no way.
    pub fn way(&self) -> Result<Way, DbErr> {
        word::read("booking.way", &self.way)
    }

    /// What is still due at an instant: nothing of a booking that is over, or paid.
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn due_at(&self, now: Instant) -> Result<Fen, DbErr> {
        Ok(match self.status_at(now)? {
            Status::Held | Status::Confirmed => {
                Fen((self.total_fen + self.fee_fen - self.paid_fen + self.refunded_fen).max(0))
            }
            Status::Cancelled | Status::Expired => Fen::ZERO,
        })
    }

    /// What is booked of which day, time and offer. The offer's slug is the caller's to know.
    #[must_use]
    pub fn wish(&self) -> Wish {
        let count = |number: i32| u32::try_from(number).unwrap_or_default();
        let at = self.at.as_deref().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
        Wish {
            day: self.day,
            nights: count(self.nights),
            units: count(self.units),
            heads: count(self.heads),
            at,
            extras: self.extras.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// The price as sold.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn lines(&self) -> Result<Vec<Line>, DbErr> {
        word::json("booking.lines", &self.lines)
    }

    /// The terms as sold.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn terms(&self) -> Result<Terms, DbErr> {
        word::json("booking.terms", &self.terms)
    }
}

fn granted_to(session_hash: &str) -> SelectStatement {
    Query::select()
        .column(booking_access::Column::BookingId)
        .from(booking_access::Entity)
        .and_where(booking_access::Column::SessionHash.eq(session_hash))
        .to_owned()
}
