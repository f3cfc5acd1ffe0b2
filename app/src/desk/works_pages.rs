//! What the house does by itself, and what it could not: jobs and notices.

use domain::{
    job::JobRow,
    notice::{NoticeQueue, NoticeRow},
};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, DataTable, Hidden, Section, Tag, Tone};

use super::{
    api::{jobs, notices},
    rooms::{Room, entered, instead},
};
use crate::Viewer;

/// Our own words for why a notice could not be delivered.
const OURS: [&str; 9] = [
    "internal",
    "no-address",
    "no-answer",
    "no-connection",
    "no-encryption",
    "no-sense",
    "nobody-there",
    "void",
    "worker-lost",
];

/// `/desk/jobs`
#[component]
pub fn JobsPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let script = Viewer::current().script;
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                match jobs().await {
                    Ok(rows) => {
                        view! {
                            <Room card=card title=t!(script, "desk-jobs")>
                                {job_table(script, rows)}
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

fn job_table(script: Script, rows: Vec<JobRow>) -> AnyView {
    let head = [
        "job-column-job",
        "job-column-every",
        "job-column-ended",
        "job-column-done",
        "job-column-lag",
        "job-column-state",
    ];
    let never = t!(script, "job-never");
    let rows = rows
        .into_iter()
        .map(|row| {
            let state = if row.failures == 0 {
                view! { <Tag tone=Tone::Good>{t!(script, "job-well")}</Tag> }.into_any()
            } else {
                view! {
                    <Tag tone=Tone::Bad>{t!(script, "job-failed", count = row.failures)}</Tag>
                    <p class="muted">{row.trouble}</p>
                }
                .into_any()
            };
            vec![
                text(script, &format!("job-{}", row.job)).into_any(),
                t!(script, "job-every", seconds = row.every).into_any(),
                row.ended.map_or_else(|| never.clone(), |ended| format::moment_full(script, ended)).into_any(),
                row.done.to_string().into_any(),
                t!(script, "job-lag", seconds = row.lag).into_any(),
                state,
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "desk-jobs") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
        .into_any()
}

/// `/desk/notices`
#[component]
pub fn NoticesPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                match notices().await {
                    Ok(queue) => {
                        let script = Viewer::current().script;
                        view! {
                            <Room card=card title=t!(script, "desk-notices")>
                                <Queue queue=queue />
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

#[component]
fn Queue(queue: NoticeQueue) -> impl IntoView {
    let script = Viewer::current().script;
    view! {
        <p class="muted">{t!(script, "notice-sent", count = queue.sent)}</p>
        <Section title=t!(script, "notice-dead")>
            {notice_table(script, t!(script, "notice-dead"), queue.dead, true)}
        </Section>
        <Section title=t!(script, "notice-waiting")>
            {notice_table(script, t!(script, "notice-waiting"), queue.waiting, false)}
        </Section>
    }
}

/// What went wrong, in words where the word is ours; what the other side said stands as it is.
fn trouble(script: Script, trouble: String) -> String {
    if OURS.contains(&trouble.as_str()) { text(script, &format!("undelivered-{trouble}")) } else { trouble }
}

fn notice_table(script: Script, caption: String, rows: Vec<NoticeRow>, dead: bool) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="muted">{t!(script, "desk-nothing")}</p> }.into_any();
    }
    let head = [
        "desk-column-since",
        "desk-column-number",
        "notice-topic",
        "notice-to",
        "notice-tries",
        "desk-trouble",
        "desk-decision",
    ];
    let viewer = Viewer::current();
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = viewer.to(&row.page);
            let again = dead.then(|| {
                view! {
                    <form method="post" action="/api/desk/resend-notice">
                        <Hidden name="id" value=row.id.to_string() />
                        <Hidden name="back" value=viewer.to("/desk/notices") />
                        <Button tone=Tone::Plain>{t!(script, "notice-resend")}</Button>
                    </form>
                }
            });
            vec![
                format::moment(script, row.since).into_any(),
                view! { <a class="number" href=href>{row.number}</a> }.into_any(),
                text(script, &format!("topic-{}", row.topic)).into_any(),
                format!("{} {}", text(script, &format!("channel-{}", row.channel)), row.to).into_any(),
                row.tries.to_string().into_any(),
                trouble(script, row.trouble).into_any(),
                again.into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=caption head=head.map(|id| text(script, id)).to_vec() rows=rows /> }.into_any()
}
