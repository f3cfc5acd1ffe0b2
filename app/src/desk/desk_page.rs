//! The desk: who comes today.

use chrono::NaiveDate;
use domain::desk::{DayAddress, DayForm, DayPage, StaffCard};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{EmptyState, LinkButton, Notice, Section, Tone};

use super::{
    api::{SEARCH, day},
    day::{DayCounts, DayPages, DayTable},
    rooms::{Room, entered, instead},
    search::DaySearch,
};
use crate::{
    Viewer,
    form::{Refusal, Typed, query, retried},
};

/// The query's fields and their labels.
const FIELDS: [(&str, &str); 4] =
    [("day", "desk-day"), ("q", "desk-q"), ("kind", "desk-kind"), ("page", "pages-label")];

/// `/desk`
#[component]
pub fn DeskPage() -> impl IntoView {
    let viewer = Viewer::current();
    let address: DayAddress = query::read(&query::pairs(&viewer.query));
    view! {
        <Suspense>
            {Suspend::new(async move {
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let typed = match retried(&viewer, SEARCH).await {
                    Ok(typed) => typed,
                    Err(error) => return instead(error),
                };
                view! { <Desk card=card found=listed(&address, typed).await address=address /> }.into_any()
            })}
        </Suspense>
    }
}

/// The list that is asked for, or the form as it came back.
async fn listed(address: &DayAddress, typed: Typed) -> Result<DayPage, Typed> {
    if typed.refusal.is_some() {
        return Err(typed);
    }
    day(address.clone()).await.map_err(|error| Typed::refused(address, error))
}

#[component]
fn Desk(card: StaffCard, address: DayAddress, found: Result<DayPage, Typed>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "desk-title");
    let content = match found {
        Ok(page) => view! { <Listed address=address page=page /> }.into_any(),
        Err(typed) => view! {
            <Refusal typed=typed.clone() fields=&FIELDS />
            <DaySearch typed=typed />
        }
        .into_any(),
    };
    view! {
        <Room card=card title=title>{content}</Room>
    }
}

#[component]
fn Listed(address: DayAddress, page: DayPage) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let searching = !page.words.is_empty();
    let form = DayForm { day: page.day.to_string(), ..address.with(page.words.clone()) };
    let heading = match searching {
        true => t!(script, "desk-found", words = page.words.clone()),
        false => format::day(script, page.day),
    };
    let list = if page.rows.is_empty() {
        let (title, hint) = if searching {
            (t!(script, "desk-none-found"), t!(script, "desk-none-found-hint"))
        } else {
            (t!(script, "desk-none"), t!(script, "desk-none-hint"))
        };
        view! {
            <EmptyState icon="calendar" title=title>
                <p>{hint}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <p class="muted">{t!(script, "desk-total", total = page.total)}</p>
            <DayTable page=page.clone() searching=searching caption=heading.clone() />
            <DayPages page=page.clone() address=address.clone() />
        }
        .into_any()
    };
    let search = view! { <DaySearch typed=Typed::of(&form) /> };
    let around = if searching {
        view! {
            <Notice tone=Tone::Info>
                <p>{t!(script, "desk-all-days")} <a href=viewer.to("/desk")>{t!(script, "desk-to-today")}</a></p>
            </Notice>
        }
        .into_any()
    } else {
        view! {
            <DayNav day=page.day kind=form.kind />
            <DayCounts counts=page.counts />
        }
        .into_any()
    };
    view! {
        {search}
        <Section title=heading>{around} {list}</Section>
    }
}

/// The days around.
#[component]
fn DayNav(day: NaiveDate, kind: String) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let at = |day: Option<NaiveDate>| {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let query = query::write([("day", day), ("kind", kind.clone())]);
        format!("{}{query}", viewer.to("/desk"))
    };
    view! {
        <nav class="cluster no-print" aria-label=t!(script, "desk-days")>
            <LinkButton href=at(day.pred_opt())>{t!(script, "desk-day-before")}</LinkButton>
            <LinkButton href=at(None)>{t!(script, "desk-today")}</LinkButton>
            <LinkButton href=at(day.succ_opt())>{t!(script, "desk-day-after")}</LinkButton>
        </nav>
    }
}
