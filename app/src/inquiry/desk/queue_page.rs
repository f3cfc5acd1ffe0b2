//! The queues: what falls due first stands first, by keyboard or by hand, one or many at once.

use domain::case::{Alert, Bulk, CaseRow, Priority, QueuePage as Queue, Tab};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, DataTable, Hidden, Notice, Pagination, SelectField, TabItem, Tabs, Tag, Tone};

use super::{
    api::{QueueLook, queue},
    keys::KeysHint,
};
use crate::{
    Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, query, retried},
    inquiry::{Live, promised::holder_text},
    inquiry_desk::Ways,
};

/// Little is left: less than half an hour, in seconds.
const SOON: i64 = 30 * 60;

/// `/desk/inquiries`
#[component]
pub fn QueuePage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let role = card.role;
                let typed = retried(&viewer, "case/bulk").await.unwrap_or_default();
                let param = |name: &str| viewer.param(name);
                match queue(param("tab"), param("page"), param("found"), param("done")).await {
                    Ok(look) => {
                        let stream = format!("/{}/live/desk", viewer.script);
                        view! {
                            <Room card=card title=t!(viewer.script, "desk-inquiries")>
                                <Ways role=role />
                                <Refusal typed=typed fields=[("numbers", "bulk-numbers"), ("deed", "bulk-deed")] />
                                <Live stream=stream keep=String::new() offer=String::new()>
                                    <Whole look=look />
                                </Live>
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
fn Whole(look: QueueLook) -> impl IntoView {
    let QueueLook { page, alerts, done } = look;
    let viewer = Viewer::current();
    let script = viewer.script;
    let done = (!done.is_empty()).then(|| view! { <Outcomes done=done /> });
    let (tab, words) = (page.tab, page.words.clone());
    view! {
        <Search tab=tab words=words />
        {done}
        <div data-live-part="queue" class="stack">
            <Alerts alerts=alerts />
            <TabRow page=page.clone() />
            <Rows page=page />
        </div>
        <KeysHint words=t!(script, "keys-queue") />
    }
}

#[component]
fn Search(tab: Tab, words: String) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    view! {
        <form class="cluster seek" role="search" method="post" action="/api/case/search">
            <Hidden name="back" value=viewer.to("/desk/inquiries") />
            <Hidden name="tab" value=tab.as_str() />
            <label class="visually-hidden" for="field-q">
                {t!(script, "case-search")}
            </label>
            <input
                class="input input--medium"
                type="search"
                id="field-q"
                name="q"
                value=words
                maxlength="60"
                data-key="/"
                placeholder=t!(script, "case-search-hint")
            />
            <Button tone=Tone::Plain icon="search">{t!(script, "case-search")}</Button>
        </form>
    }
}

/// What came of a deed for many.
#[component]
fn Outcomes(done: Vec<(String, String)>) -> impl IntoView {
    let script = Viewer::current().script;
    let failed = done.iter().filter(|(_, why)| !why.is_empty()).count();
    let tone = if failed == 0 { Tone::Good } else { Tone::Warn };
    let title = t!(script, "bulk-done", done = done.len() - failed, failed = failed);
    let lines = done
        .into_iter()
        .map(|(number, why)| {
            let why = if why.is_empty() { t!(script, "bulk-fine") } else { why };
            view! {
                <li>
                    <span class="number">{number}</span>
                    " "
                    {why}
                </li>
            }
        })
        .collect_view();
    view! {
        <Notice tone=tone title=title live=true>
            <ul>{lines}</ul>
        </Notice>
    }
}

/// What should be looked at.
#[component]
fn Alerts(alerts: Vec<Alert>) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    if alerts.is_empty() {
        return ().into_any();
    }
    let ids: Vec<_> = alerts.iter().map(|alert| alert.id.to_string()).collect();
    let bad = alerts.iter().any(|alert| alert.what != "remind");
    let lines = alerts
        .into_iter()
        .map(|alert| {
            let href = viewer.to(&format!("/desk/inquiries/{}", alert.number));
            let due = format::moment(script, alert.due);
            view! {
                <li>
                    <a class="number" href=href>
                        {alert.number.to_string()}
                    </a>
                    " "
                    {i18n::text_with(script, &format!("alert-{}", alert.what), &[("due", due.into())])}
                </li>
            }
        })
        .collect_view();
    view! {
        <Notice tone=if bad { Tone::Bad } else { Tone::Warn } title=t!(script, "alerts-title")>
            <ul>{lines}</ul>
            <form method="post" action="/api/case/alert-seen">
                <Hidden name="back" value=viewer.to("/desk/inquiries") />
                <Hidden name="ids" value=ids.join(",") />
                <Button tone=Tone::Quiet>{t!(script, "alerts-seen")}</Button>
            </form>
        </Notice>
    }
    .into_any()
}

#[component]
fn TabRow(page: Queue) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let items = Tab::ALL
        .iter()
        .enumerate()
        .map(|(index, &tab)| {
            let name = text(script, &format!("queue-{tab}"));
            let label = match page.counts.get(index) {
                Some(count) => t!(script, "queue-count", name = name, count = *count),
                None => name,
            };
            TabItem { href: address(&viewer, tab, ""), icon: String::new(), label, current: tab == page.tab }
        })
        .collect();
    view! { <Tabs label=t!(script, "queue-label") items=items /> }
}

fn address(viewer: &Viewer, tab: Tab, page: &str) -> String {
    let pairs = [("tab", tab.to_string()), ("found", viewer.param("found")), ("page", page.to_owned())];
    format!("{}{}", viewer.to("/desk/inquiries"), query::write(pairs))
}

#[component]
fn Rows(page: Queue) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    if page.rows.is_empty() {
        return view! { <p class="muted">{t!(script, "queue-empty")}</p> }.into_any();
    }
    let head = ["bulk-pick", "queue-due", "inquiry-asked", "queue-who", "queue-holder"];
    // Beyond that it is not counted.
    let total = if page.total >= 999 { "999+".to_owned() } else { page.total.to_string() };
    let caption = t!(script, "queue-caption", total = total);
    let tab = page.tab;
    let rows = page.rows.iter().map(|row| cells(script, row)).collect();
    let step = |to: u32, label: String| (address(&viewer, tab, &to.to_string()), label);
    let prev = (page.page > 1).then(|| step(page.page - 1, t!(script, "pages-previous")));
    let next = (page.page < page.pages).then(|| step(page.page + 1, t!(script, "pages-next")));
    let pages = (page.pages > 1).then(|| {
        view! { <Pagination label=t!(script, "pages-label") prev=prev next=next /> }
    });
    view! {
        <form class="stack" method="post" action="/api/case/bulk" novalidate>
            <Hidden name="back" value=address(&viewer, tab, "") />
            <Hidden name="tab" value=tab.as_str() />
            <DataTable caption=caption head=head.map(|id| text(script, id)).to_vec() rows=rows />
            <BulkChoice />
        </form>
        {pages}
    }
    .into_any()
}

#[component]
fn BulkChoice() -> impl IntoView {
    let script = Viewer::current().script;
    let options = Bulk::ALL.iter().map(|deed| (deed.to_string(), text(script, &format!("bulk-{deed}")))).collect();
    view! {
        <div class="cluster bulk">
            <SelectField name="deed" label=t!(script, "bulk-deed") options=options />
            <Button tone=Tone::Plain>{t!(script, "bulk-go")}</Button>
        </div>
    }
}

fn cells(script: Script, row: &CaseRow) -> Vec<AnyView> {
    let number = row.number.to_string();
    let href = Viewer::current().to(&format!("/desk/inquiries/{number}"));
    let pick = t!(script, "bulk-pick-one", number = number.as_str());
    let owner = if row.owner.is_empty() { t!(script, "queue-nobody") } else { row.owner.clone() };
    let urgent =
        (row.priority == Priority::Urgent).then(|| view! { <Tag tone=Tone::Bad>{t!(script, "priority-urgent")}</Tag> });
    let unanswered = row.unanswered.then(|| view! { <Tag tone=Tone::Warn>{t!(script, "queue-unanswered")}</Tag> });
    vec![
        view! { <input type="checkbox" name="numbers" value=number.clone() aria-label=pick /> }.into_any(),
        due(script, row).into_any(),
        view! {
            <a class="queue__link" href=href data-row="">
                {row.title.clone()}
            </a>
            <p class="cluster muted">
                <span class="number">{number}</span>
                <span>{text(script, &format!("category-{}", row.category))}</span>
                {urgent}
                {unanswered}
            </p>
        }
        .into_any(),
        view! {
            <span>{row.name.clone()}</span>
            <p class="muted">{format::moment(script, row.opened)}</p>
        }
        .into_any(),
        view! {
            <span>{owner}</span>
            <p class="muted">{holder_text(script, &row.holder)}</p>
        }
        .into_any(),
    ]
}

/// When it is due and what is left.
pub(super) fn due(script: Script, row: &CaseRow) -> impl IntoView + use<> {
    let Some((duty, due)) = row.due else {
        let status = text(script, &format!("inquiry-status-{}", row.status));
        return view! { <Tag tone=Tone::Info>{status}</Tag> }.into_any();
    };
    let (tone, left) = match row.left {
        left if left < 0 => (Tone::Bad, t!(script, "due-over", span = clock(script, -left))),
        left if left < SOON => (Tone::Warn, t!(script, "due-left", span = clock(script, left))),
        left => (Tone::Good, t!(script, "due-left", span = clock(script, left))),
    };
    view! {
        <Tag tone=tone>{left}</Tag>
        <p class="muted">
            {text(script, &format!("duty-{duty}"))} " " {format::moment(script, due)}
        </p>
    }
    .into_any()
}

/// A span of the clock on the wall, roughly.
fn clock(script: Script, seconds: i64) -> String {
    match seconds / 60 {
        minutes if minutes < 60 => t!(script, "clock-minutes", minutes = minutes),
        minutes if minutes < 48 * 60 => t!(script, "clock-hours", hours = minutes / 60, minutes = minutes % 60),
        minutes => t!(script, "clock-days", days = minutes / (24 * 60)),
    }
}
