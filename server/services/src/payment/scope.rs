//! Whose booking it is: found by its number among those the asker may see.

use domain::{Rule, booking::Number, desk::Permission};
use entity::booking::{Entity, Model};
use sea_orm::{ConnectionTrait, QueryFilter};

use crate::{Asker, Result, desk::need};

/// The asker's booking of that number; to staff who may change bookings, any.
///
/// # Errors
/// [`Rule::Unknown`] when there is none, or it is somebody else's; [`Rule::Forbidden`] to other staff.
pub(crate) async fn seen(db: &impl ConnectionTrait, asker: &Asker, number: &Number) -> Result<Model> {
    if let Asker::Staff(staff) = asker {
        need(staff.role, Permission::ChangeBookings)?;
        return any(db, number.as_str()).await;
    }
    let seen = Entity::seen_by(&asker.session().hash, asker.member_id()).filter(Entity::called(number.as_str()));
    Ok(seen.one(db).await?.ok_or(Rule::Unknown)?)
}

/// The booking of that number, whoever made it: for staff.
///
/// # Errors
/// [`Rule::Unknown`] when there is none.
pub(super) async fn any(db: &impl ConnectionTrait, number: &str) -> Result<Model> {
    Ok(Entity::by_number(number).one(db).await?.ok_or(Rule::Unknown)?)
}
