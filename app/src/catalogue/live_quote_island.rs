//! Price and availability beside the form, answering each change; without script the form's button does the same.

use domain::catalogue::WishForm;
use leptos::{ev::Event, prelude::*, task::spawn_local, wasm_bindgen::JsCast};
use web_sys::{FormData, HtmlElement, HtmlFormElement};

use super::api::Glance;
use crate::browser;

/// Wraps a form with the fields of a wish, for a new booking or for a change of one, and shows what the server says of it.
#[island]
pub fn LiveQuote(
    /// The offer.
    slug: String,
    /// Number of the booking that is to be changed; blank for a new one.
    booking: String,
    /// What the server said when the page was rendered.
    start: Glance,
    /// A change of the day asks for the whole page anew, because it has other slots.
    reload: bool,
    /// The form.
    children: Children,
) -> impl IntoView {
    let (answer, set_answer) = signal(start);
    let (busy, set_busy) = signal(false);
    let asked = StoredValue::new(0_u32);
    let ask = move |event: Event| {
        let Some((field, form)) = changed(&event) else { return };
        if field == "slug" || (reload && field == "day") {
            let _ = form.submit();
            return;
        }
        let Some((wish, free)) = wish_in(&form) else { return };
        let turn = asked.get_value().wrapping_add(1);
        asked.set_value(turn);
        set_busy.set(true);
        let (slug, booking) = (slug.clone(), booking.clone());
        spawn_local(async move {
            let path = if booking.is_empty() { "/api/catalogue/glance" } else { "/api/change/glance" };
            let query = [
                ("number", booking.as_str()),
                ("slug", slug.as_str()),
                ("free", free.as_str()),
                ("day", wish.day.as_str()),
                ("nights", wish.nights.as_str()),
                ("rooms", wish.rooms.as_str()),
                ("heads", wish.heads.as_str()),
                ("at", wish.at.as_str()),
                ("extras", wish.extras.as_str()),
            ];
            let said = browser::ask(path, &query).await;
            // An answer to an older question than the last is dropped.
            if asked.get_value() == turn {
                set_busy.set(false);
                if let Some(said) = said {
                    set_answer.set(said);
                }
            }
        });
    };
    view! {
        <div class="live-quote" on:change=ask>
            {children()}
            <output
                class="live-quote__answer"
                class:is-busy=busy
                class:is-full=move || !answer.read().free
                class:is-blank=move || answer.read().is_blank()
            >
                <strong class="live-quote__total">{move || answer.read().total.clone()}</strong>
                <span class="live-quote__note">{move || answer.read().note.clone()}</span>
            </output>
        </div>
    }
}

/// The name of the field that changed, and its form.
fn changed(event: &Event) -> Option<(String, HtmlFormElement)> {
    let field: HtmlElement = event.target()?.dyn_into().ok()?;
    let form = field.closest("form").ok()??.dyn_into().ok()?;
    Some((field.get_attribute("name")?, form))
}

/// The wish in a form, and whether it is for a free move.
fn wish_in(form: &HtmlFormElement) -> Option<(WishForm, String)> {
    let data = FormData::new_with_form(form).ok()?;
    let text = |name: &str| data.get(name).as_string().unwrap_or_default();
    let extras: Vec<String> = data.get_all("extra").iter().filter_map(|value| value.as_string()).collect();
    let wish = WishForm {
        day: text("day"),
        nights: text("nights"),
        rooms: text("rooms"),
        heads: text("heads"),
        at: text("at"),
        extras: extras.join(","),
    };
    Some((wish, text("free")))
}
