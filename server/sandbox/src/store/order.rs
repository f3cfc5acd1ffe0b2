//! An order.

use gateway::{NewOrder, Order, OrderStatus};
use sea_orm::entity::prelude::*;

/// A row of `sandbox_order`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_order")]
pub struct Model {
    /// The merchant's number.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub number: String,
    /// Ours; who knows it may see the page.
    #[sea_orm(unique, column_type = "Text")]
    pub reference: String,
    /// `open`, `paid`, `declined`, `closed`.
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// What was asked for.
    pub amount_fen: i64,
    /// What was paid; 0 until then.
    pub paid_fen: i64,
    /// What it was asked or paid in.
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// JSON: the [`NewOrder`] as it came.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// It can be paid until then; milliseconds.
    pub expires_at: i64,
    /// A payment goes through then; milliseconds.
    pub due_at: Option<i64>,
    /// JSON: the plan of that payment.
    #[sea_orm(column_type = "Text", nullable)]
    pub plan: Option<String>,
    /// Nothing is said of it until then; milliseconds.
    pub silent_until: i64,
    /// Milliseconds.
    pub created_at: i64,
    /// Milliseconds.
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where it stands at an instant: what has not been paid in time is closed without anybody's doing.
    pub(crate) fn status(&self, now: i64) -> OrderStatus {
        match self.status.as_str() {
            "paid" => OrderStatus::Paid,
            "declined" => OrderStatus::Declined,
            "open" if now < self.expires_at || self.due_at.is_some() => OrderStatus::Open,
            _ => OrderStatus::Closed,
        }
    }

    /// The order as it came.
    pub(crate) fn asked(&self) -> Option<NewOrder> {
        serde_json::from_str(&self.body).ok()
    }

    /// What the merchant is told.
    pub(crate) fn report(&self, origin: &str, now: i64) -> Order {
        let status = self.status(now);
        Order {
            number: self.number.clone(),
            reference: self.reference.clone(),
            status,
            amount_fen: if status == OrderStatus::Paid { self.paid_fen } else { self.amount_fen },
            currency: self.currency.clone(),
            page: format!("{origin}/pay/{}", self.reference),
        }
    }
}

/// The word for a status.
pub(crate) const fn word(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::Open => "open",
        OrderStatus::Paid => "paid",
        OrderStatus::Declined => "declined",
        OrderStatus::Closed => "closed",
    }
}
