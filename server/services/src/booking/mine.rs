//! The bookings a customer may see.

use domain::booking::BookingRow;
use entity::booking::{Column, Entity};
use i18n::Script;
use sea_orm::{QueryOrder, QuerySelect};

use super::rows;
use crate::{Asker, Cx, Result};

/// So many are listed.
const MOST: u64 = 200;

/// The member's own bookings and those granted to the session, the latest service first.
pub async fn mine(cx: &Cx, asker: &Asker, script: Script) -> Result<Vec<BookingRow>> {
    let found = Entity::seen_by(&asker.session().hash, asker.member_id())
        .order_by_desc(Column::StartsAt)
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    rows(&cx.db, script, cx.now(), &found).await
}
