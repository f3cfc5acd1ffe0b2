//! Rating an outcome by a link, without signing in (C8).

use domain::case::Rating;
use i18n::t;
use leptos::prelude::*;
use ui::PageTitle;

use super::{api::rating, rating::RatingForm};
use crate::{
    Viewer,
    form::{Typed, retried},
    frame::{Page, Refused},
};

/// `/rate/{token}`
#[component]
pub fn RatePage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match (rating(viewer.segment(1)).await, retried(&viewer, "inquiry/rate").await) {
                    (Ok(rating), Ok(typed)) => view! { <Rate rating=rating typed=typed /> }.into_any(),
                    (Err(error), _) | (_, Err(error)) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Rate(rating: Rating, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "rate-title");
    let back = viewer.to(&viewer.path);
    let lede = t!(script, "rate-lede", number = rating.number.as_str());
    view! {
        <Page title=title.clone()>
            <PageTitle title=title lede=lede />
            <RatingForm rating=rating typed=typed back=back />
        </Page>
    }
}
