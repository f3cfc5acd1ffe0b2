//! Search results: a place with its offers, and what else could be had.

use leptos::prelude::*;

use crate::{
    blank::given,
    icon::{Art, Icon},
    price::Price,
};

/// A place among the results; its offers are the children.
#[component]
pub fn ResultCard(
    /// Name.
    #[prop(into)]
    title: String,
    /// Name of the illustration.
    #[prop(into)]
    art: String,
    /// City.
    #[prop(optional, into)]
    city: String,
    /// Address or boarding place.
    #[prop(optional, into)]
    address: String,
    /// One sentence.
    #[prop(optional, into)]
    summary: String,
    /// A word on the picture, such as a recommendation.
    #[prop(optional, into)]
    badge: String,
    /// The offers.
    children: Children,
) -> impl IntoView {
    // Many addresses begin with their city.
    let address = if address.starts_with(&city) { address } else { [city, address].join(" ") };
    view! {
        <article class="result-card">
            <div class="result-card__head">
                <div class="result-card__picture">
                    <Art name=art />
                    {given(badge).map(|badge| view! { <span class="badge">{badge}</span> })}
                </div>
                <div class="result-card__about">
                    <h2 class="result-card__title">{title}</h2>
                    {given(address).map(place)}
                    {given(summary).map(|summary| view! { <p class="result-card__summary">{summary}</p> })}
                </div>
            </div>
            <div class="result-card__offers">{children()}</div>
        </article>
    }
}

/// An offer of a place.
#[component]
pub fn OfferRow(
    /// Name.
    #[prop(into)]
    name: String,
    /// Where booking it starts.
    #[prop(into)]
    href: String,
    /// Words of the way there.
    #[prop(into)]
    action: String,
    /// Short features.
    #[prop(optional)]
    tags: Vec<String>,
    /// Price of one unit.
    #[prop(optional, into)]
    price: String,
    /// What it is the price of, after it.
    #[prop(optional, into)]
    price_note: String,
    /// Price of all that is wanted, in words.
    #[prop(optional, into)]
    total: String,
    /// What is left, in words.
    #[prop(optional, into)]
    left: String,
    /// Little is left.
    #[prop(optional)]
    few: bool,
    /// A good word, such as free cancellation until when.
    #[prop(optional, into)]
    note: String,
    /// Why it cannot be had; blank if it can.
    #[prop(optional, into)]
    shortage: String,
    /// Times of the day, alternatives.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let short = !shortage.trim().is_empty();
    let tags = tags.into_iter().map(|tag| view! { <li class="tag tag--plain">{tag}</li> }).collect_view();
    let full_name = name.clone();
    view! {
        <section class=if short { "offer-row offer-row--short" } else { "offer-row" }>
            <div class="offer-row__what">
                <h3 class="offer-row__name">{name}</h3>
                <ul class="offer-row__tags">{tags}</ul>
                {given(note)
                    .map(|note| {
                        view! {
                            <p class="offer-row__note">
                                <Icon name="check" />
                                <span>{note}</span>
                            </p>
                        }
                    })}
            </div>
            <div class="offer-row__deal">
                {given(price).map(|price| view! { <Price amount=price note=price_note /> })}
                {given(total).map(|total| view! { <p class="offer-row__total">{total}</p> })}
                {given(left)
                    .map(|left| {
                        view! {
                            <p class=if few { "offer-row__left offer-row__left--few" } else { "offer-row__left" }>{left}</p>
                        }
                    })}
            </div>
            {if short {
                view! {
                    <p class="offer-row__shortage">
                        <Icon name="info" />
                        <span>{shortage}</span>
                    </p>
                }
                    .into_any()
            } else {
                view! {
                    <a class="button button--accent offer-row__action" href=href>
                        {action}
                        <span class="visually-hidden">{full_name}</span>
                    </a>
                }
                    .into_any()
            }}
            {children.map(|children| view! { <div class="offer-row__more">{children()}</div> })}
        </section>
    }
}

/// Something else that is free.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlternativeItem {
    /// Where booking it starts.
    pub href: String,
    /// In what it differs: other time, other day, elsewhere.
    pub way: String,
    /// What it is.
    pub label: String,
    /// Its price.
    pub price: String,
    /// What is left; may be blank.
    pub note: String,
}

/// What else could be had.
#[component]
pub fn Alternatives(
    /// Words above.
    #[prop(into)]
    title: String,
    /// The alternatives.
    items: Vec<AlternativeItem>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|item| {
            view! {
                <li class="alternatives__item">
                    <a class="alternatives__link" href=item.href>
                        <span class="tag tag--info">{item.way}</span>
                        <span class="alternatives__label">{item.label}</span>
                        {given(item.note).map(|note| view! { <span class="alternatives__note">{note}</span> })}
                        <span class="alternatives__price">{item.price}</span>
                        <Icon name="chevron-right" />
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="alternatives">
            <p class="alternatives__title">
                <Icon name="swap" />
                <span>{title}</span>
            </p>
            <ul class="alternatives__list">{items}</ul>
        </div>
    }
}

fn place(text: String) -> impl IntoView {
    view! {
        <p class="result-card__place">
            <Icon name="pin" />
            <span>{text}</span>
        </p>
    }
}
