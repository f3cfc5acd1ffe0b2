//! The lease of a job: a conditional update, so that of two instances one gets it.

use chrono::TimeDelta;
use domain::{Instant, job::Job, time::to_micros};
use entity::job::{ActiveModel, Column, Entity, Model};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, UpdateMany,
    sea_query::{Expr, OnConflict},
};

use super::table::{after_failures, every};
use crate::{Cx, Result, secret};

/// A lease is good for so long unless it is renewed.
const TERM: TimeDelta = TimeDelta::seconds(60);

/// What went wrong is kept to so many characters.
const TROUBLE: usize = 200;

/// How often the end of a run is written before it is left to the lease's end.
const TRIES: usize = 3;

/// Whether a job is run before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// When it is due.
    Due,
    /// In any case.
    Now,
}

/// A job that is this run's alone.
pub(super) struct Lease {
    cx: Cx,
    job: Job,
    /// Of this run, not only of this process: a run that was taken for dead cannot end the one that followed it.
    token: String,
    began: Instant,
}

/// Every job's row, those made that were not there.
pub(super) async fn all(cx: &Cx) -> Result<Vec<Model>> {
    let rows = Entity::find().all(&cx.db).await?;
    let lacking: Vec<_> = Job::ALL.iter().filter(|job| rows.iter().all(|row| row.name != job.as_str())).collect();
    if lacking.is_empty() {
        return Ok(rows);
    }
    let now = to_micros(cx.now());
    let new = lacking.into_iter().map(|job| ActiveModel {
        name: Set(job.as_str().to_owned()),
        next_at: Set(now),
        ..Default::default()
    });
    let tx = cx.begin().await?;
    let there = OnConflict::column(Column::Name).do_nothing().to_owned();
    Entity::insert_many(new).on_conflict(there).exec_without_returning(&*tx).await?;
    tx.commit().await?;
    Ok(Entity::find().all(&cx.db).await?)
}

/// Whether a row's job may be begun.
pub(super) fn is_due(row: &Model, now: Instant) -> bool {
    row.next_at <= to_micros(now) && is_free(row, now)
}

/// Whether nobody runs a row's job, or whoever did is taken for dead.
pub(super) fn is_free(row: &Model, now: Instant) -> bool {
    row.lease.is_empty() || row.leased_until.is_none_or(|until| until <= to_micros(now))
}

impl Lease {
    /// Takes a job; `None` when it is somebody else's, or not due.
    pub(super) async fn take(cx: &Cx, worker: &str, job: Job, when: When) -> Result<Option<Self>> {
        let now = cx.now();
        let token = format!("{worker} {}", secret::random::<6>()?);
        let free = Condition::any().add(Column::Lease.eq("")).add(Column::LeasedUntil.lte(to_micros(now)));
        let mut update = Entity::update_many()
            .col_expr(Column::Lease, Expr::value(token.as_str()))
            .col_expr(Column::LeasedUntil, Expr::value(to_micros(now + TERM)))
            .col_expr(Column::BeganAt, Expr::value(to_micros(now)))
            .filter(Column::Name.eq(job.as_str()))
            .filter(free);
        if when == When::Due {
            update = update.filter(Column::NextAt.lte(to_micros(now)));
        }
        let taken = execute(cx, update).await?;
        Ok(taken.then(|| Self { cx: cx.clone(), job, token, began: now }))
    }

    /// Prolongs it; `false` when it was lost.
    pub(super) async fn renew(&self) -> Result<bool> {
        let until = to_micros(self.cx.now() + TERM);
        execute(&self.cx, self.mine().col_expr(Column::LeasedUntil, Expr::value(until))).await
    }

    /// The run ended well.
    pub(super) async fn done(self, count: u64) -> Result<()> {
        let now = self.cx.now();
        let next = Ord::max(self.began + TimeDelta::seconds(i64::from(every(self.job))), now);
        self.end(|update| {
            update
                .col_expr(Column::NextAt, Expr::value(to_micros(next)))
                .col_expr(Column::EndedAt, Expr::value(to_micros(now)))
                .col_expr(Column::Done, Expr::value(i64::try_from(count).unwrap_or(i64::MAX)))
                .col_expr(Column::Failures, Expr::value(0))
                .col_expr(Column::Trouble, Expr::value(""))
        })
        .await
    }

    /// The run failed.
    pub(super) async fn failed(self, trouble: &str) -> Result<()> {
        let row = Entity::find_by_id(self.job.as_str()).one(&self.cx.db).await?;
        let failures = row.map_or(0, |row| u32::try_from(row.failures).unwrap_or_default()).saturating_add(1);
        let next = self.cx.now() + after_failures(self.job, failures);
        let trouble: String = trouble.chars().take(TROUBLE).collect();
        self.end(|update| {
            update
                .col_expr(Column::NextAt, Expr::value(to_micros(next)))
                .col_expr(Column::Failures, Expr::col(Column::Failures).add(1))
                .col_expr(Column::Trouble, Expr::value(trouble.as_str()))
        })
        .await
    }

    async fn end(&self, outcome: impl Fn(UpdateMany<Entity>) -> UpdateMany<Entity>) -> Result<()> {
        let mut tries = 0;
        loop {
            let free = self
                .mine()
                .col_expr(Column::Lease, Expr::value(""))
                .col_expr(Column::LeasedUntil, Expr::value(Option::<i64>::None));
            tries += 1;
            match execute(&self.cx, outcome(free)).await {
                Err(_) if tries < TRIES => {}
                Ok(false) => {
                    tracing::warn!(job = self.job.as_str(), "a job ran longer than its lease");
                    return Ok(());
                }
                ended => return ended.map(|_| ()),
            }
        }
    }

    fn mine(&self) -> UpdateMany<Entity> {
        Entity::update_many().filter(Column::Name.eq(self.job.as_str())).filter(Column::Lease.eq(&self.token))
    }
}

/// Whether the update found its row.
async fn execute(cx: &Cx, update: UpdateMany<Entity>) -> Result<bool> {
    let tx = cx.begin().await?;
    let updated = update.exec(&*tx).await?;
    tx.commit().await?;
    Ok(updated.rows_affected > 0)
}
