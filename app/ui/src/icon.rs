//! Pictures: symbols from the sprite and illustrations.

use leptos::prelude::*;

use crate::blank::classes;

/// A symbol of `/icons.svg`, drawn in the colour of the text. Without `title` it is decoration.
///
/// The shapes stay in one cached file instead of every page and the WASM.
#[component]
pub fn Icon(
    /// Name of the symbol, such as `bed` or `clock`.
    #[prop(into)]
    name: String,
    /// Its meaning, where no text beside it says so.
    #[prop(optional, into)]
    title: String,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let class = classes(["icon", &class]);
    let href = format!("/icons.svg#{name}");
    let decoration = title.is_empty();
    let label = (!decoration).then_some(title);
    view! {
        <svg
            class=class
            width="24"
            height="24"
            focusable="false"
            aria-hidden=decoration.then_some("true")
            role=label.is_some().then_some("img")
            aria-label=label
        >
            <use href=href></use>
        </svg>
    }
}

/// An illustration of `/art`, 4:3. A blank `alt` makes it decoration.
#[component]
pub fn Art(
    /// File name without extension.
    #[prop(into)]
    name: String,
    /// What it shows.
    #[prop(optional, into)]
    alt: String,
    /// Load at once: it is in the first view.
    #[prop(optional)]
    eager: bool,
) -> impl IntoView {
    let src = format!("/art/{name}.svg");
    view! {
        <img
            class="art"
            src=src
            alt=alt
            width="640"
            height="480"
            decoding="async"
            loading=(!eager).then_some("lazy")
        />
    }
}
