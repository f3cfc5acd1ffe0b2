//! One sample: an answer after the other is judged.

use domain::figure::{JudgedRow, SampleItem, SamplePage as Page, Verdict};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{BackLink, Button, Card, DataTable, Hidden, Notice, RadioCard, RadioCards, Section, Tag, TextArea, Tone};

use super::{
    api::{JUDGE, sample},
    words::{days, rate},
};
use crate::{
    Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, back, retried},
};

/// The form's fields and their labels.
const FIELDS: [(&str, &str); 2] = [("verdict", "sample-verdict"), ("why", "sample-why")];

/// `/desk/figures/samples/{id}`
#[component]
pub fn SamplePage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let typed = match retried(&viewer, JUDGE).await {
                    Ok(typed) => typed,
                    Err(error) => return instead(error),
                };
                match sample(viewer.segment(3)).await {
                    Ok(page) => {
                        let title = t!(viewer.script, "sample-one", span = days(viewer.script, page.row.span));
                        view! {
                            <Room card=card title=title>
                                <Whole page=page typed=typed />
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
fn Whole(page: Page, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let right = page.row.right;
    let progress = t!(script, "sample-progress", judged = right.whole, size = page.row.size);
    let own = (page.own > 0).then(|| {
        view! {
            <Notice tone=Tone::Info>
                <p>{t!(script, "sample-own", count = page.own)}</p>
            </Notice>
        }
    });
    let next = match page.next {
        Some(item) => view! { <Judge sample=page.row.id item=item typed=typed /> }.into_any(),
        None => {
            let done = (page.own == 0).then(|| {
                view! {
                    <Notice tone=Tone::Good title=t!(script, "sample-done")>
                        <p>{t!(script, "sample-result", rate = rate(right))}</p>
                    </Notice>
                }
            });
            view! {
                <Refusal typed=without_form(typed) fields=FIELDS />
                {done}
            }
            .into_any()
        }
    };
    view! {
        <BackLink href=viewer.to("/desk/figures/samples") label=t!(script, "sample-title") />
        <p class="cluster">
            <Tag tone=Tone::Info>{progress}</Tag>
            <span class="muted">{t!(script, "sample-rate", rate = rate(right))}</span>
        </p>
        {own}
        {next}
        <Section title=t!(script, "sample-judged")>{table(script, page.judged)}</Section>
    }
}

/// The next answer, and the form that judges it.
#[component]
fn Judge(sample: i64, item: SampleItem, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    // Another may have judged meanwhile what was typed for.
    let is_same = typed.value("item") == item.id.to_string();
    let fields = if is_same { typed.clone() } else { Typed::default() };
    let refusal = if is_same { typed } else { without_form(typed) };
    let href = viewer.to(&format!("/desk/inquiries/{}", item.number));
    let said = item
        .said
        .into_iter()
        .map(|said| {
            let (class, who) = if said.ours {
                ("thread__item thread__item--mine", t!(script, "sample-ours"))
            } else {
                ("thread__item", t!(script, "thread-customer"))
            };
            view! {
                <li class=class>
                    <p class="muted small">{who} " · " {format::moment(script, said.at)}</p>
                    <p class="as-written">{said.text}</p>
                </li>
            }
        })
        .collect_view();
    let options = Verdict::ALL
        .iter()
        .map(|verdict| RadioCard {
            value: verdict.to_string(),
            label: text(script, &format!("verdict-{verdict}")),
            ..RadioCard::default()
        })
        .collect();
    view! {
        <Refusal typed=refusal fields=FIELDS />
        <Card>
            <p class="cluster">
                <a class="number" href=href>
                    {item.number.to_string()}
                </a>
                <Tag tone=Tone::Info>{text(script, &format!("category-{}", item.category))}</Tag>
                <Tag>{text(script, &format!("department-{}", item.department))}</Tag>
                <span class="muted">{t!(script, "sample-round", round = item.round)}</span>
            </p>
            <ol class="thread" aria-label=t!(script, "thread-label")>
                {said}
            </ol>
            <form class="stack narrow" method="post" action=format!("/api/{JUDGE}") novalidate>
                <Hidden name="back" value=back(&viewer, "") />
                <Hidden name="id" value=sample.to_string() />
                <Hidden name="item" value=item.id.to_string() />
                <RadioCards
                    name="verdict"
                    label=t!(script, "sample-verdict")
                    options=options
                    value=fields.value("verdict")
                    fault=fields.fault("verdict")
                    compact=true
                />
                <TextArea
                    name="why"
                    label=t!(script, "sample-why")
                    hint=t!(script, "sample-why-hint")
                    value=fields.value("why")
                    fault=fields.fault("why")
                    maxlength="500"
                />
                <Button>{t!(script, "sample-judge-go")}</Button>
            </form>
        </Card>
    }
}

/// A refusal of a form that is not there any more.
fn without_form(mut typed: Typed) -> Typed {
    if let Some(refusal) = &mut typed.refusal {
        refusal.fields.clear();
    }
    typed
}

fn table(script: Script, rows: Vec<JudgedRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="muted">{t!(script, "sample-none-judged")}</p> }.into_any();
    }
    let head = ["inquiry-number", "figure-topic", "sample-verdict", "sample-why", "sample-judge"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = Viewer::current().to(&format!("/desk/inquiries/{}", row.number));
            let tone = if row.verdict == Verdict::Accurate { Tone::Good } else { Tone::Bad };
            vec![
                view! {
                    <a class="number" href=href>
                        {row.number.to_string()}
                    </a>
                }
                .into_any(),
                text(script, &format!("category-{}", row.category)).into_any(),
                view! { <Tag tone=tone>{text(script, &format!("verdict-{}", row.verdict))}</Tag> }.into_any(),
                view! { <span class="as-written">{row.why}</span> }.into_any(),
                row.judge.into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "sample-judged") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
        .into_any()
}
