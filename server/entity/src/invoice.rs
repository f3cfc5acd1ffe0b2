//! Requests for invoices.

use domain::invoice::InvoiceStatus;
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `invoice`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The booking it is for.
    pub booking_id: i64,
    /// Who is billed.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Taxpayer number; blank for a person.
    #[sea_orm(column_type = "Text")]
    pub tax_no: String,
    /// Where it is sent.
    #[sea_orm(column_type = "Text")]
    pub email: String,
    /// A word of [`InvoiceStatus`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// What it is over; until it is issued, what it was when it was asked for.
    pub amount_fen: i64,
    /// Its number, once it is issued.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Why it could not be issued.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    /// When it was asked for; microseconds.
    pub asked_at: i64,
    /// When it was issued or refused; microseconds.
    pub done_at: Option<i64>,
    /// Who issued or refused it.
    pub staff_id: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A booking's requests, the newest first.
    #[must_use]
    pub fn of_booking(booking_id: i64) -> Select<Self> {
        Self::find().filter(Column::BookingId.eq(booking_id)).order_by_desc(Column::Id)
    }
}

impl Model {
    /// Where it stands.
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn status(&self) -> Result<InvoiceStatus, DbErr> {
        word::read("invoice.status", &self.status)
    }
}
