//! The asker's bookings.

use domain::booking::BookingRow;
use i18n::{format, t};
use leptos::prelude::*;
use ui::{CardLink, EmptyState, LinkButton, PageTitle, Tone};

use super::{
    api::mine,
    status::{status_text, status_tone},
};
use crate::{
    Viewer,
    frame::{Page, Refused},
};

/// `/bookings`
#[component]
pub fn BookingsPage() -> impl IntoView {
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
fn List(rows: Vec<BookingRow>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let title = t!(script, "nav-bookings");
    let (find, start) = (viewer.to("/bookings/find"), viewer.to("/stays"));
    let login = (!viewer.member).then(|| {
        view! {
            <LinkButton href=viewer.to("/login") tone=Tone::Plain>
                {t!(script, "nav-login")}
            </LinkButton>
        }
    });
    let list = if rows.is_empty() {
        view! {
            <EmptyState icon="calendar" title=t!(script, "bookings-none")>
                <p>{t!(script, "bookings-none-text")}</p>
                <p class="cluster">
                    <LinkButton href=start tone=Tone::Primary>
                        {t!(script, "bookings-start")}
                    </LinkButton>
                    {login}
                </p>
            </EmptyState>
        }
        .into_any()
    } else {
        rows.into_iter()
            .map(|row| {
                view! {
                    <CardLink
                        href=viewer.to(&format!("/bookings/{}", row.number))
                        title=format!("{} · {}", row.place, row.offer)
                        note=format!("{} · {}", format::moment(script, row.starts), format::money(row.total.0))
                        icon=icon_of(row.kind)
                        tag=status_text(script, row.status)
                        tone=status_tone(row.status)
                    >
                        <p class="muted">{row.number}</p>
                    </CardLink>
                }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <Page title=title.clone()>
            <PageTitle title=title />
            {list}
            <p>
                <a href=find>{t!(script, "nav-find")}</a>
            </p>
        </Page>
    }
}

const fn icon_of(kind: domain::Kind) -> &'static str {
    match kind {
        domain::Kind::Stay => "bed",
        domain::Kind::Venue => "table",
        domain::Kind::Trip => "coach",
    }
}
