//! The way to the free move of an urgent case (B13), with the next time that is free.

use std::collections::BTreeMap;

use domain::{catalogue::WishForm, change::FreeMove};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{LinkButton, Tone};

use super::{api::FREE, side::Side};
use crate::{
    Viewer,
    form::{as_pairs, query},
};

/// Leads to the change of a booking to the next time that is free; nothing where it has no free move.
#[component]
pub(super) fn FreeMoveLink(
    /// Number of the booking.
    number: String,
    /// What it has.
    free_move: Option<FreeMove>,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    free_move.map(|free| {
        let last = format::day(script, free.last);
        let (mut wish, next) = match free.next {
            Some(next) => {
                let form = WishForm::from(&next);
                let at = next.at.map(|at| format!(" {}", format::time(at))).unwrap_or_default();
                let day = format!("{}{at}", format::day(script, next.day));
                (as_pairs(&form), t!(script, "free-move-next", day = day))
            }
            None => (BTreeMap::new(), t!(script, "free-move-none", day = last.clone())),
        };
        wish.insert("free".to_owned(), FREE.to_owned());
        let pairs = wish.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let at = Side::of(&viewer).page(&viewer, &number, &format!("/change{}", query::write(pairs)));
        view! {
            <p>{t!(script, "free-move-offer", day = last)} {next}</p>
            <div class="cluster no-print">
                <LinkButton href=at tone=Tone::Primary>
                    {t!(script, "free-move-go")}
                </LinkButton>
            </div>
        }
    })
}
