//! The inbox: what was told, newest first, unread ones marked.

use domain::notice::InboxRow;
use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, Button, Card, EmptyState, Hidden, LinkButton, PageTitle, Tag, Tone};

use super::api::inbox;
use crate::{
    Viewer,
    frame::{Page, Refused},
    membership::SignInNeeded,
};

/// `/account/notices`
#[component]
pub fn InboxPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                match inbox().await {
                    Ok(rows) => view! { <Inbox rows=rows /> }.into_any(),
                    Err(error) if error.code == "sign-in" => {
                        view! { <SignInNeeded error=error at="/login" /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Inbox(rows: Vec<InboxRow>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "inbox-title");
    let unread = rows.iter().filter(|row| row.unread).count();
    let list = if rows.is_empty() {
        view! {
            <EmptyState icon="mail" title=t!(script, "inbox-none")>
                <p>{t!(script, "inbox-none-text")}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        rows.into_iter().map(|row| view! { <Letter row=row /> }).collect_view().into_any()
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=viewer.to("/account") label=t!(script, "nav-account") />
            <PageTitle title=title lede=t!(script, "inbox-lede")>
                {(unread > 0)
                    .then(|| {
                        view! {
                            <Tag tone=Tone::Info>{t!(script, "inbox-count", count = unread)}</Tag>
                            <form method="post" action="/api/notice/mark-read">
                                <Hidden name="back" value=viewer.to("/account/notices") />
                                <Button tone=Tone::Quiet>{t!(script, "inbox-read")}</Button>
                            </form>
                        }
                    })}
            </PageTitle>
            {list}
        </Page>
    }
}

#[component]
fn Letter(row: InboxRow) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let href = viewer.to(&row.page);
    let text = row.text.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    view! {
        <Card title=row.title>
            <p class="cluster muted">
                <span>{format::moment_full(script, row.at)}</span>
                {row.unread.then(|| view! { <Tag tone=Tone::Warn>{t!(script, "inbox-new")}</Tag> })}
            </p>
            {text}
            <p>
                <LinkButton href=href tone=Tone::Plain>
                    {t!(script, "inbox-open")}
                </LinkButton>
            </p>
        </Card>
    }
}
