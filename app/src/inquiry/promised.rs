//! By when somebody hears from us (C2, C6): the customer always sees it.

use domain::case::{CaseView, Department, Holder, Promised, Status};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Notice, Tone};

/// Where a question stands and what comes next.
#[component]
pub(super) fn State(
    /// The reader's script.
    script: Script,
    /// The question.
    view: CaseView,
) -> impl IntoView {
    let (tone, title, lines) = told(script, &view);
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    // The form stands at the end of the page when it is opened; who watches is led to the same by the link of the letters.
    let unrated = view.rating.filter(|rating| rating.level.is_none() && !rating.token.is_empty());
    let rate = unrated.map(|rating| {
        let href = format!("/{script}/rate/{}", rating.token);
        view! {
            <p>
                <a href=href>{t!(script, "rate-title")}</a>
            </p>
        }
    });
    view! {
        <Notice tone=tone title=title>
            {lines}
            {rate}
        </Notice>
    }
}

fn told(script: Script, view: &CaseView) -> (Tone, String, Vec<String>) {
    let Promised { first, answer, waiting, over } = &view.promised;
    match view.row.status {
        Status::Resolved => {
            let again =
                view.reopen_until.map(|until| t!(script, "inquiry-again-until", until = format::moment(script, until)));
            (Tone::Good, t!(script, "inquiry-state-resolved"), again.into_iter().collect())
        }
        Status::Waiting => {
            let left = waiting.map(|minutes| t!(script, "inquiry-waiting-left", left = span(script, minutes)));
            (Tone::Warn, t!(script, "inquiry-state-waiting"), left.into_iter().collect())
        }
        Status::Open => {
            let mut lines = Vec::new();
            if let Some(first) = first {
                lines.push(t!(script, "inquiry-first-by", due = format::moment(script, *first)));
            }
            if let Some(answer) = answer {
                lines.push(t!(script, "inquiry-answer-by", due = format::moment(script, *answer)));
            }
            if let Some(holder) = &view.holder {
                lines.push(t!(script, "inquiry-with", holder = holder_text(script, holder)));
            }
            match over {
                Some(_) => (Tone::Bad, t!(script, "inquiry-state-over"), lines),
                None => (Tone::Info, t!(script, "inquiry-state-open"), lines),
            }
        }
    }
}

/// Who has it, in words.
pub(crate) fn holder_text(script: Script, holder: &Holder) -> String {
    match holder {
        Holder::Department(department) => department_text(script, *department),
        Holder::Partner(name) => name.clone(),
    }
}

/// A department's name.
pub(super) fn department_text(script: Script, department: Department) -> String {
    text(script, &format!("department-{department}"))
}

/// Working time in words.
pub(crate) fn span(script: Script, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => t!(script, "span-minutes", minutes = rest),
        (hours, 0) => t!(script, "span-hours", hours = hours),
        (hours, rest) => t!(script, "span-both", hours = hours, minutes = rest),
    }
}
