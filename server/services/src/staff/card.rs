//! What a staff member sees of himself.

use domain::{Rule, desk::StaffCard};
use entity::staff::Entity;
use sea_orm::EntityTrait;

use crate::{Cx, Result, Staff};

/// Who of the staff is signed in.
///
/// # Errors
/// [`Rule::SignIn`] when he does not work here any more.
pub async fn card(cx: &Cx, staff: &Staff) -> Result<StaffCard> {
    let found = Entity::find_by_id(staff.id).one(&cx.db).await?;
    let row = found.filter(|row| row.active).ok_or(Rule::SignIn)?;
    Ok(StaffCard { role: row.role()?, login: row.login, name: row.name })
}
