//! What staff do. Each call needs a staff session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::{
    desk::{DayAddress, DayForm, DayPage, StaffCard},
    job::JobRow,
    membership::SignInForm,
    notice::NoticeQueue,
    payment::{PaymentQueue, Receipt, ReceiptForm},
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, booking::api::Next};

/// Name of the form whose words wait for the list of what is found.
pub const SEARCH: &str = "desk/search";

/// Signs a staff member in; the session gets a new secret.
///
/// # Errors
/// `credentials` alike for an unknown name and a wrong password; `too-many`.
#[server(endpoint = "desk/sign-in")]
pub async fn sign_in(#[server(flatten)] form: SignInForm) -> Result<(), ApiError> {
    let request = crate::server::request();
    let signed_in = services::staff::sign_in(&request.cx, &request.session()?, &request.address, &form).await?;
    request.outcome.set_secret(signed_in.secret);
    crate::response::go(&crate::membership::onward::onward(request.script, &form.next, "/desk"));
    Ok(())
}

/// Signs out; harmless when nobody is signed in.
///
/// # Errors
/// When the database fails.
#[server(endpoint = "desk/sign-out")]
pub async fn sign_out() -> Result<(), ApiError> {
    let request = crate::server::request();
    if let Ok(session) = request.session() {
        services::membership::sign_out(&request.cx, &session).await?;
    }
    request.outcome.set_secret(String::new());
    crate::response::go(&format!("/{}/desk", request.script));
    Ok(())
}

/// Who of the staff is signed in.
///
/// # Errors
/// `sign-in` when nobody is.
#[server(endpoint = "desk/me", input = GetUrl)]
pub async fn me() -> Result<StaffCard, ApiError> {
    let request = crate::server::request();
    Ok(services::staff::card(&request.cx, &request.staff()?).await?)
}

/// The bookings of a day, or those found by number, name or phone (A2).
///
/// # Errors
/// `sign-in`, `forbidden`, `invalid`; `draft-gone` when the words that were looked for have lapsed.
#[server(endpoint = "desk/day", input = GetUrl)]
pub async fn day(#[server(flatten)] address: DayAddress) -> Result<DayPage, ApiError> {
    let request = crate::server::request();
    let (staff, words) = (request.staff()?, request.sought(&address.found).await?);
    Ok(services::desk::day(&request.cx, &staff, request.script, &address.with(words)).await?)
}

/// Looks for bookings by number, name or phone. The words wait on the server: the address of what is found carries none.
///
/// # Errors
/// `sign-in`, `invalid`.
#[server(endpoint = "desk/search")]
pub async fn search(#[server(flatten)] form: DayForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    request.staff()?;
    let query = form.parse(request.cx.today())?;
    let id = request.seek(&query.q).await?;
    let pairs = [("day", form.day), ("kind", form.kind), ("found", id.clone())];
    let path = format!("/{}/desk{}", request.script, crate::form::query::write(pairs));
    crate::response::go(&path);
    Ok(Next { id, path })
}

/// A booking, whole.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(endpoint = "desk/booking", input = GetUrl)]
pub async fn booking(number: String) -> Result<domain::booking::Booking, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::desk::show(&request.cx, &request.staff()?, request.script, &number).await?)
}

/// What staff have to do about money (A3, A4).
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = PaymentsCall, endpoint = "desk/payments", input = GetUrl)]
pub async fn payments() -> Result<PaymentQueue, ApiError> {
    let request = crate::server::request();
    Ok(services::payment::queue(&request.cx, &request.staff()?, request.script).await?)
}

/// The money of a booking, as staff see it.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(name = MoneyCall, endpoint = "desk/money", input = GetUrl)]
pub async fn money(number: String) -> Result<Receipt, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::payment::receipt_for_staff(&request.cx, &request.staff()?, request.script, &number).await?)
}

/// Records money that came at the counter or by transfer. The form's `key` makes it one receipt however often it is sent.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `nothing-due`.
#[server(endpoint = "desk/record-payment")]
pub async fn record_payment(
    #[server(flatten)] form: ReceiptForm,
    #[server(default)] key: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let key = request.key.clone().unwrap_or(key);
    let number = services::payment::record(&request.cx, &request.staff()?, &key, &form).await?;
    Ok(crate::server::to_desk_booking(&request, number.as_str()))
}

/// Says what becomes of a stuck payment.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "desk/resolve-payment")]
pub async fn resolve_payment(
    #[server(default)] payment: String,
    #[server(default)] how: String,
    #[server(default)] why: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let how = how.parse().map_err(|_| vec![domain::Fault::new("how", "required")])?;
    let number = services::payment::resolve(&request.cx, &request.staff()?, &payment, how, &why).await?;
    Ok(crate::server::to_desk_booking(&request, number.as_str()))
}

/// Notes that money which staff collected is right (A4).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`, `same-person`.
#[server(endpoint = "desk/check-collection")]
pub async fn check_collection(#[server(default)] payment: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    services::payment::check_collection(&request.cx, &request.staff()?, &payment).await?;
    crate::response::go(&format!("/{}/desk/payments", request.script));
    Ok(())
}

/// Takes over money that staff collected and somebody else has checked (A4).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`, `same-person`.
#[server(endpoint = "desk/take-collection")]
pub async fn take_collection(#[server(default)] payment: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    services::payment::take_collection(&request.cx, &request.staff()?, &payment).await?;
    crate::response::go(&format!("/{}/desk/payments", request.script));
    Ok(())
}

/// Notes that a refund is right (A4).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`.
#[server(endpoint = "desk/check-refund")]
pub async fn check_refund(#[server(default)] refund: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = services::payment::check(&request.cx, &request.staff()?, &refund).await?;
    Ok(crate::server::to_desk_booking(&request, number.as_str()))
}

/// Releases a refund that somebody else has checked (A4).
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`, `same-person`.
#[server(endpoint = "desk/release-refund")]
pub async fn release_refund(#[server(default)] refund: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = services::payment::release(&request.cx, &request.staff()?, &refund).await?;
    Ok(crate::server::to_desk_booking(&request, number.as_str()))
}

/// Sends a refund back to be checked again.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "desk/send-back-refund")]
pub async fn send_back_refund(
    #[server(default)] refund: String,
    #[server(default)] why: String,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = services::payment::send_back(&request.cx, &request.staff()?, &refund, &why).await?;
    Ok(crate::server::to_desk_booking(&request, number.as_str()))
}

/// Notes that a refund was paid out by hand.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "desk/pay-out")]
pub async fn pay_out(#[server(default)] refund: String, #[server(default)] slip: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = services::payment::pay_out(&request.cx, &request.staff()?, &refund, &slip).await?;
    Ok(crate::server::to_desk_booking(&request, number.as_str()))
}

/// Lets the provider be asked again for a refund.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`.
#[server(endpoint = "desk/retry-refund")]
pub async fn retry_refund(#[server(default)] refund: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = services::payment::retry(&request.cx, &request.staff()?, &refund).await?;
    Ok(crate::server::to_desk_booking(&request, number.as_str()))
}

/// Notices that could not be delivered.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = NoticesCall, endpoint = "desk/notices", input = GetUrl)]
pub async fn notices() -> Result<NoticeQueue, ApiError> {
    let request = crate::server::request();
    Ok(services::notice::queue(&request.cx, &request.staff()?).await?)
}

/// Sends a notice again that was given up.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`.
#[server(endpoint = "desk/resend-notice")]
pub async fn resend_notice(#[server(default)] id: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let id = id.parse().map_err(|_| domain::Rule::Unknown)?;
    services::notice::resend(&request.cx, &request.staff()?, id).await?;
    crate::response::go(&format!("/{}/desk/notices", request.script));
    Ok(())
}

/// The jobs: when each ran, how late it is, what went wrong.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = JobsCall, endpoint = "desk/jobs", input = GetUrl)]
pub async fn jobs() -> Result<Vec<JobRow>, ApiError> {
    let request = crate::server::request();
    Ok(services::job::rows(&request.cx, &request.staff()?).await?)
}
