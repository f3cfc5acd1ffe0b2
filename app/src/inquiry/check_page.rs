//! What help says to a question, before it is sent: for who had no script to see it while he typed (C3).

use domain::{case::AskForm, help::HelpHit};
use i18n::t;
use leptos::prelude::*;
use ui::{BackLink, Button, Hidden, PageTitle, Section, Tone};

use super::{api::waiting, offers::Offers};
use crate::{
    Viewer,
    form::{Refusal, Typed, query, retried},
    frame::{Page, Refused},
};

/// `/inquiries/new/check`
#[component]
pub fn CheckAskPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                let id = viewer.param("draft");
                match (waiting(id.clone()).await, retried(&viewer, "inquiry/send").await) {
                    (Ok((form, hits)), Ok(typed)) => {
                        view! { <Check id=id form=form hits=hits typed=typed /> }.into_any()
                    }
                    (Err(error), _) | (_, Err(error)) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Check(id: String, form: AskForm, hits: Vec<HelpHit>, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "ask-check-title");
    let edit = format!("{}{}", viewer.to("/inquiries/new"), query::write([("retry", id.clone())]));
    let back = format!("{}{}", viewer.to("/inquiries/new/check"), query::write([("draft", id.clone())]));
    let lines = form.text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <Page title=title.clone()>
            <BackLink href=edit label=t!(script, "ask-check-edit") />
            <Refusal typed=typed fields=[("text", "ask-text"), ("files", "files-label")] />
            <PageTitle title=title lede=t!(script, "ask-check-lede") />
            <Offers script=script hits=hits />
            <Section title=t!(script, "ask-check-text")>{lines}</Section>
            <form method="post" action="/api/inquiry/send">
                <Hidden name="back" value=back />
                <Hidden name="draft" value=id />
                <Button tone=Tone::Primary>{t!(script, "ask-check-go")}</Button>
            </form>
        </Page>
    }
}
