//! The month's availability: a day that is free leads to the offer on that day. Needs no script.

use chrono::{Datelike, Months, NaiveDate};
use domain::catalogue::{DayCell, Wish, WishForm};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{CalCell, Calendar, Fill};

use super::offer_page::offer_address;
use crate::{Viewer, words};

/// A calendar of the days of one month.
#[component]
pub(super) fn Availability(
    /// The offer.
    slug: String,
    /// The days, from the month's first.
    days: Vec<DayCell>,
    /// The wish that the page shows.
    wish: Option<Wish>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Some(first) = days.first().map(|cell| cell.day) else { return ().into_any() };
    let chosen = wish.as_ref().map(|wish| wish.day);
    let form = wish.as_ref().map(WishForm::from).unwrap_or_default();
    let on = |day: NaiveDate| {
        offer_address(&viewer, &slug, &WishForm { day: day.to_string(), ..form.clone() }, &month_of(first))
    };
    let cells = days
        .iter()
        .map(|cell| {
            let price = cell.each.map(|each| format::money(each.0)).unwrap_or_default();
            let (state, note) = match &cell.shortage {
                None if cell.free <= 5 => (Fill::Few, price.clone()),
                None => (Fill::Free, price.clone()),
                Some(domain::Shortage::Closed(_)) => (Fill::Closed, t!(script, "day-closed")),
                Some(domain::Shortage::None) => (Fill::Closed, String::new()),
                Some(_) => (Fill::Full, t!(script, "day-full")),
            };
            let said = cell.shortage.as_ref().map_or_else(
                || t!(script, "day-free", price = price, free = cell.free),
                |why| words::shortage(script, why),
            );
            CalCell {
                day: cell.day.day(),
                label: format!("{} {said}", format::day_short(script, cell.day)),
                note,
                href: cell.shortage.is_none().then(|| on(cell.day)),
                state,
                current: chosen == Some(cell.day),
            }
        })
        .collect();
    let month = |to: Option<NaiveDate>, label: String| {
        to.map(|to| (offer_address(&viewer, &slug, &form, &month_of(to)), label))
    };
    view! {
        <Calendar
            title=format::month(first)
            weekdays=format::weekdays(script).map(str::to_owned)
            cells=cells
            lead_blanks=first.weekday().num_days_from_monday()
            prev=month(first.checked_sub_months(Months::new(1)), t!(script, "month-previous"))
            next=month(first.checked_add_months(Months::new(1)), t!(script, "month-next"))
        />
    }
    .into_any()
}

/// A month as it stands in an address: `2026-12`.
fn month_of(day: NaiveDate) -> String {
    format!("{}-{:02}", day.year(), day.month())
}
