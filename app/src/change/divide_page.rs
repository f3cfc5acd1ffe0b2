//! Changing only a part (B10, B12): the part becomes a booking of its own, free of charge, and is changed there.

use domain::{
    Kind,
    change::{CutLimits, DivideForm},
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{BackLink, Button, Field, Hidden, Notice, PageTitle, Section, SelectField, Tone};

use super::{
    api::{DivideLook, divisible},
    halves::Halves,
    side::Side,
    since::Since,
};
use crate::{
    ApiError, Viewer,
    desk::instead,
    form::{Refusal, Typed, query, retried},
    frame::Page,
};

/// `/bookings/{number}/divide` and `/desk/bookings/{number}/divide`
#[component]
pub fn DividePage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(&viewer).await {
                    Ok((look, refused)) => view! { <Whole look=look refused=refused /> }.into_any(),
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

async fn load(viewer: &Viewer) -> Result<(DivideLook, Typed), ApiError> {
    let side = Side::of(viewer);
    let asked: DivideForm = query::read(&query::pairs(&viewer.query));
    let form = DivideForm { number: side.number(viewer), version: String::new(), floor: String::new(), ..asked };
    let look = divisible(form, side.flag().to_owned()).await?;
    Ok((look, retried(viewer, "change/divide").await?))
}

#[component]
fn Whole(
    look: DivideLook,
    /// The button's form as it came back.
    refused: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let row = look.booking.row.clone();
    let title = t!(script, "divide-title");
    let caption = format!("{} · {} · {}", row.place, row.offer, row.number);
    let labels =
        [("units", units_label(row.kind)), ("heads", "divide-guests"), ("from", "divide-from"), ("why", "desk-why")];
    let nothing = look.limits.units().is_none() && look.limits.days().is_empty();
    let typed = if refused.refusal.is_some() { refused.clone() } else { look.typed.clone() };
    let refusals = view! {
        <Refusal typed=typed.clone() fields=labels />
        <Since typed=refused.clone() booking=look.booking.clone() />
    };
    let body = match look.refusal.clone() {
        Some(error) => view! { <Impossible why=error.message.clone() code=error.code.clone() /> }.into_any(),
        None if nothing => view! { <Impossible why=t!(script, "divide-nothing") code="" /> }.into_any(),
        None => view! {
            <Forms number=row.number.clone() limits=look.limits.clone() typed=typed />
            <Halves look=look refused=refused />
        }
        .into_any(),
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=side.page(&viewer, &row.number, "/change") label=t!(script, "divide-back") />
            {refusals}
            <PageTitle title=title caption=caption lede=t!(script, "divide-lede") />
            {body}
        </Page>
    }
}

/// Why it cannot be divided, and who may help.
#[component]
fn Impossible(#[prop(into)] why: String, #[prop(into)] code: String) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    view! {
        <Notice tone=Tone::Warn title=t!(script, "divide-impossible")>
            <p>{why}</p>
            {side.asks(code)}
        </Notice>
    }
}

/// The ways to name a part, a form each; plain GET forms, because nothing in them is about a person.
#[component]
fn Forms(
    /// Number of the booking.
    number: String,
    /// What there is to divide.
    limits: CutLimits,
    /// As typed.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let action = Side::of(&viewer).page(&viewer, &number, "/divide");
    // What is at fault stands in the form that it came from.
    let by_night = typed.value("cut") == DivideForm::NIGHTS;
    let (nights_typed, units_typed) = if by_night { (typed, Typed::default()) } else { (Typed::default(), typed) };
    let to_units = action.clone();
    let units = limits.units().map(|bounds| {
        let title = t!(script, if limits.kind == Kind::Stay { "divide-by-rooms" } else { "divide-by-heads" });
        let (typed, limits) = (first(units_typed, &limits, bounds), limits.clone());
        view! {
            <Section title=title>
                <form class="stack card narrow" method="get" action=to_units novalidate>
                    <Hidden name="cut" value=DivideForm::UNITS />
                    <Units limits=limits bounds=bounds typed=typed />
                    <Button tone=Tone::Primary>{t!(script, "divide-see")}</Button>
                </form>
            </Section>
        }
    });
    let days: Vec<_> = limits.days().iter().map(|day| (day.to_string(), format::day(script, *day))).collect();
    let nights = (!days.is_empty()).then(|| {
        view! {
            <Section title=t!(script, "divide-by-nights")>
                <form class="stack card narrow" method="get" action=action novalidate>
                    <Hidden name="cut" value=DivideForm::NIGHTS />
                    <SelectField
                        name="from"
                        label=t!(script, "divide-from")
                        options=days
                        value=nights_typed.value("from")
                        fault=nights_typed.fault("from")
                    />
                    <Button tone=Tone::Primary>{t!(script, "divide-see")}</Button>
                </form>
            </Section>
        }
    });
    view! {
        {units}
        {nights}
    }
}

#[component]
fn Units(limits: CutLimits, bounds: (u32, u32), typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let guests = (limits.kind == Kind::Stay).then(|| {
        view! {
            <Field
                name="heads"
                label=t!(script, "divide-guests")
                value=typed.value("heads")
                fault=typed.fault("heads")
                inputmode="numeric"
                width="short"
                required=true
                hint=t!(script, "divide-guests-hint", heads = limits.heads)
            />
        }
    });
    let range = (bounds.0 < bounds.1).then(|| t!(script, "divide-range", least = bounds.0, most = bounds.1));
    let range = range.unwrap_or_default();
    view! {
        <Field
            name="units"
            label=label(script, limits.kind)
            value=typed.value("units")
            fault=typed.fault("units")
            inputmode="numeric"
            width="short"
            required=true
            hint=range
        />
        {guests}
    }
}

/// What is proposed until somebody has typed: as few as can be, with their share of the guests.
fn first(typed: Typed, limits: &CutLimits, (least, _): (u32, u32)) -> Typed {
    if !typed.value("cut").is_empty() {
        return typed;
    }
    let (fewest, most) = limits.heads(least);
    let heads = (limits.heads * least / limits.units.max(1)).max(fewest).min(most);
    Typed::of(&DivideForm { units: least.to_string(), heads: heads.to_string(), ..DivideForm::default() })
}

const fn units_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Stay => "divide-rooms",
        Kind::Venue | Kind::Trip => "divide-heads",
    }
}

fn label(script: Script, kind: Kind) -> String {
    i18n::text(script, units_label(kind))
}
