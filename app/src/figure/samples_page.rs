//! Samples of answers: drawing one, and those that were drawn.

use domain::figure::SampleRow;
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{BackLink, Button, DataTable, Field, FieldRow, Hidden, Section};

use super::{
    api::{DRAW, samples},
    query_form::PATH,
    words::{days, rate},
};
use crate::{
    Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, back, retried},
};

/// The form's fields and their labels.
const FIELDS: [(&str, &str); 3] = [("from", "figure-from"), ("until", "figure-until"), ("size", "sample-size")];

/// `/desk/figures/samples`
#[component]
pub fn SamplesPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let script = viewer.script;
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let typed = match retried(&viewer, DRAW).await {
                    Ok(typed) => typed,
                    Err(error) => return instead(error),
                };
                match samples().await {
                    Ok(rows) => {
                        view! {
                            <Room card=card title=t!(script, "sample-title")>
                                <BackLink href=viewer.to(PATH) label=t!(script, "figure-title") />
                                <Refusal typed=typed.clone() fields=FIELDS />
                                <Draw typed=typed />
                                <Section title=t!(script, "sample-drawn")>{table(script, rows)}</Section>
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
fn Draw(typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let size = if typed.refusal.is_some() { typed.value("size") } else { "20".to_owned() };
    view! {
        <Section title=t!(script, "sample-draw")>
            <form class="stack narrow" method="post" action=format!("/api/{DRAW}") novalidate>
                <Hidden name="back" value=back(&viewer, "") />
                <Hidden name="key" value="once" />
                <p class="muted">{t!(script, "sample-draw-lede")}</p>
                <FieldRow>
                    <Field
                        name="from"
                        label=t!(script, "figure-from")
                        kind="date"
                        value=typed.value("from")
                        fault=typed.fault("from")
                    />
                    <Field
                        name="until"
                        label=t!(script, "figure-until")
                        kind="date"
                        value=typed.value("until")
                        fault=typed.fault("until")
                    />
                    <Field
                        name="size"
                        label=t!(script, "sample-size")
                        inputmode="numeric"
                        value=size
                        fault=typed.fault("size")
                    />
                </FieldRow>
                <Button>{t!(script, "sample-draw-go")}</Button>
            </form>
        </Section>
    }
}

fn table(script: Script, rows: Vec<SampleRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="muted">{t!(script, "sample-none")}</p> }.into_any();
    }
    let head = ["sample-when", "sample-span", "sample-by", "sample-judged", "figure-right"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = Viewer::current().to(&format!("/desk/figures/samples/{}", row.id));
            let judged = t!(script, "sample-progress", judged = row.right.whole, size = row.size);
            vec![
                view! { <a href=href>{format::moment_full(script, row.drawn)}</a> }.into_any(),
                days(script, row.span).into_any(),
                row.by.into_any(),
                judged.into_any(),
                rate(row.right).into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "sample-drawn") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
        .into_any()
}
