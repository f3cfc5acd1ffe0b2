//! The document around every page, and the pages that need no order.

use axum::{
    http::{HeaderName, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use chrono::{DateTime, FixedOffset};
use i18n::{Script, format::money, t};
use maud::{DOCTYPE, Markup, html};

use crate::store::sms as stored;

/// A document. `to` is the origin a form's redirect may lead to.
pub(super) fn document(script: Script, status: StatusCode, title: &str, to: Option<&str>, main: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(script.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/sandbox.css";
                title { (title) " – " (t!(script, "sandbox-name")) }
            }
            body {
                header { p { strong { (t!(script, "sandbox-name")) } " " (t!(script, "sandbox-label")) } }
                main { (main) }
            }
        }
    };
    let to = to.map(|origin| format!(" {origin}")).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'{to}; base-uri 'none'; frame-ancestors 'none'"
    );
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
        (HeaderName::from_static("x-content-type-options"), "nosniff".to_owned()),
    ];
    (status, headers, Html(page.into_string())).into_response()
}

/// There is no such order.
pub(super) fn missing(script: Script) -> Response {
    let title = t!(script, "sandbox-missing");
    let main = html! { h1 { (title) } p { (t!(script, "sandbox-missing-hint")) } };
    document(script, StatusCode::NOT_FOUND, &title, None, &main)
}

/// The last text messages.
pub(crate) fn sms(script: Script, last: &[stored::Model]) -> Response {
    let title = t!(script, "sandbox-sms");
    let main = html! {
        h1 { (title) }
        @if last.is_empty() { p { (t!(script, "sandbox-sms-none")) } }
        @for message in last {
            article {
                h2 { (message.phone) }
                p.text { (message.text) }
                p.small {
                    time datetime=(machine(message.at)) { (clock(message.at)) }
                    @if message.times > 1 { " " (t!(script, "sandbox-sms-times", times = message.times)) }
                }
            }
        }
    };
    document(script, StatusCode::OK, &title, None, &main)
}

/// An amount of a currency: `¥1,280`, or `USD 12.80` where it is another than everybody expects.
pub(super) fn amount(fen: i64, currency: &str) -> String {
    if currency == "CNY" { money(fen) } else { money(fen).replace('¥', &format!("{currency} ")) }
}

/// Day and time of an instant in milliseconds, as the business's clock shows it.
pub(super) fn clock(at: i64) -> String {
    local(at).map(|at| at.format("%Y-%m-%d %H:%M:%S").to_string()).unwrap_or_default()
}

fn machine(at: i64) -> String {
    local(at).map(|at| at.to_rfc3339()).unwrap_or_default()
}

fn local(at: i64) -> Option<DateTime<FixedOffset>> {
    let zone = FixedOffset::east_opt(8 * 3600)?;
    DateTime::from_timestamp_millis(at).map(|at| at.with_timezone(&zone))
}
