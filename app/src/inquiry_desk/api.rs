//! What supervisors look at and set. Each call needs a staff session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::{
    Instant,
    calendar::{CalendarForm, Span},
    case::{BoardLine, CaseNumber, PromiseForm, TemplateForm, TemplateRow},
};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use crate::{ApiError, booking::api::Next, form::Typed};

/// What another calendar would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effects {
    /// Questions that are owed an answer.
    pub owed: u32,
    /// Those that would fall due at another time.
    pub changed: u32,
    /// Promises that would be broken by now and are not.
    pub broken: u32,
    /// The first of those that change: number, when it is due, when it would be.
    pub first: Vec<(CaseNumber, Option<Instant>, Option<Instant>)>,
}

/// The calendar and what is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarLook {
    /// Version of the calendar that counts.
    pub version: i64,
    /// What was typed, or what counts, with what is wrong with it.
    pub typed: Typed,
    /// What it would do; nothing where nothing was asked, or it makes no sense.
    pub effects: Option<Effects>,
    /// This year.
    pub year: i32,
    /// The days that are different from this year on.
    pub days: Vec<Span>,
    /// Minutes of a working day.
    pub day_minutes: u32,
    /// What is promised.
    pub promise: PromiseForm,
    /// Its version.
    pub promise_version: i64,
}

/// The board: departments, then persons.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = BoardCall, endpoint = "case-desk/board", input = GetUrl)]
pub async fn board() -> Result<Vec<BoardLine>, ApiError> {
    let request = crate::server::request();
    Ok(services::case::desk::board(&request.cx, &request.staff()?).await?)
}

/// The calendar and what is promised; `asked` where another calendar was typed, whose effects are told then.
///
/// # Errors
/// `sign-in`, `forbidden`. Faults of what was typed are part of the answer.
#[server(name = CalendarCall, endpoint = "case-desk/calendar", input = GetUrl)]
pub async fn calendar(
    #[server(default)] asked: String,
    #[server(flatten)] form: CalendarForm,
) -> Result<CalendarLook, ApiError> {
    crate::server::request().calendar(form, !asked.is_empty()).await
}

/// Publishes a calendar; `version` is the one that was looked at.
///
/// # Errors
/// `sign-in`, `forbidden`, `invalid`, `changed`.
#[server(endpoint = "case-desk/publish-calendar")]
pub async fn publish_calendar(
    #[server(default)] version: String,
    #[server(default)] why: String,
    #[server(flatten)] form: CalendarForm,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (staff, version) = (request.staff()?, version.parse().map_err(|_| domain::Rule::Changed)?);
    services::case::desk::publish_calendar(&request.cx, &staff, version, &form.parse()?, &why).await?;
    Ok(crate::server::to_calendar(&request, "calendar"))
}

/// Promises something else to whoever asks from now on.
///
/// # Errors
/// `sign-in`, `forbidden`, `invalid`, `changed`.
#[server(endpoint = "case-desk/publish-promise")]
pub async fn publish_promise(
    #[server(default)] version: String,
    #[server(default)] why: String,
    #[server(flatten)] form: PromiseForm,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let version = version.parse().map_err(|_| domain::Rule::Changed)?;
    request.promise(version, &form, &why).await?;
    Ok(crate::server::to_calendar(&request, "promise"))
}

/// All prepared answers.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = RepliesCall, endpoint = "case-desk/replies", input = GetUrl)]
pub async fn replies() -> Result<Vec<TemplateRow>, ApiError> {
    let request = crate::server::request();
    Ok(services::case::desk::templates(&request.cx, &request.staff()?).await?)
}

/// Writes a prepared answer, new or anew; one script is enough.
///
/// # Errors
/// `sign-in`, `forbidden`, `invalid`, `unknown`.
#[server(endpoint = "case-desk/save-reply")]
pub async fn save_reply(#[server(flatten)] form: TemplateForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (staff, row) = (request.staff()?, form.parse(request.script)?);
    services::case::desk::save_template(&request.cx, &staff, request.script, row).await?;
    Ok(crate::server::to_replies(&request))
}
