//! A booking, whole (B4).

use domain::{
    Rule,
    booking::{Booking, Number},
};
use entity::booking::Entity;
use i18n::Script;
use sea_orm::QueryFilter;

use super::whole;
use crate::{Asker, Cx, Result};

/// The booking of that number, if the asker may see it: his own as a member, or granted to his session.
///
/// # Errors
/// [`Rule::Unknown`] when there is none, or it is somebody else's.
pub async fn show(cx: &Cx, asker: &Asker, script: Script, number: &Number) -> Result<Booking> {
    let found = Entity::seen_by(&asker.session().hash, asker.member_id())
        .filter(Entity::called(number.as_str()))
        .one(&cx.db)
        .await?
        .ok_or(Rule::Unknown)?;
    whole(&cx.db, script, cx.now(), found).await
}
