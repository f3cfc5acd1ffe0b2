//! The page of figures.

use domain::{
    desk::{Permission, StaffCard},
    figure::{FigureForm, FiguresPage as Page},
};
use i18n::{t, text};
use leptos::prelude::*;
use ui::{EmptyState, LinkButton, Section};

use super::{
    api::show,
    charts::{KeptChart, RightChart, SatisfiedChart, VolumeChart},
    parts::{Blames, Departments, SpreadChart, TopicsChart},
    query_form::{PATH, QueryForm},
    summary::Summary,
    words::days,
};
use crate::{
    Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, as_pairs, query},
};

/// The query's fields and their labels.
const FIELDS: [(&str, &str); 4] =
    [("from", "figure-from"), ("until", "figure-until"), ("by", "figure-by"), ("department", "figure-department")];

/// `/desk/figures`
#[component]
pub fn FiguresPage() -> impl IntoView {
    let viewer = Viewer::current();
    let form: FigureForm = query::read(&query::pairs(&viewer.query));
    view! {
        <Suspense>
            {Suspend::new(async move {
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                match show(form.clone()).await {
                    Ok(page) => view! { <Shown card=card page=page /> }.into_any(),
                    // A query that makes no sense comes back with its faults.
                    Err(error) if error.code == "invalid" => {
                        let typed = Typed::refused(&form, error);
                        view! {
                            <Room card=card title=t!(viewer.script, "figure-title")>
                                <Refusal typed=typed.clone() fields=&FIELDS />
                                <QueryForm typed=typed />
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
fn Shown(card: StaffCard, page: Page) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let form = FigureForm::of(&page.query);
    let address = format!("{}.csv{}", viewer.to(PATH), address(&form));
    let samples = card.role.may(Permission::SuperviseCases).then(|| {
        view! { <LinkButton href=viewer.to("/desk/figures/samples")>{t!(script, "sample-title")}</LinkButton> }
    });
    let content = if page.total.rounds == 0 {
        view! {
            <EmptyState icon="chart" title=t!(script, "figure-none")>
                <p>{t!(script, "figure-none-hint")}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <Whole page=page.clone() /> }.into_any()
    };
    view! {
        <Room card=card title=t!(script, "figure-title")>
            <QueryForm typed=Typed::of(&form) />
            <Section title=days(script, page.query.span)>
                <Summary page=page />
                <div class="cluster no-print">
                    <LinkButton href=address>{t!(script, "figure-csv")}</LinkButton>
                    {samples}
                </div>
            </Section>
            {content}
            <p class="muted">{t!(script, "figure-meaning")}</p>
        </Room>
    }
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    let script = Viewer::current().script;
    let over_time = view! {
        <VolumeChart page=page.clone() />
        <KeptChart page=page.clone() />
        <div class="grid grid--two">
            <SatisfiedChart page=page.clone() />
            <RightChart page=page.clone() />
        </div>
    };
    let about = view! {
        <div class="grid grid--two">
            <TopicsChart page=page.clone() />
            <SpreadChart page=page.clone() />
        </div>
    };
    let departments = view! { <Departments page=page.clone() /> };
    let blames = view! { <Blames page=page /> };
    [
        ("figure-over-time", over_time.into_any()),
        ("figure-about", about.into_any()),
        ("figure-departments", departments.into_any()),
        ("figure-blames", blames.into_any()),
    ]
    .map(|(title, part)| view! { <Section title=text(script, title)>{part}</Section> })
    .into_iter()
    .collect_view()
}

/// The query of an address that asks for the same.
fn address(form: &FigureForm) -> String {
    let pairs = as_pairs(form);
    query::write(pairs.iter().map(|(name, value)| (name.as_str(), value.clone())))
}
