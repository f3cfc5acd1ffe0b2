//! The figures of a span, beside those of the span before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    case::{Category, Department, Holder},
    desk::Permission,
    figure::{FigureLine, FigureQuery, FiguresPage, SPREAD, Span, Tally, Topic, gather},
    time::to_micros,
};
use sea_orm::{ConnectionTrait, DbErr, QueryResult, sea_query::SelectStatement};

use super::query::{self, Of};
use crate::{Cx, Error, Result, Staff, desk::need};

/// The figures of a span. Needs [`Permission::SeeFigures`].
pub async fn figures(cx: &Cx, staff: &Staff, query: &FigureQuery) -> Result<FiguresPage> {
    need(staff.role, Permission::SeeFigures)?;
    let (span, before, now) = (query.span, query.span.before(), to_micros(cx.now()));
    let (days, groups, verdicts, blames, earlier_groups, earlier_verdicts) = tokio::try_join!(
        rows(cx, query::tallies(query, span, Of::Day, now)),
        rows(cx, query::tallies(query, span, Of::Group, now)),
        rows(cx, query::verdicts(query, span)),
        rows(cx, query::blames(query, span)),
        rows(cx, query::tallies(query, before, Of::Group, now)),
        rows(cx, query::verdicts(query, before)),
    )?;
    let mut days = days.iter().map(|row| Ok((query::day(row)?, query::tally(row)?))).collect::<Result<Vec<_>>>()?;
    let mut known = Groups::read(&groups)?;
    let mut earlier = Groups::read(&earlier_groups)?;
    for row in &verdicts {
        let (day, found) = known.judged(row)?;
        days.push((day, found));
    }
    for row in &earlier_verdicts {
        earlier.judged(row)?;
    }
    let lines = gather(span, query.by, &days).into_iter().map(|(span, tally)| FigureLine { span, tally });
    Ok(page(*query, before, lines.collect(), &known, &earlier, blamed(&blames)?))
}

fn page(
    query: FigureQuery,
    before: Span,
    lines: Vec<FigureLine>,
    known: &Groups,
    earlier: &Groups,
    blames: Vec<(Holder, u32)>,
) -> FiguresPage {
    let departments = known.of(|(department, _)| *department);
    let (topics, earlier_topics) = (known.of(|(_, category)| *category), earlier.of(|(_, category)| *category));
    let topic = |category: &Category| Topic {
        category: *category,
        tally: topics.get(category).copied().unwrap_or_default(),
        earlier: earlier_topics.get(category).map_or(0, |tally| tally.rounds),
    };
    let mut topics: Vec<Topic> = Category::ALL.iter().map(topic).collect();
    topics.retain(|topic| topic.tally.rounds + topic.earlier > 0);
    topics.sort_by_key(|topic| std::cmp::Reverse(topic.tally.rounds));
    FiguresPage {
        query,
        before,
        lines,
        total: known.tallies.values().copied().sum(),
        earlier: earlier.tallies.values().copied().sum(),
        departments: departments.into_iter().collect(),
        topics,
        spread: known.spread,
        blames,
    }
}

/// Figures by department and category.
#[derive(Default)]
struct Groups {
    tallies: BTreeMap<(Department, Category), Tally>,
    spread: [u32; SPREAD.len() + 1],
}

impl Groups {
    fn read(rows: &[QueryResult]) -> Result<Self> {
        let mut groups = Self::default();
        for row in rows {
            *groups.tallies.entry(key(row)?).or_default() += query::tally(row)?;
            let spread = query::spread(row)?;
            groups.spread.iter_mut().zip(spread).for_each(|(sum, more)| *sum += more);
        }
        Ok(groups)
    }

    /// Adds what was found of some answers; gives it, and the day their rounds were opened.
    fn judged(&mut self, row: &QueryResult) -> Result<(NaiveDate, Tally)> {
        let (judged, accurate) = (query::number(row, "judged")?, query::number(row, "accurate")?);
        let found = Tally { judged, accurate, ..Tally::default() };
        *self.tallies.entry(key(row)?).or_default() += found;
        Ok((query::day(row)?, found))
    }

    /// Put together by a part of the key.
    fn of<K: Ord>(&self, part: impl Fn(&(Department, Category)) -> K) -> BTreeMap<K, Tally> {
        let mut sums = BTreeMap::new();
        for (key, tally) in &self.tallies {
            *sums.entry(part(key)).or_default() += *tally;
        }
        sums
    }
}

fn key(row: &QueryResult) -> Result<(Department, Category)> {
    let strange = |_| Error::Internal("a round holds an unknown word".to_owned());
    let word = |name: &str| row.try_get::<String>("", name);
    Ok((word("department")?.parse().map_err(strange)?, word("category")?.parse().map_err(strange)?))
}

/// Who broke promises, the most first; a word that is no department's is a partner's name.
fn blamed(rows: &[QueryResult]) -> Result<Vec<(Holder, u32)>> {
    let holder = |word: String| word.parse().map_or(Holder::Partner(word), Holder::Department);
    let mut blames = rows
        .iter()
        .map(|row| Ok((holder(row.try_get("", "blame")?), query::number(row, "rounds")?)))
        .collect::<std::result::Result<Vec<_>, DbErr>>()?;
    blames.sort_by(|(one, less), (other, more)| more.cmp(less).then_with(|| one.cmp(other)));
    Ok(blames)
}

async fn rows(cx: &Cx, statement: SelectStatement) -> Result<Vec<QueryResult>> {
    Ok(cx.db.query_all(&statement).await?)
}
