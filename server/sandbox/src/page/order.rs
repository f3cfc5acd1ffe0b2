//! The page of one order.

use axum::{http::StatusCode, response::Response};
use gateway::{OrderStatus, origin};
use i18n::{Script, t};
use maud::{Markup, html};

use super::frame::{amount, clock, document};
use crate::store::order::{Model, word};

/// What a customer may try besides paying: names of modes, worded as `sandbox-case-{name}`.
const CASES: [&str; 8] = ["delay", "repeat", "reorder", "lose", "forge", "wrong_amount", "wrong_currency", "silent"];

/// The page; what it offers depends on where the order stands.
pub(super) fn page(script: Script, found: &Model, now: i64) -> Response {
    let asked = found.asked();
    let (subject, back) = asked.map(|asked| (asked.subject, asked.return_url)).unwrap_or_default();
    let status = found.status(now);
    let can_pay = status == OrderStatus::Open && found.due_at.is_none();
    let heading = if found.due_at.is_some() {
        t!(script, "sandbox-heading-pending")
    } else {
        i18n::text(script, &format!("sandbox-heading-{}", word(status)))
    };
    let main = html! {
        h1 { (heading) }
        p.amount { (amount(if status == OrderStatus::Paid { found.paid_fen } else { found.amount_fen }, &found.currency)) }
        dl {
            div { dt { (t!(script, "sandbox-subject")) } dd { (subject) } }
            div { dt { (t!(script, "sandbox-number")) } dd.code { (found.number) } }
            @if can_pay {
                div {
                    dt { (t!(script, "sandbox-until")) }
                    dd { (clock(found.expires_at)) }
                }
            }
        }
        @if can_pay { (buttons(script, &found.reference)) }
        p { a href=(back) { (t!(script, "sandbox-back")) } }
    };
    document(script, StatusCode::OK, &heading, origin(&back).as_deref(), &main)
}

fn buttons(script: Script, reference: &str) -> Markup {
    html! {
        form method="post" action={ "/pay/" (reference) } {
            button.main name="act" value="pay" { (t!(script, "sandbox-pay")) }
            button name="act" value="decline" { (t!(script, "sandbox-decline")) }
            details {
                summary { (t!(script, "sandbox-cases")) }
                p.small { (t!(script, "sandbox-cases-hint")) }
                label for="seconds" { (t!(script, "sandbox-seconds")) }
                input #seconds type="number" name="seconds" min="0" max="3600" value="20" inputmode="numeric";
                ul {
                    @for case in CASES {
                        li { button name="act" value=(case) { (i18n::text(script, &format!("sandbox-case-{case}"))) } }
                    }
                }
            }
        }
    }
}
