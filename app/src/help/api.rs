//! Help. Reading needs nobody; the desk's calls need a staff session whose role may write articles.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::help::{ArticleForm, HelpDesk, HelpHome, HelpPage, HelpRow, HelpSearch, PublishForm};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{ApiError, booking::api::Next};

/// What is found by words; topics with their articles where nothing is looked for, or nothing found.
///
/// # Errors
/// `invalid`.
#[server(name = SearchCall, endpoint = "help/search", input = GetUrl)]
pub async fn search(#[server(flatten)] form: HelpSearch) -> Result<HelpHome, ApiError> {
    crate::server::request().help(&form).await
}

/// An article.
///
/// # Errors
/// `unknown`.
#[server(name = ShowCall, endpoint = "help/show", input = GetUrl)]
pub async fn show(#[server(default)] slug: String) -> Result<HelpPage, ApiError> {
    let request = crate::server::request();
    Ok(services::help::show(&request.cx, request.asker.as_ref(), request.script, &slug).await?)
}

/// Says whether an article helped: `yes`, or anything else for no.
///
/// # Errors
/// `unknown`, `too-many`.
#[server(endpoint = "help/vote")]
pub async fn vote(#[server(default)] slug: String, #[server(default)] helpful: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    let (asker, helpful) = (request.asker()?, helpful == "yes");
    services::help::vote(&request.cx, &asker, &request.address, &slug, helpful).await?;
    crate::response::go(&format!("/{}/help/{slug}#helpful", request.script));
    Ok(())
}

/// All articles.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = ListCall, endpoint = "help/list", input = GetUrl)]
pub async fn list() -> Result<Vec<HelpRow>, ApiError> {
    let request = crate::server::request();
    Ok(services::help::list(&request.cx, &request.staff()?, request.script).await?)
}

/// An article at the desk.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(name = EditCall, endpoint = "help/edit", input = GetUrl)]
pub async fn edit(#[server(default)] id: String) -> Result<HelpDesk, ApiError> {
    let request = crate::server::request();
    let id = id.parse().map_err(|_| domain::Rule::Unknown)?;
    Ok(services::help::edit(&request.cx, &request.staff()?, request.script, id).await?)
}

/// Saves an article as its next version, a draft.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "help/save")]
pub async fn save(#[server(flatten)] form: ArticleForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let id = services::help::save(&request.cx, &request.staff()?, &form).await?;
    Ok(crate::server::to_help(&request, id))
}

/// Publishes the newest version of an article, now or later.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "help/publish")]
pub async fn publish(#[server(flatten)] form: PublishForm) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let id = services::help::publish(&request.cx, &request.staff()?, &form).await?;
    Ok(crate::server::to_help(&request, id))
}

/// Replaces whatever in the newest version looks personal.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`.
#[server(endpoint = "help/redact")]
pub async fn redact(#[server(default)] id: String, #[server(default)] seen: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (id, seen) = crate::server::help_key(&id, &seen)?;
    services::help::redact(&request.cx, &request.staff()?, request.script, id, seen).await?;
    Ok(crate::server::to_help(&request, id))
}

/// Takes an article back.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `changed`.
#[server(endpoint = "help/withdraw")]
pub async fn withdraw(#[server(default)] id: String, #[server(default)] seen: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let (id, seen) = crate::server::help_key(&id, &seen)?;
    services::help::withdraw(&request.cx, &request.staff()?, id, seen).await?;
    Ok(crate::server::to_help(&request, id))
}

/// Sets when an article should be looked at again.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`.
#[server(endpoint = "help/reviewed")]
pub async fn reviewed(#[server(default)] id: String, #[server(default)] next_review: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let id = id.parse().map_err(|_| domain::Rule::Unknown)?;
    services::help::reviewed(&request.cx, &request.staff()?, id, &next_review).await?;
    Ok(crate::server::to_help(&request, id))
}
