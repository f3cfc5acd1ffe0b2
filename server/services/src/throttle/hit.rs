//! Counts an attempt and refuses it when there were too many.

use chrono::TimeDelta;
use domain::{Rule, time};
use entity::throttle::{Column, Entity};
use sea_orm::{
    ConnectionTrait, ExprTrait,
    sea_query::{CaseStatement, Expr, OnConflict, Query},
};

use super::key;
use crate::{Cx, Error, Result};

/// Counts an attempt of `subject` (an account, an address, a number) at `bucket`. More than `limit` of them within
/// `window` are refused until the window's end.
///
/// # Errors
/// [`Rule::TooMany`] with the instant at which it is possible again.
pub async fn hit(cx: &Cx, bucket: &str, subject: &str, limit: u32, window: TimeDelta) -> Result<()> {
    let key = key(cx, bucket, subject)?;
    let now = cx.now();
    let (started, count) = count(cx, key, time::to_micros(now), time::to_micros(now - window)).await?;
    if count <= i64::from(limit) {
        return Ok(());
    }
    tracing::info!(bucket, "too many attempts");
    Err(Rule::TooMany(time::from_micros(started) + window).into())
}

/// One statement starts the window, goes on with it, or starts it anew when it began at `lapsed` or before.
async fn count(cx: &Cx, key: String, now: i64, lapsed: i64) -> Result<(i64, i64)> {
    let current = |column| Expr::col((Entity, column));
    let is_over = || current(Column::WindowStart).lte(lapsed);
    let counted = CaseStatement::new().case(is_over(), 1).finally(current(Column::Count).add(1));
    let started = CaseStatement::new().case(is_over(), now).finally(current(Column::WindowStart));
    let statement = Query::insert()
        .into_table(Entity)
        .columns([Column::Key, Column::WindowStart, Column::Count])
        .values_panic([key.into(), now.into(), 1.into()])
        .on_conflict(
            OnConflict::column(Column::Key)
                .value(Column::Count, counted)
                .value(Column::WindowStart, started)
                .to_owned(),
        )
        .returning(Query::returning().columns([Column::WindowStart, Column::Count]))
        .to_owned();
    let tx = cx.begin().await?;
    let row = tx.query_one(&statement).await?.ok_or_else(|| Error::Internal("a limit was not counted".to_owned()))?;
    let started: i64 = row.try_get("", "window_start")?;
    let count: i32 = row.try_get("", "count")?;
    tx.commit().await?;
    Ok((started, i64::from(count)))
}
