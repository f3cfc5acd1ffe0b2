//! Units of a slice taken by a booking.

use sea_orm::{QueryOrder as _, Set, entity::prelude::*};

/// What a claim is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Until `held_until`; void afterwards, swept or not.
    #[sea_orm(string_value = "held")]
    Held,
    /// For good.
    #[sea_orm(string_value = "sold")]
    Sold,
    /// Not any more.
    #[sea_orm(string_value = "released")]
    Released,
}

/// A row of `claim`. Only `services::inventory` writes it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Slice.
    pub slice_id: i64,
    /// Booking.
    pub booking_id: i64,
    /// How many units.
    pub units: i32,
    /// What it is worth.
    pub state: State,
    /// End of the hold.
    pub held_until: Option<i64>,
    /// The change that holds them beside what the booking has; 0 for the booking's own.
    pub change_id: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A booking's claims in the order in which slices are locked.
    #[must_use]
    pub fn of_booking(booking: i64) -> Select<Self> {
        Self::find().filter(Column::BookingId.eq(booking)).order_by_asc(Column::SliceId)
    }

    /// What a change holds beside what its booking has, in the order in which slices are locked.
    #[must_use]
    pub fn of_change(booking: i64, change: i64) -> Select<Self> {
        Self::of_booking(booking).filter(Column::ChangeId.eq(change))
    }

    /// Holds that are void at an instant but not swept yet.
    #[must_use]
    pub fn lapsed(now: i64) -> Select<Self> {
        Self::find().filter(held()).filter(Column::HeldUntil.lte(now))
    }
}

/// The condition that a claim is a hold, valid or lapsed. The word stands in the statement itself: with a parameter in
/// its place neither engine sees that the partial index fits.
#[must_use]
pub fn held() -> Expr {
    Expr::cust("claim.state = 'held'")
}

impl ActiveModel {
    /// A hold that is yet to be inserted.
    #[must_use]
    pub fn hold(booking: i64, slice: i64, units: i32, until: i64) -> Self {
        Self {
            slice_id: Set(slice),
            booking_id: Set(booking),
            units: Set(units),
            state: Set(State::Held),
            held_until: Set(Some(until)),
            ..Default::default()
        }
    }
}
