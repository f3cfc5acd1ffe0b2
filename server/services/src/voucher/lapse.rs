//! A hold, or that of a change, has run out: what was laid aside for it is free.

use domain::voucher::UseStatus;
use entity::voucher_use::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{Result, Tx};

/// Writes down that what was laid aside for a locked booking is free; it was so from the end of the hold on.
pub(crate) async fn lapse(tx: &Tx, booking_id: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(UseStatus::Lapsed.as_str()))
        .filter(Column::BookingId.eq(booking_id))
        .filter(Column::Status.eq(UseStatus::Held.as_str()))
        .exec(&**tx)
        .await?;
    Ok(())
}
