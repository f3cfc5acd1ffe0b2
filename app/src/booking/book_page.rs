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

/// The fields of the wish that may have to be put right, with the kinds of their inputs; the others have only the other kinds.
fn wish_inputs(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::Stay => &[("day", "date"), ("nights", "number"), ("rooms", "number"), ("heads", "number")],
        Kind::Venue | Kind::Trip => &[("day", "date"), ("at", "time"), ("heads", "number")],
    }
}

/// What the page needs.
struct Form {
    offer: OfferPage,
    /// The answer to the wish; none when it cannot be understood (any more), and then it is asked for again.
    quoted: Option<Quoted>,
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
        let refusal = look.typed.refusal;
        return match before {
            // What was typed is not lost for a day that has passed meanwhile.
            Some(typed) => {
                let typed = Typed { refusal: typed.refusal.or(refusal), ..typed };
                Ok(Form { offer: look.offer, quoted: None, typed })
            }
            None => Err(refusal.unwrap_or_else(|| domain::Rule::Unknown.into())),
        };
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
    Ok(Form { offer: look.offer, quoted: Some(quoted), typed })
}

#[component]
fn Fill(form: Form) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Form { offer, quoted, typed } = form;
    let wish = query::write(quoted.as_ref().map(|quoted| quoted.wish.query()).unwrap_or_default());
    let address = viewer.to(&format!("/offers/{}{wish}", offer.slug));
    let back = viewer.to(&format!("/book/{}{wish}", offer.slug));
    let refusal = view! { <Refusal typed=typed.clone() fields=labels(offer.kind) /> };
    let title = t!(script, "book-title");
    let shortage = quoted.as_ref().and_then(|quoted| Some((quoted.shortage.clone()?, quoted.alternatives.clone())));
    let repair = quoted.is_none();
    let body = match shortage {
        Some((why, others)) => {
            response::status(409);
            view! { <NotAvailable why=why others=others /> }.into_any()
        }
        None => view! { <ContactForm offer=offer.clone() typed=typed back=back repair=repair /> }.into_any(),
    };
    let change = address.clone();
    let card = quoted.map(|quoted| {
        let rows = wish_rows(script, &offer, &quoted);
        let until = format::moment(script, quoted.hold_until);
        view! {
            <Card title=offer.place.clone()>
                {service_rows(rows)}
                <QuoteLines lines=quoted.lines total=quoted.total />
                <p>
                    <a href=change>{t!(script, "change-wish")}</a>
                </p>
                <p class="muted">{t!(script, "hold-until", time = until)}</p>
            </Card>
        }
    });
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
fn ContactForm(
    offer: OfferPage,
    typed: Typed,
    back: String,
    /// The wish is at fault and stands in the form to be put right.
    repair: bool,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let asked = if repair { wish_inputs(offer.kind) } else { &[] };
    let carried = ["slug", "day", "nights", "rooms", "heads", "at", "extras"]
        .into_iter()
        .filter(|name| asked.iter().all(|(asked, _)| asked != name))
        .map(|name| view! { <Hidden name=name value=typed.value(name) /> })
        .collect_view();
    let labels = labels(offer.kind);
    let wish = asked
        .iter()
        .map(|&(name, kind)| {
            let label = labels.iter().find(|(field, _)| *field == name).map_or("", |(_, label)| *label);
            view! {
                <Field
                    name=name
                    label=i18n::text(script, label)
                    kind=kind
                    value=typed.value(name)
                    fault=typed.fault(name)
                    required=true
                />
            }
        })
        .collect_view();
    let typed = StoredValue::new(typed);
    let value = move |name: &str| typed.read_value().value(name);
    let fault = move |name: &str| typed.read_value().fault(name);
    view! {
        <form class="stack" method="post" action="/api/booking/check" novalidate>
            {carried}
            <Hidden name="back" value=back />
            {wish}
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
