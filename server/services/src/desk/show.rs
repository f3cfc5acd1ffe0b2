//! A booking as staff see it.

use domain::{
    Fen, Rule,
    booking::{Booking, Number},
    desk::Permission,
};
use entity::booking::Entity;
use i18n::Script;

use super::{contact, need, timeline::timeline};
use crate::{Cx, Result, Staff, audit, booking};

/// The booking of that number. Needs [`Permission::SeeBookings`]; who looked is written down.
///
/// # Errors
/// [`Rule::Unknown`] when there is none.
pub async fn show(cx: &Cx, staff: &Staff, script: Script, number: &Number) -> Result<Booking> {
    need(staff.role, Permission::SeeBookings)?;
    let tx = cx.begin().await?;
    let now = cx.now();
    let found = Entity::by_number(number.as_str()).one(&*tx).await?.ok_or(Rule::Unknown)?;
    audit::write(&tx, staff.id, now, "booking-seen", &found.number).await?;
    let events = timeline(&*tx, staff, found.id).await?;
    let mut shown = Booking { events, ..booking::whole(&*tx, script, now, found).await? };
    if !staff.role.may(Permission::SeeMoney) {
        for change in &mut shown.changes {
            (change.difference, change.fee) = (Fen::ZERO, Fen::ZERO);
        }
    }
    tx.commit().await?;
    Ok(contact::booking(staff, shown))
}
