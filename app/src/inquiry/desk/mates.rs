//! Who else looks at a question now: two must not write the same answer.

use domain::case::Mate;
use i18n::{Script, t};
use leptos::prelude::*;
use ui::{Notice, Tone};

/// The colleagues; nothing when there are none.
#[component]
pub(in crate::inquiry) fn Mates(
    /// The reader's script.
    script: Script,
    /// Who looks.
    mates: Vec<Mate>,
) -> impl IntoView {
    let names: Vec<String> = mates.into_iter().map(|mate| mate.name).collect();
    (!names.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warn>
                <p>{t!(script, "desk-mates", names = names.join(&t!(script, "list-comma")))}</p>
            </Notice>
        }
    })
}
