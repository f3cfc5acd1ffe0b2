//! The figures as a table for other programs: a line for each stretch of time, each department and each topic.

use domain::figure::{FigureQuery, FiguresPage, Share, Tally, write_csv};
use i18n::{Script, text};

use super::figures;
use crate::{Cx, Result, Staff};

/// Headings of the columns after the first two.
const COLUMNS: [&str; 20] = [
    "figure-rounds",
    "figure-first-kept",
    "figure-first-broken",
    "figure-first",
    "figure-answer-kept",
    "figure-answer-broken",
    "figure-answer",
    "figure-answered",
    "figure-average",
    "rating-5",
    "rating-4",
    "rating-3",
    "rating-2",
    "rating-1",
    "figure-satisfied",
    "figure-judged",
    "figure-accurate",
    "figure-right",
    "figure-from",
    "figure-until",
];

/// The figures of a span as CSV. Needs [`domain::desk::Permission::SeeFigures`].
pub async fn csv(cx: &Cx, staff: &Staff, script: Script, query: &FigureQuery) -> Result<String> {
    let page = figures(cx, staff, query).await?;
    Ok(write_csv(&rows(script, &page)))
}

fn rows(script: Script, page: &FiguresPage) -> Vec<Vec<String>> {
    let word = |id: &str| text(script, id);
    let whole = (page.query.span.from.to_string(), page.query.span.until.to_string());
    let mut head = vec![word("figure-by"), word("figure-what")];
    head.extend(COLUMNS.iter().map(|id| word(id)));
    let mut rows = vec![head];
    let mut push = |by: String, what: String, tally: &Tally, (from, until): (String, String)| {
        let mut row = vec![by, what];
        row.extend(cells(tally));
        row.extend([from, until]);
        rows.push(row);
    };
    for line in &page.lines {
        let (from, until) = (line.span.from.to_string(), line.span.until.to_string());
        push(word(&format!("figure-by-{}", page.query.by)), from.clone(), &line.tally, (from, until));
    }
    for (department, tally) in &page.departments {
        push(word("figure-department"), word(&format!("department-{department}")), tally, whole.clone());
    }
    for topic in &page.topics {
        push(word("figure-topic"), word(&format!("category-{}", topic.category)), &topic.tally, whole.clone());
    }
    push(word("figure-total"), word("figure-total"), &page.total, whole.clone());
    rows
}

/// In the order of [`COLUMNS`]; what says nothing is blank.
fn cells(tally: &Tally) -> Vec<String> {
    let percent = |share: Share| share.percent().unwrap_or_default();
    let mut cells: Vec<String> = [tally.rounds, tally.first_kept, tally.first_broken].map(|it| it.to_string()).to_vec();
    cells.push(percent(tally.first()));
    cells.extend([tally.answer_kept, tally.answer_broken].map(|it| it.to_string()));
    cells.push(percent(tally.answer()));
    cells.extend([tally.answered.to_string(), tally.average().map(|it| it.to_string()).unwrap_or_default()]);
    cells.extend(tally.ratings.iter().rev().map(ToString::to_string));
    cells.push(percent(tally.satisfied()));
    cells.extend([tally.judged, tally.accurate].map(|it| it.to_string()));
    cells.push(percent(tally.right()));
    cells
}
