//! A list of bookings as the desk reads it.

use domain::{
    Kind,
    booking::BookingRow,
    desk::{DayAddress, DayPage},
    time,
};
use i18n::{Script, format, t};
use leptos::prelude::*;
use ui::{DataTable, PageItem, Pagination, Tag, Tone};

use crate::{
    Viewer,
    booking::{status_text, status_tone},
    form::query,
};

/// Message ids of the table's headings.
const COLUMNS: [&str; 7] = [
    "desk-column-time",
    "desk-column-number",
    "desk-column-what",
    "desk-column-units",
    "desk-column-name",
    "desk-column-phone",
    "desk-column-status",
];

/// Who comes that day, by kind.
#[component]
pub(super) fn DayCounts(counts: [u32; 3]) -> impl IntoView {
    let script = Viewer::current().script;
    let [stays, venues, trips] = counts;
    view! {
        <p class="cluster">
            <Tag tone=Tone::Info>{t!(script, "desk-count-stay", count = stays)}</Tag>
            <Tag tone=Tone::Info>{t!(script, "desk-count-venue", count = venues)}</Tag>
            <Tag tone=Tone::Info>{t!(script, "desk-count-trip", count = trips)}</Tag>
        </p>
    }
}

/// The bookings of a page.
#[component]
pub(super) fn DayTable(
    /// The page.
    page: DayPage,
    /// They are of different days.
    searching: bool,
    /// What they are.
    caption: String,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let head = COLUMNS.map(|id| i18n::text(script, id)).to_vec();
    let rows = page
        .rows
        .into_iter()
        .map(|row| {
            let href = viewer.to(&format!("/desk/bookings/{}", row.number));
            let starts = if !searching && time::day_of(row.starts) == page.day {
                format::time(time::wall_time(row.starts))
            } else {
                format::moment(script, row.starts)
            };
            vec![
                starts.into_any(),
                view! { <a class="number" href=href>{row.number.clone()}</a> }.into_any(),
                format!("{} · {}", row.place, row.offer).into_any(),
                units(script, &row).into_any(),
                row.name.into_any(),
                phone(row.phone),
                view! { <Tag tone=status_tone(row.status)>{status_text(script, row.status)}</Tag> }.into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=caption head=head rows=rows /> }
}

/// How much was booked.
fn units(script: Script, row: &BookingRow) -> String {
    match row.kind {
        Kind::Stay => t!(script, "desk-units-stay", units = row.units, heads = row.heads),
        Kind::Venue => t!(script, "desk-units-venue", heads = row.heads),
        Kind::Trip => t!(script, "desk-units-trip", units = row.units),
    }
}

/// The address that calls a number; none for one that is masked.
pub(super) fn dial(number: &str) -> Option<String> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| format!("tel:{number}"))
}

fn phone(number: String) -> AnyView {
    match dial(&number) {
        Some(href) => view! { <a class="nowrap" href=href>{number}</a> }.into_any(),
        None => number.into_any(),
    }
}

/// The pages of a long list.
#[component]
pub(super) fn DayPages(page: DayPage, address: DayAddress) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    if page.pages <= 1 {
        return ().into_any();
    }
    let at = |number: u32| {
        let (day, kind, found) = (page.day.to_string(), address.kind.clone(), address.found.clone());
        let pairs = [("day", day), ("kind", kind), ("found", found), ("page", number.to_string())];
        format!("{}{}", viewer.to("/desk"), query::write(pairs))
    };
    let prev = (page.page > 1).then(|| (at(page.page - 1), t!(script, "pages-previous")));
    let next = (page.page < page.pages).then(|| (at(page.page + 1), t!(script, "pages-next")));
    let items = around(page.page, page.pages)
        .into_iter()
        .map(|number| match number {
            Some(number) => PageItem { href: at(number), label: number.to_string(), current: number == page.page },
            None => PageItem { label: "…".to_owned(), ..PageItem::default() },
        })
        .collect();
    view! { <Pagination label=t!(script, "pages-label") prev=prev next=next pages=items /> }.into_any()
}

/// First, last and the neighbours of a page; `None` for a gap.
fn around(page: u32, pages: u32) -> Vec<Option<u32>> {
    let mut shown = Vec::new();
    let mut last = 0;
    for number in (1..=pages).filter(|&number| number == 1 || number == pages || number.abs_diff(page) <= 2) {
        if number > last + 1 {
            shown.push(None);
        }
        shown.push(Some(number));
        last = number;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_number_can_be_called() {
        assert_eq!(dial("+8613800138000").as_deref(), Some("tel:+8613800138000"));
        assert_eq!(dial("+86138****8000"), None);
        assert_eq!(dial(""), None);
    }

    #[test]
    fn a_short_list_shows_every_page() {
        assert_eq!(around(2, 4), [Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn a_long_list_shows_its_ends_and_the_neighbours() {
        let shown = [Some(1), None, Some(8), Some(9), Some(10), Some(11), Some(12), None, Some(40)];
        assert_eq!(around(10, 40), shown);
    }
}
