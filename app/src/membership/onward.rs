//! Signing in on the way to somewhere else.

use i18n::{Script, t};
use leptos::prelude::*;
use ui::{EmptyState, LinkButton, Tone};

use crate::{ApiError, Viewer, form::query, frame::Page};

/// Where to go after signing in: a page of this site that was asked for, else `usual`.
pub(crate) fn onward(script: Script, next: &str, usual: &str) -> String {
    domain::membership::safe_next(next).map_or_else(|| format!("/{script}{usual}"), str::to_owned)
}

/// The page for who must sign in first; afterwards he comes back to the page he asked for.
#[component]
pub(crate) fn SignInNeeded(
    /// Why.
    error: ApiError,
    /// The page on which to sign in: `/login` or `/desk`.
    at: &'static str,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let next = query::write([("next", viewer.to(&viewer.path))]);
    let title = t!(script, "login-needed");
    view! {
        <Page title=title.clone()>
            <EmptyState icon="user" title=title heading=true>
                <p>{error.message}</p>
                <p class="cluster">
                    <LinkButton href=format!("{}{next}", viewer.to(at)) tone=Tone::Primary>
                        {t!(script, "login-submit")}
                    </LinkButton>
                    <LinkButton href=viewer.to("") tone=Tone::Quiet>
                        {t!(script, "to-home")}
                    </LinkButton>
                </p>
            </EmptyState>
        </Page>
    }
}
