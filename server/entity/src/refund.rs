//! Money that goes back.

use domain::payment::{Reason, RefundStatus};
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `refund`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refund")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// What we and the provider call it by: an order under the same number is done once.
    #[sea_orm(column_type = "Text", unique)]
    pub number: String,
    /// The payment it gives back from.
    pub payment_id: i64,
    /// The booking.
    pub booking_id: i64,
    /// How much.
    pub amount_fen: i64,
    /// A word of [`Reason`].
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// A word of [`RefundStatus`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// What made it due: the same cause makes it due once.
    #[sea_orm(column_type = "Text", unique)]
    pub cause: String,
    /// Since when it is owed; microseconds.
    pub since: i64,
    /// The customer has it by then; microseconds.
    pub promised_at: i64,
    /// When it was done; microseconds.
    pub done_at: Option<i64>,
    /// The provider is told or asked again then; microseconds.
    pub next_at: Option<i64>,
    /// How often it was tried.
    pub tries: i32,
    /// What the provider said last: a stable word, or blank.
    #[sea_orm(column_type = "Text")]
    pub trouble: String,
    /// Number of the slip, where staff paid it out.
    #[sea_orm(column_type = "Text")]
    pub slip: String,
    /// Who paid it out, or let it be tried again.
    pub staff_id: Option<i64>,
    /// Who checked it, where that is needed.
    pub checked_by: Option<i64>,
    /// Who released it then: somebody else.
    pub released_by: Option<i64>,
    /// What finance wants to know before; blank for nothing.
    #[sea_orm(column_type = "Text")]
    pub question: String,
    /// How often it was sent back to be checked again.
    pub rounds: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A booking's refunds, oldest first.
    #[must_use]
    pub fn of_booking(booking_id: i64) -> Select<Self> {
        Self::find().filter(Column::BookingId.eq(booking_id)).order_by_asc(Column::Id)
    }
}

impl Model {
    /// Where it stands.
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn status(&self) -> Result<RefundStatus, DbErr> {
        word::read("refund.status", &self.status)
    }

    /// Why it is made.
    ///
    /// # Errors
    /// When the database holds a word that is no reason.
    pub fn reason(&self) -> Result<Reason, DbErr> {
        word::read("refund.reason", &self.reason)
    }
}
