//! Rows that nobody can use any more.

use chrono::TimeDelta;
use domain::time::to_micros;
use entity::{draft, session, throttle};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{Cx, Result};

/// Longer than the window of any limit.
const LIMITS: TimeDelta = TimeDelta::days(2);

/// Removes lapsed sessions, drafts and limits; gives their numbers.
pub(super) async fn remove(cx: &Cx) -> Result<(u64, u64, u64)> {
    let now = cx.now();
    let tx = cx.begin().await?;
    // Drafts first: those of a lapsed session would otherwise go uncounted with it.
    let drafts = draft::Entity::delete_many().filter(draft::Column::ExpiresAt.lte(to_micros(now))).exec(&*tx).await?;
    let sessions =
        session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(to_micros(now))).exec(&*tx).await?;
    let limits = throttle::Entity::delete_many()
        .filter(throttle::Column::WindowStart.lte(to_micros(now - LIMITS)))
        .exec(&*tx)
        .await?;
    tx.commit().await?;
    Ok((sessions.rows_affected, drafts.rows_affected, limits.rows_affected))
}
