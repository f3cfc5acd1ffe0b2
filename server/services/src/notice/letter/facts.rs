//! What stands in a letter's tables.

use domain::{notice::Topic, time::from_micros};
use i18n::{format, t, text};

use super::{
    booking::BookingTale,
    shelf::Wanted,
    words::{address, item, line, times, units},
};
use crate::{
    Result,
    booking::cancel::{Money, sold},
};

/// A label and what it is of.
pub(super) type Row = (String, String);

/// A table with a caption.
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) rows: Vec<Row>,
    /// The last row is the sum of the others.
    pub(super) summed: bool,
}

/// The tables of a letter, and what stands below them.
pub(super) struct Facts {
    pub(super) tables: Vec<Table>,
    pub(super) notes: Vec<String>,
}

/// What the letter has beside its paragraphs: the service always; price, money and terms while they matter.
pub(super) fn facts(story: &BookingTale) -> Result<Facts> {
    let mut facts = Facts { tables: vec![service(story)], notes: Vec::new() };
    if let Some(wanted) = &story.wanted {
        facts.tables.extend([becomes(story, wanted)?, difference(story, wanted)]);
    }
    if matches!(story.topic, Topic::Placed | Topic::Confirmed | Topic::Changed | Topic::Divided) {
        facts.tables.push(price(story)?);
        facts.tables.push(money(story)?);
        terms(story, &mut facts)?;
    }
    if story.has_calendar() {
        let id = if story.is_withdrawn() { "mail-calendar-withdrawn" } else { "mail-calendar" };
        facts.notes.push(text(story.script, id));
    }
    facts.tables.retain(|table| !table.rows.is_empty());
    Ok(facts)
}

fn service(story: &BookingTale) -> Table {
    let BookingTale { script, kind, booking, place, offer, .. } = story;
    let script = *script;
    let place_label = if *kind == domain::Kind::Trip { t!(script, "boarding-place") } else { t!(script, "address") };
    let mut rows = vec![
        (t!(script, "booking-number"), booking.number.clone()),
        (t!(script, "row-offer"), line(offer.name().get(script))),
        (t!(script, "mail-place"), line(place.name().get(script))),
        (place_label, address(place.city_name().get(script), place.address().get(script))),
        (t!(script, "place-phone"), line(&place.phone)),
    ];
    rows.extend(times(script, *kind, from_micros(booking.starts_at), from_micros(booking.ends_at)));
    rows.push((t!(script, "row-units"), units(script, *kind, booking.units, booking.heads)));
    rows.push((t!(script, "contact-name"), line(&booking.name)));
    rows.retain(|(_, value)| !value.is_empty());
    Table { caption: t!(script, "section-service"), rows, summed: false }
}

/// What a change that waits makes of it.
fn becomes(story: &BookingTale, wanted: &Wanted) -> Result<Table> {
    let (script, change) = (story.script, &wanted.change);
    let wish = change.asked()?.wish;
    let mut rows = vec![
        (t!(script, "row-offer"), line(wanted.offer.name().get(script))),
        (t!(script, "mail-place"), line(wanted.place.name().get(script))),
    ];
    rows.extend(times(script, story.kind, from_micros(change.starts_at), from_micros(change.ends_at)));
    rows.push((t!(script, "row-units"), units(script, story.kind, wish.units, wish.heads)));
    rows.push((t!(script, "quote-total"), format::money(change.total_fen)));
    Ok(Table { caption: t!(script, "mail-wanted"), rows, summed: false })
}

/// What is to be paid for it, until when.
fn difference(story: &BookingTale, wanted: &Wanted) -> Table {
    let (script, change) = (story.script, &wanted.change);
    let mut rows = vec![(t!(script, "mail-difference"), format::money(change.difference_fen))];
    if let Some(until) = change.hold_until {
        rows.push((t!(script, "held-left"), format::moment_full(script, from_micros(until))));
    }
    Table { caption: t!(script, "mail-money"), rows, summed: false }
}

fn price(story: &BookingTale) -> Result<Table> {
    let script = story.script;
    let mut rows = Vec::new();
    for sold in story.booking.lines()? {
        let each = format!("{} × {}", format::money(sold.each.0), sold.count);
        rows.push((format!("{}  {each}", item(script, &sold.item)), format::money(sold.total.0)));
    }
    rows.push((t!(script, "quote-total"), format::money(story.booking.total_fen)));
    Ok(Table { caption: t!(script, "quote-caption"), rows, summed: true })
}

/// What has come and what is still to come, until when.
fn money(story: &BookingTale) -> Result<Table> {
    let (script, booking) = (story.script, &story.booking);
    let mut rows = Vec::new();
    for payment in &story.payments {
        let way = text(script, &format!("mail-way-{}", payment.way()?));
        let came = payment.settled_at.map(|at| format::moment_full(script, from_micros(at))).unwrap_or_default();
        let amount = format::money_in(payment.came_in(), payment.received_fen.unwrap_or_default());
        rows.push((format!("{way}  {came}"), amount));
    }
    if booking.paid_fen > 0 {
        rows.push((t!(script, "mail-paid"), format::money(booking.paid_fen)));
    }
    if booking.refunded_fen > 0 {
        rows.push((t!(script, "mail-refunded"), format::money(booking.refunded_fen)));
    }
    if story.status == domain::booking::Status::Held && story.due > domain::Fen::ZERO {
        rows.push((t!(script, "mail-due"), format::money(story.due.0)));
        if let Some(until) = booking.hold_until {
            rows.push((t!(script, "held-left"), format::moment_full(script, from_micros(until))));
        }
    }
    Ok(Table { caption: t!(script, "mail-money"), rows, summed: false })
}

/// What a cancellation gives back, as dates, from when it is told on.
fn terms(story: &BookingTale, facts: &mut Facts) -> Result<()> {
    let (script, booking) = (story.script, &story.booking);
    let terms = booking.terms()?;
    let money = Money { kept: domain::Fen::ZERO, fees: domain::Fen(booking.fee_fen) };
    let curve = sold(booking, &money, &terms, from_micros(story.since))?.curve(from_micros(story.since));
    let mut from = None;
    let mut rows = Vec::with_capacity(curve.len());
    for step in &curve {
        let when = match (from, step.until) {
            (_, Some(until)) => t!(script, "curve-before", time = format::moment(script, until)),
            (Some(after), None) => t!(script, "curve-after", time = format::moment(script, after)),
            (None, None) => t!(script, "curve-always"),
        };
        from = step.until;
        rows.push((when, t!(script, "curve-refund", percent = step.percent, amount = format::money(step.refund.0))));
    }
    facts.tables.push(Table { caption: t!(script, "terms-title"), rows, summed: false });
    facts.notes.extend(terms.sentences(script));
    let hash: String = booking.terms_hash.chars().take(16).collect();
    facts.notes.push(t!(script, "terms-version", version = line(&terms.version), hash = hash));
    if let Some(hash) = &booking.price_hash {
        facts.notes.push(t!(script, "price-version", hash = hash.chars().take(16).collect::<String>()));
    }
    Ok(())
}
