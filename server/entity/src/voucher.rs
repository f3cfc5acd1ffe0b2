//! Vouchers: what each was worth, for whom, and from which cancellation.

use domain::{Fen, voucher::VoucherKind};
use sea_orm::entity::prelude::*;

use crate::word;

/// A row of `voucher`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "voucher")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// What it is called by.
    #[sea_orm(column_type = "Text", unique)]
    pub number: String,
    /// A word of [`VoucherKind`].
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// What it was worth.
    pub worth_fen: i64,
    /// The booking whose cancellation gave it.
    pub booking_id: i64,
    /// The member it is for, if its booking was a member's.
    pub member_id: Option<i64>,
    /// The phone number it is for, in E.164 form.
    #[sea_orm(column_type = "Text")]
    pub phone: String,
    /// When it was given; microseconds.
    pub made_at: i64,
    /// It can be used until then; microseconds.
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The voucher of that number.
    #[must_use]
    pub fn by_number(number: &str) -> Select<Self> {
        Self::find().filter(Column::Number.eq(number))
    }
}

impl Model {
    /// How it is used up.
    ///
    /// # Errors
    /// When the database holds a word that is no kind.
    pub fn kind(&self) -> Result<VoucherKind, DbErr> {
        word::read("voucher.kind", &self.kind)
    }

    /// What it was worth.
    #[must_use]
    pub const fn worth(&self) -> Fen {
        Fen(self.worth_fen)
    }

    /// It is for who made this booking: the member, or whoever has the phone number.
    #[must_use]
    pub fn is_for(&self, member_id: Option<i64>, phone: &str) -> bool {
        self.phone == phone || (self.member_id.is_some() && self.member_id == member_id)
    }
}
