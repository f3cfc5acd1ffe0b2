//! What was said and done, entry by entry.

use domain::{
    case::{Item, Who},
    upload::{Attachment, readable},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Tag, Tone};

use super::promised::{holder_text, span};

/// Whose eyes read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The customer's.
    Customer,
    /// The staff's.
    Desk,
}

/// A thread. New entries are added to its end.
#[component]
pub(super) fn Thread(
    /// The reader's script.
    script: Script,
    /// Its entries.
    items: Vec<Item>,
    /// Who reads.
    side: Side,
) -> impl IntoView {
    let items = items.into_iter().map(|item| view! { <Entry script=script item=item side=side /> }).collect_view();
    view! {
        <div role="log" aria-label=t!(script, "thread-label")>
            <ol class="thread" id="thread">
                {items}
            </ol>
        </div>
    }
}

/// An entry.
#[component]
pub(super) fn Entry(
    /// The reader's script.
    script: Script,
    /// The entry.
    item: Item,
    /// Who reads.
    side: Side,
) -> impl IntoView {
    let id = format!("entry-{}", item.seq);
    let at = format::moment(script, item.at);
    let who = who(script, &item.who, side);
    let done = done(script, &item);
    if !is_said(&item) {
        let text = (!item.text.is_empty()).then(|| view! { <span class="thread__why">{item.text.clone()}</span> });
        return view! {
            <li class="thread__item thread__item--done" id=id>
                <p class="thread__done">
                    <span>{done}</span>
                    {text}
                    <span class="thread__at">{who} " · " {at}</span>
                </p>
            </li>
        }
        .into_any();
    }
    let mine = (item.who == Who::Customer) == (side == Side::Customer);
    let class = match (item.internal, mine) {
        (true, _) => "thread__item thread__item--note",
        (false, true) => "thread__item thread__item--mine",
        (false, false) => "thread__item",
    };
    let mark = match item.what.as_str() {
        "noted" => Some((t!(script, "thread-noted"), Tone::Warn)),
        "asked" => Some((t!(script, "thread-asked"), Tone::Info)),
        "resolved" => Some((t!(script, "thread-answer"), Tone::Good)),
        _ => None,
    };
    let mark = mark.map(|(text, tone)| view! { <Tag tone=tone>{text}</Tag> });
    let files = (!item.files.is_empty()).then(|| files_of(script, item.files));
    let lines = item.text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <li class=class id=id>
            <p class="thread__head">
                <strong>{who}</strong>
                {mark}
                <span class="thread__at">{at}</span>
            </p>
            <div class="thread__text">{lines}</div>
            {files}
        </li>
    }
    .into_any()
}

/// What was attached, as downloads.
fn files_of(script: Script, files: Vec<Attachment>) -> impl IntoView {
    let files = files
        .into_iter()
        .map(|file| {
            let size = readable(file.size);
            view! {
                <li>
                    <a href=file.address() download=file.name.clone()>
                        {file.name.clone()}
                    </a>
                    <span class="thread__at">" " {size}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="thread__files" aria-label=t!(script, "files-label")>
            {files}
        </ul>
    }
}

/// Somebody said something, in his own words.
fn is_said(item: &Item) -> bool {
    !item.text.is_empty()
        && (matches!(item.what.as_str(), "opened" | "wrote" | "replied" | "asked" | "noted" | "resolved")
            || (item.what == "reopened" && item.who == Who::Customer))
}

fn who(script: Script, who: &Who, side: Side) -> String {
    match (who, side) {
        (Who::Customer, Side::Customer) => t!(script, "thread-you"),
        (Who::Customer, Side::Desk) => t!(script, "thread-customer"),
        (Who::Staff(name), Side::Customer) => t!(script, "thread-staff", name = name.as_str()),
        (Who::Staff(name), Side::Desk) => name.clone(),
        (Who::House, _) => t!(script, "site-name"),
    }
}

/// What was done, in words.
fn done(script: Script, item: &Item) -> String {
    match item.what.as_str() {
        "transferred" => {
            let to = item.to.as_ref().map(|to| holder_text(script, to)).unwrap_or_default();
            let minutes = span(script, i64::from(item.number));
            if item.contact.is_empty() {
                t!(script, "thread-transferred", to = to, span = minutes)
            } else {
                t!(script, "thread-partner", to = to, span = minutes, contact = item.contact.as_str())
            }
        }
        "extended" => {
            let until = item.until.map(|until| format::moment(script, until)).unwrap_or_default();
            t!(script, "thread-extended", until = until)
        }
        "rated" => t!(script, "thread-rated", level = text(script, &format!("rating-{}", item.number))),
        what => text(script, &format!("thread-did-{what}")),
    }
}
