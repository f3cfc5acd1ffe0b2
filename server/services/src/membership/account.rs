//! What registering and signing in have in common.

use chrono::TimeDelta;
use domain::membership::Login;
use entity::member::{self, Column};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::SignedIn;
use crate::{
    Cx, Member, Result, Session,
    session::{Who, rotate},
    throttle,
};

/// Attempts at one account, from wherever.
const PER_ACCOUNT: u32 = 10;

/// Attempts of one address, at whatever accounts: a household or a small office may share it.
const PER_ADDRESS: u32 = 30;

/// Both within this time.
const WINDOW: TimeDelta = TimeDelta::minutes(15);

/// Counts an attempt before anything is looked up, so that known and unknown accounts run out alike.
pub(super) async fn count(cx: &Cx, address: &str, login: &Login) -> Result<()> {
    throttle::hit(cx, "sign-in-address", address, PER_ADDRESS, WINDOW).await?;
    throttle::hit(cx, "sign-in-account", &login.to_string(), PER_ACCOUNT, WINDOW).await
}

/// The member who signs in so.
pub(super) async fn of_login(cx: &Cx, login: &Login) -> Result<Option<member::Model>> {
    let column = match login {
        Login::Phone(_) => Column::Phone,
        Login::Email(_) => Column::Email,
    };
    Ok(member::Entity::find().filter(column.eq(login.to_string())).one(&cx.db).await?)
}

/// Signs the member in: the session gets a new secret, the old one is void.
pub(super) async fn enter(cx: &Cx, session: &Session, member_id: i64) -> Result<SignedIn> {
    let tx = cx.begin().await?;
    let (secret, session, _) = rotate(&tx, session, Who::Member(member_id), cx.now()).await?;
    tx.commit().await?;
    Ok(SignedIn { secret, member: Member { id: member_id, session } })
}
