//! The working calendar and what is promised by it (C6): another calendar is looked at before it is published.

use i18n::t;
use leptos::prelude::*;
use ui::{Notice, Section, Tone};

use super::{
    Ways,
    api::{CalendarLook, calendar},
    calendar_form::{ASKED, CalendarFields, read},
    days::Days,
    effects::{EffectTable, PublishCalendar},
    promise_form::{FIELDS, PromiseFields},
};
use crate::{
    ApiError, Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, query, retried},
};

/// The calendar's fields with their labels, and the reason's.
const CALENDAR: [(&str, &str); 5] = [
    ("windows", "calendar-windows"),
    ("weekdays", "calendar-weekdays"),
    ("holidays", "calendar-holidays"),
    ("workdays", "calendar-workdays"),
    ("why", "calendar-why"),
];

/// The page with the forms that came back.
struct Loaded {
    look: CalendarLook,
    calendar: Typed,
    promise: Typed,
}

/// `/desk/inquiries/calendar`
#[component]
pub fn CalendarPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let role = card.role;
                match load(&viewer).await {
                    Ok(loaded) => {
                        view! {
                            <Room card=card title=t!(viewer.script, "calendar-title")>
                                <Ways role=role />
                                <Whole loaded=loaded />
                            </Room>
                        }
                            .into_any()
                    }
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

async fn load(viewer: &Viewer) -> Result<Loaded, ApiError> {
    let refused = retried(viewer, "case-desk/publish-calendar").await?;
    let promise = retried(viewer, "case-desk/publish-promise").await?;
    // What was refused is looked at again as it was typed.
    let look = if refused.fields.is_empty() {
        calendar(viewer.param(ASKED), read(&query::pairs(&viewer.query))).await?
    } else {
        calendar("1".to_owned(), refused.form()).await?
    };
    Ok(Loaded { look, calendar: refused, promise })
}

#[component]
fn Whole(loaded: Loaded) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Loaded { look, calendar, promise } = loaded;
    let fields: Vec<_> = CALENDAR.into_iter().chain(FIELDS).collect();
    // What was typed may be wrong in itself, or only when it was to be published.
    let first = [&look.typed, &calendar, &promise].into_iter().find(|typed| typed.refusal.is_some());
    let shown = first.cloned().unwrap_or_default();
    let promised =
        if promise.fields.is_empty() { Typed { refusal: None, ..Typed::of(&look.promise) } } else { promise };
    let why_id = if look.effects.is_some() { "promise-why" } else { "" };
    let told = look.effects.map(|effects| {
        view! {
            <EffectTable effects=effects />
            <PublishCalendar version=look.version typed=look.typed.clone() refused=calendar />
        }
    });
    view! {
        <Refusal typed=shown fields=fields />
        <Published what=viewer.param("published") />
        <p class="muted">{t!(script, "calendar-lede")}</p>
        <Section title=t!(script, "calendar-form")>
            <CalendarFields typed=look.typed />
        </Section>
        {told}
        <Section title=t!(script, "promise-title")>
            <PromiseFields
                version=look.promise_version
                typed=promised
                day_minutes=look.day_minutes
                why_id=why_id.to_owned()
            />
        </Section>
        <Section title=t!(script, "calendar-days")>
            <Days days=look.days year=look.year />
        </Section>
    }
}

/// That something was published.
#[component]
fn Published(what: String) -> impl IntoView {
    let script = Viewer::current().script;
    let said = match what.as_str() {
        "calendar" => t!(script, "calendar-published"),
        "promise" => t!(script, "promise-published"),
        _ => return ().into_any(),
    };
    view! {
        <Notice tone=Tone::Good live=true>
            <p>{said}</p>
        </Notice>
    }
    .into_any()
}
