//! What can be pressed.

use leptos::prelude::*;

use crate::{
    blank::{classes, given},
    icon::Icon,
    tone::Tone,
};

/// A button; it submits its form unless `kind` says otherwise.
#[component]
pub fn Button(
    /// `Primary`, `Accent`, `Plain` (outlined), `Quiet` (a link) or `Bad` (cannot be undone).
    #[prop(optional)]
    tone: Tone,
    /// Name sent with the form.
    #[prop(optional, into)]
    name: String,
    /// Value sent with the form.
    #[prop(optional, into)]
    value: String,
    /// As wide as its container.
    #[prop(optional)]
    wide: bool,
    /// `submit` (the default) or `button`.
    #[prop(optional, into)]
    kind: String,
    /// Cannot be pressed now.
    #[prop(optional)]
    disabled: bool,
    /// Symbol before the text.
    #[prop(optional, into)]
    icon: String,
    /// The text.
    children: Children,
) -> impl IntoView {
    let kind = given(kind).unwrap_or_else(|| "submit".into());
    view! {
        <button type=kind class=look(tone, wide) name=given(name) value=given(value) disabled=disabled>
            {given(icon).map(|name| view! { <Icon name=name /> })}
            <span class="button__text">{children()}</span>
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// Where to.
    #[prop(into)]
    href: String,
    /// As for `Button`.
    #[prop(optional)]
    tone: Tone,
    /// As wide as its container.
    #[prop(optional)]
    wide: bool,
    /// Symbol before the text.
    #[prop(optional, into)]
    icon: String,
    /// The text.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=look(tone, wide) href=href>
            {given(icon).map(|name| view! { <Icon name=name /> })}
            <span class="button__text">{children()}</span>
        </a>
    }
}

/// The way back to the page before.
#[component]
pub fn BackLink(
    /// Where to.
    #[prop(into)]
    href: String,
    /// The text.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <a class="back-link no-print" href=href>
            <Icon name="chevron-left" />
            <span>{label}</span>
        </a>
    }
}

fn look(tone: Tone, wide: bool) -> String {
    let modifier = format!("button--{}", tone.class());
    classes(["button", &modifier, if wide { "button--wide" } else { "" }])
}
