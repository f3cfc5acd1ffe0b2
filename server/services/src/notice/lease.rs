//! The lease of a notice, and what becomes of the notice: conditional updates, so that of two workers one sends it, and only
//! the one that has the lease says what came of it.
//!
//! A worker that dies between sending and saying so leaves a lease that lapses; what was in its hands then is sent again under
//! the same id. That is the one double there can be.

use chrono::TimeDelta;
use domain::{
    Instant,
    notice::{MOST_TRIES, NoticeStatus, back_off},
    time::to_micros,
};
use entity::notice::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany, sea_query::Expr,
};

use super::Undelivered;
use crate::{Cx, Result, secret};

/// A lease is good for so long: longer than anything that is tried under it takes.
pub(super) const TERM: TimeDelta = TimeDelta::seconds(30);

/// What went wrong is kept to so many characters.
const TROUBLE: usize = 200;

/// How often an outcome is written before it is left to the lease's end.
const WRITES: usize = 3;

/// A notice that is this worker's.
pub(super) struct Taken {
    pub(super) notice: Model,
    token: String,
}

/// Notices of some channels that are due and nobody's, the longest due first.
pub(super) async fn due(cx: &Cx, channels: &[&str], most: u64) -> Result<Vec<Model>> {
    let found = Entity::find()
        .filter(Column::Channel.is_in(channels.iter().copied()))
        .filter(free(cx.now()))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::Id)
        .limit(most);
    Ok(found.all(&cx.db).await?)
}

/// Takes one; `None` when somebody else has. The try is counted now: a notice that ends its worker is given up in the end.
pub(super) async fn take(cx: &Cx, worker: &str, id: i64) -> Result<Option<Taken>> {
    let now = cx.now();
    let token = format!("{worker} {}", secret::random::<6>()?);
    let tx = cx.begin().await?;
    let taken = Entity::update_many()
        .col_expr(Column::Lease, Expr::value(token.as_str()))
        .col_expr(Column::LeasedUntil, Expr::value(to_micros(now + TERM)))
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.eq(id))
        .filter(free(now))
        .exec(&*tx)
        .await?;
    let notice = if taken.rows_affected > 0 { Entity::find_by_id(id).one(&*tx).await? } else { None };
    tx.commit().await?;
    Ok(notice.map(|notice| Taken { notice, token }))
}

/// Puts a notice off that nobody has taken.
pub(super) async fn put_off(cx: &Cx, id: i64, until: Instant) -> Result<()> {
    let later = Entity::update_many().col_expr(Column::NextAt, Expr::value(to_micros(until)));
    execute(cx, later.filter(Column::Id.eq(id)).filter(free(cx.now()))).await.map(|_| ())
}

impl Taken {
    /// Whether it was tried too often already, by workers that never said what came of it.
    pub(super) fn is_worn_out(&self) -> bool {
        u32::try_from(self.notice.tries).unwrap_or(u32::MAX) > MOST_TRIES
    }

    /// It was handed over.
    pub(super) async fn sent(&self, cx: &Cx) -> Result<()> {
        let now = to_micros(cx.now());
        self.end(cx, |update| {
            update
                .col_expr(Column::Status, Expr::value(NoticeStatus::Sent.as_str()))
                .col_expr(Column::SentAt, Expr::value(now))
                .col_expr(Column::NextAt, Expr::value(Option::<i64>::None))
                .col_expr(Column::Trouble, Expr::value(""))
        })
        .await
    }

    /// It was not: it is tried again later, or given up.
    pub(super) async fn failed(&self, cx: &Cx, why: &Undelivered) -> Result<()> {
        let tries = u32::try_from(self.notice.tries).unwrap_or(u32::MAX);
        match why {
            Undelivered::Later(why) => match back_off(tries) {
                Some(wait) => self.again(cx, cx.now() + wait, why).await,
                None => self.bury(cx, why).await,
            },
            Undelivered::Never(why) => self.bury(cx, why).await,
        }
    }

    /// Gives it up; staff see it.
    pub(super) async fn bury(&self, cx: &Cx, why: &str) -> Result<()> {
        let (id, topic, tries) = (self.notice.id, self.notice.topic.as_str(), self.notice.tries);
        tracing::error!(
            notice.id = id,
            notice.topic = topic,
            tries,
            why,
            "a notice was given up: see the desk's notices"
        );
        self.end(cx, |update| {
            update
                .col_expr(Column::Status, Expr::value(NoticeStatus::Dead.as_str()))
                .col_expr(Column::NextAt, Expr::value(Option::<i64>::None))
                .col_expr(Column::Trouble, Expr::value(short(why)))
        })
        .await
    }

    async fn again(&self, cx: &Cx, next: Instant, why: &str) -> Result<()> {
        self.end(cx, |update| {
            update
                .col_expr(Column::NextAt, Expr::value(to_micros(next)))
                .col_expr(Column::Trouble, Expr::value(short(why)))
        })
        .await
    }

    async fn end(&self, cx: &Cx, outcome: impl Fn(UpdateMany<Entity>) -> UpdateMany<Entity>) -> Result<()> {
        let mut writes = 0;
        loop {
            let mine = Entity::update_many()
                .col_expr(Column::Lease, Expr::value(""))
                .col_expr(Column::LeasedUntil, Expr::value(Option::<i64>::None))
                .filter(Column::Id.eq(self.notice.id))
                .filter(Column::Lease.eq(&self.token));
            writes += 1;
            match execute(cx, outcome(mine)).await {
                Err(_) if writes < WRITES => {}
                Ok(false) => {
                    tracing::warn!(notice.id = self.notice.id, "a delivery took longer than its lease");
                    return Ok(());
                }
                ended => return ended.map(|_| ()),
            }
        }
    }
}

fn free(now: Instant) -> Condition {
    let unleased = Condition::any().add(Column::Lease.eq("")).add(Column::LeasedUntil.lte(to_micros(now)));
    Condition::all()
        .add(Column::Status.eq(NoticeStatus::Due.as_str()))
        .add(Column::NextAt.lte(to_micros(now)))
        .add(unleased)
}

fn short(why: &str) -> String {
    why.chars().take(TROUBLE).collect()
}

/// Whether the update found its row.
async fn execute(cx: &Cx, update: UpdateMany<Entity>) -> Result<bool> {
    let tx = cx.begin().await?;
    let updated = update.exec(&*tx).await?;
    tx.commit().await?;
    Ok(updated.rows_affected > 0)
}
