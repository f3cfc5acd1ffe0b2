//! Attempts to pay a booking, and receipts that staff recorded.

use domain::payment::{CURRENCY, Doubt, Page, PaymentStatus, Way};
use sea_orm::{Condition, QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `payment`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// What we and the provider call it by.
    #[sea_orm(column_type = "Text", unique)]
    pub number: String,
    /// The booking.
    pub booking_id: i64,
    /// A word of [`Way`].
    #[sea_orm(column_type = "Text")]
    pub way: String,
    /// Name of the provider; blank for money that staff took.
    #[sea_orm(column_type = "Text")]
    pub provider: String,
    /// A word of [`PaymentStatus`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// What was asked for.
    pub amount_fen: i64,
    /// Its currency, `CNY`.
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// What came.
    pub received_fen: Option<i64>,
    /// Its currency.
    #[sea_orm(column_type = "Text", nullable)]
    pub received_currency: Option<String>,
    /// The provider's page; see [`Model::page`].
    #[sea_orm(column_type = "Text", nullable)]
    pub page: Option<String>,
    /// The provider's own number of it.
    #[sea_orm(column_type = "Text", nullable)]
    pub provider_ref: Option<String>,
    /// The key of the write that began it: the same write sent again finds it.
    #[sea_orm(column_type = "Text", unique)]
    pub start_key: String,
    /// When it was begun; microseconds.
    pub begun_at: i64,
    /// It can be paid until then; microseconds.
    pub expires_at: i64,
    /// When the money came; microseconds.
    pub settled_at: Option<i64>,
    /// The provider is asked again then; microseconds.
    pub next_at: Option<i64>,
    /// How often the provider was asked.
    pub asked: i32,
    /// What a person must know of it: a stable word, or blank.
    #[sea_orm(column_type = "Text")]
    pub trouble: String,
    /// Number of the slip or transfer, where staff took the money.
    #[sea_orm(column_type = "Text")]
    pub slip: String,
    /// Who took it, or resolved it.
    pub staff_id: Option<i64>,
    /// The change whose difference it pays.
    pub change_id: Option<i64>,
    /// Who found it right, where staff took it: somebody else.
    pub checked_by: Option<i64>,
    /// Who of finance took it over then: somebody else again.
    pub taken_by: Option<i64>,
    /// The payment that came, where this is a part of it for another booking: the provider knows that one only.
    pub part_of: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A booking's payments, oldest first.
    #[must_use]
    pub fn of_booking(booking_id: i64) -> Select<Self> {
        Self::find().filter(Column::BookingId.eq(booking_id)).order_by_asc(Column::Id)
    }

    /// The payment that came with all parts of it, whichever of them is asked for.
    #[must_use]
    pub fn came_with(payment: &Model) -> Select<Self> {
        let root = payment.part_of.unwrap_or(payment.id);
        let either = Condition::any().add(Column::Id.eq(root)).add(Column::PartOf.eq(root));
        Self::find().filter(either).order_by_asc(Column::Id)
    }

    /// The payment of that number.
    #[must_use]
    pub fn by_number(number: &str) -> Select<Self> {
        Self::find().filter(Column::Number.eq(number))
    }
}

impl Model {
    /// How it is paid.
    ///
    /// # Errors
    /// When the database holds a word that is no way.
    pub fn way(&self) -> Result<Way, DbErr> {
        word::read("payment.way", &self.way)
    }

    /// Where it stands.
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn status(&self) -> Result<PaymentStatus, DbErr> {
        word::read("payment.status", &self.status)
    }

    /// Where it is paid.
    #[must_use]
    pub fn page(&self) -> Option<Page> {
        self.page.as_deref().map(Page::of_stored)
    }

    /// The currency of what came; ours while nothing did.
    #[must_use]
    pub fn came_in(&self) -> &str {
        self.received_currency.as_deref().unwrap_or(CURRENCY)
    }

    /// What came is of another currency: it is in no books, and pays for nothing.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.came_in() != CURRENCY
    }

    /// Why it waits for a person, where it does.
    ///
    /// # Errors
    /// When the database holds a word that is no doubt.
    pub fn doubt(&self) -> Result<Doubt, DbErr> {
        word::read("payment.trouble", &self.trouble)
    }
}
