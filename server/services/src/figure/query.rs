//! The statements: each goes through the rounds of a span once and gives a row for a day, or for a department and a category.

use chrono::{Days, NaiveDate};
use domain::{
    case::{Category, Department, Kind},
    figure::{FigureQuery, SPREAD, Span, Tally},
    time::to_micros,
};
use entity::{audit_item, case_round};
use sea_orm::{
    DbErr, QueryResult,
    sea_query::{Alias, Expr, ExprTrait as _, Query, SelectStatement},
};

/// The business day on which a round was opened, counted from the first of 1970; the index `case_round_day` is of these very words.
const DAY: &str = "(opened_at + 28800000000) / 86400000000";

/// A round that its customer closed before anybody had spoken has no first word.
const SPOKEN: &str = "first_at IS NOT NULL AND NOT (closed_by = 'customer' AND first_at = answered_at)";

/// What the rows of a statement are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// A business day.
    Day,
    /// A department and a category.
    Group,
}

/// Figures of the rounds of a span, but for what was found of their answers.
pub(super) fn tallies(query: &FigureQuery, span: Span, of: Of, now: i64) -> SelectStatement {
    let mut select = Query::select();
    select.from(case_round::Entity);
    rows_of(&mut select, of);
    match of {
        Of::Day => days(&mut select, query, span),
        Of::Group => groups(&mut select, query, span),
    }
    for (name, condition) in [
        ("first_kept", format!("NOT first_broken AND {SPOKEN}")),
        ("first_broken", format!("first_broken OR (first_at IS NULL AND first_due < {now})")),
        ("answer_kept", "closed_by = 'staff' AND NOT answer_broken".to_owned()),
        ("answer_broken", format!("answer_broken OR (closed_by = '' AND answer_due < {now})")),
        ("answered", "closed_by = 'staff' AND minutes IS NOT NULL".to_owned()),
    ] {
        count(&mut select, name, &condition);
    }
    for level in 1..=5 {
        count(&mut select, &format!("rated_{level}"), &format!("rating = {level}"));
    }
    let minutes = "CAST(COALESCE(SUM(CASE WHEN closed_by = 'staff' THEN minutes END), 0) AS BIGINT)";
    select
        .expr_as(Expr::cust("COUNT(*)"), Alias::new("rounds"))
        .expr_as(Expr::cust(minutes), Alias::new("minutes_sum"));
    if of == Of::Group {
        for (index, bound) in SPREAD.iter().enumerate() {
            count(&mut select, &format!("within_{index}"), &format!("closed_by = 'staff' AND minutes <= {bound}"));
        }
    }
    select
}

/// What was found of the answers of a span.
pub(super) fn verdicts(query: &FigureQuery, span: Span) -> SelectStatement {
    let mut select = Query::select();
    select.from(audit_item::Entity).inner_join(
        case_round::Entity,
        Expr::col((case_round::Entity, case_round::Column::Id))
            .equals((audit_item::Entity, audit_item::Column::RoundId)),
    );
    rows_of(&mut select, Of::Day);
    rows_of(&mut select, Of::Group);
    rounds(&mut select, query, span);
    select.and_where(Expr::cust("verdict <> ''")).expr_as(Expr::cust("COUNT(*)"), Alias::new("judged"));
    count(&mut select, "accurate", "verdict = 'accurate'");
    select
}

/// Who broke promises of a span's rounds, and how often.
pub(super) fn blames(query: &FigureQuery, span: Span) -> SelectStatement {
    let mut select = Query::select();
    select.from(case_round::Entity).column(case_round::Column::Blame);
    rounds(&mut select, query, span);
    select
        .and_where(Expr::cust("blame <> ''"))
        .expr_as(Expr::cust("COUNT(*)"), Alias::new("rounds"))
        .add_group_by([Expr::col(case_round::Column::Blame)])
        .take()
}

/// The rounds of questions that were opened in a span. Words of ours and numbers: nothing that was typed is in a statement's text.
fn rounds(select: &mut SelectStatement, query: &FigureQuery, span: Span) {
    let (from, until) = span.instants();
    let (from, until) = (to_micros(from), to_micros(until));
    select.and_where(Expr::cust(format!("kind = '{}'", Kind::Inquiry)));
    select.and_where(Expr::cust(format!("opened_at >= {from} AND opened_at < {until}")));
    if let Some(department) = query.department {
        select.and_where(Expr::cust(format!("department = '{department}'")));
    }
}

/// The same in the order of days, which `case_round_day` has: nothing has to be sorted.
fn days(select: &mut SelectStatement, query: &FigureQuery, span: Span) {
    let number = |day: NaiveDate| day.signed_duration_since(NaiveDate::default()).num_days();
    select.and_where(Expr::cust(format!("kind = '{}'", Kind::Inquiry)));
    select.and_where(Expr::cust(format!("{DAY} >= {} AND {DAY} <= {}", number(span.from), number(span.until))));
    if let Some(department) = query.department {
        select.and_where(Expr::cust(format!("department = '{department}'")));
    }
}

/// The same department by department and category by category. All their words are named, so that a database goes through the stretches
/// of `case_round_group` one after the other, reads nothing else and sorts nothing.
fn groups(select: &mut SelectStatement, query: &FigureQuery, span: Span) {
    rounds(select, query, span);
    let departments: Vec<&str> = Department::ALL.iter().map(|it| it.as_str()).collect();
    let categories: Vec<&str> = Category::ALL.iter().map(|it| it.as_str()).collect();
    for (column, words) in [("department", departments), ("category", categories)] {
        select.and_where(Expr::cust(format!("{column} IN ('{}')", words.join("', '"))));
    }
}

fn rows_of(select: &mut SelectStatement, of: Of) {
    match of {
        Of::Day => {
            let day = Expr::cust(DAY);
            select.expr_as(day.clone(), Alias::new("day")).add_group_by([day]);
        }
        Of::Group => {
            for column in [case_round::Column::Department, case_round::Column::Category] {
                select.column(column).add_group_by([Expr::col(column)]);
            }
        }
    }
}

/// How many of a row's rounds a condition holds for.
fn count(select: &mut SelectStatement, name: &str, condition: &str) {
    let sum = format!("CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT)");
    select.expr_as(Expr::cust(sum), Alias::new(name));
}

/// A number of a row.
pub(super) fn number(row: &QueryResult, name: &str) -> Result<u32, DbErr> {
    let number: i64 = row.try_get("", name)?;
    Ok(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The day of a row.
pub(super) fn day(row: &QueryResult) -> Result<NaiveDate, DbErr> {
    let days: i64 = row.try_get("", "day")?;
    let day = NaiveDate::default().checked_add_days(Days::new(u64::try_from(days).unwrap_or(0)));
    Ok(day.unwrap_or(NaiveDate::MAX))
}

/// The figures of a row.
pub(super) fn tally(row: &QueryResult) -> Result<Tally, DbErr> {
    let of = |name: &str| number(row, name);
    let minutes: i64 = row.try_get("", "minutes_sum")?;
    Ok(Tally {
        rounds: of("rounds")?,
        first_kept: of("first_kept")?,
        first_broken: of("first_broken")?,
        answer_kept: of("answer_kept")?,
        answer_broken: of("answer_broken")?,
        ratings: [of("rated_1")?, of("rated_2")?, of("rated_3")?, of("rated_4")?, of("rated_5")?],
        judged: 0,
        accurate: 0,
        answered: of("answered")?,
        minutes: u64::try_from(minutes).unwrap_or(0),
    })
}

/// How many of a row's answers took so long: within each bound, and longer.
pub(super) fn spread(row: &QueryResult) -> Result<[u32; SPREAD.len() + 1], DbErr> {
    let mut spread = [0; SPREAD.len() + 1];
    let mut before = 0;
    for (index, within) in spread.iter_mut().enumerate() {
        let upto =
            if index < SPREAD.len() { number(row, &format!("within_{index}"))? } else { number(row, "answered")? };
        *within = upto.saturating_sub(before);
        before = upto;
    }
    Ok(spread)
}
