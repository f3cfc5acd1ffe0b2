//! Makes somebody a member.

use domain::{
    Rule,
    membership::{Login, RegisterForm, Registration},
    time::to_micros,
};
use entity::member;
use i18n::Script;
use rand::Rng;
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{SignedIn, account};
use crate::{Cx, Error, Result, Session, error::is_duplicate, password};

/// How often another card number, or another look at the account, is tried.
const TRIES: usize = 5;

/// Registers and signs in. Whoever registers what he has registered before, with the password that fits, just signs in.
///
/// # Errors
/// [`Rule::Invalid`]; [`Rule::Taken`] when the phone number or address belongs to an account with another password;
/// [`Rule::TooMany`] after too many attempts.
pub async fn register(
    cx: &Cx,
    session: &Session,
    address: &str,
    script: Script,
    form: &RegisterForm,
) -> Result<SignedIn> {
    let registration = form.parse().map_err(Rule::Invalid)?;
    account::count(cx, address, &registration.login).await?;
    for _ in 0..TRIES {
        if let Some(member) = account::of_login(cx, &registration.login).await? {
            let fits = password::verify(cx, &registration.password, Some(&member.password_hash)).await?;
            if !fits {
                return Err(Rule::Taken.into());
            }
            return account::enter(cx, session, address, &registration.login, member.id).await;
        }
        match insert(cx, script, &registration).await {
            // The account has just been made by another request, or the card number is somebody's: look again.
            Err(Error::Database(err)) if is_duplicate(&err) => {}
            made => return account::enter_new(cx, session, made?).await,
        }
    }
    Err(Rule::Busy.into())
}

async fn insert(cx: &Cx, script: Script, registration: &Registration) -> Result<i64> {
    let (phone, email) = match &registration.login {
        Login::Phone(phone) => (Some(phone.to_string()), None),
        Login::Email(email) => (None, Some(email.to_string())),
    };
    let row = member::ActiveModel {
        phone: Set(phone),
        email: Set(email),
        name: Set(registration.name.clone()),
        password_hash: Set(password::hash(cx, &registration.password).await?),
        script: Set(script.prefix().to_owned()),
        card: Set(card()),
        preferences: Set(String::new()),
        created_at: Set(to_micros(cx.now())),
        ..Default::default()
    };
    let tx = cx.begin().await?;
    let id = member::Entity::insert(row).exec(&*tx).await?.last_insert_id;
    tx.commit().await?;
    Ok(id)
}

/// A card number that tells neither how many members there are nor who came before whom.
fn card() -> String {
    let mut random = rand::rng();
    let mut four = || random.random_range(0..10_000);
    format!("YD {:04} {:04}", four(), four())
}
