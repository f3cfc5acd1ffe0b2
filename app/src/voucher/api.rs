//! Vouchers. Whose they are is decided by the session and the booking.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::voucher::Voucher;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, booking::api::Next};

/// The member's vouchers, newest first.
///
/// # Errors
/// `sign-in`.
#[server(endpoint = "voucher/mine", input = GetUrl)]
pub async fn mine() -> Result<Vec<Voucher>, ApiError> {
    let request = crate::server::request();
    Ok(services::voucher::mine(&request.cx, &request.member()?).await?)
}

/// Lays a voucher aside for the asker's unpaid booking, or for the difference of its change (B13); one that pays all of it confirms it.
///
/// # Errors
/// `unknown`, `nothing-due`, `invalid`, `changed`, `too-many`, `provider-silent`.
#[server(endpoint = "voucher/apply")]
pub async fn apply(#[server(default)] number: String, #[server(default)] voucher: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::voucher::apply(&request.cx, &request.asker()?, &request.address, &number, &voucher).await?;
    Ok(crate::server::to_booking(&request, &number, "/pay"))
}

/// Takes the voucher back that is laid aside.
///
/// # Errors
/// `unknown`, `nothing-due`, `changed`, `provider-silent`.
#[server(endpoint = "voucher/remove")]
pub async fn remove(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::voucher::remove(&request.cx, &request.asker()?, &number).await?;
    Ok(crate::server::to_booking(&request, &number, "/pay"))
}
