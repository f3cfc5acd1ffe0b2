//! What registering and signing in have in common.

use chrono::TimeDelta;
use domain::membership::Login;
use entity::member::{self, Column};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::SignedIn;
use crate::{
    Cx, Member, Result, Session, Tx,
    session::{Who, rotate},
    throttle,
};

/// Failed attempts at one account, from wherever.
const PER_ACCOUNT: u32 = 10;

/// Failed attempts of one address at whatever accounts, and new accounts: a household or a small office may share it.
const PER_ADDRESS: u32 = 30;

/// Both within this time.
const WINDOW: TimeDelta = TimeDelta::minutes(15);

/// The limits' buckets.
const ADDRESS: &str = "sign-in-address";
const ACCOUNT: &str = "sign-in-account";

/// Counts an attempt before anything is looked up, so that known and unknown accounts run out alike.
pub(super) async fn count(cx: &Cx, address: &str, login: &Login) -> Result<()> {
    throttle::hit(cx, ADDRESS, address, PER_ADDRESS, WINDOW).await?;
    throttle::hit(cx, ACCOUNT, &login.to_string(), PER_ACCOUNT, WINDOW).await
}

/// The member who signs in so.
pub(super) async fn of_login(cx: &Cx, login: &Login) -> Result<Option<member::Model>> {
    let column = match login {
        Login::Phone(_) => Column::Phone,
        Login::Email(_) => Column::Email,
    };
    Ok(member::Entity::find().filter(column.eq(login.to_string())).one(&cx.db).await?)
}

/// Signs in the member who knew his password: the session gets a new secret, the old one is void, and the attempt is
/// not held against account and address.
pub(super) async fn enter(
    cx: &Cx,
    session: &Session,
    address: &str,
    login: &Login,
    member_id: i64,
) -> Result<SignedIn> {
    let tx = cx.begin().await?;
    let signed_in = rotated(cx, &tx, session, member_id).await?;
    throttle::forgive(cx, &tx, ACCOUNT, &login.to_string()).await?;
    throttle::forgive(cx, &tx, ADDRESS, address).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// Signs in the member who has just been made. His address keeps the attempt: accounts are not made in heaps.
pub(super) async fn enter_new(cx: &Cx, session: &Session, member_id: i64) -> Result<SignedIn> {
    let tx = cx.begin().await?;
    let signed_in = rotated(cx, &tx, session, member_id).await?;
    tx.commit().await?;
    Ok(signed_in)
}

async fn rotated(cx: &Cx, tx: &Tx, session: &Session, member_id: i64) -> Result<SignedIn> {
    let (secret, session, _) = rotate(tx, session, Who::Member(member_id), cx.now()).await?;
    Ok(SignedIn { secret, member: Member { id: member_id, session } })
}
