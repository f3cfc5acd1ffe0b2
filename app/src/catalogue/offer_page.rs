//! An offer: what it is, when it is free, what it costs, what a cancellation gives back; the way to the booking form.

use domain::{
    Kind,
    catalogue::{OfferPage as Offer, Quoted, WishForm},
};
use i18n::{Script, t};
use leptos::prelude::*;
use ui::{Art, BackLink, Card, PageTitle, Prose, Section, SummaryList, SummaryRow, Tag, Tone};

use super::{
    api::{Look, look},
    availability::Availability,
    quote::{NotAvailable, QuoteLines},
    search_form::path_of,
    terms::FullTerms,
    wish_form::{WishFields, wish_labels, wish_of},
};
use crate::{
    Viewer,
    form::{Refusal, query},
    frame::{Page, Refused},
    words,
};

/// `/offers/{slug}`
#[component]
pub fn OfferPage() -> impl IntoView {
    let viewer = Viewer::current();
    let slug = viewer.segment(1);
    let form = wish_of(&viewer);
    let month = viewer.param("month");
    view! {
        <Suspense>
            {Suspend::new(async move {
                match look(slug, month, form).await {
                    Ok(look) => view! { <Whole look=look /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Whole(look: Look) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Look { offer, typed, slots, quoted, days } = look;
    let refusal = view! { <Refusal typed=typed.clone() fields=wish_labels(offer.limits.kind) /> }.into_any();
    let title = offer.name.clone();
    let (address, facts) = (viewer.to(path_of(offer.limits.kind)), facts(script, &offer));
    let (art, place, details, about) =
        (offer.art.clone(), offer.place.clone(), offer.details.clone(), offer.about.clone());
    let (named, terms) = (format!("{} {}", offer.place, offer.name), offer.terms.clone());
    let tags = offer.tags.iter().cloned().map(|tag| view! { <Tag tone=Tone::Plain>{tag}</Tag> }).collect_view();
    let (slug, wish) = (offer.slug.clone(), quoted.as_ref().map(|quoted| quoted.wish.clone()));
    let curve = quoted
        .clone()
        .map(|quoted| view! { <FullTerms terms=terms curve=quoted.curve starts=quoted.starts /> }.into_any());
    let answer = quoted.clone().map(|quoted| view! { <Answer quoted=quoted /> }.into_any());
    let form = view! { <WishFields offer=offer typed=typed slots=slots quoted=quoted /> }.into_any();
    view! {
        <Page title=named>
            <BackLink href=address label=t!(script, "back-to-results") />
            {refusal}
            <div class="columns columns--offer">
                <div class="columns__main stack">
                    <Art name=art eager=true />
                    <PageTitle title=title caption=place>
                        {tags}
                    </PageTitle>
                    <Prose>
                        <p>{details}</p>
                        <p>{about}</p>
                    </Prose>
                    <SummaryList rows=facts />
                </div>
                <div class="columns__aside stack">{form} {answer}</div>
                <div class="columns__more stack">
                    <Section title=t!(script, "availability")>
                        <Availability slug=slug days=days wish=wish />
                    </Section>
                    {curve}
                </div>
            </div>
        </Page>
    }
}

fn facts(script: Script, offer: &Offer) -> Vec<SummaryRow> {
    let address = if offer.kind == Kind::Trip { t!(script, "boarding-place") } else { t!(script, "address") };
    let mut rows = vec![
        SummaryRow::text(address, words::address(&offer.city, &offer.address)),
        SummaryRow::text(t!(script, "place-phone"), offer.phone.clone()),
    ];
    if offer.kind == Kind::Stay {
        rows.push(SummaryRow::text(
            t!(script, "room-heads"),
            t!(script, "heads-count", heads = offer.limits.heads_per_unit),
        ));
        if offer.limits.least_nights > 1 {
            let nights = t!(script, "nights-least", nights = offer.limits.least_nights);
            rows.push(SummaryRow::text(t!(script, "search-nights"), nights));
        }
    } else {
        let bounds = t!(script, "party-bounds", least = offer.limits.least, most = offer.limits.most);
        rows.push(SummaryRow::text(t!(script, "party-size"), bounds));
    }
    if offer.needs_id {
        rows.push(SummaryRow::text(t!(script, "papers"), t!(script, "papers-needed")));
    }
    rows
}

/// The price, or why not and what else.
#[component]
fn Answer(quoted: Quoted) -> impl IntoView {
    let script = Viewer::current().script;
    match quoted.shortage {
        None => view! {
            <Card title=t!(script, "quote-caption")>
                <QuoteLines lines=quoted.lines total=quoted.total />
            </Card>
        }
        .into_any(),
        Some(why) => view! { <NotAvailable why=why others=quoted.alternatives /> }.into_any(),
    }
}

/// The address of an offer with a wish.
#[must_use]
pub(super) fn offer_address(viewer: &Viewer, slug: &str, form: &WishForm, month: &str) -> String {
    let pairs = [
        ("day", form.day.clone()),
        ("nights", form.nights.clone()),
        ("rooms", form.rooms.clone()),
        ("heads", form.heads.clone()),
        ("at", form.at.clone()),
        ("extras", form.extras.clone()),
        ("month", month.to_owned()),
    ];
    viewer.to(&format!("/offers/{slug}{}", query::write(pairs)))
}
