//! What customers did in the last days with what is sold by a policy: bookings given up, and changes.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use domain::{
    Fen,
    change::ChangeStatus,
    policy::Case,
    terms::Terms,
    time::{from_micros, to_micros},
};
use entity::{booking, booking_change, booking_event, journal, offer};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::DAYS;
use crate::{Cx, Result};

/// Most cases that are looked at, the latest first; a page is to be read, not waited for.
const MOST: u64 = 5_000;

/// The cases, each with the number of its booking and the terms that it was sold by; and how many changes were made before it was kept
/// what they were made from.
pub(super) async fn cases(cx: &Cx, family: i64) -> Result<(Vec<(String, Terms, Case)>, u32)> {
    let since = to_micros(cx.now() - TimeDelta::days(i64::from(DAYS)));
    let offers: Vec<i64> = offer::Entity::find()
        .filter(offer::Column::PolicyId.eq(family))
        .select_only()
        .column(offer::Column::Id)
        .into_tuple()
        .all(&cx.db)
        .await?;
    let mut cases = given_up(cx, &offers, since).await?;
    let (changed, untold) = changed(cx, &offers, since).await?;
    cases.extend(changed);
    Ok((cases, untold))
}

async fn given_up(cx: &Cx, offers: &[i64], since: i64) -> Result<Vec<(String, Terms, Case)>> {
    let events = booking_event::Entity::find()
        .filter(booking_event::Column::What.eq("cancelled"))
        .filter(booking_event::Column::At.gte(since))
        .order_by_desc(booking_event::Column::At)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    let at: HashMap<i64, i64> = events.into_iter().map(|event| (event.booking_id, event.at)).collect();
    let bookings = booking::Entity::find()
        .filter(booking::Column::Id.is_in(at.keys().copied()))
        .filter(booking::Column::OfferId.is_in(offers.iter().copied()))
        .all(&cx.db)
        .await?;
    // What was only held cost nothing to give up.
    let sold: HashSet<i64> = journal::Entity::find()
        .filter(journal::Column::BookingId.is_in(bookings.iter().map(|booking| booking.id)))
        .filter(journal::Column::Fact.eq("sold"))
        .all(&cx.db)
        .await?
        .into_iter()
        .map(|fact| fact.booking_id)
        .collect();
    let told = bookings.iter().filter(|booking| sold.contains(&booking.id)).map(|booking| {
        let case = Case::Cancelled {
            total: Fen(booking.total_fen),
            floor: Fen(booking.floor_fen),
            starts: from_micros(booking.starts_at),
            at: from_micros(at.get(&booking.id).copied().unwrap_or_default()),
        };
        Ok((booking.number.clone(), booking.terms()?, case))
    });
    told.collect()
}

async fn changed(cx: &Cx, offers: &[i64], since: i64) -> Result<(Vec<(String, Terms, Case)>, u32)> {
    let changes = booking_change::Entity::find()
        .filter(booking_change::Column::MadeAt.gte(since))
        .filter(booking_change::Column::Status.eq(ChangeStatus::Settled.as_str()))
        .order_by_desc(booking_change::Column::MadeAt)
        .limit(MOST)
        .all(&cx.db)
        .await?;
    let bookings: HashMap<i64, booking::Model> = booking::Entity::find()
        .filter(booking::Column::Id.is_in(changes.iter().map(|change| change.booking_id)))
        .all(&cx.db)
        .await?
        .into_iter()
        .map(|booking| (booking.id, booking))
        .collect();
    let (mut cases, mut untold) = (Vec::new(), 0);
    for change in &changes {
        let Some(booking) = bookings.get(&change.booking_id) else { continue };
        let Some(was) = change.was()? else {
            untold += u32::from(offers.contains(&change.offer_id));
            continue;
        };
        if !was.confirmed || !offers.contains(&was.offer) {
            continue;
        }
        let case = Case::Changed {
            lines: was.lines,
            floor: Fen(was.floor),
            starts: from_micros(was.starts),
            wanted: change.lines()?,
            same_offer: was.offer == change.offer_id,
            then: from_micros(change.starts_at),
            free: change.asked()?.free,
            at: from_micros(change.made_at),
        };
        cases.push((booking.number.clone(), booking.terms()?, case));
    }
    Ok((cases, untold))
}
