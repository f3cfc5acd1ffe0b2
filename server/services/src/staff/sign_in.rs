//! Signs a staff member in.

use chrono::TimeDelta;
use domain::{Rule, membership::SignInForm};
use entity::staff::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    Cx, Result, Session, Staff, audit, password,
    session::{Who, rotate},
    throttle,
};

/// Failed attempts at one account, from wherever.
const PER_ACCOUNT: u32 = 10;

/// Failed attempts of one address: a desk's computers may share it.
const PER_ADDRESS: u32 = 30;

/// Both within this time.
const WINDOW: TimeDelta = TimeDelta::minutes(15);

/// The limits' buckets.
const ADDRESS: &str = "staff-address";
const ACCOUNT: &str = "staff-account";

/// A staff member who has just signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffIn {
    /// The session's new secret: the cookie's new value.
    pub secret: String,
    /// Who it is.
    pub staff: Staff,
}

/// Signs in by sign-in name and password, for a working day. `address` is where the request came from.
///
/// # Errors
/// [`Rule::Invalid`]; [`Rule::Credentials`] for an unknown name, a wrong password and somebody who has left alike;
/// [`Rule::TooMany`] after too many attempts.
pub async fn sign_in(cx: &Cx, session: &Session, address: &str, form: &SignInForm) -> Result<StaffIn> {
    let (login, typed) = form.parse_staff().map_err(Rule::Invalid)?;
    throttle::hit(cx, ADDRESS, address, PER_ADDRESS, WINDOW).await?;
    throttle::hit(cx, ACCOUNT, &login, PER_ACCOUNT, WINDOW).await?;
    let found = Entity::find().filter(Column::Login.eq(login)).one(&cx.db).await?;
    let fits = password::verify(cx, &typed, found.as_ref().map(|row| row.password_hash.as_str())).await?;
    let row = found.filter(|row| fits && row.active).ok_or(Rule::Credentials)?;
    let role = row.role()?;
    let tx = cx.begin().await?;
    let now = cx.now();
    let (secret, session, _) = rotate(&tx, session, Who::Staff(row.id), now).await?;
    audit::write(&tx, row.id, now, "signed-in", &row.login).await?;
    throttle::forgive(cx, &tx, ACCOUNT, &row.login).await?;
    throttle::forgive(cx, &tx, ADDRESS, address).await?;
    tx.commit().await?;
    Ok(StaffIn { secret, staff: Staff { id: row.id, login: row.login, role, session } })
}
