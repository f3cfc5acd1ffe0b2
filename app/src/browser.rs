//! Asking the server from the browser: what an island needs of the framework's client, and nothing more of it. Answers are of the types
//! that the server functions give.

use leptos::{
    prelude::window,
    wasm_bindgen::{JsCast, JsValue},
};
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FormData, HtmlFormElement, RequestInit, Response, UrlSearchParams,
    js_sys::{Array, Promise},
};

/// Calls a server function that reads; nothing when it refuses or its answer is lost.
pub(crate) async fn ask<T: DeserializeOwned>(path: &str, query: &[(&str, &str)]) -> Option<T> {
    let fields = UrlSearchParams::new().ok()?;
    for (name, value) in query {
        fields.append(name, value);
    }
    let url = [path, "?", &String::from(fields.to_string())].concat();
    match fetched(window().fetch_with_str(&url)).await {
        Ok((true, answer)) => serde_json::from_str(&answer).ok(),
        _ => None,
    }
}

/// Posts the fields of a form; whether it was taken, and the answer.
pub(crate) async fn post(url: &str, form: &HtmlFormElement) -> Result<(bool, String), JsValue> {
    let fields = UrlSearchParams::new()?;
    for pair in Array::from(&FormData::new_with_form(form)?.entries()).iter() {
        let pair = Array::from(&pair);
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
            fields.append(&name, &value);
        }
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&fields);
    fetched(window().fetch_with_str_and_init(url, &init)).await
}

/// Whether an answer is a good one, and what it says.
pub(crate) async fn fetched(asked: Promise) -> Result<(bool, String), JsValue> {
    let answer: Response = JsFuture::from(asked).await?.dyn_into()?;
    let text = JsFuture::from(answer.text()?).await?;
    Ok((answer.ok(), text.as_string().unwrap_or_default()))
}
