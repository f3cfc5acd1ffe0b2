//! The results pages: the search stays above what it found.

use domain::{
    Kind,
    catalogue::{PartyBounds, SearchForm},
};
use i18n::{Script, t};
use leptos::prelude::*;
use ui::{EmptyState, PageItem, PageTitle, Pagination};

use super::{
    api::{Found, choices, search},
    results::Results,
    search_form::{Kinds, SearchFields, labels, name_of, path_of},
};
use crate::{
    Viewer,
    form::{Refusal, Typed, query},
    frame::{Page, Refused},
    inquiry::AskLink,
};

/// `/stays`
#[component]
pub fn StaysPage() -> impl IntoView {
    view! { <ResultsPage kind=Kind::Stay /> }
}

/// `/venues`
#[component]
pub fn VenuesPage() -> impl IntoView {
    view! { <ResultsPage kind=Kind::Venue /> }
}

/// `/trips`
#[component]
pub fn TripsPage() -> impl IntoView {
    view! { <ResultsPage kind=Kind::Trip /> }
}

#[component]
fn ResultsPage(kind: Kind) -> impl IntoView {
    let form: SearchForm = query::read(&query::pairs(&Viewer::current().query));
    view! {
        <Suspense>
            {Suspend::new(async move {
                let places = choices(kind).await;
                let found = search(kind, form.clone()).await;
                match (places, found) {
                    (Ok(places), Ok(found)) => {
                        let typed = Typed::of(&SearchForm::from(&found.search));
                        view! { <Listing kind=kind places=places typed=typed found=Some(found) /> }.into_any()
                    }
                    (Ok(places), Err(error)) if !error.fields.is_empty() => {
                        let typed = Typed::refused(&form, error);
                        view! { <Listing kind=kind places=places typed=typed found=None /> }.into_any()
                    }
                    (Err(error), _) | (_, Err(error)) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Listing(kind: Kind, places: Vec<(String, String)>, typed: Typed, found: Option<Found>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = name_of(script, kind);
    view! {
        <Page title=title.clone()>
            <PageTitle title=title />
            <Kinds current=kind href=|viewer, kind| viewer.to(path_of(kind)) />
            <Refusal typed=typed.clone() fields=labels(kind) />
            <SearchFields kind=kind typed=typed places=places compact=true />
            {found.map(|found| view! { <Hits kind=kind found=found /> })}
        </Page>
    }
}

/// What a party must be like, for one that nothing takes.
fn party_rule(script: Script, kind: Kind, bounds: PartyBounds) -> String {
    let PartyBounds { least, most, each, nights } = bounds;
    match kind {
        Kind::Stay => match nights {
            Some(nights) => t!(script, "results-party-nights", nights = nights),
            None => t!(script, "results-party-stay", most = most, each = each),
        },
        Kind::Venue => t!(script, "results-party-venue", least = least, most = most),
        Kind::Trip => t!(script, "results-party-trip", most = most),
    }
}

#[component]
fn Hits(kind: Kind, found: Found) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Found { search, page } = found;
    if page.hits.is_empty() {
        return view! {
            <EmptyState icon="search" title=t!(script, "results-none")>
                {match page.bounds {
                    Some(bounds) => {
                        view! {
                            <p>{party_rule(script, kind, bounds)}</p>
                            <p>{t!(script, "ask-a-person")}</p>
                        }
                            .into_any()
                    }
                    None => view! { <p>{t!(script, "results-none-text")}</p> }.into_any(),
                }}
                <p>
                    <AskLink code="not-offered" />
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let address = |number: u32| viewer.to(&format!("{}{}", path_of(kind), query::write(search.query(number))));
    let previous = (page.page > 1).then(|| (address(page.page - 1), t!(script, "pages-previous")));
    let next = (page.page < page.pages).then(|| (address(page.page + 1), t!(script, "pages-next")));
    let pages = (1..=page.pages)
        .filter(|number| number.abs_diff(page.page) < 4)
        .map(|number| PageItem { href: address(number), label: number.to_string(), current: number == page.page })
        .collect();
    let several = page.pages > 1;
    view! {
        <p class="muted" role="status">
            {t!(script, "results-count", count = page.total)}
        </p>
        <Results hits=page.hits search=search />
        {several.then(|| view! { <Pagination label=t!(script, "pages-label") prev=previous next=next pages=pages /> })}
    }
    .into_any()
}
