//! What happened to a booking: one timeline (B19). Rows are only ever added.

use domain::{booking::Event, time::from_micros};
use sea_orm::{QueryFilter, QueryOrder, Select, entity::prelude::*};

/// A row of `booking_event`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The booking.
    pub booking_id: i64,
    /// When; microseconds.
    pub at: i64,
    /// `customer`, `staff` or `system`.
    #[sea_orm(column_type = "Text")]
    pub actor: String,
    /// The member's or staff member's row.
    pub actor_id: Option<i64>,
    /// A stable word such as `placed`.
    #[sea_orm(column_type = "Text")]
    pub what: String,
    /// Why, as somebody said it.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub detail: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The booking's timeline, oldest first.
    #[must_use]
    pub fn of_booking(booking_id: i64) -> Select<Self> {
        Self::find().filter(Column::BookingId.eq(booking_id)).order_by_asc(Column::At).order_by_asc(Column::Id)
    }
}

/// As the customer sees it: what staff write down is for staff.
impl From<Model> for Event {
    fn from(row: Model) -> Self {
        let why = if row.actor == "staff" { String::new() } else { row.why };
        Self { at: from_micros(row.at), actor: row.actor, what: row.what, why, desk: None }
    }
}
