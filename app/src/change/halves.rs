//! What would come of a booking that is divided: the two bookings side by side, and the button that does it.

use domain::{
    Fen, Kind,
    change::{DivideForm, Half},
    time::to_micros,
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{Button, Card, Hidden, SummaryList, SummaryRow, Tone};

use super::{
    api::DivideLook,
    change_page::asked,
    side::{Side, Why},
    since::SEEN,
};
use crate::{Viewer, booking::units, catalogue::QuoteLines, form::Typed};

/// The two bookings, and the form that makes them; nothing before a part is named that there is.
#[component]
pub(super) fn Halves(
    /// What is asked for.
    look: DivideLook,
    /// The form as it came back.
    refused: Typed,
) -> impl IntoView {
    let script = Viewer::current().script;
    let (kind, halves) = (look.booking.row.kind, look.halves.clone());
    halves.map(|halves| {
        view! {
            <div class="grid grid--two">
                <Shown title=t!(script, "divide-goes") kind=kind half=halves.goes />
                <Shown title=t!(script, "divide-stays") kind=kind half=halves.stays />
            </div>
            <Making look=look refused=refused />
        }
    })
}

/// One of the two.
#[component]
fn Shown(#[prop(into)] title: String, kind: Kind, half: Half) -> impl IntoView {
    let script = Viewer::current().script;
    let total = half.total();
    let floor = (half.floor > Fen::ZERO).then(|| {
        view! { <p class="muted">{t!(script, "divide-floor", fee = format::money(half.floor.0))}</p> }
    });
    view! {
        <Card title=title>
            <SummaryList rows=rows(script, kind, &half) />
            <QuoteLines lines=half.lines total=total />
            {floor}
        </Card>
    }
}

fn rows(script: Script, kind: Kind, half: &Half) -> Vec<SummaryRow> {
    let day = format::day(script, half.day);
    let mut rows = vec![SummaryRow::text(t!(script, "row-units"), units(script, kind, half.units, half.heads))];
    match kind {
        Kind::Stay => {
            let nights = t!(script, "divide-nights", day = day, nights = half.nights);
            rows.push(SummaryRow::text(t!(script, "divide-when"), nights));
        }
        Kind::Venue | Kind::Trip => rows.push(SummaryRow::text(t!(script, "divide-when"), day)),
    }
    rows
}

/// Divides it, as shown.
#[component]
fn Making(look: DivideLook, refused: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let (form, version): (DivideForm, _) = (look.typed.form(), look.version.to_string());
    let back = side.page(&viewer, &form.number, &format!("/divide{}", asked(&viewer)));
    let why = (side == Side::Desk).then(|| view! { <Why typed=refused /> });
    let floor = look.halves.as_ref().map(|halves| halves.goes.floor.0.to_string()).unwrap_or_default();
    let least = look.booking.terms.minimum_fee;
    let notes = [
        Some(t!(script, if form.cut == DivideForm::NIGHTS { "divide-note-nights" } else { "divide-note-units" })),
        (least > Fen::ZERO).then(|| t!(script, "divide-note-least", fee = format::money(least.0))),
        look.invoiced.then(|| t!(script, "divide-note-invoice")),
        Some(t!(script, "divide-note")),
    ];
    let notes = notes.into_iter().flatten().map(|note| view! { <p>{note}</p> }).collect_view();
    let part = look.typed.fields.into_iter().filter(|(name, _)| name != "version" && name != "floor");
    let part = part.map(|(name, value)| view! { <Hidden name=name value=value /> }).collect_view();
    view! {
        <form class="stack card" method="post" action="/api/change/divide" novalidate>
            {part}
            <Hidden name="version" value=version.clone() />
            <Hidden name="floor" value=floor />
            <Hidden name="key" value=version />
            <Hidden name="desk" value=side.flag() />
            <Hidden name=SEEN value=to_micros(look.at).to_string() />
            <Hidden name="back" value=back />
            {notes}
            {why}
            <Button tone=Tone::Accent>{t!(script, "divide-go")}</Button>
        </form>
    }
}
