//! The home page: what can be had here and where to start.

use domain::{Kind, catalogue::PlaceCard};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{Card, Hero, LinkButton, PlaceCardView, Section, Tone};

use super::{
    api::{Front, front},
    search_form::{Kinds, SearchFields, path_of},
};
use crate::{
    Viewer,
    form::Typed,
    frame::{Page, Refused},
};

/// `/`
#[component]
pub fn HomePage() -> impl IntoView {
    let kind = Viewer::current().param("kind").parse().unwrap_or(Kind::Stay);
    view! {
        <Suspense>
            {Suspend::new(async move {
                match front(kind).await {
                    Ok(front) => view! { <Home kind=kind front=front /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Home(kind: Kind, front: Front) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let shelves = Kind::ALL.map(|kind| {
        let cards: Vec<_> = front.places.iter().filter(|place| place.kind == kind).cloned().collect();
        view! { <Shelf kind=kind cards=cards /> }
    });
    view! {
        <Page title=t!(script, "home-title") bare=true>
            <Hero title=t!(script, "home-headline") lede=t!(script, "home-lede")>
                <Kinds current=kind href=|viewer, kind| viewer.to(&format!("?kind={kind}")) />
                <SearchFields kind=kind typed=Typed::of(&front.usual) places=front.choices />
            </Hero>
            <div class="container stack">
                {shelves.collect_view()}
                <Section title=t!(script, "home-promises")>
                    <div class="grid">
                        <Card title=t!(script, "promise-terms-title") icon="shield">
                            <p>{t!(script, "promise-terms-text")}</p>
                        </Card>
                        <Card title=t!(script, "promise-hold-title") icon="clock">
                            <p>{t!(script, "promise-hold-text")}</p>
                        </Card>
                        <Card title=t!(script, "promise-guest-title") icon="phone">
                            <p>{t!(script, "promise-guest-text")}</p>
                        </Card>
                    </div>
                    <p>
                        <LinkButton href=viewer.to("/bookings/find") tone=Tone::Plain icon="search">
                            {t!(script, "nav-find")}
                        </LinkButton>
                    </p>
                </Section>
            </div>
        </Page>
    }
}

#[component]
fn Shelf(kind: Kind, cards: Vec<PlaceCard>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = match kind {
        Kind::Stay => t!(script, "home-stays"),
        Kind::Venue => t!(script, "home-venues"),
        Kind::Trip => t!(script, "home-trips"),
    };
    let cards = cards
        .into_iter()
        .map(|card| {
            view! {
                <PlaceCardView
                    href=viewer.to(&format!("/offers/{}", card.offer))
                    title=card.name
                    art=card.art
                    city=card.city
                    summary=card.summary
                    price=card.from.map(|from| format::money(from.0)).unwrap_or_default()
                    price_note=t!(script, "price-from")
                />
            }
        })
        .collect_view();
    view! {
        <Section title=title more=Some((viewer.to(path_of(kind)), t!(script, "home-all")))>
            <div class="grid">{cards}</div>
        </Section>
    }
}
