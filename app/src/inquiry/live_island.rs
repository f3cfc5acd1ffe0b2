//! Live in the hand: entries come by a stream, what is typed is kept, help is offered while a question is written, keys press buttons.
//! The server renders everything that is shown; the browser only puts it in its place. Without script nothing of this is needed.

use std::time::Duration;

use leptos::{
    leptos_dom::helpers::{TimeoutHandle, location, set_timeout_with_handle},
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast, closure::Closure},
};
use web_sys::{
    DomParser, Element, Event, EventSource, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement,
    KeyboardEvent, MessageEvent, SubmitEvent, SupportedType,
};

use crate::browser::{fetched, post};

/// Marks a form that is on its way.
const BUSY: &str = "data-busy";

/// Where it is remembered that somebody wants no keys.
const KEYS: &str = "keys";

/// Nothing is sent while somebody goes on typing.
const PAUSE: Duration = Duration::from_millis(700);

/// Makes its content live: `stream` is where news come from, `keep` where what is typed is kept, `offer` what help is asked with it. Blank
/// ones are not used.
#[island]
pub fn Live(
    /// Address of the stream.
    stream: String,
    /// Address that keeps a draft.
    keep: String,
    /// Address that offers help.
    offer: String,
    /// The content.
    children: Children,
) -> impl IntoView {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        follow(&stream);
        listen_to_keys();
    });
    let typed = move |event: Event| {
        if let Some(keys) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
            && keys.id() == KEYS
            && let Ok(Some(store)) = window().local_storage()
        {
            let _ = store.set_item(KEYS, if keys.checked() { "" } else { "off" });
        }
        let Some(area) = event.target().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
        if area.name() != "text" {
            return;
        }
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let (keep, offer) = (keep.clone(), offer.clone());
        let wait = set_timeout_with_handle(move || spawn_local(carry(area, keep, offer)), PAUSE);
        timer.set_value(wait.ok());
    };
    let sent = move |event: SubmitEvent| {
        let Some(form) = event.target().and_then(|it| it.dyn_into::<HtmlFormElement>().ok()) else { return };
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let with_files = form.query_selector("input[type=file]").ok().flatten().is_some_and(|it| has_files(&it));
        if form.get_attribute("data-live").is_some() && !with_files {
            event.prevent_default();
            spawn_local(send(form));
        }
    };
    view! {
        <div class="live stack" on:input=typed on:submit=sent>
            {children()}
        </div>
    }
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn has_files(field: &Element) -> bool {
    field.dyn_ref::<HtmlInputElement>().is_some_and(|field| !field.value().is_empty())
}

/// What was typed is kept, and help is asked with it.
async fn carry(area: HtmlTextAreaElement, keep: String, offer: String) {
    let Some(form) = area.form() else { return };
    if !keep.is_empty() {
        let _ = post(&keep, &form).await;
    }
    if !offer.is_empty()
        && let (Some(place), Ok((true, html))) = (find("#offers"), post(&offer, &form).await)
    {
        fill(&place, &html);
    }
}

/// Sends a form without leaving the page, once at a time; what is refused, or whose answer is lost, is sent as ever under the same key, so
/// that it is done once and its page says why not.
async fn send(form: HtmlFormElement) {
    if form.has_attribute(BUSY) {
        return;
    }
    let _ = form.set_attribute(BUSY, "");
    if let Some(key) = within::<HtmlInputElement>(&form, "[name=key]") {
        key.set_value(&js_sys::Math::random().to_string());
    }
    let area = within::<HtmlTextAreaElement>(&form, "textarea");
    let words = area.as_ref().map(HtmlTextAreaElement::value);
    let taken = matches!(post(&form.action(), &form).await, Ok((true, _)));
    let _ = form.remove_attribute(BUSY);
    if !taken {
        let _ = form.submit();
        return;
    }
    if let Some(area) = area {
        // What was typed meanwhile is the beginning of something else.
        if Some(area.value()) == words {
            area.set_value("");
        }
        let _ = area.focus();
    }
}

fn within<T: JsCast>(form: &HtmlFormElement, selector: &str) -> Option<T> {
    form.query_selector(selector).ok()??.dyn_into().ok()
}

/// Puts what the stream says in its place.
fn follow(stream: &str) {
    if stream.is_empty() {
        return;
    }
    let Ok(source) = EventSource::new(stream) else { return };
    let on = |name: &str, deed: fn(String)| {
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let id = event.last_event_id();
            // An entry that the page has already is not added again.
            if event.type_() == "entry" && find(&["#entry-", &id].concat()).is_some() {
                return;
            }
            deed(event.data().as_string().unwrap_or_default());
            if let Some(seen) = find("[name=seen]").filter(|_| !id.is_empty()) {
                seen.dyn_ref::<HtmlInputElement>().inspect(|seen| seen.set_value(&id));
            }
        });
        let _ = source.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        heard.forget();
    };
    on("entry", |html| {
        if let Some(thread) = find("#thread") {
            let _ = thread.insert_adjacent_html("beforeend", &html);
            if let Some(last) = thread.last_element_child() {
                last.scroll_into_view();
            }
        }
    });
    on("state", |html| put("#case-state", &html));
    on("mates", |html| put("#mates", &html));
    on("changed", |_| spawn_local(renew()));
}

fn put(selector: &str, html: &str) {
    if let Some(place) = find(selector) {
        fill(&place, html);
    }
}

/// Puts what the server rendered into a place.
fn fill(place: &Element, html: &str) {
    place.set_text_content(None);
    let _ = place.insert_adjacent_html("afterbegin", html);
}

/// Reads this page again and takes over the parts of it that are live.
async fn renew() {
    // Whoever picks rows or stands in them is not disturbed, nor who has begun to meanwhile.
    let in_hand = || find("[data-live-part] input:checked, [data-live-part] :focus").is_some();
    if in_hand() {
        return;
    }
    let Ok(href) = location().href() else { return };
    let Ok((true, html)) = fetched(window().fetch_with_str(&href)).await else { return };
    if in_hand() {
        return;
    }
    let page = DomParser::new().and_then(|it| it.parse_from_string(&html, SupportedType::TextHtml));
    if let (Ok(page), Some(old)) = (page, find("[data-live-part]"))
        && let Some(new) = page.query_selector("[data-live-part]").ok().flatten()
    {
        let _ = old.replace_with_with_node_1(&new);
    }
}

/// A key presses the button that shows it; `j` and `k` go from row to row, `r` to what is written. Not while somebody types.
fn listen_to_keys() {
    if let (Some(keys), Ok(Some(store))) = (find("#keys"), window().local_storage())
        && let Some(keys) = keys.dyn_ref::<HtmlInputElement>()
    {
        keys.set_checked(store.get_item(KEYS).ok().flatten().as_deref() != Some("off"));
    }
    let pressed = Closure::<dyn Fn(KeyboardEvent)>::new(|event: KeyboardEvent| {
        if find("#keys:checked").is_none() {
            return;
        }
        let typing = event
            .target()
            .and_then(|it| it.dyn_into::<Element>().ok())
            .is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        if typing || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let target = match key.as_str() {
            "j" | "k" => neighbour(key == "j"),
            "r" => find("#field-text"),
            key if key.len() == 1 && key.as_bytes()[0].is_ascii_graphic() && key != "\"" && key != "\\" => {
                find(&["[data-key=\"", key, "\"]"].concat())
            }
            _ => None,
        };
        let Some(target) = target.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
        event.prevent_default();
        let _ = target.focus();
        if key != "j"
            && key != "k"
            && !target.has_attribute("data-focus")
            && matches!(target.tag_name().as_str(), "A" | "BUTTON" | "SUMMARY")
        {
            target.click();
        }
    });
    let _ = document().add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
    pressed.forget();
}

/// The row after or before the one that has the focus.
fn neighbour(after: bool) -> Option<Element> {
    let rows = document().query_selector_all("[data-row]").ok()?;
    let now = document().active_element();
    let at = (0..rows.length()).find(|at| rows.get(*at).as_ref() == now.as_deref());
    let next = match (at, after) {
        (None, _) => 0,
        (Some(at), true) => at + 1,
        (Some(at), false) => at.checked_sub(1)?,
    };
    rows.get(next)?.dyn_into().ok()
}
