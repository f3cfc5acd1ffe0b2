//! Prepared answers: the list, and the form of one of them.

use domain::{
    case::{TemplateForm, TemplateRow},
    desk::{Permission, Role},
};
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{DataTable, EmptyState, LinkButton, Notice, Tag, Tone};

use super::{
    Ways,
    api::replies,
    reply_form::{FIELDS, ReplyFields, Variables},
};
use crate::{
    ApiError, Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, retried},
};

/// So many characters of a text are shown in the list.
const BEGINNING: usize = 90;

/// `/desk/inquiries/replies`; `edit` names the one to be edited, `new` for a new one.
#[component]
pub fn RepliesPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let role = card.role;
                match load(&viewer).await {
                    Ok((rows, typed)) => {
                        view! {
                            <Room card=card title=t!(viewer.script, "replies-title")>
                                <Ways role=role />
                                <Whole role=role rows=rows typed=typed />
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

async fn load(viewer: &Viewer) -> Result<(Vec<TemplateRow>, Typed), ApiError> {
    Ok((replies().await?, retried(viewer, "case-desk/save-reply").await?))
}

#[component]
fn Whole(role: Role, rows: Vec<TemplateRow>, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let edits = role.may(Permission::EditReplies);
    let edited = edited(&viewer.param("edit"), &rows, &typed).filter(|_| edits);
    let form = edited.map(|form| view! { <ReplyFields typed=form /> });
    let new = (edits && form.is_none()).then(|| {
        view! {
            <p>
                <LinkButton href=viewer.to("/desk/inquiries/replies?edit=new") tone=Tone::Primary icon="edit">
                    {t!(script, "replies-new")}
                </LinkButton>
            </p>
        }
    });
    let saved = (!viewer.param("saved").is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Good live=true>
                <p>{t!(script, "replies-saved")}</p>
            </Notice>
        }
    });
    view! {
        <Refusal typed=typed fields=FIELDS />
        {saved}
        <p class="muted">{t!(script, "replies-lede")}</p>
        {form}
        {new}
        {table(script, rows, edits)}
        <Variables />
    }
}

/// What stands in the form: what came back, else the one that is named, else nothing for a new one.
fn edited(named: &str, rows: &[TemplateRow], typed: &Typed) -> Option<Typed> {
    if !typed.fields.is_empty() {
        return Some(typed.clone());
    }
    if named == "new" {
        return Some(Typed::of(&TemplateForm { active: "yes".to_owned(), ..TemplateForm::default() }));
    }
    let id: i64 = named.parse().ok()?;
    rows.iter().find(|row| row.id == id).map(|row| Typed::of(&TemplateForm::of(row)))
}

fn table(script: Script, rows: Vec<TemplateRow>, edits: bool) -> AnyView {
    if rows.is_empty() {
        return view! { <EmptyState icon="chat" title=t!(script, "replies-none") /> }.into_any();
    }
    let head = ["replies-column-title", "replies-column-text", "replies-column-state"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let (title, body) = match script {
                Script::Hans => (row.title_hans, row.body_hans),
                Script::Hant => (row.title_hant, row.body_hant),
            };
            let title = if edits {
                let href = Viewer::current().to(&format!("/desk/inquiries/replies?edit={}", row.id));
                view! { <a href=href>{title}</a> }.into_any()
            } else {
                title.into_any()
            };
            let (tone, state) = if row.active { (Tone::Good, "replies-on") } else { (Tone::Plain, "replies-off") };
            // Who may not edit it reads it whole.
            let body = if edits { beginning(&body) } else { body };
            vec![
                title,
                view! { <span class="as-written">{body}</span> }.into_any(),
                view! { <Tag tone=tone>{text(script, state)}</Tag> }.into_any(),
            ]
        })
        .collect();
    let head = head.map(|id| text(script, id)).to_vec();
    view! { <DataTable caption=t!(script, "replies-title") head=head rows=rows /> }.into_any()
}

fn beginning(text: &str) -> String {
    if text.chars().nth(BEGINNING).is_none() {
        return text.to_owned();
    }
    text.chars().take(BEGINNING).chain(['…']).collect()
}
