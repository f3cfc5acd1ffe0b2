//! What the forms of members and staff have in common: where they come back to, and what was wrong.

use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{EmptyState, ErrorSummary, LinkButton, Notice, Tone};

use crate::{
    ApiError, Viewer,
    form::{self, Typed, query},
    frame::Page,
};

/// Where a refused form comes back to: this page with what it needs to know, without an earlier refusal.
pub(crate) fn back(viewer: &Viewer, next: &str) -> String {
    let query = query::write([("next", next.to_owned())]);
    format!("{}{query}", viewer.to(&viewer.path))
}

/// Where to go after signing in: a page of this site that was asked for, else `usual`.
pub(crate) fn onward(script: Script, next: &str, usual: &str) -> String {
    domain::membership::safe_next(next).map_or_else(|| format!("/{script}{usual}"), str::to_owned)
}

/// What was typed before the form at `endpoint` was refused; blank the first time.
pub(crate) async fn retried(viewer: &Viewer, endpoint: &str) -> Result<Typed, ApiError> {
    let id = viewer.param("retry");
    if id.is_empty() {
        return Ok(Typed::default());
    }
    Ok(form::api::typed(endpoint.to_owned(), id).await?.unwrap_or_default())
}

/// What was wrong with a form, above it; nothing when nothing was.
#[component]
pub(crate) fn Refusal(
    /// The form as it came back.
    typed: Typed,
    /// Its fields, from top to bottom, with the message ids of their labels.
    fields: &'static [(&'static str, &'static str)],
) -> impl IntoView {
    let script = Viewer::current().script;
    let faults: Vec<_> = fields
        .iter()
        .filter_map(|(name, label)| {
            let said = t!(script, "member-fault", field = text(script, label), fault = typed.fault(name)?);
            Some(((*name).to_owned(), said))
        })
        .collect();
    if !faults.is_empty() {
        return view! { <ErrorSummary title=t!(script, "form-faults") items=faults /> }.into_any();
    }
    match typed.notice() {
        Some(message) => view! {
            <Notice tone=Tone::Bad live=true>
                <p>{message}</p>
            </Notice>
        }
        .into_any(),
        None => ().into_any(),
    }
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
            <EmptyState icon="user" title=title>
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
