//! What a booking is about, line by line, as summary, page, print and desk show it.

use chrono::NaiveTime;
use domain::{
    Kind,
    booking::{Booking, BookingForm, Event, Status},
    catalogue::{OfferPage, Quoted, Wish},
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{Section, SummaryList, SummaryRow, Timeline, TimelineItem};

use crate::{
    Viewer,
    catalogue::{FullTerms, QuoteLines},
    change,
    form::query,
    words,
};

/// Key and value of a line.
pub(super) type Row = (String, String);

/// Lines as a summary list; blank ones are left out.
#[must_use]
pub fn service_rows(rows: Vec<(String, String)>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| SummaryRow::text(key, value))
        .collect();
    view! { <SummaryList rows=rows /> }
}

/// What is wanted, before there is a booking.
#[must_use]
pub(super) fn wish_rows(script: Script, offer: &OfferPage, quoted: &Quoted) -> Vec<Row> {
    let mut rows = vec![
        (t!(script, "row-offer"), format!("{} · {}", offer.place, offer.name)),
        (place_label(script, offer.kind), words::address(&offer.city, &offer.address)),
    ];
    rows.extend(times(script, offer.kind, quoted.starts, quoted.ends));
    rows.push((t!(script, "row-units"), units(script, offer.kind, quoted.wish.units, quoted.wish.heads)));
    rows
}

/// Who it is for, as filled in.
#[must_use]
pub(super) fn contact_rows(script: Script, form: &BookingForm) -> Vec<Row> {
    vec![
        (t!(script, "contact-name"), form.name.clone()),
        (t!(script, "contact-phone"), form.phone.clone()),
        (t!(script, "contact-email"), form.email.clone()),
        (t!(script, "contact-id"), form.id_number.clone()),
        (t!(script, "contact-arrival"), form.arrival.clone()),
        (t!(script, "contact-remarks"), form.remarks.clone()),
        (t!(script, "contact-preferences"), form.preferences.clone()),
    ]
}

/// What was booked.
#[must_use]
pub(super) fn booked_rows(script: Script, booking: &Booking) -> Vec<Row> {
    let row = &booking.row;
    let mut rows = vec![
        (t!(script, "row-offer"), format!("{} · {}", row.place, row.offer)),
        (place_label(script, row.kind), booking.address.clone()),
        (t!(script, "place-phone"), booking.place_phone.clone()),
    ];
    rows.extend(times(script, row.kind, row.starts, row.ends));
    rows.push((t!(script, "row-units"), units(script, row.kind, row.units, row.heads)));
    rows
}

/// Who booked.
#[must_use]
pub(super) fn booker_rows(script: Script, booking: &Booking) -> Vec<Row> {
    vec![
        (t!(script, "contact-name"), booking.row.name.clone()),
        (t!(script, "contact-phone"), booking.row.phone.clone()),
        (t!(script, "contact-email"), booking.email.clone()),
        (t!(script, "contact-id"), booking.id_number.clone()),
        (t!(script, "contact-arrival"), booking.arrival.map(format::time).unwrap_or_default()),
        (t!(script, "contact-remarks"), booking.remarks.clone()),
        (t!(script, "contact-preferences"), booking.preferences.clone()),
    ]
}

/// A booking's service, contact, price, terms and history.
#[component]
pub fn BookingDetail(
    /// The booking.
    booking: Booking,
) -> impl IntoView {
    let script = Viewer::current().script;
    let events = booking
        .events
        .iter()
        .map(|event| TimelineItem {
            at: format::moment_full(script, event.at),
            title: i18n::text(script, &format!("event-{}", event.what)),
            note: event_note(script, event),
        })
        .collect();
    let (booked, booker) = (booked_rows(script, &booking), booker_rows(script, &booking));
    let over = !matches!(booking.row.status, Status::Held | Status::Confirmed);
    let former = booking.former.join(&t!(script, "list-comma"));
    let former = (!former.is_empty()).then(|| view! { <p>{t!(script, "former-numbers", former = former)}</p> });
    let hash = booking.price_hash.as_ref().map(|hash| {
        let hash: String = hash.chars().take(16).collect();
        t!(script, "price-version", hash = hash)
    });
    view! {
        <Section title=t!(script, "section-service")>{service_rows(booked)} {former}</Section>
        <Section title=t!(script, "section-price")>
            <QuoteLines lines=booking.lines total=booking.row.total />
            {hash.map(|hash| view! { <p class="muted">{hash}</p> })}
        </Section>
        <Section title=t!(script, "section-contact")>{service_rows(booker)}</Section>
        <FullTerms
            terms=booking.terms
            curve=booking.curve
            starts=booking.row.starts
            over=over
            hash=booking.terms_hash
        />
        <Section title=t!(script, "section-history")>
            <Timeline items=events />
        </Section>
    }
}

/// Who it was; at the desk also which of the staff.
#[must_use]
pub(crate) fn doer(script: Script, event: &Event) -> String {
    let actor = i18n::text(script, &format!("actor-{}", event.actor));
    match &event.desk {
        Some(desk) if !desk.name.is_empty() => format!("{actor} · {}", desk.name),
        _ => actor,
    }
}

/// The number of the other booking that it is about, or the one that this booking had before; blank for none.
#[must_use]
pub(crate) fn other_number(script: Script, event: &Event) -> String {
    match event.what.as_str() {
        _ if event.other.is_empty() => String::new(),
        "renumbered" => t!(script, "event-number-before", number = event.other.clone()),
        _ => t!(script, "event-number", number = event.other.clone()),
    }
}

/// Who it was, about which other booking, and why; at the desk also how much, which way and what went wrong.
fn event_note(script: Script, event: &Event) -> String {
    let mut said = vec![doer(script, event), other_number(script, event)];
    if let Some(desk) = &event.desk {
        let word = |kind: &str, word: &str| {
            let id = format!("{kind}-{word}");
            if i18n::has(script, &id) { i18n::text(script, &id) } else { String::new() }
        };
        said.push(match desk.amount {
            Some(difference) if !event.change.is_empty() => change::difference(script, difference),
            Some(amount) => format::money_in(&desk.currency, amount.0),
            None => String::new(),
        });
        said.extend([word("way", &desk.way), word("trouble", &desk.trouble)]);
        said.extend([word("resolution", &desk.how), word("reason", &desk.reason)]);
    }
    said.push(event.why.clone());
    said.retain(|part| !part.is_empty());
    said.join(" · ")
}

/// The way to the offer with the same wish, but for its extras.
#[must_use]
pub(crate) fn offer_again(viewer: &Viewer, booking: &Booking) -> String {
    let row = &booking.row;
    let (first, last) = (domain::time::day_of(row.starts), domain::time::day_of(row.ends));
    let wish = Wish {
        day: first,
        nights: u32::try_from((last - first).num_days()).unwrap_or(1).max(1),
        units: row.units,
        heads: row.heads,
        at: (row.kind != Kind::Stay).then(|| domain::time::wall_time(row.starts)),
        extras: Vec::new(),
    };
    viewer.to(&format!("/offers/{}{}", booking.slug, query::write(wish.query())))
}

/// Where to pay at the counter: the house, or a trip's boarding place, since a route has no counter.
#[must_use]
pub(crate) fn counter(kind: Kind, place: &str, address: &str) -> String {
    if kind == Kind::Trip { address.to_owned() } else { place.to_owned() }
}

fn place_label(script: Script, kind: Kind) -> String {
    if kind == Kind::Trip { t!(script, "boarding-place") } else { t!(script, "address") }
}

fn times(script: Script, kind: Kind, starts: domain::Instant, ends: domain::Instant) -> Vec<Row> {
    let end_time: NaiveTime = domain::time::wall_time(ends);
    match kind {
        Kind::Stay => vec![
            (t!(script, "row-check-in"), format::moment_full(script, starts)),
            (t!(script, "row-check-out"), format::moment_full(script, ends)),
        ],
        Kind::Venue => vec![
            (t!(script, "row-starts"), format::moment_full(script, starts)),
            (t!(script, "row-ends"), format::time(end_time)),
        ],
        Kind::Trip => vec![
            (t!(script, "row-departs"), format::moment_full(script, starts)),
            (t!(script, "row-arrives"), format::time(end_time)),
        ],
    }
}

pub(crate) fn units(script: Script, kind: Kind, units: u32, heads: u32) -> String {
    match kind {
        Kind::Stay => t!(script, "units-stay", rooms = units, heads = heads),
        Kind::Venue => t!(script, "heads-count", heads = heads),
        Kind::Trip => t!(script, "passengers-count", heads = heads),
    }
}
