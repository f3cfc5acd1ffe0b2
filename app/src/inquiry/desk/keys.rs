//! What keys do on a page, and the switch that turns them off.

use i18n::t;
use leptos::prelude::*;

use crate::Viewer;

/// The words, and the switch.
#[component]
pub(super) fn KeysHint(
    /// What the keys do.
    words: String,
) -> impl IntoView {
    let script = Viewer::current().script;
    view! {
        <p class="muted keys">
            <label>
                <input type="checkbox" id="keys" checked=true />
                " "
                {t!(script, "keys-on")}
            </label>
            " "
            {words}
        </p>
    }
}
