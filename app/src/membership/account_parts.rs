//! Parts of the account page: who one is, what one likes, where one is signed in.

use domain::membership::Profile;
use i18n::t;
use leptos::prelude::*;
use ui::{Button, Hidden, SummaryList, SummaryRow, TextArea, Tone};

use crate::{
    Viewer,
    form::{Typed, back},
};

/// Who the member is; what he has not given is said to be blank.
#[component]
pub(super) fn ProfileList(profile: Profile) -> impl IntoView {
    let script = Viewer::current().script;
    let or_blank = |value: String| if value.is_empty() { t!(script, "account-blank") } else { value };
    let rows = vec![
        SummaryRow::text(t!(script, "account-card"), profile.card),
        SummaryRow::text(t!(script, "account-name"), profile.name),
        SummaryRow::text(t!(script, "account-phone"), or_blank(profile.phone)),
        SummaryRow::text(t!(script, "account-email"), or_blank(profile.email)),
    ];
    view! { <SummaryList rows=rows /> }
}

/// What is proposed at the next booking.
#[component]
pub(super) fn Preferences(
    /// What is kept.
    kept: String,
    /// What was typed and refused.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let value = if typed.refusal.is_some() { typed.value("preferences") } else { kept };
    view! {
        <form class="stack" method="post" action="/api/membership/save-preferences" novalidate>
            <Hidden name="back" value=back(&viewer, "") />
            <TextArea
                name="preferences"
                label=t!(script, "account-preferences-label")
                hint=t!(script, "account-preferences-hint")
                value=value
                fault=typed.fault("preferences")
                rows=3
            />
            <div>
                <Button tone=Tone::Primary>{t!(script, "account-save")}</Button>
            </div>
        </form>
    }
}

/// Where the member is signed in, and the ways out.
#[component]
pub(super) fn Sessions(
    /// Sessions, this one among them.
    count: u32,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let others = count.saturating_sub(1);
    let said = if others == 0 { t!(script, "account-only-here") } else { t!(script, "account-others", count = others) };
    view! {
        <p>{said}</p>
        <div class="cluster">
            <form method="post" action="/api/membership/sign-out">
                <Hidden name="back" value=back(&viewer, "") />
                <Button>{t!(script, "account-sign-out")}</Button>
            </form>
            {(others > 0)
                .then(|| {
                    view! {
                        <form method="post" action="/api/membership/sign-out-everywhere">
                            <Hidden name="back" value=back(&viewer, "") />
                            <Button>{t!(script, "account-sign-out-others")}</Button>
                        </form>
                    }
                })}
        </div>
    }
}
