//! A refund.

use gateway::{Refund, RefundStatus};
use sea_orm::{QueryFilter, Select, entity::prelude::*};

/// A row of `refund`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refund")]
pub struct Model {
    /// The merchant's number.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub number: String,
    /// Of which order.
    #[sea_orm(column_type = "Text")]
    pub order_number: String,
    /// How much.
    pub amount_fen: i64,
    /// `accepted`, `done`, `refused`.
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// Why it was refused.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// It is done then; milliseconds.
    pub due_at: Option<i64>,
    /// JSON: its plan.
    #[sea_orm(column_type = "Text")]
    pub plan: String,
    /// Milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Those that take, or took, money from an order.
    pub(crate) fn of_order(number: &str) -> Select<Self> {
        Self::find().filter(Column::OrderNumber.eq(number))
    }
}

impl Model {
    /// Where it stands.
    pub(crate) fn status(&self) -> RefundStatus {
        match self.status.as_str() {
            "done" => RefundStatus::Done,
            "refused" => RefundStatus::Refused,
            _ => RefundStatus::Accepted,
        }
    }

    /// What the merchant is told.
    pub(crate) fn report(&self) -> Refund {
        Refund {
            number: self.number.clone(),
            order: self.order_number.clone(),
            amount_fen: self.amount_fen,
            status: self.status(),
            reason: self.reason.clone(),
        }
    }
}
