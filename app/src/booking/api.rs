//! Booking and seeing bookings again. Whose they are is decided by the session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::{
    booking::{Booking, BookingForm, BookingRow, FindForm},
    catalogue::{OfferPage, Quoted},
    payment::Way,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use crate::ApiError;

/// Name of the form whose values wait between the form and the summary.
pub const FORM: &str = "booking/check";

/// Where to go on: a path of this site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// Identifies what was made: a draft's id or a booking's number.
    pub id: String,
    /// The page that shows it.
    pub path: String,
}

/// Checks a filled-in form and keeps it for the summary (B3). Books nothing.
///
/// # Errors
/// `invalid` with a message at each field; `full-…` when the wish can no longer be had.
#[server(endpoint = "booking/check")]
pub async fn check(#[server(flatten)] form: BookingForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (cx, session) = (&request.cx, request.session()?);
    let offer = services::catalogue::offer(cx, request.script, &form.slug).await?;
    let order = form.parse(&offer.limits, offer.needs_id, request.cx.today())?;
    request.available(&order).await?;
    let id = services::draft::save(cx, &session, FORM, &crate::form::as_pairs(&form), "", &[]).await?;
    let path = format!("/{}/book/{}/check?draft={id}", request.script, form.slug);
    crate::response::go(&path);
    Ok(Next { id, path })
}

/// What the summary shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The draft's id, which is the booking's idempotency key.
    pub id: String,
    /// Why booking it was refused a moment ago.
    pub refusal: Option<ApiError>,
    /// What was filled in.
    pub contact: BookingForm,
    /// The offer.
    pub offer: OfferPage,
    /// Price and availability now.
    pub quoted: Quoted,
    /// It can be paid online.
    pub online: bool,
    /// How it was to be paid in a first attempt, else what is proposed.
    pub way: Way,
}

/// What was checked and waits to be booked; `retry` names the refusal of a first attempt.
///
/// # Errors
/// `draft-gone` when it has lapsed or belongs to another session.
#[server(name = DraftCall, endpoint = "booking/draft", input = GetUrl)]
pub async fn draft(#[server(default)] id: String, #[server(default)] retry: String) -> Result<Draft, ApiError> {
    let request = crate::server::request();
    request.draft(&id, &retry).await
}

/// Books what the summary showed (B6, B7). The draft is the idempotency key unless a header names one: sending the same
/// summary again gives the same booking.
///
/// # Errors
/// `draft-gone`, `repriced`, `terms-changed`, `full-…`, `key-reused`.
#[server(endpoint = "booking/place")]
pub async fn place(
    #[server(default)] draft: String,
    #[server(default)] agreed: String,
    #[server(default)] terms: String,
    #[server(default)] way: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let order = request.order(&draft, (&agreed, &terms), &way).await?;
    let key = request.key.clone().unwrap_or(draft);
    let number = services::booking::place(&request.cx, &request.asker()?, request.script, &key, &order).await?;
    let page = if order.way.is_offline() { "?new=1" } else { "/pay" };
    let path = format!("/{}/bookings/{number}{page}", request.script);
    crate::response::go(&path);
    Ok(Next { id: number.to_string(), path })
}

/// Prolongs the hold of the asker's unpaid booking, once (B6).
///
/// # Errors
/// `unknown`, `not-extendable`.
#[server(endpoint = "booking/extend")]
pub async fn extend(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::booking::extend(&request.cx, &request.asker()?, &number).await?;
    let path = format!("/{}/bookings/{number}/pay", request.script);
    crate::response::go(&path);
    Ok(Next { id: number.to_string(), path })
}

/// One booking of the asker's.
///
/// # Errors
/// `unknown` when there is none of that number or it is somebody else's.
#[server(endpoint = "booking/show", input = GetUrl)]
pub async fn show(number: String) -> Result<Booking, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let asker = request.asker.clone().ok_or(domain::Rule::Unknown)?;
    Ok(services::booking::show(&request.cx, &asker, request.script, &number).await?)
}

/// The asker's bookings, latest service first.
///
/// # Errors
/// When the database fails.
#[server(endpoint = "booking/mine", input = GetUrl)]
pub async fn mine() -> Result<Vec<BookingRow>, ApiError> {
    let request = crate::server::request();
    let Some(asker) = request.asker.clone() else { return Ok(Vec::new()) };
    Ok(services::booking::mine(&request.cx, &asker, request.script).await?)
}

/// Finds a guest's booking by its number and his phone; this session may see it from then on (B2).
///
/// # Errors
/// `unknown` alike for a wrong number and a wrong phone; `too-many`.
#[server(endpoint = "booking/find")]
pub async fn find(#[server(flatten)] form: FindForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (number, phone) = form.parse()?;
    let session = request.session()?;
    let number = services::booking::find(&request.cx, &session, &request.address, &number, &phone).await?;
    let path = format!("/{}/bookings/{number}", request.script);
    crate::response::go(&path);
    Ok(Next { id: number.to_string(), path })
}
