//! Pages that say no: nothing there, or not for you.

use i18n::t;
use leptos::prelude::*;
use ui::{EmptyState, LinkButton, Tone};

use super::Page;
use crate::{ApiError, Viewer, inquiry::AskLink, response};

/// The fallback of the routes.
pub(super) fn missing_page() -> impl IntoView {
    view! { <Missing /> }
}

/// The page for an address that leads nowhere.
#[component]
pub fn Missing() -> impl IntoView {
    let script = Viewer::current().script;
    let error = ApiError::from(domain::Rule::Unknown);
    let error = ApiError { message: t!(script, "missing-text"), ..error };
    view! { <Refused error=error /> }
}

/// The page for an error: what happened and where to go on.
#[component]
pub fn Refused(
    /// The error.
    error: ApiError,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = match error.code.as_str() {
        "unknown" => t!(script, "missing-title"),
        "sign-in" => t!(script, "sign-in-title"),
        "invalid" | "bad-request" => t!(script, "invalid-title"),
        _ => t!(script, "refused-title"),
    };
    let code = error.cause();
    if error.code == "draft-gone" {
        response::status(410);
    }
    view! {
        <Page title=title.clone()>
            <EmptyState icon="info" title=title heading=true>
                <p>{error.message}</p>
                <p class="cluster">
                    <LinkButton href=viewer.to("") tone=Tone::Primary>
                        {t!(script, "to-home")}
                    </LinkButton>
                    <LinkButton href=viewer.to("/bookings/find") tone=Tone::Quiet>
                        {t!(script, "nav-find")}
                    </LinkButton>
                </p>
                <p class="hint">{t!(script, "ask-a-person")}</p>
                {(viewer.segment(0) != "desk").then(|| view! { <p><AskLink code=code /></p> })}
            </EmptyState>
        </Page>
    }
}
