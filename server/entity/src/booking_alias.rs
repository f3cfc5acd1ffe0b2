//! Numbers that bookings had before a change gave them another: old links lead to the new.

use sea_orm::{QueryFilter, Select, entity::prelude::*};

/// A row of `booking_alias`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_alias")]
pub struct Model {
    /// The number it had.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub number: String,
    /// The booking.
    pub booking_id: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The numbers a booking had.
    #[must_use]
    pub fn of_booking(booking_id: i64) -> Select<Self> {
        Self::find().filter(Column::BookingId.eq(booking_id))
    }
}
