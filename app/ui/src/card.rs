//! Cards: one subject each.

use leptos::prelude::*;

use crate::{
    blank::{classes, given},
    icon::{Art, Icon},
    price::Price,
    tone::Tone,
};

/// A surface for one subject.
#[component]
pub fn Card(
    /// Heading of the second level.
    #[prop(optional, into)]
    title: String,
    /// Symbol before the heading.
    #[prop(optional, into)]
    icon: String,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class=classes(["card", &class])>
            {given(title)
                .map(|title| {
                    view! {
                        <h2 class="card__title">
                            {given(icon).map(|name| view! { <Icon name=name /> })}
                            <span>{title}</span>
                        </h2>
                    }
                })}
            {children()}
        </section>
    }
}

/// A card that is a link: a row of a list, a way in.
#[component]
pub fn CardLink(
    /// Where to.
    #[prop(into)]
    href: String,
    /// The link's text.
    #[prop(into)]
    title: String,
    /// One line about it.
    #[prop(optional, into)]
    note: String,
    /// A symbol.
    #[prop(optional, into)]
    icon: String,
    /// A word about its state.
    #[prop(optional, into)]
    tag: String,
    /// Meaning of that word.
    #[prop(optional)]
    tone: Tone,
    /// More lines.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <article class="card-link">
            {given(icon)
                .map(|name| {
                    view! {
                        <span class="card-link__icon">
                            <Icon name=name />
                        </span>
                    }
                })}
            <div class="card-link__body">
                <p class="card-link__title">
                    <a class="card-link__link" href=href>
                        {title}
                    </a>
                    {given(tag)
                        .map(|tag| view! { <span class=format!("tag tag--{}", tone.class())>{tag}</span> })}
                </p>
                {given(note).map(|note| view! { <p class="card-link__note">{note}</p> })}
                {children.map(|children| view! { <div class="card-link__more">{children()}</div> })}
            </div>
            <Icon name="chevron-right" class="card-link__arrow" />
        </article>
    }
}

/// A place to go to, with its illustration.
#[component]
pub fn PlaceCardView(
    /// Where to.
    #[prop(into)]
    href: String,
    /// Name.
    #[prop(into)]
    title: String,
    /// Name of the illustration.
    #[prop(into)]
    art: String,
    /// City.
    #[prop(optional, into)]
    city: String,
    /// One sentence.
    #[prop(optional, into)]
    summary: String,
    /// Lowest price.
    #[prop(optional, into)]
    price: String,
    /// What the price is for, after it.
    #[prop(optional, into)]
    price_note: String,
    /// A word on the picture, such as a recommendation.
    #[prop(optional, into)]
    badge: String,
) -> impl IntoView {
    view! {
        <article class="place-card">
            <div class="place-card__picture">
                <Art name=art />
                {given(badge).map(|badge| view! { <span class="badge">{badge}</span> })}
            </div>
            <div class="place-card__body">
                {given(city).map(|city| view! { <p class="place-card__city">{city}</p> })}
                <h3 class="place-card__title">
                    <a class="place-card__link" href=href>
                        {title}
                    </a>
                </h3>
                {given(summary).map(|summary| view! { <p class="place-card__summary">{summary}</p> })}
                {given(price)
                    .map(|price| {
                        view! {
                            <p class="place-card__price">
                                <Price amount=price note=price_note />
                            </p>
                        }
                    })}
            </div>
        </article>
    }
}
