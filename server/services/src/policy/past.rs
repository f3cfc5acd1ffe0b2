//! What customers did in the last days with what is sold by a policy: bookings given up, and changes.

use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{
    Fen,
    change::ChangeStatus,
    policy::Case,
    terms::Terms,
    time::{from_micros, to_micros},
};
use entity::{booking, booking_change, booking_event, journal, offer};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use super::DAYS;
use crate::{Cx, Result};

/// Most cases of a kind that are looked at, the latest first; a page is to be read, not waited for.
const MOST: u64 = 5_000;

/// What customers did.
pub(super) struct Past {
    /// The cases, each with the number of its booking and the terms that it was sold by.
    pub(super) cases: Vec<(String, Terms, Case)>,
    /// Changes that were made before it was kept what they were made from.
    pub(super) untold: u32,
    /// Older cases than the [`MOST`] of a kind.
    pub(super) left_out: u32,
}

/// What customers did in the last days with what is sold by a policy.
pub(super) async fn past(cx: &Cx, family: i64) -> Result<Past> {
    let since = to_micros(cx.now() - TimeDelta::days(i64::from(DAYS)));
    let offers: Vec<i64> = offer::Entity::find()
        .filter(offer::Column::PolicyId.eq(family))
        .select_only()
        .column(offer::Column::Id)
        .into_tuple()
        .all(&cx.db)
        .await?;
    let mut past = changed(cx, &offers, since).await?;
    let (given_up, left_out) = given_up(cx, &offers, since).await?;
    past.cases.extend(given_up);
    past.left_out += left_out;
    Ok(past)
}

/// The latest of them, and how many there are besides.
async fn latest<E: EntityTrait>(cx: &Cx, all: Select<E>, at: E::Column) -> Result<(Vec<E::Model>, u32)>
where
    E::Model: Sync,
{
    let rows = all.clone().order_by_desc(at).limit(MOST).all(&cx.db).await?;
    let left_out = match rows.len() as u64 {
        MOST => all.count(&cx.db).await?.saturating_sub(MOST),
        _ => 0,
    };
    Ok((rows, u32::try_from(left_out).unwrap_or(u32::MAX)))
}

async fn given_up(cx: &Cx, offers: &[i64], since: i64) -> Result<(Vec<(String, Terms, Case)>, u32)> {
    let of_offers = booking::Entity::find()
        .select_only()
        .column(booking::Column::Id)
        .filter(booking::Column::OfferId.is_in(offers.iter().copied()));
    // What was only held cost nothing to give up.
    let sold = journal::Entity::find()
        .select_only()
        .column(journal::Column::BookingId)
        .filter(journal::Column::Fact.eq("sold"));
    let events = booking_event::Entity::find()
        .filter(booking_event::Column::What.eq("cancelled"))
        .filter(booking_event::Column::At.gte(since))
        .filter(booking_event::Column::BookingId.in_subquery(of_offers.into_query()))
        .filter(booking_event::Column::BookingId.in_subquery(sold.into_query()));
    let (events, left_out) = latest(cx, events, booking_event::Column::At).await?;
    let at: HashMap<i64, i64> = events.into_iter().map(|event| (event.booking_id, event.at)).collect();
    let bookings = booking::Entity::find().filter(booking::Column::Id.is_in(at.keys().copied())).all(&cx.db).await?;
    let told = bookings.iter().map(|booking| {
        let case = Case::Cancelled {
            total: Fen(booking.total_fen),
            floor: Fen(booking.floor_fen),
            starts: from_micros(booking.starts_at),
            at: from_micros(at.get(&booking.id).copied().unwrap_or_default()),
        };
        Ok((booking.number.clone(), booking.terms()?, case))
    });
    Ok((told.collect::<Result<_>>()?, left_out))
}

async fn changed(cx: &Cx, offers: &[i64], since: i64) -> Result<Past> {
    let changes = booking_change::Entity::find()
        .filter(booking_change::Column::MadeAt.gte(since))
        .filter(booking_change::Column::Status.eq(ChangeStatus::Settled.as_str()))
        .filter(booking_change::Entity::made_from(offers, cx.db.get_database_backend()));
    let (changes, left_out) = latest(cx, changes, booking_change::Column::MadeAt).await?;
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
            untold += 1;
            continue;
        };
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
    Ok(Past { cases, untold, left_out })
}
