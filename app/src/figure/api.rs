//! Figures and samples. Each call needs a staff session.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::figure::{DrawForm, FigureForm, FiguresPage, SamplePage, SampleRow};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, booking::api::Next};

/// Name of the forms that may come back refused.
pub const DRAW: &str = "figure/draw";
pub const JUDGE: &str = "figure/judge";

/// The figures of a span (C11).
///
/// # Errors
/// `sign-in`, `forbidden`, `invalid`.
#[server(name = ShowCall, endpoint = "figure/show", input = GetUrl)]
pub async fn show(#[server(flatten)] form: FigureForm) -> Result<FiguresPage, ApiError> {
    let request = crate::server::request();
    let (staff, query) = (request.staff()?, form.parse(request.cx.today())?);
    Ok(services::figure::figures(&request.cx, &staff, &query).await?)
}

/// The samples, the newest first.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = SamplesCall, endpoint = "figure/samples", input = GetUrl)]
pub async fn samples() -> Result<Vec<SampleRow>, ApiError> {
    let request = crate::server::request();
    Ok(services::figure::samples(&request.cx, &request.staff()?).await?)
}

/// A sample with the answer that is to be judged next.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(name = SampleCall, endpoint = "figure/sample", input = GetUrl)]
pub async fn sample(#[server(default)] id: String) -> Result<SamplePage, ApiError> {
    let request = crate::server::request();
    let id = id.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::figure::sample(&request.cx, &request.staff()?, id).await?)
}

/// Draws a sample.
///
/// # Errors
/// `sign-in`, `forbidden`, `invalid`, `busy`.
#[server(endpoint = "figure/draw")]
pub async fn draw(#[server(flatten)] form: DrawForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (staff, draw) = (request.staff()?, form.parse(request.cx.today())?);
    let id = services::figure::draw(&request.cx, &staff, &draw).await?;
    Ok(crate::server::to_sample(&request, id))
}

/// Writes down what was found of an answer.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `same-person`, `changed`.
#[server(endpoint = "figure/judge")]
pub async fn judge(
    #[server(default)] id: String,
    #[server(default)] item: String,
    #[server(default)] verdict: String,
    #[server(default)] why: String,
) -> Result<Next, ApiError> {
    let (request, unknown) = (crate::server::request(), |_| domain::Rule::Unknown);
    let (staff, id, item) = (request.staff()?, id.parse().map_err(unknown)?, item.parse().map_err(unknown)?);
    let (verdict, why) = domain::figure::read_judgement(&verdict, &why)?;
    services::figure::judge(&request.cx, &staff, id, item, verdict, &why).await?;
    Ok(crate::server::to_sample(&request, id))
}
