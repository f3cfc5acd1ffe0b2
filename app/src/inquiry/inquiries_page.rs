//! The asker's questions.

use domain::case::{CustomerRow, Status};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{CardLink, EmptyState, LinkButton, PageTitle, Tone};

use super::api::mine;
use crate::{
    Viewer,
    frame::{Page, Refused},
};

/// `/inquiries`
#[component]
pub fn InquiriesPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                match mine().await {
                    Ok(rows) => view! { <List rows=rows /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn List(rows: Vec<CustomerRow>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "inquiries-title");
    let ask = move || {
        view! {
            <LinkButton href=Viewer::current().to("/inquiries/new") tone=Tone::Primary icon="chat">
                {t!(script, "ask-title")}
            </LinkButton>
        }
    };
    let list = if rows.is_empty() {
        view! {
            <EmptyState icon="chat" title=t!(script, "inquiries-none")>
                <p>{t!(script, "inquiries-none-text")}</p>
                <p>{ask()}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        let rows = rows.into_iter().map(|row| view! { <Row row=row /> }).collect_view();
        view! {
            <p>{ask()}</p>
            {rows}
        }
        .into_any()
    };
    view! {
        <Page title=title.clone()>
            <PageTitle title=title />
            {list}
            <p>
                <a href=viewer.to("/inquiries/find")>{t!(script, "inquiry-find")}</a>
            </p>
        </Page>
    }
}

#[component]
fn Row(row: CustomerRow) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let (tag, tone) = if row.unread {
        (t!(script, "inquiry-unread"), Tone::Warn)
    } else {
        (status_text(script, row.status), status_tone(row.status))
    };
    let note = match row.due {
        Some(due) => t!(script, "inquiry-row-due", due = format::moment(script, due)),
        None => format::moment(script, row.opened),
    };
    view! {
        <CardLink
            href=viewer.to(&format!("/inquiries/{}", row.number))
            title=row.title
            note=note
            icon="chat"
            tag=tag
            tone=tone
        >
            <p class="muted">{row.number.to_string()}</p>
        </CardLink>
    }
}

/// Where a question stands, in a word.
pub(super) fn status_text(script: Script, status: Status) -> String {
    text(script, &format!("inquiry-status-{status}"))
}

/// Its colour.
pub(super) const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Open => Tone::Info,
        Status::Waiting => Tone::Warn,
        Status::Resolved => Tone::Good,
    }
}
