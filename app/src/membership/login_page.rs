//! Signing in.

use i18n::t;
use leptos::prelude::*;
use ui::{Button, Card, Field, Hidden, LinkButton, Notice, PageTitle, Tone};

use super::onward::onward;
use crate::{
    Viewer,
    form::{Refusal, Typed, back, query, retried},
    frame::{Page, Refused},
};

/// The form's fields and their labels.
const FIELDS: [(&str, &str); 2] = [("login", "login-name"), ("password", "login-password")];

/// `/login`
#[component]
pub fn LoginPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new({
                let viewer = viewer.clone();
                async move {
                    match retried(&viewer, "membership/sign-in").await {
                        Ok(typed) => view! { <Login typed=typed /> }.into_any(),
                        Err(error) => view! { <Refused error=error /> }.into_any(),
                    }
                }
            })}
        </Suspense>
    }
}

#[component]
fn Login(typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "login-title");
    let next = viewer.param("next");
    let refusal = view! { <Refusal typed=typed.clone() fields=&FIELDS /> };
    let content = if viewer.member {
        view! {
            <Notice tone=Tone::Good title=t!(script, "login-already")>
                <p>
                    <LinkButton href=onward(script, &next, "/account") tone=Tone::Primary>
                        {t!(script, "login-go-on")}
                    </LinkButton>
                </p>
            </Notice>
        }
        .into_any()
    } else {
        let register = format!("{}{}", viewer.to("/register"), query::write([("next", next.clone())]));
        view! {
            <form class="stack" method="post" action="/api/membership/sign-in" novalidate>
                <Hidden name="back" value=back(&viewer, &next) />
                <Hidden name="next" value=next />
                <Field
                    name="login"
                    label=t!(script, "login-name")
                    hint=t!(script, "login-name-hint")
                    value=typed.value("login")
                    fault=typed.fault("login")
                    autocomplete="username"
                    inputmode="email"
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
            <Card title=t!(script, "login-new")>
                <p>{t!(script, "login-new-text")}</p>
                <p>
                    <LinkButton href=register>{t!(script, "login-register")}</LinkButton>
                </p>
            </Card>
            <p class="muted">
                {t!(script, "login-guest")}
                <a href=viewer.to("/bookings/find")>{t!(script, "login-guest-find")}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <Page title=title.clone()>
            <div class="narrow narrow--centred stack">
                {refusal}
                <PageTitle title=title lede=t!(script, "login-lede") />
                {content}
            </div>
        </Page>
    }
}
