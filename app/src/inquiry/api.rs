//! Questions. Whose they are is decided by the session; a link to rate an outcome proves itself.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::{
    case::{AskForm, CaseView, CustomerRow, FindCaseForm, Rating},
    help::HelpHit,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use crate::{ApiError, booking::api::Next};

/// Name of the form whose values wait between the form and what may answer it.
pub const FORM: &str = "inquiry/ask";

/// What a form that asks is filled in with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Name, phone and address, where they are known.
    pub form: AskForm,
    /// The booking it is about, in words; blank for none.
    pub booking: String,
    /// The refusal it is about, in words; blank for none.
    pub refusal: String,
}

/// What is known of who asks and of what it is about: `booking` and `code` come from the button that led there.
///
/// # Errors
/// When the database fails.
#[server(name = StartCall, endpoint = "inquiry/start", input = GetUrl)]
pub async fn start(#[server(default)] booking: String, #[server(default)] code: String) -> Result<Start, ApiError> {
    crate::server::request().asking(&booking, &code).await
}

/// Asks (C1, C2): the question gets a number and a promise. Where help may answer it at once and was not offered yet, that is shown first.
///
/// # Errors
/// `invalid`, `too-many`.
#[server(endpoint = "inquiry/ask")]
pub async fn ask(#[server(flatten)] form: AskForm, #[server(default)] offered: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let asking = form.parse()?;
    let asker = request.asker()?;
    services::case::may_ask(&request.cx, &asker, &asking).await?;
    if let Some(next) = request.offer_first(&form, &offered).await? {
        return Ok(next);
    }
    let number = services::case::ask(&request.cx, &asker, &request.address, request.script, &asking).await?;
    Ok(crate::server::to_inquiry(&request, &number, "?new=1"))
}

/// A question that waits to be sent, kept under the session, and what may answer it.
///
/// # Errors
/// `draft-gone`.
#[server(name = WaitingCall, endpoint = "inquiry/waiting", input = GetUrl)]
pub async fn waiting(#[server(default)] id: String) -> Result<(AskForm, Vec<HelpHit>), ApiError> {
    let request = crate::server::request();
    let form = request.asked(&id).await?;
    let hits = request.offers(&form.text).await?;
    Ok((form, hits))
}

/// Sends a question that waited.
///
/// # Errors
/// `draft-gone`, `invalid`, `too-many`.
#[server(name = SendCall, endpoint = "inquiry/send")]
pub async fn send(#[server(default)] draft: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let asking = request.asked(&draft).await?.parse()?;
    let asker = request.asker()?;
    let number = services::case::ask(&request.cx, &asker, &request.address, request.script, &asking).await?;
    Ok(crate::server::to_inquiry(&request, &number, "?new=1"))
}

/// The asker's questions, the newest first.
///
/// # Errors
/// When the database fails.
#[server(name = MineCall, endpoint = "inquiry/mine", input = GetUrl)]
pub async fn mine() -> Result<Vec<CustomerRow>, ApiError> {
    let request = crate::server::request();
    let Some(asker) = request.asker.clone() else { return Ok(Vec::new()) };
    Ok(services::case::mine(&request.cx, &asker).await?)
}

/// Finds a guest's question by its number and his phone; this session may see it from then on.
///
/// # Errors
/// `unknown` alike for a wrong number and a wrong phone; `too-many`.
#[server(endpoint = "inquiry/find")]
pub async fn find(#[server(flatten)] form: FindCaseForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (number, phone) = form.parse()?;
    services::case::find(&request.cx, &request.session()?, &request.address, &number, &phone).await?;
    Ok(crate::server::to_inquiry(&request, &number, ""))
}

/// One of the asker's questions, whole.
///
/// # Errors
/// `unknown`.
#[server(name = ShowCall, endpoint = "inquiry/show", input = GetUrl)]
pub async fn show(#[server(default)] number: String) -> Result<CaseView, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::case::show(&request.cx, &request.actor("")?, &number).await?)
}

/// Writes again; a question that was resolved is opened again by that.
///
/// # Errors
/// `unknown`, `invalid`, `too-many`, `case-closed`.
#[server(endpoint = "inquiry/write")]
pub async fn write(
    #[server(default)] number: String,
    #[server(default)] text: String,
    #[server(default)] files: String,
    #[server(default)] files_fault: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let text = domain::case::read_message(&text, &files, &files_fault)?;
    services::case::write(&request.cx, &request.actor("")?, &number, &text, &files).await?;
    Ok(crate::server::to_inquiry(&request, &number, "#end"))
}

/// Keeps what was begun.
///
/// # Errors
/// `unknown`.
#[server(endpoint = "inquiry/keep")]
pub async fn keep(#[server(default)] number: String, #[server(default)] text: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::case::keep_draft(&request.cx, &request.actor("")?, &number, &text).await?)
}

/// Needs no answer any more.
///
/// # Errors
/// `unknown`.
#[server(endpoint = "inquiry/close")]
pub async fn close(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::case::close(&request.cx, &request.actor("")?, &number).await?;
    Ok(crate::server::to_inquiry(&request, &number, ""))
}

/// What a link to rate an outcome is for (C8).
///
/// # Errors
/// `unknown` for one that is none of ours, `link-over`.
#[server(name = RatingCall, endpoint = "inquiry/rating", input = GetUrl)]
pub async fn rating(#[server(default)] token: String) -> Result<Rating, ApiError> {
    let request = crate::server::request();
    Ok(services::case::rating_by_token(&request.cx, &token).await?)
}

/// Rates an outcome, once: by a link, or as who asked.
///
/// # Errors
/// `unknown`, `link-over`, `already-rated`, `changed`, `invalid`.
#[server(endpoint = "inquiry/rate")]
pub async fn rate(
    #[server(default)] token: String,
    #[server(default)] number: String,
    #[server(default)] level: String,
    #[server(default)] why: String,
) -> Result<(), ApiError> {
    crate::server::request().rate(&token, &number, &level, &why).await
}
