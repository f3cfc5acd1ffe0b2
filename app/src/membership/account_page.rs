//! A member's account.

use domain::{membership::Profile, voucher::Voucher};
use i18n::t;
use leptos::prelude::*;
use ui::{CardLink, Notice, PageTitle, Section, Tone};

use super::{
    account_parts::{Preferences, ProfileList, Sessions},
    api::profile,
    onward::SignInNeeded,
};
use crate::{
    ApiError, Viewer,
    form::{Refusal, Typed, retried},
    frame::{Page, Refused},
    voucher::{VoucherCards, api::mine},
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
                            load(&viewer, profile).await
                        }
                        Err(error) => Err(error),
                    };
                    match answer {
                        Ok((profile, vouchers, typed)) => {
                            view! { <Account profile=profile vouchers=vouchers typed=typed /> }.into_any()
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

async fn load(viewer: &Viewer, profile: Profile) -> Result<(Profile, Vec<Voucher>, Typed), ApiError> {
    Ok((profile, mine().await?, retried(viewer, "membership/save-preferences").await?))
}

#[component]
fn Account(profile: Profile, vouchers: Vec<Voucher>, typed: Typed) -> impl IntoView {
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
    let vouchers = (!vouchers.is_empty()).then(|| {
        view! {
            <Section title=t!(script, "voucher-mine")>
                <VoucherCards vouchers=vouchers />
            </Section>
        }
    });
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
                        {vouchers}
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
