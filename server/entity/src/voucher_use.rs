//! Uses of vouchers: laid aside for a booking that is held, and paid with.

use domain::voucher::UseStatus;
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `voucher_use`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "voucher_use")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The voucher.
    pub voucher_id: i64,
    /// The booking it pays.
    pub booking_id: i64,
    /// What it pays.
    pub amount_fen: i64,
    /// What it takes off the voucher: of a single one all that was left.
    pub taken_fen: i64,
    /// What of that came back.
    pub returned_fen: i64,
    /// A word of [`UseStatus`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// When it was laid aside; microseconds.
    pub at: i64,
    /// The payment it made, once it was used.
    pub payment_id: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A voucher's uses, oldest first.
    #[must_use]
    pub fn of_voucher(voucher_id: i64) -> Select<Self> {
        Self::find().filter(Column::VoucherId.eq(voucher_id)).order_by_asc(Column::Id)
    }

    /// What stands so for a booking, the newest first.
    #[must_use]
    pub fn of_booking(booking_id: i64, status: UseStatus) -> Select<Self> {
        let of_booking = Self::find().filter(Column::BookingId.eq(booking_id));
        of_booking.filter(Column::Status.eq(status.as_str())).order_by_desc(Column::Id)
    }
}

impl Model {
    /// Where it stands.
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn status(&self) -> Result<UseStatus, DbErr> {
        word::read("voucher_use.status", &self.status)
    }
}
