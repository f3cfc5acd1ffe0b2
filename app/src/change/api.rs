//! Changes and cancellations of the asker's bookings. Whose they are is decided by the session. With `desk`, it is the staff member who
//! is signed in that acts for the customer.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::{
    Instant,
    booking::Booking,
    catalogue::{OfferPage, SlotHit, WishForm},
    change::{CancelQuote, ChangeQuote, CutLimits, DetailsForm, DivideForm, Divided, FreeMove, OpenChange},
};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use crate::{ApiError, booking::api::Next, catalogue::api::Glance, form::Typed};

/// What `free` says in the address of a change that is to be the free move of an urgent case (B13).
pub const FREE: &str = "1";

/// What the page of a change shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLook {
    /// As it is.
    pub booking: Booking,
    /// What can be told anew.
    pub details: DetailsForm,
    /// What it may be changed to: slug and name.
    pub offers: Vec<(String, String)>,
    /// The offer that is wanted.
    pub offer: OfferPage,
    /// What is wanted as typed, with what was wrong with it.
    pub typed: Typed,
    /// Slots or departures of the day wanted.
    pub slots: Vec<SlotHit>,
    /// The answer to what was typed, if something was and it was understood.
    pub quoted: Option<ChangeQuote>,
    /// A change that waits for its difference.
    pub open: Option<OpenChange>,
    /// It can still be moved.
    pub movable: bool,
    /// It is looked at as the free move of an urgent case.
    pub free: bool,
    /// The free move that it has.
    pub free_move: Option<FreeMove>,
    /// Why nothing about it can be changed any more.
    pub over: Option<ApiError>,
}

/// The asker's booking with what it may become; a blank wish asks for nothing yet.
///
/// # Errors
/// `unknown`. A wish that is faulty or impossible is no error: the page shows what is wrong with it.
#[server(name = LookCall, endpoint = "change/look", input = GetUrl)]
pub async fn look(
    #[server(default)] number: String,
    #[server(default)] slug: String,
    #[server(default)] free: String,
    #[server(default)] desk: String,
    #[server(flatten)] form: WishForm,
) -> Result<ChangeLook, ApiError> {
    let request = crate::server::request();
    request.change(&request.actor(&desk)?, &number, &slug, &form, free == FREE).await
}

/// The short answer to a wish, for the island; faults are part of the answer.
///
/// # Errors
/// `unknown`.
#[server(name = GlanceCall, endpoint = "change/glance", input = GetUrl)]
pub async fn glance(
    #[server(default)] number: String,
    #[server(default)] slug: String,
    #[server(default)] free: String,
    #[server(flatten)] form: WishForm,
) -> Result<Glance, ApiError> {
    let request = crate::server::request();
    let look = request.change(&request.actor("")?, &number, &slug, &form, free == FREE).await?;
    Ok(super::quote::glance(request.script, &look))
}

/// Does what was quoted (B10): at once, or new and old are held until the difference is paid.
///
/// # Errors
/// `invalid`, `quote-over`, `changed`, `repriced`, `full-…`, `change-open`, `too-late`, `provider-silent`.
#[server(endpoint = "change/commit")]
pub async fn commit(
    #[server(default)] number: String,
    #[server(default)] quote: String,
    #[server(default)] id_number: String,
    #[server(default)] why: String,
    #[server(default)] desk: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let actor = request.actor(&desk)?;
    let sent = services::change::Sent { quote: &quote, why: &why, id_number: &id_number };
    let done = services::change::commit(&request.cx, &actor, request.script, &number, sent).await?;
    let page = if done.due > domain::Fen::ZERO { "/pay" } else { "" };
    Ok(crate::server::onward(&request, &actor, &done.number, page))
}

/// Takes a change back that waits for its difference.
///
/// # Errors
/// `unknown`, `changed`, `provider-silent`, `invalid`.
#[server(endpoint = "change/undo")]
pub async fn undo(
    #[server(default)] number: String,
    #[server(default)] why: String,
    #[server(default)] desk: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let actor = request.actor(&desk)?;
    let number = services::change::undo(&request.cx, &actor, &number, &why).await?;
    Ok(crate::server::onward(&request, &actor, &number, ""))
}

/// Tells anew when the guests come and what they need.
///
/// # Errors
/// `unknown`, `over`, `invalid`.
#[server(endpoint = "change/details")]
pub async fn details(
    #[server(flatten)] form: DetailsForm,
    #[server(default)] why: String,
    #[server(default)] desk: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let actor = request.actor(&desk)?;
    let number = services::change::tell_details(&request.cx, &actor, &form, &why).await?;
    Ok(crate::server::onward(&request, &actor, &number, ""))
}

/// What the page of a division shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DivideLook {
    /// As it is.
    pub booking: Booking,
    /// What there is to divide.
    pub limits: CutLimits,
    /// The part as typed, with what is wrong with it.
    pub typed: Typed,
    /// The two bookings it would be.
    pub halves: Option<Divided>,
    /// An invoice is asked for, which will be issued over what stays.
    pub invoiced: bool,
    /// Counts the booking's changes.
    pub version: i32,
    /// Why it cannot be divided now.
    pub refusal: Option<ApiError>,
    /// When this was so.
    pub at: Instant,
}

/// The asker's booking with how it may be divided, and what would come of it (B10).
///
/// # Errors
/// `unknown`. A part that is faulty or impossible is no error: the page shows what is wrong with it.
#[server(name = DivideLookCall, endpoint = "change/divisible", input = GetUrl)]
pub async fn divisible(
    #[server(flatten)] form: DivideForm,
    #[server(default)] desk: String,
) -> Result<DivideLook, ApiError> {
    let request = crate::server::request();
    request.division(&request.actor(&desk)?, &form).await
}

/// Makes a part of the booking a booking of its own, and leads to its change.
///
/// # Errors
/// `unknown`, `invalid`, `over`, `unpaid`, `too-late`, `change-open`, `invoiced`, `paid-by-voucher`, `changed`, `full-paced`,
/// `provider-silent`.
#[server(endpoint = "change/divide")]
pub async fn divide(
    #[server(flatten)] form: DivideForm,
    #[server(default)] why: String,
    #[server(default)] desk: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let actor = request.actor(&desk)?;
    let number = services::change::divide(&request.cx, &actor, request.script, &form, &why).await?;
    Ok(crate::server::to_change(&request, &actor, &number))
}

/// The free move that the asker's booking has (B13), if it has one.
///
/// # Errors
/// `unknown`.
#[server(name = FreeMoveCall, endpoint = "change/free-move", input = GetUrl)]
pub async fn free_move(
    #[server(default)] number: String,
    #[server(default)] desk: String,
) -> Result<Option<FreeMove>, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::change::free_move(&request.cx, &request.actor(&desk)?, request.script, &number).await?)
}

/// What giving the booking up would do now (B11).
///
/// # Errors
/// `unknown`, `over`, `too-late`, `change-open`.
#[server(name = CancelQuoteCall, endpoint = "change/cancel-quote", input = GetUrl)]
pub async fn cancel_quote(
    #[server(default)] number: String,
    #[server(default)] desk: String,
) -> Result<CancelQuote, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::booking::cancel_quote(&request.cx, &request.actor(&desk)?, &number).await?)
}

/// Gives the booking up, if what was shown still holds.
///
/// # Errors
/// `unknown`, `over`, `too-late`, `change-open`, `changed`, `refund-now`, `invalid`.
#[server(endpoint = "change/cancel")]
pub async fn cancel(
    #[server(default)] number: String,
    #[server(default)] version: String,
    #[server(default)] refund: String,
    #[server(default)] worth: String,
    #[server(default)] voucher: String,
    #[server(default)] why: String,
    #[server(default)] desk: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let agreed = crate::server::agreed(&version, &refund, Some(&worth).filter(|_| !voucher.is_empty()))?;
    let why = domain::change::read_why(&why)?;
    let actor = request.actor(&desk)?;
    let number = services::booking::cancel(&request.cx, &actor, &number, agreed, &why).await?;
    Ok(crate::server::onward(&request, &actor, &number, ""))
}
