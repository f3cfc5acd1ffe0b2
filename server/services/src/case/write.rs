//! The customer writes again; what was resolved is opened again by that, for a while (C7).

use chrono::TimeDelta;
use domain::{
    Rule,
    case::{CaseNumber, Deed, Status},
    time::from_micros,
};
use entity::case_file::Model;

use super::{bus, draft, files, log, scope};
use crate::{Asker, Cx, Result, Tx, booking::timeline::By, throttle};

/// Messages of one session in ten minutes.
const MOST: (u32, TimeDelta) = (60, TimeDelta::minutes(10));

/// Adds a message to the asker's case.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::TooMany`]; [`Rule::Invalid`] when a file is gone; [`Rule::CaseClosed`] when it was resolved too long ago.
pub async fn write(cx: &Cx, asker: &Asker, number: &CaseNumber, text: &str, attached: &str) -> Result<()> {
    let seen = scope::seen(&cx.db, asker, number).await?;
    throttle::hit(cx, "case-write", &asker.session().hash, MOST.0, MOST.1).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, seen.id).await?;
    let deed = if case.status()? == Status::Resolved { Deed::Reopened } else { Deed::Wrote };
    if deed == Deed::Reopened {
        may_reopen(cx, &case)?;
    }
    let (case, _) = log::push(cx, &tx, &case, By::of(asker), &deed, text, true).await?;
    files::attach(cx, &tx, asker.session(), attached, (case.id, case.seq), true).await?;
    sent(&tx, asker, &case).await?;
    bus::commit(cx, tx, case.id).await
}

/// Whether a resolved case can still be opened again.
pub(super) fn may_reopen(cx: &Cx, case: &Model) -> Result<()> {
    let days = TimeDelta::days(i64::from(case.promise()?.reopen_days));
    let until = case.resolved_at.map(|at| from_micros(at) + days);
    if until.is_some_and(|until| cx.now() < until) { Ok(()) } else { Err(Rule::CaseClosed.into()) }
}

async fn sent(tx: &Tx, asker: &Asker, case: &Model) -> Result<()> {
    draft::remove(tx, case.id, &draft::session(asker.session())).await
}
