//! An article at the desk: what looks personal, the form, what becomes of it.

use domain::help::HelpDesk;
use i18n::t;
use leptos::prelude::*;
use ui::{BackLink, LinkButton, Section, Tone};

use super::{
    api::{edit, list},
    edit_form::{ArticleFields, FIELDS},
    list_page::status,
    publish_forms::Decide,
    suspects::Suspects,
};
use crate::{
    ApiError, Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, retried},
};

/// The forms of the page beside the article's own; a refusal may come from each of them.
const FORMS: [&str; 4] = ["help/publish", "help/reviewed", "help/redact", "help/withdraw"];

/// What the page shows: the article if there is one, and the forms as they came back.
struct Look {
    desk: Option<HelpDesk>,
    saving: Typed,
    others: [Typed; 4],
}

/// `/desk/help/{id}`, `new` for a new one.
#[component]
pub fn HelpEditPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let script = Viewer::current().script;
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                match load(&Viewer::current()).await {
                    Ok(look) => {
                        let title = look
                            .desk
                            .as_ref()
                            .map_or_else(
                                || t!(script, "help-new-title"),
                                |desk| t!(script, "help-edit-title", title = desk.row.title.clone()),
                            );
                        view! {
                            <Room card=card title=title>
                                {whole(look)}
                            </Room>
                        }
                            .into_any()
                    }
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

async fn load(viewer: &Viewer) -> Result<Look, ApiError> {
    let id = viewer.segment(2);
    let desk = if id == "new" {
        // Who may not write is told so before he has written.
        list().await?;
        None
    } else {
        Some(edit(id).await?)
    };
    let saving = retried(viewer, "help/save").await?;
    let mut others: [Typed; 4] = Default::default();
    for (found, form) in others.iter_mut().zip(FORMS) {
        *found = retried(viewer, form).await?;
    }
    Ok(Look { desk, saving, others })
}

fn whole(look: Look) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let Look { desk, saving, others } = look;
    let refused = [&saving].into_iter().chain(&others).find(|typed| typed.refusal.is_some()).cloned();
    // What must not be published is said at the text that says it.
    let form = if saving.fields.is_empty() {
        Typed { refusal: others[0].refusal.clone(), ..filled_in(desk.as_ref(), viewer.script) }
    } else {
        saving
    };
    let id = desk.as_ref().map_or_else(|| "new".to_owned(), |desk| desk.row.id.to_string());
    let converted = desk.as_ref().filter(|desk| !desk.own).map(|desk| desk.other.clone());
    let more = [("day", "help-publish-day"), ("time", "help-publish-time"), ("next_review", "help-review-on")];
    let fields: Vec<_> = FIELDS.into_iter().chain(more).collect();
    let head = desk.as_ref().map(|desk| {
        let public = viewer.to(&format!("/help/{}", desk.row.slug));
        let shown = desk.row.status == domain::help::HelpStatus::Published;
        let see = shown.then(|| {
            view! {
                <LinkButton href=public tone=Tone::Quiet>
                    {t!(script, "help-see")}
                </LinkButton>
            }
        });
        view! { <div class="cluster">{status(script, &desk.row)} {see}</div> }
    });
    let suspects = desk.clone().map(|desk| view! { <Suspects desk=desk /> });
    let [publishing, reviewing, ..] = others;
    let decide = desk.map(|desk| view! { <Decide desk=desk typed=(publishing, reviewing) /> });
    view! {
        <BackLink href=viewer.to("/desk/help") label=t!(script, "help-back") />
        <Refusal typed=refused.unwrap_or_default() fields=fields />
        {head}
        {suspects}
        <Section title=t!(script, "help-edit")>
            <ArticleFields id=id typed=form converted=converted />
        </Section>
        {decide}
    }
}

/// The form as it is filled in before anybody types.
fn filled_in(desk: Option<&HelpDesk>, script: i18n::Script) -> Typed {
    let form = desk.map_or_else(
        || domain::help::ArticleForm { script: script.to_string(), ..Default::default() },
        |desk| {
            let own = |text: &str| if desk.own { text.to_owned() } else { String::new() };
            domain::help::ArticleForm {
                id: desk.row.id.to_string(),
                seen: desk.versions.first().map(|version| version.number.to_string()).unwrap_or_default(),
                slug: desk.row.slug.clone(),
                topic: desk.row.topic.to_string(),
                sort: desk.sort.to_string(),
                script: desk.script.to_string(),
                title: desk.written.0.clone(),
                body: desk.written.1.clone(),
                other_title: own(&desk.other.0),
                other_body: own(&desk.other.1),
                review_on: desk.row.review_on.map(|day| day.to_string()).unwrap_or_default(),
                why: String::new(),
            }
        },
    );
    Typed::of(&form)
}
