//! What is kept about people, why and how long (A7), as the program does it.

use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{PageTitle, Prose};

use crate::{Viewer, frame::Page};

/// A heading and what is listed below it.
const PARTS: [(&str, &[&str]); 4] = [
    (
        "privacy-what",
        &[
            "privacy-what-booking",
            "privacy-what-id",
            "privacy-what-account",
            "privacy-what-draft",
            "privacy-what-limit",
            "privacy-what-vote",
        ],
    ),
    ("privacy-why", &["privacy-why-contract", "privacy-why-safety", "privacy-why-never"]),
    ("privacy-long", &["privacy-long-session", "privacy-long-draft", "privacy-long-booking", "privacy-long-account"]),
    ("privacy-who", &["privacy-who-staff", "privacy-who-supplier", "privacy-who-guest"]),
];

/// `/privacy`
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let script = Viewer::current().script;
    let title = t!(script, "privacy-title");
    let parts = PARTS.map(|(heading, points)| {
        view! {
            <h2>{text(script, heading)}</h2>
            <ul>{points.iter().map(|point| view! { <li>{text(script, point)}</li> }).collect_view()}</ul>
        }
    });
    view! {
        <Page title=title.clone()>
            <PageTitle title=title lede=t!(script, "privacy-lede") />
            <Prose>
                {parts.collect_view()}
                <Plain script=script heading="privacy-cookies" body="privacy-cookies-text" />
                <Plain script=script heading="privacy-rights" body="privacy-rights-text" />
                <Plain script=script heading="privacy-contact" body="privacy-contact-text" />
            </Prose>
        </Page>
    }
}

#[component]
fn Plain(script: Script, heading: &'static str, body: &'static str) -> impl IntoView {
    view! {
        <h2>{text(script, heading)}</h2>
        <p>{text(script, body)}</p>
    }
}
