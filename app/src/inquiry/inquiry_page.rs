//! A question and everything that was said to it.

use domain::{
    case::{CaseView, LONGEST, Status},
    upload::Attachment,
};
use i18n::t;
use leptos::prelude::*;
use ui::{BackLink, Button, Hidden, Notice, PageTitle, Section, TextArea, Tone};

use super::{
    Live,
    api::show,
    promised::State,
    rating::RatingForm,
    thread::{Side, Thread},
};
use crate::{
    ApiError, Viewer,
    form::{Refusal, Typed, retried},
    frame::{Page, Refused},
    upload::{FilesField, api::mine},
};

/// `/inquiries/{number}`
#[component]
pub fn InquiryPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(&viewer).await {
                    Ok((view, typed, rated)) => {
                        let kept = mine(typed.value("files")).await.unwrap_or_default();
                        view! { <Inquiry view=view typed=typed rated=rated kept=kept /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

async fn load(viewer: &Viewer) -> Result<(CaseView, Typed, Typed), ApiError> {
    let view = show(viewer.segment(1)).await?;
    Ok((view, retried(viewer, "inquiry/write").await?, retried(viewer, "inquiry/rate").await?))
}

#[component]
fn Inquiry(view: CaseView, typed: Typed, rated: Typed, kept: Vec<Attachment>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = view.row.number.to_string();
    let title = t!(script, "inquiry-title", number = number.as_str());
    let fresh = (!viewer.param("new").is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Good title=t!(script, "inquiry-received", number = number.as_str()) live=true>
                <p>{t!(script, "inquiry-received-text")}</p>
            </Notice>
        }
    });
    let booking = (!view.booking.is_empty()).then(|| {
        let href = viewer.to(&format!("/bookings/{}", view.booking));
        view! { <a href=href>{t!(script, "inquiry-booking", number = view.booking.as_str())}</a> }
    });
    let back = viewer.to(&viewer.path);
    let rating = view.rating.clone().map(|rating| {
        view! {
            <Section title=t!(script, "rate-title")>
                <RatingForm rating=rating typed=rated back=back />
            </Section>
        }
    });
    let stream = format!("/{script}/live/inquiries/{number}?since={}", view.seq);
    let (items, state) = (view.items.clone(), view.clone());
    view! {
        <Page title=title.clone()>
            <BackLink href=viewer.to("/inquiries") label=t!(script, "inquiries-title") />
            <Refusal typed=typed.clone() fields=[("text", "inquiry-text"), ("files", "files-label")] />
            {fresh}
            <PageTitle title=title>{booking}</PageTitle>
            <Live stream=stream keep="/api/inquiry/keep".to_owned() offer=String::new()>
                <div id="case-state" aria-live="polite">
                    <State script=script view=state />
                </div>
                <Thread script=script items=items side=Side::Customer />
                <span id="end"></span>
                <Write view=view typed=typed kept=kept />
            </Live>
            {rating}
        </Page>
    }
}

/// The form to write again, and to need no answer any more.
#[component]
fn Write(view: CaseView, typed: Typed, kept: Vec<Attachment>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = view.row.number.to_string();
    let back = viewer.to(&viewer.path);
    let resolved = view.row.status == Status::Resolved;
    if resolved && view.reopen_until.is_none() {
        return view! {
            <Notice tone=Tone::Info>
                <p>{t!(script, "inquiry-shut")}</p>
                <p>
                    <a href=viewer.to("/inquiries/new")>{t!(script, "ask-title")}</a>
                </p>
            </Notice>
        }
        .into_any();
    }
    let text = if typed.fields.is_empty() { view.draft.clone() } else { typed.value("text") };
    let close = (!resolved).then(|| {
        view! {
            <form method="post" action="/api/inquiry/close">
                <Hidden name="back" value=back.clone() />
                <Hidden name="number" value=number.clone() />
                <Button tone=Tone::Quiet>{t!(script, "inquiry-close")}</Button>
            </form>
        }
    });
    view! {
        <form
            class="stack"
            method="post"
            action="/api/inquiry/write"
            enctype="multipart/form-data"
            data-live="send"
            novalidate
        >
            <Hidden name="back" value=back />
            <Hidden name="number" value=number />
            <Hidden name="key" value=view.seq.to_string() />
            <TextArea
                name="text"
                label=t!(script, "inquiry-text")
                hint=if resolved { t!(script, "inquiry-text-again") } else { String::new() }
                value=text
                fault=typed.fault("text")
                rows=4
                maxlength=LONGEST.to_string()
                required=true
            />
            <FilesField typed=typed kept=kept />
            <Button tone=Tone::Primary>{t!(script, "inquiry-send")}</Button>
        </form>
        {close}
    }
    .into_any()
}
