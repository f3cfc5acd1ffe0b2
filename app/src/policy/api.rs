//! Policies. Each call needs a staff session whose role may edit them.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::policy::{PolicyForm, PolicyPage, PolicyRow};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use crate::{ApiError, booking::api::Next, form::Typed};

/// A policy, and what was typed for its next version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyLook {
    /// The policy.
    pub page: PolicyPage,
    /// What was typed, or what holds now, with what is wrong with it.
    pub typed: Typed,
}

/// All policies.
///
/// # Errors
/// `sign-in`, `forbidden`.
#[server(name = ListCall, endpoint = "policy/list", input = GetUrl)]
pub async fn list() -> Result<Vec<PolicyRow>, ApiError> {
    let request = crate::server::request();
    Ok(services::policy::list(&request.cx, &request.staff()?, request.script).await?)
}

/// A policy; with a version that was typed also what that would have meant. Blank fields ask for nothing yet.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`. Faults of what was typed are part of the answer.
#[server(name = LookCall, endpoint = "policy/look", input = GetUrl)]
pub async fn look(#[server(default)] id: String, #[server(flatten)] form: PolicyForm) -> Result<PolicyLook, ApiError> {
    let request = crate::server::request();
    request.policy(&id, form).await
}

/// Publishes a version as the policy's next. `count` is how many there were when it was looked at.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`, `invalid`, `changed`.
#[server(endpoint = "policy/publish")]
pub async fn publish(
    #[server(default)] id: String,
    #[server(default)] count: String,
    #[server(default)] why: String,
    #[server(flatten)] form: PolicyForm,
) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let staff = request.staff()?;
    let (id, count) = crate::server::policy_key(&id, &count)?;
    let proposal = form.parse(request.cx.today())?;
    services::policy::publish(&request.cx, &staff, id, count, &proposal, &why).await?;
    Ok(crate::server::to_policy(&request, id))
}

/// Gives an offer a policy of its own.
///
/// # Errors
/// `sign-in`, `forbidden`, `unknown`.
#[server(endpoint = "policy/split")]
pub async fn split(#[server(default)] slug: String) -> Result<Next, ApiError> {
    let request = crate::server::request();
    let id = services::policy::split(&request.cx, &request.staff()?, &slug).await?;
    Ok(crate::server::to_policy(&request, id))
}
