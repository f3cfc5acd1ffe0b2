//! Invoices. Whose booking it is is decided by the session; issuing needs a staff session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::invoice::{Invoice, InvoiceForm, InvoiceQueue};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, booking::api::Next};

/// The last invoice that was asked for of the asker's booking, and whether one can be asked for.
///
/// # Errors
/// `unknown`.
#[server(name = ShowCall, endpoint = "invoice/show", input = GetUrl)]
pub async fn show(#[server(default)] number: String) -> Result<(Option<Invoice>, bool), ApiError> {
    let request = crate::server::request();
    let number = number.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::invoice::of_booking(&request.cx, &request.actor("")?, &number).await?)
}

/// Asks for an invoice over what was paid for the asker's booking.
///
/// # Errors
/// `unknown`, `invalid`, `nothing-paid`.
#[server(endpoint = "invoice/ask")]
pub async fn ask(#[server(flatten)] form: InvoiceForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let number = services::invoice::ask(&request.cx, &request.asker()?, &form).await?;
    Ok(crate::server::to_booking(&request, &number, "/receipt"))
}

/// What finance has to do about invoices.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = QueueCall, endpoint = "invoice/queue", input = GetUrl)]
pub async fn queue() -> Result<InvoiceQueue, ApiError> {
    let request = crate::server::request();
    Ok(services::invoice::queue(&request.cx, &request.staff()?, request.script).await?)
}

/// Notes the number of an invoice that was issued.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`, `nothing-paid`.
#[server(endpoint = "invoice/issue")]
pub async fn issue(#[server(default)] id: String, #[server(default)] code: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let id = id.parse().map_err(|_| domain::Rule::Unknown)?;
    services::invoice::issue(&request.cx, &request.staff()?, id, &code).await?;
    crate::response::go(&format!("/{}/desk/invoices", request.script));
    Ok(())
}

/// Notes the number of the document that takes an issued invoice back.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "invoice/correct")]
pub async fn correct(#[server(default)] id: String, #[server(default)] code: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let id = id.parse().map_err(|_| domain::Rule::Unknown)?;
    services::invoice::correct(&request.cx, &request.staff()?, id, &code).await?;
    crate::response::go(&format!("/{}/desk/invoices", request.script));
    Ok(())
}

/// Notes why an invoice cannot be issued.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "invoice/refuse")]
pub async fn refuse(#[server(default)] id: String, #[server(default)] why: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let id = id.parse().map_err(|_| domain::Rule::Unknown)?;
    services::invoice::refuse(&request.cx, &request.staff()?, id, &why).await?;
    crate::response::go(&format!("/{}/desk/invoices", request.script));
    Ok(())
}
