//! A question at the desk: the thread, what can be written and done, and everything beside it.

use domain::{case::DeskCase, upload::Attachment};
use i18n::{t, text};
use leptos::prelude::*;
use ui::{BackLink, Tag, Tone};

use super::{Mates, api::show, forms::Deeds, keys::KeysHint, queue_page::due, reply_form::ReplyBox, side::Beside};
use crate::{
    Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, retried},
    inquiry::{
        Live,
        inquiries_page::{status_text, status_tone},
        promised::State,
        thread::{Side, Thread},
    },
    upload::api::mine,
};

/// The forms of the page; a refusal may come from each of them.
const FORMS: [&str; 11] = [
    "case/reply",
    "case/insert",
    "case/release",
    "case/article",
    "case/transfer",
    "case/extend",
    "case/triage",
    "case/reopen",
    "case/give-back",
    "case/claim",
    "case/accept",
];

/// Fields that may be at fault, with their labels.
const FIELDS: [(&str, &str); 12] = [
    ("text", "reply-text"),
    ("files", "files-label"),
    ("to", "transfer-to"),
    ("minutes", "transfer-minutes"),
    ("partner", "transfer-partner-name"),
    ("contact", "transfer-contact"),
    ("day", "extend-day"),
    ("time", "extend-time"),
    ("why", "deed-why"),
    ("category", "ask-topic"),
    ("level", "triage-level"),
    ("priority", "triage-priority"),
];

/// `/desk/inquiries/{number}`
#[component]
pub fn DeskInquiryPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let mut typed = (FORMS[0], Typed::default());
                for form in FORMS {
                    match retried(&viewer, form).await {
                        Ok(found) if found.refusal.is_some() => typed = (form, found),
                        _ => {}
                    }
                }
                match show(viewer.segment(2)).await {
                    Ok(case) => {
                        let kept = mine(typed.1.value("files")).await.unwrap_or_default();
                        let title = t!(viewer.script, "desk-inquiry", number = case.row.number.to_string());
                        view! {
                            <Room card=card title=title>
                                <Whole case=case typed=typed kept=kept />
                            </Room>
                        }
                            .into_any()
                    }
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Whole(case: DeskCase, typed: (&'static str, Typed), kept: Vec<Attachment>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = case.row.number.to_string();
    let stream = format!("/{script}/live/desk/{number}?since={}", case.view.seq);
    let reply = if FORMS[..2].contains(&typed.0) { typed.1.clone() } else { Typed::default() };
    let (view, items, mates) = (case.view.clone(), case.view.items.clone(), case.mates.clone());
    let status = case.row.status;
    view! {
        <BackLink href=viewer.to("/desk/inquiries") label=t!(script, "desk-inquiries") />
        <Refusal typed=typed.1.clone() fields=FIELDS />
        <p class="cluster">
            <Tag tone=status_tone(status)>{status_text(script, status)}</Tag>
            <Tag tone=Tone::Info>{text(script, &format!("category-{}", case.row.category))}</Tag>
            {due(script, &case.row)}
        </p>
        <Live stream=stream keep="/api/case/keep".to_owned() offer=String::new()>
            <div class="columns">
                <div class="columns__main stack">
                    <div id="mates" aria-live="polite">
                        <Mates script=script mates=mates />
                    </div>
                    <div id="case-state" aria-live="polite">
                        <State script=script view=view />
                    </div>
                    <Thread script=script items=items side=Side::Desk />
                    <ReplyBox case=case.clone() typed=reply kept=kept />
                    <KeysHint words=t!(script, "keys-case") />
                </div>
                <div class="columns__aside stack">
                    <Deeds case=case.clone() typed=typed />
                    <Beside case=case />
                </div>
            </div>
        </Live>
    }
}
