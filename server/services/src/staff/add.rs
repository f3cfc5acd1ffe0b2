//! Takes somebody on.

use domain::{Fault, Rule, desk::Role, time::to_micros};
use entity::staff::{ActiveModel, Entity};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{Cx, Error, Result, error::is_duplicate, password};

/// Bounds of a password, in characters.
const SHORTEST: usize = 8;
const LONGEST: usize = 128;

/// Adds a staff member: the operator's command, not reachable from a page. The sign-in name is kept in lower case.
///
/// # Errors
/// [`Rule::Invalid`] with every fault; [`Rule::Taken`] when the sign-in name is somebody's.
pub async fn add(cx: &Cx, login: &str, name: &str, role: Role, password: &str) -> Result<()> {
    let login = login.trim().to_lowercase();
    let faults = faults(&login, name, password);
    if !faults.is_empty() {
        return Err(Rule::Invalid(faults).into());
    }
    let row = ActiveModel {
        login: Set(login),
        name: Set(name.trim().to_owned()),
        role: Set(role.as_str().to_owned()),
        password_hash: Set(password::hash(cx, password).await?),
        active: Set(true),
        created_at: Set(to_micros(cx.now())),
        department: Set(role.department().as_str().to_owned()),
        ..Default::default()
    };
    let tx = cx.begin().await?;
    match Entity::insert(row).exec(&*tx).await {
        Err(err) if is_duplicate(&err) => return Err(Rule::Taken.into()),
        added => added.map_err(Error::from)?,
    };
    tx.commit().await
}

fn faults(login: &str, name: &str, password: &str) -> Vec<Fault> {
    let is_login = (1..=40).contains(&login.len())
        && login.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    let is_name = (1..=40).contains(&name.trim().chars().count()) && !name.trim().chars().any(char::is_control);
    let is_long = password.chars().nth(SHORTEST - 1).is_some();
    let is_short = password.chars().nth(LONGEST).is_none();
    [
        (is_login, Fault::new("login", "bad-characters")),
        (is_name, Fault::new("name", "required")),
        (is_long, Fault::bound("password", "too-short", 8)),
        (is_short, Fault::bound("password", "too-long", 128)),
    ]
    .into_iter()
    .filter_map(|(fine, fault)| (!fine).then_some(fault))
    .collect()
}
