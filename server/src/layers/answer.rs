//! Words every refusal that has no words yet: JSON in the one error shape for whoever calls a server function, a page
//! for whoever reads pages.

use std::{collections::BTreeMap, sync::Arc};

use app::ApiError;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use i18n::{Script, t};

use super::fault_page;
use crate::{Site, reader, refusal::Refusal};

pub(crate) async fn layer(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let json = reader::is_api(path) && !reader::wants_html(request.headers());
    let script = reader::script(request.uri(), request.headers());
    let response = next.run(request).await;
    let Some(refusal) = without_words(&response) else { return response };

    let status = response.status();
    let (parts, _) = response.into_parts();
    let mut worded = if json { as_json(script, refusal) } else { as_page(script, refusal, &site.stylesheet) };
    *worded.status_mut() = status;
    *worded.extensions_mut() = parts.extensions;
    for name in [header::ALLOW, header::SET_COOKIE] {
        for value in parts.headers.get_all(&name) {
            worded.headers_mut().append(&name, value.clone());
        }
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        worded.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    worded
}

/// The refusal behind a response that says nothing to its reader.
fn without_words(response: &Response) -> Option<Refusal> {
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        return Some(*refusal);
    }
    let failed = response.status().is_client_error() || response.status().is_server_error();
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    // Server functions answer in JSON, pages in HTML; a bare status or a line of plain text is a library speaking.
    let worded = kind.is_some_and(|kind| kind.starts_with(b"application/json") || kind.starts_with(b"text/html"));
    (failed && !worded).then(|| Refusal::of_status(response.status()))
}

fn as_json(script: Script, refusal: Refusal) -> Response {
    let error = ApiError {
        code: refusal.code.to_owned(),
        message: words(script, refusal),
        fields: BTreeMap::new(),
        fault: String::new(),
        retry_at: None,
    };
    axum::Json(error).into_response()
}

fn as_page(script: Script, refusal: Refusal, stylesheet: &str) -> Response {
    let hint = match refusal {
        // The form still stands in the browser, and nowhere else.
        Refusal::TOO_LARGE => t!(script, "too-large-hint"),
        _ => t!(script, "ask-a-person"),
    };
    axum::response::Html(fault_page::render(script, (&words(script, refusal), &hint), stylesheet)).into_response()
}

fn words(script: Script, refusal: Refusal) -> String {
    i18n::text(script, &format!("rule-{}", refusal.code))
}
