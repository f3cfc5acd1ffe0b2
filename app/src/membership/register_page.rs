//! Opening an account.

use i18n::t;
use leptos::prelude::*;
use ui::{Button, CheckField, Field, Hidden, PageTitle, Tone};

use crate::{
    Viewer,
    form::{Refusal, Typed, back, query, retried},
    frame::{Page, Refused},
};

/// The form's fields and their labels.
const FIELDS: [(&str, &str); 5] = [
    ("name", "register-name"),
    ("login", "login-name"),
    ("password", "login-password"),
    ("again", "register-again"),
    ("consent", "register-consent"),
];

/// `/register`
#[component]
pub fn RegisterPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new({
                let viewer = viewer.clone();
                async move {
                    match retried(&viewer, "membership/register").await {
                        Ok(typed) => view! { <Register typed=typed /> }.into_any(),
                        Err(error) => view! { <Refused error=error /> }.into_any(),
                    }
                }
            })}
        </Suspense>
    }
}

#[component]
fn Register(typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "register-title");
    let next = viewer.param("next");
    let login = format!("{}{}", viewer.to("/login"), query::write([("next", next.clone())]));
    view! {
        <Page title=title.clone()>
            <div class="narrow narrow--centred stack">
                <Refusal typed=typed.clone() fields=&FIELDS />
                <PageTitle title=title lede=t!(script, "register-lede") />
                <form class="stack" method="post" action="/api/membership/register" novalidate>
                    <Hidden name="back" value=back(&viewer, &next) />
                    <Hidden name="next" value=next />
                    <Field
                        name="name"
                        label=t!(script, "register-name")
                        hint=t!(script, "register-name-hint")
                        value=typed.value("name")
                        fault=typed.fault("name")
                        autocomplete="name"
                        maxlength="40"
                        required=true
                    />
                    <Field
                        name="login"
                        label=t!(script, "login-name")
                        hint=t!(script, "register-login-hint")
                        value=typed.value("login")
                        fault=typed.fault("login")
                        autocomplete="username"
                        inputmode="email"
                        required=true
                    />
                    <Field
                        name="password"
                        label=t!(script, "login-password")
                        hint=t!(script, "register-password-hint")
                        kind="password"
                        fault=typed.fault("password")
                        autocomplete="new-password"
                        required=true
                    />
                    <Field
                        name="again"
                        label=t!(script, "register-again")
                        kind="password"
                        fault=typed.fault("again")
                        autocomplete="new-password"
                        required=true
                    />
                    <CheckField
                        name="consent"
                        label=t!(script, "register-consent")
                        value="on"
                        checked=typed.value("consent") == "on"
                        fault=typed.fault("consent")
                    >
                        // In a tab of its own, so that nothing typed here is lost.
                        <a href=viewer.to("/privacy") target="_blank" rel="noopener">
                            {t!(script, "register-privacy")}
                        </a>
                    </CheckField>
                    <Button tone=Tone::Primary wide=true>
                        {t!(script, "register-submit")}
                    </Button>
                </form>
                <p>
                    {t!(script, "register-have")} <a href=login>{t!(script, "login-submit")}</a>
                </p>
            </div>
        </Page>
    }
}
