//! How a price, the cancellation curve and alternatives are shown.

use domain::{
    Instant, Rule, Shortage,
    booking::{Item, Line},
    catalogue::{Alternative, Quoted, Way, Wish},
    terms::Step,
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{AlternativeItem, Alternatives, CurveStep, Notice, PriceRow, PriceTable, Tone};

use super::api::Glance;
use crate::{ApiError, Viewer, form::query, inquiry::AskLink, words};

/// The price, line by line.
#[component]
pub fn QuoteLines(
    /// The lines.
    lines: Vec<Line>,
    /// Their sum.
    total: domain::Fen,
) -> impl IntoView {
    let script = Viewer::current().script;
    let rows = lines
        .into_iter()
        .map(|line| PriceRow {
            label: line_label(script, &line.item),
            count: t!(script, "quote-count", count = line.count),
            each: format::money(line.each.0),
            total: format::money(line.total.0),
        })
        .collect();
    view! { <PriceTable caption=t!(script, "quote-caption") rows=rows total_label=t!(script, "quote-total") total=format::money(total.0) /> }
}

/// Why a wish cannot be had, and what else can (B1). The way to a person is for customers: whoever is at the desk is one.
#[component]
pub fn NotAvailable(
    /// The shortage.
    why: Shortage,
    /// Other things that are free.
    others: Vec<Alternative>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let (why, code) = (words::shortage(script, &why), Rule::Full(why).code());
    let others = alternatives(&viewer, &others);
    let ask = (viewer.segment(0) != "desk").then(|| view! { <p><AskLink code=code /></p> });
    view! {
        <Notice tone=Tone::Warn title=t!(script, "not-available")>
            <p>{why}</p>
            {ask}
        </Notice>
        {(!others.is_empty()).then(|| view! { <Alternatives title=t!(script, "alternatives") items=others /> })}
    }
}

/// What a line of the price is for.
pub(crate) fn line_label(script: Script, item: &Item) -> String {
    match item {
        Item::Night(day) => format::day_short(script, *day),
        Item::Head => t!(script, "quote-head"),
        Item::Seat => t!(script, "quote-seat"),
        Item::Extra(name) => name.get(script).to_owned(),
    }
}

/// The cancellation curve in words, the current step marked.
#[must_use]
pub fn curve_steps(script: Script, steps: &[Step]) -> Vec<CurveStep> {
    let mut from: Option<Instant> = None;
    steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let when = match (from, step.until) {
                (_, Some(until)) => t!(script, "curve-before", time = format::moment(script, until)),
                (Some(after), None) => t!(script, "curve-after", time = format::moment(script, after)),
                (None, None) => t!(script, "curve-always"),
            };
            from = step.until;
            CurveStep {
                percent: step.percent,
                when,
                amount: t!(script, "curve-refund", percent = step.percent, amount = format::money(step.refund.0)),
                current: index == 0,
            }
        })
        .collect()
}

/// Other things that are free, as links to their offers.
#[must_use]
pub fn alternatives(viewer: &Viewer, list: &[Alternative]) -> Vec<AlternativeItem> {
    let script = viewer.script;
    list.iter()
        .map(|other| {
            let (way, label) = match other.way {
                Way::Time => (t!(script, "alternative-time"), moment(script, &other.wish)),
                Way::Date => (t!(script, "alternative-date"), moment(script, &other.wish)),
                Way::Elsewhere => (t!(script, "alternative-elsewhere"), other.name.clone()),
            };
            AlternativeItem {
                href: viewer.to(&format!("/offers/{}{}", other.slug, query::write(other.wish.query()))),
                way,
                label,
                price: format::money(other.total.0),
                note: t!(script, "left", free = other.free),
            }
        })
        .collect()
}

/// Day, and time where there is one.
fn moment(script: Script, wish: &Wish) -> String {
    let day = format::day_short(script, wish.day);
    wish.at.map_or_else(|| day.clone(), |at| format!("{day} {}", format::time(at)))
}

/// A quote at a glance.
#[must_use]
pub fn glance(script: Script, quoted: &Quoted) -> Glance {
    let note = quoted
        .shortage
        .as_ref()
        .map_or_else(|| t!(script, "glance-free", free = quoted.free), |shortage| words::shortage(script, shortage));
    Glance { free: quoted.shortage.is_none(), total: format::money(quoted.total.0), note }
}

/// A refusal at a glance; nothing when there is none, because nothing has been asked yet.
#[must_use]
pub fn refused(refusal: Option<&ApiError>) -> Glance {
    let note = refusal.map(|error| error.fields.values().next().unwrap_or(&error.message).clone());
    Glance { free: false, total: String::new(), note: note.unwrap_or_default() }
}
