//! What a booking was a part of and what parts of it became, on its page; and the way to divide it.

use domain::{
    Kind,
    booking::{Booking, Status},
    time::day_of,
};
use i18n::t;
use leptos::prelude::*;
use ui::{LinkButton, Notice, Tone};

use super::side::Side;
use crate::Viewer;

/// Ways to the other bookings; nothing where it was never divided.
#[component]
pub(crate) fn Kin(
    /// Number of the booking that it was a part of.
    whole: Option<String>,
    /// Numbers of what parts of it became.
    parts: Vec<String>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let link = move |number: String| {
        let href = side.page(&viewer, &number, "");
        view! { <a href=href>{number}</a> }
    };
    let links = parts.into_iter().map(|part| view! { " " {link(part)} }).collect_view();
    let has_parts = !links.is_empty();
    (whole.is_some() || has_parts).then(|| {
        view! {
            <Notice tone=Tone::Plain>
                {whole.map(|whole| view! { <p>{t!(script, "kin-whole")} " " {link(whole)}</p> })}
                {has_parts.then(|| view! { <p>{t!(script, "kin-parts")} {links}</p> })}
            </Notice>
        }
    })
}

/// The way to change only a part, where a paid booking has parts; or, of one that has just become a booking of its own, what it is.
#[component]
pub(super) fn Apart(
    /// The booking.
    booking: Booking,
) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let row = booking.row;
    let fresh = booking.divided_from.filter(|_| !viewer.param("apart").is_empty()).map(|whole| {
        let rest = side.page(&viewer, &whole, "");
        view! {
            <Notice tone=Tone::Good title=t!(script, "divided-title", number = row.number.clone())>
                <p>{t!(script, "divided-text")} " " <a href=rest>{whole}</a></p>
            </Notice>
        }
    });
    let nights = (day_of(row.ends) - day_of(row.starts)).num_days();
    let several = row.units > 1 || (row.kind == Kind::Stay && nights > 1);
    let to = (fresh.is_none() && several && row.status == Status::Confirmed).then(|| {
        view! {
            <p class="no-print">
                <LinkButton href=side.page(&viewer, &row.number, "/divide") tone=Tone::Plain>
                    {t!(script, "divide-link")}
                </LinkButton>
            </p>
        }
    });
    view! {
        {fresh}
        {to}
    }
}
