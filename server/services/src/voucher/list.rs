//! A member's vouchers.

use entity::voucher::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::worth::view;
use crate::{Cx, Member, Result};

/// Most that are shown.
const MOST: u64 = 50;

/// The member's vouchers, newest first.
///
/// # Errors
/// When the database fails.
pub async fn mine(cx: &Cx, member: &Member) -> Result<Vec<domain::voucher::Voucher>> {
    let rows =
        Entity::find().filter(Column::MemberId.eq(member.id)).order_by_desc(Column::Id).limit(MOST).all(&cx.db).await?;
    let mut vouchers = Vec::with_capacity(rows.len());
    for row in &rows {
        vouchers.push(view(&cx.db, row, cx.now()).await?);
    }
    Ok(vouchers)
}
