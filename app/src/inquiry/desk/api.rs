//! What staff do with questions. Each call needs a staff session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::case::{Alert, BulkForm, DeskCase, QueuePage, ReplyForm, TransferForm, TriageForm};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use crate::{ApiError, booking::api::Next};

/// What the queue's page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueLook {
    /// The page of the queue.
    pub page: QueuePage,
    /// What the staff member should look at.
    pub alerts: Vec<Alert>,
    /// What came of a deed for many: number and the refusal in words, blank where it was done.
    pub done: Vec<(String, String)>,
}

/// A queue (C4): `tab` a word of [`domain::case::Tab`], `found` what the words are kept under, `done` what the outcomes are.
///
/// # Errors
/// `sign-in`, `forbidden`; `draft-gone` when the words that were looked for have lapsed.
#[server(name = QueueCall, endpoint = "case/queue", input = GetUrl)]
pub async fn queue(
    #[server(default)] tab: String,
    #[server(default)] page: String,
    #[server(default)] found: String,
    #[server(default)] done: String,
) -> Result<QueueLook, ApiError> {
    crate::server::request().queue(&tab, &page, &found, &done).await
}

/// Looks for questions by number, name, phone or words. The words wait on the server: the address carries none.
///
/// # Errors
/// `sign-in`, `invalid`.
#[server(endpoint = "case/search")]
pub async fn search(#[server(default)] tab: String, #[server(default)] q: String) -> Result<Next, ApiError> {
    crate::server::request().search_cases(&tab, &q).await
}

/// A question with everything around it.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(name = ShowCall, endpoint = "case/show", input = GetUrl)]
pub async fn show(#[server(default)] number: String) -> Result<DeskCase, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::case::desk::show(&request.cx, &request.staff()?, request.script, &number).await?)
}

/// Writes into a question: a word, a question back, the answer, a note.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`, `case-closed`.
#[server(endpoint = "case/reply")]
pub async fn reply(#[server(flatten)] form: ReplyForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let staff = request.staff()?;
    services::case::desk::reply(&request.cx, &staff, &form.parse()?).await?;
    Ok(crate::server::to_desk_inquiry(&request, &form.number))
}

/// Puts a prepared answer, or the way to an article, into what was begun.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(endpoint = "case/insert")]
pub async fn insert(
    #[server(default)] number: String,
    #[server(default)] template: String,
    #[server(default)] text: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (staff, known) = (request.staff()?, number.parse().map_err(|_| domain::Rule::Unknown)?);
    services::case::desk::insert(&request.cx, &staff, &known, &template, &text).await?;
    Ok(crate::server::to_desk_inquiry(&request, &format!("{number}#field-text")))
}

/// Keeps what was begun.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(endpoint = "case/keep")]
pub async fn keep(#[server(default)] number: String, #[server(default)] text: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::case::keep_draft_at_desk(&request.cx, &request.staff()?, &number, &text).await?)
}

/// Takes a question.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`, `case-closed`.
#[server(endpoint = "case/claim")]
pub async fn claim(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let known = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::case::desk::claim(&request.cx, &request.staff()?, &known, None).await?;
    Ok(crate::server::to_desk_inquiry(&request, &number))
}

/// Leaves a question to others.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `case-closed`.
#[server(endpoint = "case/release")]
pub async fn release(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let known = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::case::desk::release(&request.cx, &request.staff()?, &known).await?;
    Ok(crate::server::to_desk_inquiry(&request, &number))
}

/// Opens a resolved question again.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `case-closed`.
#[server(endpoint = "case/reopen")]
pub async fn reopen(#[server(default)] number: String, #[server(default)] why: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let known = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::case::desk::reopen(&request.cx, &request.staff()?, &known, &why).await?;
    Ok(crate::server::to_desk_inquiry(&request, &number))
}

/// Hands a question on: the transfer slip (C5).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `case-closed`.
#[server(endpoint = "case/transfer")]
pub async fn transfer(#[server(flatten)] form: TransferForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let staff = request.staff()?;
    let (number, deed, why) = form.parse()?;
    services::case::desk::transfer(&request.cx, &staff, &number, &deed, &why).await?;
    Ok(crate::server::to_desk_inquiry(&request, &form.number))
}

/// Takes what was handed to one's department.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `case-closed`.
#[server(endpoint = "case/accept")]
pub async fn accept(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let known = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::case::desk::accept(&request.cx, &request.staff()?, &known).await?;
    Ok(crate::server::to_desk_inquiry(&request, &number))
}

/// Gives back what was handed to one's department.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`, `case-closed`.
#[server(endpoint = "case/give-back")]
pub async fn give_back(#[server(default)] number: String, #[server(default)] why: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let known = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::case::desk::return_case(&request.cx, &request.staff()?, &known, &why).await?;
    Ok(crate::server::to_desk_inquiry(&request, &number))
}

/// Promises the answer by another time (C6).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `case-closed`.
#[server(endpoint = "case/extend")]
pub async fn extend(
    #[server(default)] number: String,
    #[server(default)] day: String,
    #[server(default)] time: String,
    #[server(default)] why: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (staff, known) = (request.staff()?, number.parse().map_err(|_| domain::Rule::Unknown)?);
    let until = domain::case::read_until(&day, &time)?;
    services::case::desk::extend(&request.cx, &staff, &known, until, &why).await?;
    Ok(crate::server::to_desk_inquiry(&request, &number))
}

/// Judges a question anew (C3).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `case-closed`.
#[server(endpoint = "case/triage")]
pub async fn triage(#[server(flatten)] form: TriageForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let staff = request.staff()?;
    let (number, deed) = form.parse()?;
    services::case::desk::triage(&request.cx, &staff, &number, &deed).await?;
    Ok(crate::server::to_desk_inquiry(&request, &form.number))
}

/// Makes a draft of an article of a resolved question (C9).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `case-closed`.
#[server(endpoint = "case/article")]
pub async fn article(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let id = services::case::desk::article(&request.cx, &request.staff()?, &number).await?;
    Ok(crate::server::to_help(&request, id))
}

/// Does something to many questions; what comes of it for each is shown with the queue.
///
/// # Errors
/// `sign-in`, `forbidden`, `invalid`.
#[server(endpoint = "case/bulk")]
pub async fn bulk(#[server(flatten)] form: BulkForm, #[server(default)] tab: String) -> Result<Next, ApiError> {
    crate::server::request().bulk(&form, &tab).await
}

/// Puts alerts away that were shown: their keys, separated by commas.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(endpoint = "case/alert-seen")]
pub async fn alert_seen(#[server(default)] ids: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let ids: Vec<i64> = ids.split(',').filter_map(|id| id.parse().ok()).collect();
    Ok(services::case::desk::seen(&request.cx, &request.staff()?, &ids).await?)
}
