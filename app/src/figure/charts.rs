//! The charts over time, each with its table.

use domain::figure::{FigureLine, FiguresPage, Share, Tally, Targets};
use i18n::{Script, t};
use leptos::prelude::*;
use ui::{ChartTable, ColumnChart, ColumnSeries, RateChart, RateLine};

use super::words::{long, made_of, permille, rate, short};
use crate::Viewer;

/// A rate of some rounds.
type Rate = fn(&Tally) -> Share;

/// How many there were over time, and what became of them.
#[component]
pub(super) fn VolumeChart(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    let series = |label: String, of: fn(&Tally) -> u32| ColumnSeries {
        label,
        values: page.lines.iter().map(|line| u64::from(of(&line.tally))).collect(),
    };
    let series = vec![
        series(t!(script, "figure-answer-kept"), |tally| tally.answer_kept),
        series(t!(script, "figure-answer-broken"), |tally| tally.answer_broken),
        series(t!(script, "figure-unsettled"), Tally::unsettled),
    ];
    let mut head = vec![t!(script, "figure-when"), t!(script, "figure-rounds")];
    head.extend(series.iter().map(|one| one.label.clone()));
    let cells = |line: &FigureLine| {
        let tally = line.tally;
        [tally.rounds, tally.answer_kept, tally.answer_broken, tally.unsettled()].map(|it| it.to_string()).to_vec()
    };
    let most = page.lines.iter().map(|line| line.tally.rounds).max().unwrap_or(0);
    view! {
        <ColumnChart
            id="chart-volume"
            title=t!(script, "figure-volume")
            desc=t!(script, "figure-volume-desc", total = page.total.rounds, most = most)
            names=names(&page)
            series=series
            table=table(script, &page, head, cells)
        />
    }
}

/// First words and answers in time.
#[component]
pub(super) fn KeptChart(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    rates(
        script,
        &page,
        "chart-kept",
        t!(script, "figure-kept"),
        Targets::HOUSE.kept,
        &[(t!(script, "figure-first"), Tally::first), (t!(script, "figure-answer"), Tally::answer)],
    )
}

/// Content customers.
#[component]
pub(super) fn SatisfiedChart(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    let line = (t!(script, "figure-satisfied"), Tally::satisfied as Rate);
    rates(script, &page, "chart-satisfied", line.0.clone(), Targets::HOUSE.satisfied, &[line])
}

/// Right answers.
#[component]
pub(super) fn RightChart(
    /// The figures.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    let line = (t!(script, "figure-right"), Tally::right as Rate);
    rates(script, &page, "chart-right", line.0.clone(), Targets::HOUSE.accurate, &[line])
}

fn rates(
    script: Script,
    page: &FiguresPage,
    id: &'static str,
    title: String,
    target: u32,
    lines: &[(String, Rate)],
) -> impl IntoView + use<> {
    let drawn = lines
        .iter()
        .map(|(label, of)| RateLine {
            label: label.clone(),
            points: page.lines.iter().map(|line| of(&line.tally).permille()).collect(),
        })
        .collect();
    let mut head = vec![t!(script, "figure-when")];
    for (label, _) in lines {
        head.extend([label.clone(), t!(script, "figure-made-of-title")]);
    }
    let cells = |line: &FigureLine| {
        let shares = lines.iter().map(|(_, of)| of(&line.tally));
        shares.flat_map(|share| [rate(share), made_of(script, share)]).collect()
    };
    let whole = lines.iter().map(|(label, of)| format!("{label} {}", rate(of(&page.total)))).collect::<Vec<_>>();
    let desc = t!(script, "figure-rate-desc", rates = whole.join("; "), target = permille(target));
    view! {
        <RateChart
            id=id
            title=title
            desc=desc
            names=names(page)
            lines=drawn
            target=(target, t!(script, "figure-target", target = permille(target)))
            table=table(script, page, head, cells)
        />
    }
}

/// Names of the places along the width.
fn names(page: &FiguresPage) -> Vec<String> {
    page.lines.iter().map(|line| short(page.query.by, line.span)).collect()
}

/// The table of a chart: a row for each stretch of time.
fn table(
    script: Script,
    page: &FiguresPage,
    head: Vec<String>,
    cells: impl Fn(&FigureLine) -> Vec<String>,
) -> ChartTable {
    let row = |line: &FigureLine| {
        let mut row = vec![long(script, page.query.by, line.span)];
        row.extend(cells(line));
        row
    };
    ChartTable { summary: t!(script, "figure-table"), head, rows: page.lines.iter().map(row).collect() }
}
