//! The booking form: who it is for (B2). The wish is carried along and can be changed on the offer's page.

use domain::{
    Kind,
    booking::BookingForm,
    catalogue::{OfferPage, Quoted, WishForm},
};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, Button, Card, Field, Hidden, PageTitle, TextArea, Tone};

use super::{
    detail::{service_rows, wish_rows},
    steps::BookingSteps,
};
use crate::{
    ApiError, Viewer,
    booking::api::FORM,
    catalogue::{NotAvailable, QuoteLines, api::look, wish_labels, wish_of},
    form::{Refusal, Typed, api::typed, query},
    frame::{Page, Refused},
    membership, response,
};

/// The fields with the message ids of their labels, in order.
fn labels(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let mut labels = wish_labels(kind);
    labels.extend([
        ("name", "contact-name"),
        ("phone", "contact-phone"),
        ("email", "contact-email"),
        ("id_number", "contact-id"),
        ("arrival", "contact-arrival"),
        ("remarks", "contact-remarks"),
        ("preferences", "contact-preferences"),
    ]);
    labels
}

/// What the page needs.
struct Form {
    offer: OfferPage,
    quoted: Quoted,
    typed: Typed,
}

/// `/book/{slug}`
#[component]
pub fn BookPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(viewer).await {
                    Ok(form) => view! { <Fill form=form /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// What was typed before, or the address's wish with what is known of a member.
async fn load(viewer: Viewer) -> Result<Form, ApiError> {
    let slug = viewer.segment(1);
    let before = match viewer.param("retry") {
        id if id.is_empty() => None,
        id => typed(FORM.to_owned(), id).await?,
    };
    let wish: WishForm = before.as_ref().map_or_else(|| wish_of(&viewer), |before| before.form::<BookingForm>().wish());
    let look = look(slug.clone(), String::new(), wish).await?;
    let Some(quoted) = look.quoted else {
        return Err(look.typed.refusal.unwrap_or_else(|| domain::Rule::Unknown.into()));
    };
    let wish = WishForm::from(&quoted.wish);
    let mut typed = match before {
        Some(before) => before,
        None => {
            let mut form = BookingForm::default();
            if viewer.member {
                let known = membership::api::profile().await?;
                (form.name, form.phone) = (known.name, known.phone);
                (form.email, form.preferences) = (known.email, known.preferences);
            }
            Typed::of(&form)
        }
    };
    typed.fields.extend(crate::form::as_pairs(&wish));
    typed.fields.insert("slug".to_owned(), slug);
    Ok(Form { offer: look.offer, quoted, typed })
}

#[component]
fn Fill(form: Form) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Form { offer, quoted, typed } = form;
    let address = viewer.to(&format!("/offers/{}{}", offer.slug, query::write(quoted.wish.query())));
    let back = viewer.to(&format!("/book/{}{}", offer.slug, query::write(quoted.wish.query())));
    let refusal = view! { <Refusal typed=typed.clone() fields=labels(offer.kind) /> };
    let title = t!(script, "book-title");
    let rows = wish_rows(script, &offer, &quoted);
    let body = match quoted.shortage.clone() {
        Some(why) => {
            response::status(409);
            view! { <NotAvailable why=why others=quoted.alternatives.clone() /> }.into_any()
        }
        None => view! { <ContactForm offer=offer.clone() typed=typed back=back /> }.into_any(),
    };
    let change = address.clone();
    let card = view! {
        <Card title=offer.place.clone()>
            {service_rows(rows)}
            <QuoteLines lines=quoted.lines.clone() total=quoted.total />
            <p>
                <a href=change>{t!(script, "change-wish")}</a>
            </p>
            <p class="muted">{t!(script, "hold-until", time = format::moment(script, quoted.hold_until))}</p>
        </Card>
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=address label=t!(script, "back-to-offer") />
            <BookingSteps current=1 />
            {refusal}
            <div class="columns">
                <div class="columns__main stack">
                    <PageTitle title=title lede=t!(script, "book-lede") />
                    {body}
                </div>
                <div class="columns__aside stack">
                    {card}
                </div>
            </div>
        </Page>
    }
}

#[component]
fn ContactForm(offer: OfferPage, typed: Typed, back: String) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let carried = ["slug", "day", "nights", "rooms", "heads", "at", "extras"]
        .map(|name| view! { <Hidden name=name value=typed.value(name) /> })
        .collect_view();
    let typed = StoredValue::new(typed);
    let value = move |name: &str| typed.read_value().value(name);
    let fault = move |name: &str| typed.read_value().fault(name);
    view! {
        <form class="stack" method="post" action="/api/booking/check" novalidate>
            {carried}
            <Hidden name="back" value=back />
            <Field
                name="name"
                label=t!(script, "contact-name")
                value=value("name")
                fault=fault("name")
                autocomplete="name"
                maxlength="40"
                required=true
            />
            <Field
                name="phone"
                label=t!(script, "contact-phone")
                kind="tel"
                value=value("phone")
                fault=fault("phone")
                hint=t!(script, "contact-phone-hint")
                autocomplete="tel"
                inputmode="tel"
                required=true
            />
            <Field
                name="email"
                label=t!(script, "contact-email")
                note=t!(script, "optional")
                kind="email"
                value=value("email")
                fault=fault("email")
                autocomplete="email"
                inputmode="email"
            />
            {offer
                .needs_id
                .then(|| {
                    view! {
                        <Field
                            name="id_number"
                            label=t!(script, "contact-id")
                            value=value("id_number")
                            fault=fault("id_number")
                            hint=t!(script, "contact-id-hint")
                            required=true
                        />
                    }
                })}
            {(offer.kind == Kind::Stay)
                .then(|| {
                    view! {
                        <Field
                            name="arrival"
                            label=t!(script, "contact-arrival")
                            note=t!(script, "optional")
                            kind="time"
                            value=value("arrival")
                            fault=fault("arrival")
                            hint=t!(script, "contact-arrival-hint")
                        />
                    }
                })}
            <TextArea
                name="remarks"
                label=t!(script, "contact-remarks")
                note=t!(script, "optional")
                value=value("remarks")
                fault=fault("remarks")
                hint=t!(script, "contact-remarks-hint")
            />
            <Field
                name="preferences"
                label=t!(script, "contact-preferences")
                note=t!(script, "optional")
                value=value("preferences")
                fault=fault("preferences")
                hint=t!(script, "contact-preferences-hint")
            />
            <Button tone=Tone::Accent>{t!(script, "to-check")}</Button>
            <p class="muted">{t!(script, "nothing-booked-yet")}</p>
        </form>
    }
}
