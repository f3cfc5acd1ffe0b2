//! A member's account.

use domain::membership::Profile;
use i18n::t;
use leptos::prelude::*;
use ui::{CardLink, Notice, PageTitle, Section, Tone};

use super::{
    account_parts::{Preferences, ProfileList, Sessions},
    api::profile,
    onward::SignInNeeded,
};
use crate::{
    Viewer,
    form::{Refusal, Typed, retried},
    frame::{Page, Refused},
};

/// `/account`
#[component]
pub fn AccountPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new({
                let viewer = viewer.clone();
                async move {
                    let answer = match profile().await {
                        Ok(profile) => {
                            retried(&viewer, "membership/save-preferences").await.map(|typed| (profile, typed))
                        }
                        Err(error) => Err(error),
                    };
                    match answer {
                        Ok((profile, typed)) => {
                            view! { <Account profile=profile typed=typed /> }.into_any()
                        }
                        Err(error) if error.code == "sign-in" => {
                            view! { <SignInNeeded error=error at="/login" /> }.into_any()
                        }
                        Err(error) => view! { <Refused error=error /> }.into_any(),
                    }
                }
            })}
        </Suspense>
    }
}

#[component]
fn Account(profile: Profile, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "account-title");
    let done = match viewer.param("done").as_str() {
        "saved" => Some(t!(script, "account-saved")),
        "alone" => Some(t!(script, "account-alone")),
        _ => None,
    };
    let hello = t!(script, "account-hello", name = profile.name.clone());
    let waiting = if viewer.unread > 0 { t!(script, "inbox-count", count = viewer.unread) } else { String::new() };
    let (preferences, sessions) = (profile.preferences.clone(), profile.sessions);
    view! {
        <Page title=title.clone()>
                <Refusal typed=typed.clone() fields=&[("preferences", "account-preferences")] />
                <PageTitle title=title lede=hello />
                {done
                    .map(|done| {
                        view! {
                            <Notice tone=Tone::Good live=true>
                                <p>{done}</p>
                            </Notice>
                        }
                    })}
                <div class="columns">
                    <div class="columns__main stack">
                        <Section title=t!(script, "account-bookings")>
                            <div class="stack">
                                <CardLink
                                    href=viewer.to("/bookings")
                                    icon="calendar"
                                    title=t!(script, "account-mine")
                                    note=t!(script, "account-mine-note")
                                />
                                <CardLink
                                    href=viewer.to("/account/notices")
                                    icon="mail"
                                    title=t!(script, "inbox-title")
                                    note=t!(script, "inbox-lede")
                                    tag=waiting
                                    tone=Tone::Info
                                />
                                <CardLink
                                    href=viewer.to("/bookings/find")
                                    icon="search"
                                    title=t!(script, "account-find")
                                    note=t!(script, "account-find-note")
                                />
                            </div>
                        </Section>
                        <Section title=t!(script, "account-preferences")>
                            <Preferences kept=preferences typed=typed />
                        </Section>
                    </div>
                    <div class="columns__aside stack">
                        <Section title=t!(script, "account-profile")>
                            <ProfileList profile=profile />
                        </Section>
                        <Section title=t!(script, "account-safety")>
                            <Sessions count=sessions />
                        </Section>
                    </div>
                </div>
        </Page>
    }
}
