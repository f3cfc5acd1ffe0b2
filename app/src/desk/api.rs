//! What staff do. Each call needs a staff session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::{
    desk::{DayForm, DayPage, StaffCard},
    membership::SignInForm,
};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::ApiError;

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
/// `sign-in`, `forbidden`, `invalid`.
#[server(endpoint = "desk/day", input = GetUrl)]
pub async fn day(#[server(flatten)] form: DayForm) -> Result<DayPage, ApiError> {
    let request = crate::server::request();
    Ok(services::desk::day(&request.cx, &request.staff()?, request.script, &form).await?)
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
