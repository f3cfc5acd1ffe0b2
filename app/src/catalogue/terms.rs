//! The terms in full (B3, B5): what a cancellation gives back, until when a change is possible, what is kept at least.

use domain::{
    Instant,
    terms::{Step, Terms},
};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{Curve, Section};

use super::quote::curve_steps;
use crate::Viewer;

/// Terms with their curve; the same words before the sale and after it.
#[component]
pub fn FullTerms(
    /// The terms.
    terms: Terms,
    /// What they give back of the price, from now on.
    curve: Vec<Step>,
    /// Start of the service.
    starts: Instant,
    /// There is nothing to be given up any more.
    #[prop(optional)]
    over: bool,
    /// Their hash, where they were sold; hexadecimal.
    #[prop(optional, into)]
    hash: String,
) -> impl IntoView {
    let script = Viewer::current().script;
    let said = terms.sentences(script).join(" ");
    let mut steps = curve_steps(script, &curve);
    if over {
        steps.iter_mut().for_each(|step| step.current = false);
    }
    let hash: String = hash.chars().take(16).collect();
    let version = (!hash.is_empty()).then(|| t!(script, "terms-version", version = terms.version, hash = hash));
    view! {
        <Section title=t!(script, "terms-title")>
            <Curve
                steps=steps
                caption=t!(script, "curve-caption", time = format::moment(script, starts))
                now=t!(script, "curve-now")
            />
            <p class="muted">{said}</p>
            {version.map(|version| view! { <p class="muted">{version}</p> })}
        </Section>
    }
}
