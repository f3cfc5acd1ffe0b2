//! Changing only a part (B10, B12): the part becomes a booking of its own, free of charge, and is changed there.

use domain::{
    Kind,
    change::{CutLimits, DivideForm},
    time::to_micros,
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{BackLink, Button, Field, Hidden, Notice, PageTitle, Section, SelectField, Tone};

use super::{
    api::{DivideLook, divisible},
    side::{Side, Why},
    since::{SEEN, Since},
};
use crate::{
    ApiError, Viewer,
    desk::instead,
    form::{Refusal, Typed, retried},
    frame::Page,
    inquiry::AskLink,
};

/// `/bookings/{number}/divide` and `/desk/bookings/{number}/divide`
#[component]
pub fn DividePage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(&viewer).await {
                    Ok((look, typed)) => view! { <Whole look=look typed=typed /> }.into_any(),
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

async fn load(viewer: &Viewer) -> Result<(DivideLook, Typed), ApiError> {
    let side = Side::of(viewer);
    let look = divisible(side.number(viewer), side.flag().to_owned()).await?;
    Ok((look, retried(viewer, "change/divide").await?))
}

#[component]
fn Whole(look: DivideLook, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let row = look.booking.row.clone();
    let title = t!(script, "divide-title");
    let caption = format!("{} · {} · {}", row.place, row.offer, row.number);
    let labels =
        [("units", units_label(row.kind)), ("heads", "divide-guests"), ("from", "divide-from"), ("why", "desk-why")];
    let events = look.booking.events.clone();
    let nothing = look.limits.units().is_none() && look.limits.days().is_empty();
    let body = match look.refusal.clone() {
        Some(error) => view! { <Impossible why=error.message.clone() code=error.code.clone() /> }.into_any(),
        None if nothing => view! { <Impossible why=t!(script, "divide-nothing") code="" /> }.into_any(),
        None => view! { <Forms look=look typed=typed.clone() /> }.into_any(),
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=side.page(&viewer, &row.number, "/change") label=t!(script, "divide-back") />
            <Refusal typed=typed.clone() fields=labels />
            <Since typed=typed events=events />
            <PageTitle title=title caption=caption lede=t!(script, "divide-lede") />
            {body}
        </Page>
    }
}

/// Why it cannot be divided, and who may help.
#[component]
fn Impossible(#[prop(into)] why: String, #[prop(into)] code: String) -> impl IntoView {
    let script = Viewer::current().script;
    view! {
        <Notice tone=Tone::Warn title=t!(script, "divide-impossible")>
            <p>{why}</p>
            <p>
                <AskLink code=code />
            </p>
        </Notice>
    }
}

/// The ways to divide it, a form each.
#[component]
fn Forms(look: DivideLook, typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let limits = look.limits.clone();
    // What was refused stands in the form that it came from.
    let by_night = typed.value("cut") == DivideForm::NIGHTS;
    let units_first = !by_night && limits.units().is_some();
    let (nights_typed, units_typed) = if by_night { (typed, Typed::default()) } else { (Typed::default(), typed) };
    let units = limits.units().map(|bounds| {
        let title = t!(script, if limits.kind == Kind::Stay { "divide-by-rooms" } else { "divide-by-heads" });
        let common = common(&look, ("units", units_first), &units_typed);
        let (typed, limits) = (first(units_typed, &limits, bounds), limits.clone());
        view! {
            <Section title=title>
                <form class="stack card narrow" method="post" action="/api/change/divide" novalidate>
                    {common} <Units limits=limits bounds=bounds typed=typed />
                    <Button tone=Tone::Primary>{t!(script, "divide-go")}</Button>
                </form>
            </Section>
        }
    });
    let days: Vec<_> = limits.days().iter().map(|day| (day.to_string(), format::day(script, *day))).collect();
    let nights = (!days.is_empty()).then(|| {
        view! {
            <Section title=t!(script, "divide-by-nights")>
                <form class="stack card narrow" method="post" action="/api/change/divide" novalidate>
                    {common(&look, (DivideForm::NIGHTS, !units_first), &nights_typed)}
                    <SelectField
                        name="from"
                        label=t!(script, "divide-from")
                        options=days
                        value=nights_typed.value("from")
                        fault=nights_typed.fault("from")
                    />
                    <Button tone=Tone::Primary>{t!(script, "divide-go")}</Button>
                </form>
            </Section>
        }
    });
    view! {
        {units}
        {nights}
        <p class="muted">{t!(script, "divide-note")}</p>
    }
}

/// What both forms say besides the part: of which booking, as it was seen when, and why. A refusal leads to the first field of a name.
fn common(look: &DivideLook, (cut, first): (&'static str, bool), typed: &Typed) -> impl IntoView + use<> {
    let viewer = Viewer::current();
    let side = Side::of(&viewer);
    let number = look.booking.row.number.clone();
    let back = side.page(&viewer, &number, "/divide");
    let version = look.version.to_string();
    let id = if first { String::new() } else { format!("field-why-{cut}") };
    let why = (side == Side::Desk).then(|| view! { <Why typed=typed.clone() id=id /> });
    view! {
        <Hidden name="number" value=number />
        <Hidden name="version" value=version.clone() />
        <Hidden name="key" value=version />
        <Hidden name="cut" value=cut />
        <Hidden name="desk" value=side.flag() />
        <Hidden name=SEEN value=to_micros(look.at).to_string() />
        <Hidden name="back" value=back />
        {why}
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
    view! {
        <Field
            name="units"
            label=label(script, limits.kind)
            value=typed.value("units")
            fault=typed.fault("units")
            inputmode="numeric"
            width="short"
            required=true
            hint=t!(script, "divide-range", least = bounds.0, most = bounds.1)
        />
        {guests}
    }
}

/// What is proposed until somebody has typed: as few as can be, with their share of the guests.
fn first(typed: Typed, limits: &CutLimits, (least, _): (u32, u32)) -> Typed {
    if !typed.fields.is_empty() {
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
