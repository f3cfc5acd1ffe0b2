//! Paying for a booking. Whose it is is decided by the session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::payment::Receipt;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, booking::api::Next};

/// Everything about the money of the asker's booking. To who comes `back` from the provider's page its word is told at once: it is
/// asked now instead of some seconds later by the job.
///
/// # Errors
/// `unknown` when there is none of that number or it is somebody else's.
#[server(name = ReceiptCall, endpoint = "payment/receipt", input = GetUrl)]
pub async fn receipt(number: String, #[server(default)] back: bool) -> Result<Receipt, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let asker = request.asker.clone().ok_or(domain::Rule::Unknown)?;
    if back {
        services::payment::refresh(&request.cx, &asker, &number).await?;
    }
    Ok(services::payment::receipt(&request.cx, &asker, request.script, &number).await?)
}

/// Whether the provider's word about the asker's last payment is still awaited: what a waiting page asks again and again.
///
/// # Errors
/// `unknown`.
#[server(endpoint = "payment/awaited", input = GetUrl)]
pub async fn awaited(number: String) -> Result<bool, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let asker = request.asker.clone().ok_or(domain::Rule::Unknown)?;
    let receipt = services::payment::receipt(&request.cx, &asker, request.script, &number).await?;
    Ok(super::state::is_awaited(&receipt))
}

/// Begins to pay online: the answer leads to the provider's page, or to ours with the provider's code. While an attempt is open,
/// it is the same.
///
/// # Errors
/// `unknown`, `nothing-due`, `changed`, `provider-silent`.
#[server(endpoint = "payment/start")]
pub async fn start(#[server(default)] number: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let page = services::payment::start(&request.cx, &request.asker()?, &number).await?;
    let path = match page {
        domain::payment::Page::Address(url) => url,
        domain::payment::Page::Code(_) => format!("/{}/bookings/{number}/pay", request.script),
    };
    crate::response::leave(&path);
    Ok(Next { id: number.to_string(), path })
}

/// Chooses another way to pay.
///
/// # Errors
/// `unknown`, `invalid`, `nothing-due`, `provider-silent`.
#[server(endpoint = "payment/choose")]
pub async fn choose(#[server(default)] number: String, #[server(default)] way: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    let way = domain::payment::Way::chosen(&way).ok_or_else(|| vec![domain::Fault::new("way", "required")])?;
    services::payment::choose(&request.cx, &request.asker()?, &number, way).await?;
    let path = format!("/{}/bookings/{number}/pay", request.script);
    crate::response::go(&path);
    Ok(Next { id: number.to_string(), path })
}

/// Asks the provider now what became of an open attempt, and tells.
///
/// # Errors
/// `unknown`.
#[server(endpoint = "payment/refresh")]
pub async fn refresh(#[server(default)] number: String) -> Result<Receipt, ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    services::payment::refresh(&request.cx, &request.asker()?, &number).await?;
    crate::response::go(&format!("/{}/bookings/{number}/pay?back=1", request.script));
    Ok(services::payment::receipt(&request.cx, &request.asker()?, request.script, &number).await?)
}
