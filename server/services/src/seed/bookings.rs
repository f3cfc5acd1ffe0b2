//! Places the demo bookings the way customers do, with the clock turned back to when they did, and lets happen what
//! became of them.

use std::sync::Arc;

use chrono::{Days, TimeDelta};
use domain::{
    Instant, Kind,
    booking::{BookingForm, Number, Order},
    catalogue::OfferLimits,
    desk::Role,
    payment::{ReceiptForm, Way},
    time::{day_of, from_micros},
};
use entity::{booking, extra, offer, payment as paid_row, refund};
use sea_orm::{EntityTrait as _, QueryOrder as _};

use super::{
    content::{Booking, Content, Fate, Person},
    people::Written,
};
use crate::{
    Asker, Clock, Cx, Error, Member, Result, Staff,
    booking::{cancel::give_up, timeline::By},
    job, payment, session,
};

/// A payment at the counter follows the order within minutes.
const PAID: TimeDelta = TimeDelta::minutes(8);

/// A clock that stands.
pub(super) struct Then(pub(super) Instant);

impl Clock for Then {
    fn now(&self) -> Instant {
        self.0
    }
}

/// Places them all; says how many were. One that finds no room that day is left out.
pub(super) async fn place(cx: &Cx, content: &Content, people: &Written) -> Result<usize> {
    let (now, clerk) = (cx.now(), people.colleague(Role::Agent)?);
    let mut placed = 0;
    for (index, booking) in content.bookings.iter().enumerate() {
        let then = now - TimeDelta::hours(booking.placed);
        let back = cx.clone().with_clock(Arc::new(Then(then)));
        let (person, member) = who(content, &people.members, &booking.who)?;
        match order(&back, now, index, booking, person, member).await {
            Ok(number) => {
                settle(cx, &number, booking.fate, then, clerk).await?;
                placed += 1;
            }
            Err(Error::Refused(rule)) => tracing::debug!(rule = rule.code(), index, "a demo booking found no room"),
            Err(err) => return Err(err),
        }
    }
    review(cx, people).await?;
    Ok(placed)
}

/// Somebody has begun with what goes back: the newest waits to be checked, the next to be released, the others to be paid out. And with
/// what was collected: the newest waits to be checked, the next to be taken over.
async fn review(cx: &Cx, people: &Written) -> Result<()> {
    let (wang, sun) = (people.colleague(Role::Supervisor)?, people.colleague(Role::Finance)?);
    let asked = refund::Entity::find().order_by_desc(refund::Column::Since).all(&cx.db).await?;
    for (index, row) in asked.iter().enumerate().skip(1) {
        payment::check(cx, wang, &row.number).await?;
        if index > 1 {
            payment::release(cx, sun, &row.number).await?;
        }
    }
    let collected = paid_row::Entity::find().order_by_desc(paid_row::Column::SettledAt).all(&cx.db).await?;
    for (index, row) in collected.iter().enumerate().skip(2) {
        payment::check_collection(cx, wang, &row.number).await?;
        if index > 4 {
            payment::take_collection(cx, sun, &row.number).await?;
        }
    }
    Ok(())
}

/// `m3` or `g3` as a person, and as a member if he is one.
pub(super) fn who<'a>(content: &'a Content, members: &[i64], who: &str) -> Result<(&'a Person, Option<i64>)> {
    let unknown = || Error::Internal(format!("the demo data has nobody {who:?}"));
    let (list, index) = who.split_at_checked(1).ok_or_else(unknown)?;
    let index: usize = index.parse().map_err(|_| unknown())?;
    let people = if list == "m" { &content.people.members } else { &content.people.guests };
    let person = people.get(index).ok_or_else(unknown)?;
    Ok((person, if list == "m" { members.get(index).copied() } else { None }))
}

async fn order(
    cx: &Cx,
    now: Instant,
    index: usize,
    booking: &Booking,
    person: &Person,
    member: Option<i64>,
) -> Result<Number> {
    let today = day_of(now);
    let form = BookingForm {
        slug: booking.offer.clone(),
        day: offset(today, booking.day).to_string(),
        nights: booking.nights.clone(),
        rooms: booking.rooms.clone(),
        heads: booking.heads.clone(),
        at: booking.at.clone(),
        extras: booking.extras.clone(),
        name: person.name.clone(),
        phone: person.phone.clone(),
        email: person.email.clone(),
        id_number: person.id_number.clone(),
        arrival: booking.arrival.clone(),
        remarks: booking.remarks.clone(),
        preferences: person.preferences.clone(),
    };
    let (limits, needs_id) = limits(cx, &booking.offer).await?;
    let order = form.parse(&limits, needs_id, day_of(cx.now())).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect();
        Error::Internal(format!("demo booking {index} of {}: {}", booking.offer, faults.join(", ")))
    })?;
    let (_, session) = session::start(cx).await?;
    let asker = match member {
        Some(id) => Asker::Member(Member { id, session }),
        None => Asker::Guest(session),
    };
    let order = Order { way: Way::Counter, ..order };
    crate::booking::place(cx, &asker, person.script, &format!("demo-{index}"), &order).await
}

async fn limits(cx: &Cx, slug: &str) -> Result<(OfferLimits, bool)> {
    let offer = offer::Entity::by_slug(slug).one(&cx.db).await?;
    let offer = offer.ok_or_else(|| Error::Internal(format!("the demo data has no offer {slug:?}")))?;
    let extras = extra::Entity::of_offer(offer.id).all(&cx.db).await?;
    Ok((offer.limits(extras.into_iter().map(|extra| extra.code).collect())?, offer.needs_id))
}

fn offset(today: chrono::NaiveDate, days: i64) -> chrono::NaiveDate {
    let size = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(size) } else { today.checked_add_days(size) };
    day.unwrap_or(today)
}

/// Lets happen what became of a booking.
async fn settle(cx: &Cx, number: &Number, fate: Fate, placed: Instant, clerk: &Staff) -> Result<()> {
    match fate {
        Fate::Held => Ok(()),
        Fate::Expired => {
            let found = booking::Entity::by_number(number.as_str()).one(&cx.db).await?;
            let end = found.and_then(|row| row.hold_until).map_or(placed, from_micros);
            // The job finds it at its end.
            job::expire(&cx.clone().with_clock(Arc::new(Then(end.min(cx.now()))))).await.map(|_| ())
        }
        Fate::Confirmed => pay(cx, number, placed, clerk).await,
        Fate::Cancelled => {
            pay(cx, number, placed, clerk).await?;
            cancel(cx, number, placed + PAID).await
        }
    }
}

/// Payment at the counter, some minutes after the order.
async fn pay(cx: &Cx, number: &Number, placed: Instant, clerk: &Staff) -> Result<()> {
    let then = cx.clone().with_clock(Arc::new(Then(placed + PAID)));
    let booking = booking::Entity::by_number(number.as_str()).one(&cx.db).await?;
    let booking = booking.ok_or_else(|| Error::Internal("a demo booking is gone".to_owned()))?;
    let form = ReceiptForm {
        number: number.to_string(),
        way: Way::Counter.as_str().to_owned(),
        amount: format!("{}.{:02}", booking.total_fen / 100, booking.total_fen % 100),
        slip: String::new(),
    };
    payment::record(&then, clerk, number.as_str(), &form).await.map(|_| ())
}

/// The customer gave up half-way between payment and service, or now, and has his money back.
async fn cancel(cx: &Cx, number: &Number, paid: Instant) -> Result<()> {
    let tx = cx.begin().await?;
    let found = booking::Entity::by_number(number.as_str()).one(&*tx).await?;
    let row = found.ok_or_else(|| Error::Internal("a demo booking is gone".to_owned()))?;
    let end = cx.now().min(from_micros(row.starts_at));
    let then = paid + (end - paid) / 2;
    give_up(cx, &tx, &row, false, By::Customer(row.member_id), why(&row), then).await?;
    tx.commit().await
}

/// What the customer said, in his script.
fn why(row: &booking::Model) -> &'static str {
    match (row.script.as_str(), row.kind.parse::<Kind>()) {
        ("zh-hant", _) => "行程有變，改期再約。",
        (_, Ok(Kind::Trip)) => "改乘高铁。",
        _ => "同行的人临时来不了。",
    }
}
