//! The form that rates an outcome (C8): five levels and why.

use domain::case::Rating;
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, Hidden, Notice, RadioCard, RadioCards, TextArea, Tone};

use crate::{
    Viewer,
    form::{Refusal, Typed},
};

/// The fields of the form and their labels.
const FIELDS: [(&str, &str); 2] = [("level", "rate-level"), ("why", "rate-why")];

/// The form, or the rating that was given.
#[component]
pub(super) fn RatingForm(
    /// What is rated.
    rating: Rating,
    /// The form as it came back.
    typed: Typed,
    /// Where it comes back to.
    back: String,
) -> impl IntoView {
    let script = Viewer::current().script;
    if let Some(level) = rating.level {
        let said = t!(script, "rate-given", level = level_text(script, level));
        return view! {
            <Notice tone=Tone::Good title=t!(script, "rate-thanks")>
                <p>{said}</p>
                {(!rating.why.is_empty()).then_some(view! { <p class="muted">{rating.why}</p> })}
            </Notice>
        }
        .into_any();
    }
    let levels = (1..=5).rev().map(|level: u8| RadioCard {
        value: level.to_string(),
        label: level_text(script, level),
        ..RadioCard::default()
    });
    let until = t!(script, "rate-until", until = format::moment(script, rating.until));
    view! {
        <Refusal typed=typed.clone() fields=FIELDS />
        <form class="stack narrow" method="post" action="/api/inquiry/rate" novalidate>
            <Hidden name="back" value=back />
            <Hidden name="token" value=rating.token />
            <Hidden name="number" value=rating.number />
            <RadioCards
                name="level"
                label=t!(script, "rate-level")
                options=levels.collect()
                value=typed.value("level")
                fault=typed.fault("level")
                compact=true
            />
            <TextArea
                name="why"
                label=t!(script, "rate-why")
                note=t!(script, "optional")
                value=typed.value("why")
                fault=typed.fault("why")
                rows=3
                maxlength="500"
            />
            <Button tone=Tone::Primary>{t!(script, "rate-go")}</Button>
            <p class="muted">{until}</p>
        </form>
    }
    .into_any()
}

/// A level in words, from very satisfied (5) to very dissatisfied (1).
pub(super) fn level_text(script: Script, level: u8) -> String {
    text(script, &format!("rating-{level}"))
}
