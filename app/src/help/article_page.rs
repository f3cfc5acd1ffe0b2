//! An article, whether it helped, and where to go on.

use domain::help::HelpPage;
use i18n::{format, t, text};
use leptos::prelude::*;
use ui::{BackLink, Button, Card, Hidden, Notice, PageTitle, Prose, Section, Tone};

use super::{api::show, home_page::Ask, markup::body};
use crate::{
    Viewer,
    form::{Refusal, Typed, retried},
    frame::{Page, Refused},
};

/// `/help/{slug}`
#[component]
pub fn ArticlePage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let typed = retried(&viewer, "help/vote").await.unwrap_or_default();
                match show(viewer.segment(1)).await {
                    Ok(page) => view! { <Whole page=page typed=typed /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Whole(page: HelpPage, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let since = t!(script, "help-since", day = format::day(script, domain::time::day_of(page.since)));
    let related = (!page.related.is_empty()).then(|| {
        let items = page
            .related
            .iter()
            .map(|link| {
                let href = viewer.to(&format!("/help/{}", link.slug));
                let title = link.title.clone();
                view! {
                    <li>
                        <a href=href>{title}</a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <Section title=t!(script, "help-related")>
                <ul class="help-links">{items}</ul>
            </Section>
        }
    });
    view! {
        <Page title=page.title.clone()>
            <BackLink href=viewer.to("/help") label=t!(script, "help-title") />
            <PageTitle title=page.title caption=text(script, &format!("help-topic-{}", page.topic)) />
            <Refusal typed=typed fields=[] />
            <Prose>{body(page.body)}</Prose>
            <p class="muted">{since}</p>
            <Helpful slug=page.slug voted=page.voted />
            <Card title=t!(script, "help-still") icon="headset">
                <p>{t!(script, "help-still-text")}</p>
                <Ask topic=page.topic.asked_as() />
            </Card>
            {related}
        </Page>
    }
}

/// Whether it helped; who has said so may say otherwise.
#[component]
fn Helpful(slug: String, voted: Option<bool>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let form = |slug: String| {
        let back = viewer.to(&format!("/help/{slug}"));
        view! {
            <form class="cluster" method="post" action="/api/help/vote">
                <Hidden name="slug" value=slug />
                <Hidden name="back" value=back />
                <Button tone=Tone::Plain name="helpful" value="yes" icon="check">
                    {t!(script, "help-vote-yes")}
                </Button>
                <Button tone=Tone::Plain name="helpful" value="no" icon="close">
                    {t!(script, "help-vote-no")}
                </Button>
            </form>
        }
    };
    let inside = match voted {
        None => view! {
            <h2 class="help-vote__title">{t!(script, "help-vote-title")}</h2>
            {form(slug)}
        }
        .into_any(),
        Some(helped) => {
            let said = if helped { t!(script, "help-voted-yes") } else { t!(script, "help-voted-no") };
            view! {
                <Notice tone=Tone::Good live=true>
                    <p>{said}</p>
                </Notice>
                <details class="details">
                    <summary class="details__summary">
                        <span>{t!(script, "help-vote-change")}</span>
                    </summary>
                    <div class="details__body">{form(slug)}</div>
                </details>
            }
            .into_any()
        }
    };
    view! {
        <div class="help-vote stack" id="helpful">
            {inside}
        </div>
    }
}
