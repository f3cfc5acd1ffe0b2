//! The knowledge base at the desk.

use domain::help::{HelpRow, HelpStatus};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{DataTable, EmptyState, LinkButton, Tag, Tone};

use super::api::list;
use crate::{
    Viewer,
    desk::{Room, entered, instead},
};

/// `/desk/help`
#[component]
pub fn HelpListPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let script = viewer.script;
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                match list().await {
                    Ok(rows) => {
                        view! {
                            <Room card=card title=t!(script, "desk-help")>
                                <p class="muted">{t!(script, "help-desk-lede")}</p>
                                <p>
                                    <LinkButton href=viewer.to("/desk/help/new") tone=Tone::Primary icon="edit">
                                        {t!(script, "help-desk-new")}
                                    </LinkButton>
                                </p>
                                {table(script, rows)}
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

fn table(script: Script, rows: Vec<HelpRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <EmptyState icon="help" title=t!(script, "help-desk-none") /> }.into_any();
    }
    let head =
        ["help-column-title", "help-column-topic", "help-column-status", "help-column-review", "help-column-votes"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = Viewer::current().to(&format!("/desk/help/{}", row.id));
            let review = row.review_on.map_or_else(|| t!(script, "help-no-review"), |day| format::day(script, day));
            let due = row.due.then(|| view! { <Tag tone=Tone::Warn>{t!(script, "help-due")}</Tag> });
            vec![
                view! { <a href=href>{row.title.clone()}</a> }.into_any(),
                text(script, &format!("help-topic-{}", row.topic)).into_any(),
                status(script, &row).into_any(),
                view! { <span class="cluster">{review} {due}</span> }.into_any(),
                t!(script, "help-votes", helped = row.helped, unhelped = row.unhelped).into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "desk-help") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
        .into_any()
}

/// Where an article stands, and what waits.
pub(super) fn status(script: Script, row: &HelpRow) -> impl IntoView + use<> {
    let waits = row.waits && row.status != HelpStatus::Draft;
    let waits = waits.then(|| view! { <Tag tone=Tone::Warn>{t!(script, "help-waits")}</Tag> });
    let from = row.from.map(|from| t!(script, "help-from", time = format::moment_full(script, from)));
    let status = row.status;
    view! {
        <span class="cluster">
            <Tag tone=tone(status)>{text(script, &format!("help-status-{status}"))}</Tag>
            {waits}
            {from}
        </span>
    }
}

/// What a status means at a glance.
pub(super) const fn tone(status: HelpStatus) -> Tone {
    match status {
        HelpStatus::Draft => Tone::Warn,
        HelpStatus::Scheduled => Tone::Info,
        HelpStatus::Published => Tone::Good,
        HelpStatus::Withdrawn => Tone::Bad,
        HelpStatus::Past => Tone::Plain,
    }
}
