//! Samples, and the answers in one.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Rule,
    case::CaseNumber,
    desk::Permission,
    figure::{JudgedRow, SampleItem, SamplePage, SampleRow, Share, Span},
    time::from_micros,
};
use entity::{audit_item, audit_sample, case_file, case_round, staff as colleague};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, sea_query::Expr};

use super::talk::Talks;
use crate::{Cx, Error, Result, Staff, audit, desk::need};

/// Samples that the list shows.
const ROWS: u64 = 100;

/// The samples, the newest first. Needs [`Permission::SuperviseCases`].
pub async fn samples(cx: &Cx, staff: &Staff) -> Result<Vec<SampleRow>> {
    need(staff.role, Permission::SuperviseCases)?;
    rows(cx, audit_sample::Entity::newest().limit(ROWS).all(&cx.db).await?).await
}

/// A sample with what is to be judged next. Who looked is written down (A8): it shows what customers wrote. Needs
/// [`Permission::SuperviseCases`].
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn sample(cx: &Cx, staff: &Staff, id: i64) -> Result<SamplePage> {
    need(staff.role, Permission::SuperviseCases)?;
    let found = audit_sample::Entity::find_by_id(id).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let tx = cx.begin().await?;
    audit::write(&tx, staff.id, cx.now(), "sample-seen", &id.to_string()).await?;
    tx.commit().await?;
    let row = rows(cx, vec![found]).await?.pop().ok_or(Rule::Unknown)?;
    let items = audit_item::Entity::of_sample(id).all(&cx.db).await?;
    let drawn = Drawn::read(cx, &items).await?;
    let (open, done): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.verdict.is_empty());
    let of_open: Vec<case_round::Model> =
        open.iter().filter_map(|item| drawn.rounds.get(&item.round_id).cloned()).collect();
    let talks = Talks::read(&cx.db, &of_open).await?;
    let is_own =
        |item: &audit_item::Model| item.answered_by == Some(staff.id) || talks.has_spoken(item.round_id, staff.id);
    let next = open.iter().find(|item| !is_own(item)).map(|item| drawn.item(item, &talks)).transpose()?;
    Ok(SamplePage {
        row,
        next,
        own: u32::try_from(open.iter().filter(|item| is_own(item)).count()).unwrap_or(u32::MAX),
        judged: done.into_iter().map(|item| drawn.judged(item)).collect::<Result<_>>()?,
    })
}

#[derive(FromQueryResult)]
struct Found {
    sample_id: i64,
    judged: i64,
    accurate: i64,
}

async fn rows(cx: &Cx, samples: Vec<audit_sample::Model>) -> Result<Vec<SampleRow>> {
    let sum = |condition: &str| Expr::cust(format!("CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT)"));
    let found: Vec<Found> = audit_item::Entity::find()
        .select_only()
        .column(audit_item::Column::SampleId)
        .column_as(sum("verdict <> ''"), "judged")
        .column_as(sum("verdict = 'accurate'"), "accurate")
        .filter(audit_item::Column::SampleId.is_in(samples.iter().map(|sample| sample.id)))
        .group_by(audit_item::Column::SampleId)
        .into_model()
        .all(&cx.db)
        .await?;
    let found: HashMap<i64, Found> = found.into_iter().map(|found| (found.sample_id, found)).collect();
    let names = names(cx, samples.iter().map(|sample| sample.staff_id)).await?;
    let small = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let row = |sample: audit_sample::Model| SampleRow {
        id: sample.id,
        drawn: from_micros(sample.drawn_at),
        by: names.get(&sample.staff_id).cloned().unwrap_or_default(),
        span: Span { from: sample.from_day, until: sample.until_day },
        size: u32::try_from(sample.size).unwrap_or_default(),
        right: found
            .get(&sample.id)
            .map_or(Share::default(), |found| Share { part: small(found.accurate), whole: small(found.judged) }),
    };
    Ok(samples.into_iter().map(row).collect())
}

/// What the answers of a sample are of.
struct Drawn {
    rounds: BTreeMap<i64, case_round::Model>,
    numbers: HashMap<i64, String>,
    names: HashMap<i64, String>,
}

impl Drawn {
    async fn read(cx: &Cx, items: &[audit_item::Model]) -> Result<Self> {
        let rounds = case_round::Entity::find()
            .filter(case_round::Column::Id.is_in(items.iter().map(|item| item.round_id)))
            .all(&cx.db)
            .await?;
        let cases = case_file::Entity::find()
            .filter(case_file::Column::Id.is_in(rounds.iter().map(|round| round.case_id)))
            .all(&cx.db)
            .await?;
        Ok(Self {
            rounds: rounds.into_iter().map(|round| (round.id, round)).collect(),
            numbers: cases.into_iter().map(|case| (case.id, case.number)).collect(),
            names: names(cx, items.iter().filter_map(|item| item.judged_by)).await?,
        })
    }

    fn round(&self, item: &audit_item::Model) -> Result<(&case_round::Model, CaseNumber)> {
        let round = self.rounds.get(&item.round_id);
        let number = round.and_then(|round| self.numbers.get(&round.case_id)?.parse().ok());
        round.zip(number).ok_or_else(|| Error::Internal("a drawn answer has no question".to_owned()))
    }

    fn item(&self, item: &audit_item::Model, talks: &Talks) -> Result<SampleItem> {
        let (round, number) = self.round(item)?;
        Ok(SampleItem {
            id: item.id,
            number,
            round: u32::try_from(round.round).unwrap_or_default(),
            category: round.category()?,
            department: round.department()?,
            said: talks.said(round.id),
        })
    }

    fn judged(&self, item: &audit_item::Model) -> Result<JudgedRow> {
        let (round, number) = self.round(item)?;
        let verdict = item.verdict()?.ok_or_else(|| Error::Internal("an answer was not judged".to_owned()))?;
        Ok(JudgedRow {
            number,
            round: u32::try_from(round.round).unwrap_or_default(),
            category: round.category()?,
            verdict,
            why: item.why.clone(),
            judge: item.judged_by.and_then(|id| self.names.get(&id).cloned()).unwrap_or_default(),
        })
    }
}

/// Names of colleagues.
async fn names(cx: &Cx, ids: impl Iterator<Item = i64>) -> Result<HashMap<i64, String>> {
    let found = colleague::Entity::find().filter(colleague::Column::Id.is_in(ids)).all(&cx.db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}
