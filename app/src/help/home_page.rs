//! The first page of help: search, what was found, topics.

use domain::help::{HelpHome, HelpSearch, HelpTopic};
use i18n::{t, text};
use leptos::prelude::*;
use ui::{BackLink, EmptyState, Field, LinkButton, PageTitle, SearchPanel, Section, Tone};

use super::{api::search, hits::Hits};
use crate::{
    Viewer,
    form::{Refusal, Typed, query},
    frame::{Page, Refused},
};

/// `/help`
#[component]
pub fn HelpPage() -> impl IntoView {
    let form: HelpSearch = query::read(&query::pairs(&Viewer::current().query));
    view! {
        <Suspense>
            {Suspend::new(async move {
                match search(form.clone()).await {
                    Ok(home) => view! { <Home typed=Typed::of(&form) home=Some(home) /> }.into_any(),
                    Err(error) if !error.fields.is_empty() => {
                        view! { <Home typed=Typed::refused(&form, error) home=None /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Home(typed: Typed, home: Option<HelpHome>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "help-title");
    let home = home.map(|home| {
        let only = home.topic.is_some();
        let back = (only || !home.q.is_empty()).then(|| {
            view! { <BackLink href=viewer.to("/help") label=t!(script, "help-all-topics") /> }
        });
        let empty = home.topics.is_empty() && home.q.is_empty();
        let nothing = empty.then(|| {
            view! {
                <EmptyState icon="help" title=t!(script, "help-empty")>
                    <p>{t!(script, "help-empty-text")}</p>
                    <Ask topic="" />
                </EmptyState>
            }
        });
        let found = (!home.q.is_empty()).then(|| view! { <Found words=home.q.clone() hits=home.hits /> });
        let heading =
            if home.q.is_empty() || home.topics.is_empty() { String::new() } else { t!(script, "help-topics") };
        view! {
            {back}
            {found}
            {nothing}
            <Topics heading=heading topics=home.topics />
        }
    });
    view! {
        <Page title=title.clone()>
            <PageTitle title=title lede=t!(script, "help-lede") />
            <Refusal typed=typed.clone() fields=[("q", "help-q")] />
            <SearchPanel
                action=viewer.to("/help")
                label=t!(script, "help-search")
                submit=t!(script, "search-go")
                compact=true
            >
                <Field
                    name="q"
                    label=t!(script, "help-q")
                    hint=t!(script, "help-q-hint")
                    kind="search"
                    value=typed.value("q")
                    fault=typed.fault("q")
                    maxlength="100"
                />
            </SearchPanel>
            {home}
        </Page>
    }
}

#[component]
fn Found(words: String, hits: Vec<domain::help::HelpHit>) -> impl IntoView {
    let script = Viewer::current().script;
    if hits.is_empty() {
        return view! {
            <EmptyState icon="search" title=t!(script, "help-none", words = words)>
                <p>{t!(script, "help-none-text")}</p>
                <Ask topic="" />
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <p class="muted" role="status">
            {t!(script, "help-found", count = hits.len(), words = words)}
        </p>
        <Hits hits=hits />
    }
    .into_any()
}

/// The way to a person.
#[component]
pub(super) fn Ask(
    /// What it is about; blank for anything.
    #[prop(into)]
    topic: String,
) -> impl IntoView {
    let viewer = Viewer::current();
    let href = viewer.to(&format!("/inquiries/new{}", query::write([("topic", topic)])));
    view! {
        <p>
            <LinkButton href=href tone=Tone::Plain icon="headset">
                {t!(viewer.script, "help-ask")}
            </LinkButton>
        </p>
    }
}

#[component]
fn Topics(heading: String, topics: Vec<HelpTopic>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let cards = topics
        .into_iter()
        .map(|one| {
            let items = one
                .articles
                .into_iter()
                .map(|link| {
                    let href = viewer.to(&format!("/help/{}", link.slug));
                    view! {
                        <li>
                            <a href=href>{link.title}</a>
                        </li>
                    }
                })
                .collect_view();
            let more = one.more.then(|| {
                let href = viewer.to(&format!("/help?topic={}", one.topic));
                (href, t!(script, "help-all-of"))
            });
            view! {
                <div class="help-topic">
                    <Section title=text(script, &format!("help-topic-{}", one.topic)) more=more>
                        <ul class="help-links">{items}</ul>
                    </Section>
                </div>
            }
        })
        .collect_view();
    view! {
        {(!heading.is_empty()).then(|| view! { <h2>{heading}</h2> })}
        <div class="help-topics">{cards}</div>
    }
}
