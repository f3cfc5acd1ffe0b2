//! What a member does with his account.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::membership::{RegisterForm, SignInForm};
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::ApiError;

/// Opens an account and signs in (M1).
///
/// # Errors
/// `invalid` with a message at each field, `taken`, `too-many`.
#[server(endpoint = "membership/register")]
pub async fn register(#[server(flatten)] form: RegisterForm) -> Result<(), ApiError> {
    let request = crate::server::request();
    let (session, address) = (request.session()?, &request.address);
    let signed_in = services::membership::register(&request.cx, &session, address, request.script, &form).await?;
    request.outcome.set_secret(signed_in.secret);
    crate::response::go(&super::onward::onward(request.script, &form.next, "/account"));
    Ok(())
}

/// Signs a member in; the session gets a new secret.
///
/// # Errors
/// `credentials` alike for an unknown login and a wrong password; `too-many`.
#[server(endpoint = "membership/sign-in")]
pub async fn sign_in(#[server(flatten)] form: SignInForm) -> Result<(), ApiError> {
    let request = crate::server::request();
    let signed_in = services::membership::sign_in(&request.cx, &request.session()?, &request.address, &form).await?;
    request.outcome.set_secret(signed_in.secret);
    crate::response::go(&super::onward::onward(request.script, &form.next, "/account"));
    Ok(())
}

/// Signs out here; harmless when nobody is signed in.
///
/// # Errors
/// When the database fails.
#[server(endpoint = "membership/sign-out")]
pub async fn sign_out() -> Result<(), ApiError> {
    let request = crate::server::request();
    if let Ok(session) = request.session() {
        services::membership::sign_out(&request.cx, &session).await?;
    }
    request.outcome.set_secret(String::new());
    crate::response::go(&format!("/{}", request.script));
    Ok(())
}

/// Ends all of the member's sessions but this one, which gets a new secret.
///
/// # Errors
/// `sign-in` when nobody is signed in.
#[server(endpoint = "membership/sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Result<(), ApiError> {
    let request = crate::server::request();
    let signed_in = services::membership::sign_out_everywhere(&request.cx, &request.member()?).await?;
    request.outcome.set_secret(signed_in.secret);
    crate::response::go(&format!("/{}/account?done=alone", request.script));
    Ok(())
}

/// What a member sees of himself.
///
/// # Errors
/// `sign-in` when nobody is signed in.
#[server(endpoint = "membership/profile", input = GetUrl)]
pub async fn profile() -> Result<domain::membership::Profile, ApiError> {
    let request = crate::server::request();
    Ok(services::membership::profile(&request.cx, &request.member()?).await?)
}

/// Keeps what is to be proposed at the next booking.
///
/// # Errors
/// `sign-in`; `invalid` when it is too long.
#[server(endpoint = "membership/save-preferences")]
pub async fn save_preferences(#[server(default)] preferences: String) -> Result<(), ApiError> {
    let request = crate::server::request();
    services::membership::save_preferences(&request.cx, &request.member()?, &preferences).await?;
    crate::response::go(&format!("/{}/account?done=saved", request.script));
    Ok(())
}
