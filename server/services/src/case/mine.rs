//! The cases a customer may see.

use domain::case::CustomerRow;
use entity::case_file::{Column, Entity};
use sea_orm::{QueryOrder, QuerySelect};

use super::view;
use crate::{Asker, Cx, Result};

/// So many are listed.
const MOST: u64 = 200;

/// The member's own cases and those granted to the session, the newest first.
pub async fn mine(cx: &Cx, asker: &Asker) -> Result<Vec<CustomerRow>> {
    let found = Entity::seen_by(&asker.session().hash, asker.member_id())
        .order_by_desc(Column::OpenedAt)
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    found.iter().map(view::row).collect()
}
