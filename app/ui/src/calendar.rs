//! A month of days to choose from.

use leptos::prelude::*;

use crate::{blank::given, icon::Icon, tone::Fill};

/// A day of the month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalCell {
    /// Day of the month.
    pub day: u32,
    /// The whole of it in words, for screen readers: date, what is left, price.
    pub label: String,
    /// Price or state, a few characters; may be blank.
    pub note: String,
    /// Where choosing it leads; `None` when it cannot be chosen.
    pub href: Option<String>,
    /// How full it is.
    pub state: Fill,
    /// It is the one chosen.
    pub current: bool,
}

/// A month with what is free on each day.
#[component]
pub fn Calendar(
    /// The month.
    #[prop(into)]
    title: String,
    /// Names of the weekdays, in the order of the columns.
    weekdays: [String; 7],
    /// The days.
    cells: Vec<CalCell>,
    /// Empty cells before the first day.
    #[prop(optional)]
    lead_blanks: u32,
    /// Address and name of the month before.
    #[prop(optional_no_strip)]
    prev: Option<(String, String)>,
    /// Address and name of the month after.
    #[prop(optional_no_strip)]
    next: Option<(String, String)>,
) -> impl IntoView {
    let mut cells: Vec<Option<CalCell>> =
        std::iter::repeat_with(|| None).take(lead_blanks.min(6) as usize).chain(cells.into_iter().map(Some)).collect();
    cells.resize(cells.len().div_ceil(7) * 7, None);
    let head = weekdays
        .into_iter()
        .map(|name| {
            view! {
                <th class="calendar__weekday" scope="col">
                    {name}
                </th>
            }
        })
        .collect_view();
    let weeks = cells
        .chunks(7)
        .map(|week| {
            let days = week.iter().cloned().map(day).collect_view();
            view! { <tr>{days}</tr> }
        })
        .collect_view();
    view! {
        <div class="calendar">
            <div class="calendar__head">
                {turn(prev, "prev", "chevron-left")} <p class="calendar__title" aria-hidden="true">
                    {title.clone()}
                </p> {turn(next, "next", "chevron-right")}
            </div>
            <table class="calendar__table">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{weeks}</tbody>
            </table>
        </div>
    }
}

fn day(cell: Option<CalCell>) -> AnyView {
    let Some(cell) = cell else {
        return view! { <td class="calendar__cell"></td> }.into_any();
    };
    let class = format!("calendar__day calendar__day--{}", cell.state.class());
    let note = given(cell.note);
    let inside = view! {
        <span class="calendar__number" aria-hidden="true">
            {cell.day}
        </span>
        {note.map(|note| view! { <span class="calendar__note" aria-hidden="true">{note}</span> })}
        <span class="visually-hidden">{cell.label}</span>
    };
    let inside = match cell.href {
        Some(href) => view! {
            <a class=class href=href aria-current=cell.current.then_some("date")>
                {inside}
            </a>
        }
        .into_any(),
        None => view! { <span class=class>{inside}</span> }.into_any(),
    };
    view! { <td class="calendar__cell">{inside}</td> }.into_any()
}

fn turn(to: Option<(String, String)>, rel: &'static str, icon: &'static str) -> AnyView {
    match to {
        Some((href, label)) => view! {
            <a class="calendar__turn" rel=rel href=href aria-label=label>
                <Icon name=icon />
            </a>
        }
        .into_any(),
        None => view! { <span class="calendar__turn calendar__turn--none"></span> }.into_any(),
    }
}
