//! What happened to a booking: one timeline (B19). Rows are only ever added.

use domain::{booking::Event, time::from_micros};
use sea_orm::{QueryFilter, QueryOrder, Select, entity::prelude::*};

/// The event that gives a booking another number; its detail says `from` which and `to` which.
pub const RENUMBERED: &str = "renumbered";

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

impl Model {
    /// Code of the change that it belongs to; blank for anything else.
    #[must_use]
    pub fn change(&self) -> String {
        match self.what.as_str() {
            "change-held" | "changed" | "change-undone" | "change-expired" => self.kept("code"),
            _ => String::new(),
        }
    }

    /// Number of another booking that it is about, or the one that the booking had before; else blank.
    #[must_use]
    pub fn other(&self) -> String {
        match self.what.as_str() {
            RENUMBERED => self.kept("from"),
            "divided" | "divided-from" => self.kept("other"),
            _ => String::new(),
        }
    }

    fn kept(&self, name: &str) -> String {
        let detail: serde_json::Value = serde_json::from_str(&self.detail).unwrap_or_default();
        detail[name].as_str().unwrap_or_default().to_owned()
    }
}

/// As the customer sees it: what staff write down is for staff.
impl From<Model> for Event {
    fn from(row: Model) -> Self {
        let (change, other) = (row.change(), row.other());
        let why = if row.actor == "staff" { String::new() } else { row.why };
        Self { at: from_micros(row.at), actor: row.actor, what: row.what, why, change, other, desk: None }
    }
}
