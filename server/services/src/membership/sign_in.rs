//! Signs a member in.

use domain::{Rule, membership::SignInForm};

use super::{SignedIn, account};
use crate::{Cx, Result, Session, password};

/// Signs in by phone or e-mail and password. `address` is where the request came from.
///
/// # Errors
/// [`Rule::Invalid`]; [`Rule::Credentials`] for an unknown account and for a wrong password alike;
/// [`Rule::TooMany`] after too many attempts.
pub async fn sign_in(cx: &Cx, session: &Session, address: &str, form: &SignInForm) -> Result<SignedIn> {
    let (login, typed) = form.parse().map_err(Rule::Invalid)?;
    account::count(cx, address, &login).await?;
    let found = account::of_login(cx, &login).await?;
    let fits = password::verify(cx, &typed, found.as_ref().map(|member| member.password_hash.as_str())).await?;
    let member = found.filter(|_| fits).ok_or(Rule::Credentials)?;
    account::enter(cx, session, address, &login, member.id).await
}
