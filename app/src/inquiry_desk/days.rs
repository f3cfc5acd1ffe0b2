//! The days that are different, this year and the next: a compact list, and what is not known yet.

use chrono::{Datelike, NaiveDate};
use domain::calendar::Span;
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{Notice, SummaryList, SummaryRow, Tag, Tone};

use crate::Viewer;

/// The list.
#[component]
pub(super) fn Days(
    /// The days.
    days: Vec<Span>,
    /// This year.
    year: i32,
) -> impl IntoView {
    [year, year + 1].map(|year| {
        let days: Vec<_> = days.iter().filter(|span| span.last.year() == year).cloned().collect();
        view! { <Year year=year days=days /> }
    })
}

#[component]
fn Year(year: i32, days: Vec<Span>) -> impl IntoView {
    let script = Viewer::current().script;
    let announced = days.iter().any(|span| span.works);
    let none = days.is_empty().then(|| view! { <p class="muted">{t!(script, "calendar-no-days")}</p> });
    let unknown = (!announced).then(|| {
        view! {
            <Notice tone=Tone::Warn>
                <p>{t!(script, "calendar-unannounced", year = year.to_string())}</p>
            </Notice>
        }
    });
    let rows: Vec<_> = days
        .into_iter()
        .map(|span| {
            let works = span.works.then(|| view! { <Tag tone=Tone::Warn>{t!(script, "calendar-works")}</Tag> });
            let name = span.name.clone();
            SummaryRow::view(
                when(script, &span),
                view! {
                    <span class="cluster">
                        <span>{name}</span>
                        {works}
                    </span>
                },
            )
        })
        .collect();
    let list = (!rows.is_empty()).then(|| view! { <SummaryList rows=rows /> });
    view! {
        <h3>{t!(script, "calendar-year", year = year.to_string())}</h3>
        {none}
        {unknown}
        {list}
    }
}

fn when(script: Script, span: &Span) -> String {
    let day = |day: NaiveDate| format::day_short(script, day);
    if span.first == span.last {
        return day(span.first);
    }
    t!(script, "calendar-span", first = day(span.first), last = day(span.last))
}
