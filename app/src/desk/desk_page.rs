//! The desk: who comes today.

use chrono::NaiveDate;
use domain::desk::{DayForm, DayPage, StaffCard};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{EmptyState, LinkButton, Notice, Section, Tone};

use super::{
    api::day,
    day::{DayCounts, DayPages, DayTable},
    rooms::{Room, entered},
    search::DaySearch,
};
use crate::{
    ApiError, Viewer,
    form::{Refusal, Typed, query},
};

/// The query's fields and their labels.
const FIELDS: [(&str, &str); 4] =
    [("day", "desk-day"), ("q", "desk-q"), ("kind", "desk-kind"), ("page", "pages-label")];

/// `/desk`
#[component]
pub fn DeskPage() -> impl IntoView {
    let viewer = Viewer::current();
    let form: DayForm = query::read(&query::pairs(&viewer.query));
    view! {
        <Suspense>
            {Suspend::new(async move {
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                view! { <Desk card=card found=day(form.clone()).await form=form /> }.into_any()
            })}
        </Suspense>
    }
}

#[component]
fn Desk(card: StaffCard, form: DayForm, found: Result<DayPage, ApiError>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "desk-title");
    let content = match found {
        Ok(page) => view! { <Listed form=form page=page /> }.into_any(),
        Err(error) => {
            let typed = Typed::refused(&form, error);
            view! {
                <Refusal typed=typed.clone() fields=&FIELDS />
                <DaySearch typed=typed />
            }
            .into_any()
        }
    };
    view! {
        <Room card=card title=title>{content}</Room>
    }
}

#[component]
fn Listed(form: DayForm, page: DayPage) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let searching = !form.q.trim().is_empty();
    let form = DayForm { day: page.day.to_string(), ..form };
    let heading =
        if searching { t!(script, "desk-found", words = form.q.trim()) } else { format::day(script, page.day) };
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
            <DayPages page=page.clone() form=form.clone() />
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
