//! The staff's sign-in form.

use i18n::t;
use leptos::prelude::*;
use ui::{Button, Field, Hidden, PageTitle, Tone};

use crate::{
    Viewer,
    form::{Refusal, Typed, back},
    frame::Page,
};

/// The desk for who has not signed in.
#[component]
pub(super) fn StaffLogin(typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "desk-login-title");
    let next = viewer.param("next");
    view! {
        <Page title=title.clone()>
            <div class="narrow narrow--centred stack">
                <Refusal typed=typed.clone() fields=&[("login", "desk-login-name"), ("password", "login-password")] />
                <PageTitle title=title lede=t!(script, "desk-login-lede") />
                <form class="stack" method="post" action="/api/desk/sign-in" novalidate>
                    <Hidden name="back" value=back(&viewer, &next) />
                    <Hidden name="next" value=next />
                    <Field
                        name="login"
                        label=t!(script, "desk-login-name")
                        value=typed.value("login")
                        fault=typed.fault("login")
                        autocomplete="username"
                        required=true
                    />
                    <Field
                        name="password"
                        label=t!(script, "login-password")
                        kind="password"
                        fault=typed.fault("password")
                        autocomplete="current-password"
                        required=true
                    />
                    <Button tone=Tone::Primary wide=true>
                        {t!(script, "login-submit")}
                    </Button>
                </form>
                <p class="muted">
                    {t!(script, "desk-login-guest")}
                    <a href=viewer.to("/login")>{t!(script, "desk-login-member")}</a>
                </p>
            </div>
        </Page>
    }
}
