//! The customer's rating of an outcome (C8): once for each time it was resolved, by a signed link without signing in, or on the page of
//! the case. Whoever closed it himself is not asked.

use chrono::TimeDelta;
use domain::{
    Instant, Rule,
    case::{CaseNumber, Deed, Rating, Status},
    time::{from_micros, to_micros},
};
use entity::{
    case_alert,
    case_file::{Entity, Model},
    case_round,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use subtle::ConstantTimeEq;

use super::{bus, log, scope};
use crate::{Asker, Cx, Result, Tx, booking::timeline::By, secret};

/// Whoever rates so or worse is not content: a supervisor looks at it.
const UNHAPPY: u8 = 2;

/// Hexadecimal digits of a link's signature: 128 bits.
const MAC: usize = 32;

/// The secret of a link: which round of which case may be rated until when; blank when that is over.
pub(crate) fn token(cx: &Cx, case: &Model) -> Result<String> {
    let until = until(case)?;
    if cx.now() >= until {
        return Ok(String::new());
    }
    signed(cx, case.id, case.round, to_micros(until) / 1_000_000)
}

fn signed(cx: &Cx, case_id: i64, round: i32, until: i64) -> Result<String> {
    let (case_id, round, until) = (format!("{case_id:x}"), format!("{round:x}"), format!("{until:x}"));
    let mac = secret::keyed(&cx.settings.secret, &["rate", &case_id, &round, &until])?;
    Ok(format!("{case_id}-{round}-{until}-{}", &mac[..MAC]))
}

/// The case and the round a link is of.
fn opened(cx: &Cx, token: &str) -> Result<(i64, i32)> {
    let parts: Vec<&str> = token.split('-').collect();
    let [case_id, round, until, _] = parts.as_slice() else { return Err(Rule::Unknown.into()) };
    let number = |text: &str| i64::from_str_radix(text, 16).map_err(|_| Rule::Unknown);
    let (case_id, round, until) = (number(case_id)?, number(round)?, number(until)?);
    let round = i32::try_from(round).map_err(|_| Rule::Unknown)?;
    let ours = signed(cx, case_id, round, until)?;
    if !bool::from(ours.as_bytes().ct_eq(token.as_bytes())) {
        return Err(Rule::Unknown.into());
    }
    if to_micros(cx.now()) / 1_000_000 >= until {
        return Err(Rule::LinkOver.into());
    }
    Ok((case_id, round))
}

/// What a link is for.
///
/// # Errors
/// [`Rule::Unknown`] for a link that is none of ours, [`Rule::LinkOver`] when it has lapsed.
pub async fn rating_by_token(cx: &Cx, token: &str) -> Result<Rating> {
    let (case_id, round) = opened(cx, token)?;
    let case = Entity::find_by_id(case_id).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let row = case_round::Entity::of_case(case_id, round).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let resolved = row.answered_at.map_or_else(|| cx.now(), from_micros);
    let until = until(&case)?;
    Ok(Rating {
        token: token.to_owned(),
        number: case.number,
        resolved,
        until,
        level: row.rating.and_then(|level| u8::try_from(level).ok()),
        why: row.rating_why,
    })
}

/// Rates by a link.
///
/// # Errors
/// As [`rating_by_token`]; [`Rule::AlreadyRated`] when it was used, [`Rule::Changed`] when the case was opened again meanwhile.
pub async fn rate_by_token(cx: &Cx, token: &str, level: u8, why: &str) -> Result<()> {
    let (case_id, round) = opened(cx, token)?;
    give(cx, case_id, Some(round), level, why, By::Customer(None)).await
}

/// Rates the asker's case as it was resolved last.
///
/// # Errors
/// [`Rule::Unknown`]; else as [`rate_by_token`].
pub async fn rate(cx: &Cx, asker: &Asker, number: &CaseNumber, level: u8, why: &str) -> Result<()> {
    let case = scope::seen(&cx.db, asker, number).await?;
    if case.closed_by != "staff" || cx.now() >= until(&case)? {
        return Err(Rule::LinkOver.into());
    }
    give(cx, case.id, None, level, why, By::of(asker)).await
}

async fn give(cx: &Cx, case_id: i64, round: Option<i32>, level: u8, why: &str, by: By) -> Result<()> {
    let tx = cx.begin().await?;
    let case = log::lock(&tx, case_id).await?;
    let round = round.unwrap_or(case.round);
    let now = cx.now();
    // The condition of this statement is what lets a link work once.
    let rated = case_round::Entity::update_many()
        .col_expr(case_round::Column::Rating, Expr::value(i32::from(level)))
        .col_expr(case_round::Column::RatingWhy, Expr::value(why))
        .col_expr(case_round::Column::RatedAt, Expr::value(to_micros(now)))
        .filter(case_round::Column::CaseId.eq(case_id))
        .filter(case_round::Column::Round.eq(round))
        .filter(case_round::Column::Rating.is_null())
        .exec(&*tx)
        .await?;
    if rated.rows_affected == 0 {
        return Err(Rule::AlreadyRated.into());
    }
    if case.status()? != Status::Resolved || case.round != round {
        return Err(Rule::Changed.into());
    }
    log::push(cx, &tx, &case, by, &Deed::Rated { level }, why, true).await?;
    if level <= UNHAPPY {
        unhappy(&tx, &case, now).await?;
    }
    bus::commit(cx, tx, case_id).await
}

/// A supervisor is told.
async fn unhappy(tx: &Tx, case: &Model, now: Instant) -> Result<()> {
    let row = case_alert::ActiveModel {
        cause: Set(format!("unhappy:{}:{}", case.id, case.round)),
        what: Set("unhappy".to_owned()),
        case_id: Set(case.id),
        at: Set(to_micros(now)),
        due_at: Set(to_micros(now)),
        department: Set(String::new()),
        ..Default::default()
    };
    let told = OnConflict::column(case_alert::Column::Cause).do_nothing().to_owned();
    case_alert::Entity::insert(row).on_conflict(told).exec_without_returning(&**tx).await?;
    Ok(())
}

/// The rating that a case's customer may give, or has given.
pub(super) async fn of(cx: &Cx, db: &impl ConnectionTrait, case: &Model) -> Result<Option<Rating>> {
    let Some(resolved) = case.resolved_at.filter(|_| case.closed_by == "staff") else { return Ok(None) };
    let row = case_round::Entity::of_case(case.id, case.round).one(db).await?;
    let given = row.as_ref().and_then(|row| row.rating).and_then(|level| u8::try_from(level).ok());
    let until = until(case)?;
    if given.is_none() && cx.now() >= until {
        return Ok(None);
    }
    let why = row.map(|row| row.rating_why).unwrap_or_default();
    let (token, number) = (String::new(), case.number.clone());
    Ok(Some(Rating { token, number, resolved: from_micros(resolved), until, level: given, why }))
}

/// Until when the last resolution may be rated.
fn until(case: &Model) -> Result<Instant> {
    let days = TimeDelta::days(i64::from(case.promise()?.rating_days));
    Ok(from_micros(case.resolved_at.unwrap_or(case.opened_at)) + days)
}
