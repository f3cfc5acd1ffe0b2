//! Parts of pages that a stream sends: rendered by the same components as the pages, so that they look and escape alike.

use domain::{
    case::{CaseView, Item, Mate},
    help::HelpHit,
};
use i18n::Script;
use leptos::prelude::*;

pub use super::thread::Side;
use super::{desk::Mates, offers::Offers, promised::State, thread::Entry};

/// An entry of a thread.
#[must_use]
pub fn entry(script: Script, item: &Item, side: Side) -> String {
    let item = item.clone();
    rendered(move || view! { <Entry script=script item=item side=side /> }.into_any())
}

/// Where a question stands.
#[must_use]
pub fn state(script: Script, view: &CaseView) -> String {
    let view = view.clone();
    rendered(move || view! { <State script=script view=view /> }.into_any())
}

/// Who else looks at it.
#[must_use]
pub fn mates(script: Script, mates: Vec<Mate>) -> String {
    rendered(move || view! { <Mates script=script mates=mates /> }.into_any())
}

/// Articles that may answer a question.
#[must_use]
pub fn offers(script: Script, hits: Vec<HelpHit>) -> String {
    rendered(move || {
        // That something was offered is sent with the question, so that it is not offered again.
        let seen = (!hits.is_empty()).then(|| view! { <input type="hidden" name="offered" value="1" /> });
        view! {
            {seen}
            <Offers script=script hits=hits />
        }
        .into_any()
    })
}

fn rendered(view: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| view().to_html())
}
