//! A quote of a change: what becomes what, how the difference comes about, and the button that does it.

use domain::{
    Fen, Kind,
    booking::Status,
    change::{ChangeQuote, Fate, FeeCause, Part},
    time::to_micros,
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{Button, Card, Curve, Field, Hidden, PriceRow, PriceTable, SummaryList, SummaryRow, Tone};

use super::{
    api::ChangeLook,
    operations,
    side::{Side, Why},
    since::SEEN,
};
use crate::{
    Viewer,
    catalogue::{NotAvailable, api::Glance, curve_steps, line_label},
    form::Typed,
};

/// The answer to a wish.
#[component]
pub(super) fn QuoteCard(
    /// Number of the booking.
    number: String,
    /// What it is.
    kind: Kind,
    /// The answer.
    quote: ChangeQuote,
    /// It is paid for; what is only held has no difference to settle.
    paid: bool,
    /// Where a refused commit comes back to.
    back: String,
    /// A commit as it came back.
    refused: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let changes = operations::rows(script, kind, &quote.operations)
        .into_iter()
        .map(|(what, from, to)| SummaryRow::text(what, t!(script, "change-from-to", from = from, to = to)))
        .chain(prices(script, &quote, paid))
        .collect();
    let (rows, label, total) = (price_rows(script, &quote, paid), total_label(script, &quote, paid), sum(&quote, paid));
    let floor = (paid && quote.floor > quote.old_floor).then(|| {
        view! { <p class="muted">{t!(script, "change-floor", fee = format::money(quote.floor.0))}</p> }
    });
    let voucher = quote.voucher_by_part.then(|| {
        let href = Side::of(&viewer).page(&viewer, &number, "/divide");
        view! { <p class="muted">{t!(script, "change-voucher-by-part")} <a href=href>{t!(script, "divide-link")}</a></p> }
    });
    let body = match quote.shortage.clone() {
        Some(why) => view! { <NotAvailable why=why others=Vec::new() /> }.into_any(),
        None => view! { <Commit number=number quote=quote.clone() paid=paid back=back refused=refused /> }.into_any(),
    };
    view! {
        <Card title=t!(script, "change-quote-title")>
            <SummaryList rows=changes />
            <PriceTable caption=t!(script, "change-quote-title") rows=rows total_label=label total=total />
            {floor}
            {voucher}
            {body}
            <Curve
                steps=curve_steps(script, &quote.curve)
                caption=t!(script, "change-curve", time = format::moment(script, quote.starts))
                now=t!(script, "curve-now")
            />
        </Card>
    }
}

/// The button that does it, with what it means.
#[component]
fn Commit(number: String, quote: ChangeQuote, paid: bool, back: String, refused: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let id = quote.needs_id.then(|| {
        view! {
            <Field
                name="id_number"
                label=t!(script, "contact-id")
                value=refused.value("id_number")
                fault=refused.fault("id_number")
                hint=t!(script, "contact-id-hint")
                required=true
            />
        }
    });
    let why = (side == Side::Desk).then(|| view! { <Why typed=refused /> });
    let until = format::moment_full(script, quote.expires);
    let (label, meaning) = if paid && quote.difference > Fen::ZERO {
        let time = quote.hold_until.map(|until| format::moment(script, until)).unwrap_or_default();
        let total = format::money(quote.difference.0);
        (t!(script, "change-go-pay", total = total), t!(script, "change-holds", time = time))
    } else if paid && quote.difference < Fen::ZERO {
        let time = quote.promised.map(|time| format::moment(script, time)).unwrap_or_default();
        (t!(script, "change-go"), t!(script, "change-gives-back", time = time))
    } else if paid {
        (t!(script, "change-go"), t!(script, "change-even"))
    } else {
        (t!(script, "change-go"), t!(script, "change-unpaid"))
    };
    view! {
        <form class="stack" method="post" action="/api/change/commit" novalidate>
            <Hidden name="number" value=number />
            <Hidden name="quote" value=quote.token />
            <Hidden name="desk" value=side.flag() />
            <Hidden name=SEEN value=to_micros(quote.at).to_string() />
            <Hidden name="back" value=back />
            <p>{meaning}</p>
            {id}
            {why}
            <Button tone=Tone::Accent wide=true>
                {label}
            </Button>
            <p class="muted">{t!(script, "change-quote-until", time = until)}</p>
        </form>
    }
}

/// The prices before and after of what is paid for; of anything else the table has the new one.
fn prices(script: Script, quote: &ChangeQuote, paid: bool) -> Vec<SummaryRow> {
    if !paid {
        return Vec::new();
    }
    let (old, new) = (format::money(quote.old_total.0), format::money(quote.total.0));
    vec![SummaryRow::text(t!(script, "change-old-total"), old), SummaryRow::text(t!(script, "change-new-total"), new)]
}

/// How the difference comes about: what comes, what goes, what is kept for it. Of what is not paid yet: the new price.
fn price_rows(script: Script, quote: &ChangeQuote, paid: bool) -> Vec<PriceRow> {
    let line = |part: &Part| {
        let what = line_label(script, &part.line.item);
        let (label, sign) = match part.fate {
            Fate::Kept => (t!(script, "change-part-kept", what = what), 1),
            Fate::Added => (t!(script, "change-part-added", what = what), 1),
            Fate::Exchanged => (t!(script, "change-part-exchanged", what = what), -1),
            Fate::GivenUp => (t!(script, "change-part-given-up", what = what), -1),
        };
        PriceRow {
            label,
            count: t!(script, "quote-count", count = part.line.count),
            each: format::money(part.line.each.0),
            total: format::money(sign * part.line.total.0),
        }
    };
    let shown = |part: &&Part| match part.fate {
        Fate::Kept => !paid,
        Fate::Added => true,
        Fate::Exchanged | Fate::GivenUp => paid,
    };
    let mut rows: Vec<_> = quote.parts.iter().filter(shown).map(line).collect();
    let given_up = quote.fee_cause.map(|cause| fee_label(script, cause)).unwrap_or_default();
    for (label, fee) in [(given_up, quote.fee), (t!(script, "change-fee-moved"), quote.change_fee)] {
        if fee > Fen::ZERO {
            rows.push(PriceRow { label, total: format::money(fee.0), ..PriceRow::default() });
        }
    }
    rows
}

/// What is kept of what is given up, and why so much.
fn fee_label(script: Script, cause: FeeCause) -> String {
    match cause {
        FeeCause::Share(percent) => t!(script, "change-fee-share", percent = percent),
        FeeCause::Minimum => t!(script, "change-fee-minimum"),
        FeeCause::Floor => t!(script, "change-fee-floor"),
    }
}

fn total_label(script: Script, quote: &ChangeQuote, paid: bool) -> String {
    match quote.difference {
        _ if !paid => t!(script, "change-new-total"),
        difference if difference > Fen::ZERO => t!(script, "change-to-pay"),
        difference if difference < Fen::ZERO => t!(script, "change-to-refund"),
        _ => t!(script, "change-no-difference"),
    }
}

fn sum(quote: &ChangeQuote, paid: bool) -> String {
    format::money(if paid { quote.difference.0.abs() } else { quote.total.0 })
}

/// A quote at a glance, for the island; a refusal in its place.
#[must_use]
pub(super) fn glance(script: Script, look: &ChangeLook) -> Glance {
    let Some(quote) = &look.quoted else { return crate::catalogue::refused(look.typed.refusal.as_ref()) };
    let paid = look.booking.row.status == Status::Confirmed;
    let note = match &quote.shortage {
        Some(why) => crate::words::shortage(script, why),
        None => total_label(script, quote, paid),
    };
    Glance { free: quote.shortage.is_none(), total: sum(quote, paid), note }
}
