//! The figures by what they are about, by how long it took, by department, and who broke promises.

use domain::{
    case::Holder,
    figure::{FiguresPage, SPREAD},
};
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{BarChart, BarItem, ChartTable, DataTable};

use super::words::{minutes, rate};
use crate::Viewer;

/// What is asked about most.
#[component]
pub(super) fn TopicsChart(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    let name = |category| text(script, &format!("category-{category}"));
    let bars = page.topics.iter().map(|topic| BarItem {
        label: name(topic.category),
        value: u64::from(topic.tally.rounds),
        text: t!(script, "figure-count", count = topic.tally.rounds),
    });
    let bars: Vec<BarItem> = bars.collect();
    let head =
        ["figure-topic", "figure-rounds", "figure-rounds-before", "figure-satisfied", "figure-right", "figure-average"];
    let rows = page.topics.iter().map(|topic| {
        let tally = topic.tally;
        vec![
            name(topic.category),
            tally.rounds.to_string(),
            topic.earlier.to_string(),
            rate(tally.satisfied()),
            rate(tally.right()),
            average(script, tally.average()),
        ]
    });
    let first = page.topics.first().map(|topic| name(topic.category)).unwrap_or_default();
    view! {
        <BarChart
            id="chart-topics"
            title=t!(script, "figure-topics")
            desc=t!(script, "figure-topics-desc", topic = first)
            bars=bars
            table=ChartTable {
                summary: t!(script, "figure-table"),
                head: head.map(|id| text(script, id)).to_vec(),
                rows: rows.collect(),
            }
        />
    }
}

/// How long answers took.
#[component]
pub(super) fn SpreadChart(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    let label = |index: usize| match SPREAD.get(index) {
        Some(bound) => t!(script, "figure-within", time = minutes(script, *bound)),
        None => t!(script, "figure-beyond", time = minutes(script, SPREAD[SPREAD.len() - 1])),
    };
    let bars = page.spread.iter().enumerate().map(|(index, count)| BarItem {
        label: label(index),
        value: u64::from(*count),
        text: t!(script, "figure-count", count = *count),
    });
    let bars: Vec<BarItem> = bars.collect();
    let rows = page.spread.iter().enumerate().map(|(index, count)| vec![label(index), count.to_string()]);
    view! {
        <BarChart
            id="chart-spread"
            title=t!(script, "figure-spread")
            desc=t!(script, "figure-spread-desc", average = average(script, page.total.average()))
            bars=bars
            table=ChartTable {
                summary: t!(script, "figure-table"),
                head: vec![t!(script, "figure-took"), t!(script, "figure-answered")],
                rows: rows.collect(),
            }
        />
    }
}

/// The figures of each department.
#[component]
pub(super) fn Departments(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    let head = [
        "figure-department",
        "figure-rounds",
        "figure-first",
        "figure-answer",
        "figure-satisfied",
        "figure-right",
        "figure-average",
    ];
    let rows = page
        .departments
        .iter()
        .map(|(department, tally)| {
            vec![
                text(script, &format!("department-{department}")).into_any(),
                tally.rounds.to_string().into_any(),
                rate(tally.first()).into_any(),
                rate(tally.answer()).into_any(),
                rate(tally.satisfied()).into_any(),
                rate(tally.right()).into_any(),
                average(script, tally.average()).into_any(),
            ]
        })
        .collect();
    view! {
        <DataTable
            caption=t!(script, "figure-departments")
            head=head.map(|id| text(script, id)).to_vec()
            rows=rows
        />
    }
}

/// Who had spent most of the time when promises were broken.
#[component]
pub(super) fn Blames(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    if page.blames.is_empty() {
        return view! { <p class="muted">{t!(script, "figure-no-blames")}</p> }.into_any();
    }
    let rows = page
        .blames
        .into_iter()
        .map(|(holder, count)| {
            let holder = match holder {
                Holder::Department(department) => text(script, &format!("department-{department}")),
                Holder::Partner(name) => name,
            };
            vec![holder.into_any(), count.to_string().into_any()]
        })
        .collect();
    let head = vec![t!(script, "figure-holder"), t!(script, "figure-rounds")];
    view! { <DataTable caption=t!(script, "figure-blames") head=head rows=rows /> }.into_any()
}

fn average(script: Script, average: Option<u32>) -> String {
    average.map_or_else(|| "—".to_owned(), |average| minutes(script, average))
}
