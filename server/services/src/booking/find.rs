//! A guest finds his booking again by its number and his phone number.

use chrono::TimeDelta;
use domain::{Rule, booking::Number, contact::Phone};
use entity::booking::{Column, Entity};
use sea_orm::{ColumnTrait, QueryFilter};
use subtle::ConstantTimeEq;

use super::record;
use crate::{Cx, Result, Session, secret, throttle};

/// Attempts of one address: enough for a family's bookings, too few to try numbers.
const PER_ADDRESS: (u32, TimeDelta) = (10, TimeDelta::minutes(15));

/// Attempts at one number, from wherever: phone numbers cannot be tried either.
const PER_NUMBER: (u32, TimeDelta) = (10, TimeDelta::hours(1));

/// Lets the session see the booking, if number and phone belong together.
///
/// # Errors
/// [`Rule::Unknown`] when there is no such number and when the phone is another: nobody learns which.
/// [`Rule::TooMany`] after too many attempts.
pub async fn find(cx: &Cx, session: &Session, address: &str, number: &Number, phone: &Phone) -> Result<Number> {
    throttle::hit(cx, "find-address", address, PER_ADDRESS.0, PER_ADDRESS.1).await?;
    throttle::hit(cx, "find-number", number.as_str(), PER_NUMBER.0, PER_NUMBER.1).await?;
    let found = Entity::by_number(number.as_str()).one(&cx.db).await?;
    // Compared as hashes, and also when there is nothing to compare with, so that the time tells nothing.
    let stored = found.as_ref().map_or("", |booking| booking.phone.as_str());
    let fits = secret::sha256(stored).as_bytes().ct_eq(secret::sha256(phone.as_str()).as_bytes());
    let booking = found.filter(|_| bool::from(fits)).ok_or(Rule::Unknown)?;
    let tx = cx.begin().await?;
    // What was divided was one booking, of one customer.
    let mut kin = vec![booking];
    let mut at = 0;
    while let Some(one) = kin.get(at) {
        record::grant(&tx, session, one.id).await?;
        let others = Entity::kin_of(one).filter(Column::Phone.eq(&one.phone)).all(&*tx).await?;
        let new: Vec<_> = others.into_iter().filter(|other| kin.iter().all(|known| known.id != other.id)).collect();
        kin.extend(new);
        at += 1;
    }
    tx.commit().await?;
    Ok(number.clone())
}
