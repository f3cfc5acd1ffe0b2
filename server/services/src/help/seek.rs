//! Asks the engine's full text.

use domain::{Instant, time::to_micros};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, Value};

use super::grams::Gram;
use crate::Result;

/// So many that have all grams are ranked, of each column.
const RANKED: usize = 200;

/// A gram that is in more articles than these tells too little of any to list them.
pub(super) const COMMON: usize = 200;

/// How much a gram in the title counts beside one in the body.
const TITLE: f64 = 8.0;

/// Where a gram is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// In the title.
    Title,
    /// In the title or the body.
    Whole,
}

/// The version is in force: a condition on `v`, the instant being the first value.
const IN_FORCE: &str = "v.publish_at <= $1 AND (v.until_at IS NULL OR v.until_at > $1)";

/// The versions in force that have all grams, with the engine's rank: the higher the better. Where there are very many, any of them.
pub(super) async fn all(
    db: &DatabaseConnection,
    grams: &[Gram],
    column: Column,
    now: Instant,
) -> Result<Vec<(i64, f64)>> {
    let backend = db.get_database_backend();
    let statement = if backend == DbBackend::Sqlite {
        format!(
            "SELECT help_index.rowid AS id, -bm25(help_index, {TITLE:.1}, 1.0) AS score \
             FROM help_index JOIN help_version v ON v.id = help_index.rowid \
             WHERE help_index MATCH $2 AND {IN_FORCE} LIMIT {RANKED}"
        )
    } else {
        // The planner is not told what is looked for: knowing that nearly all have it, it would read them instead of the index.
        format!(
            "SELECT found.id, (ts_rank(found.title, $2::tsquery) * {TITLE:.1} + ts_rank(found.words, $2::tsquery))::float8 AS score \
             FROM (SELECT v.id, i.title, i.words FROM help_index i JOIN help_version v ON v.id = i.version_id \
             WHERE i.{} @@ (SELECT $2::tsquery) AND {IN_FORCE} LIMIT {RANKED}) found",
            name(column)
        )
    };
    let query = query(backend, grams, column);
    let values: Vec<Value> = vec![to_micros(now).into(), query.into()];
    let rows = db.query_all_raw(Statement::from_sql_and_values(backend, statement, values)).await?;
    rows.iter().map(|row| Ok((row.try_get("", "id")?, row.try_get("", "score")?))).collect()
}

/// For each gram the versions in force that have it, one more than [`COMMON`] at most.
pub(super) async fn each(
    db: &DatabaseConnection,
    grams: &[Gram],
    column: Column,
    now: Instant,
) -> Result<Vec<Vec<i64>>> {
    let mut found = vec![Vec::new(); grams.len()];
    if grams.is_empty() {
        return Ok(found);
    }
    let backend = db.get_database_backend();
    let now: Value = to_micros(now).into();
    let listed = COMMON + 1;
    let statement = if backend == DbBackend::Sqlite {
        let select = |gram: usize| {
            format!(
                "SELECT * FROM (SELECT {gram} AS gram, v.id FROM help_index JOIN help_version v ON v.id = help_index.rowid \
                 WHERE help_index MATCH ${} AND {IN_FORCE} LIMIT {listed})",
                gram + 2
            )
        };
        let selects: Vec<_> = (0..grams.len()).map(select).collect();
        let queries = grams.iter().map(|gram| query(backend, std::slice::from_ref(gram), column).into());
        let values: Vec<Value> = std::iter::once(now).chain(queries).collect();
        Statement::from_sql_and_values(backend, selects.join(" UNION ALL "), values)
    } else {
        let statement = format!(
            "SELECT (g.gram - 1)::int AS gram, found.id \
             FROM unnest(string_to_array($2, ' ')) WITH ORDINALITY AS g (word, gram), \
             LATERAL (SELECT v.id FROM help_index i JOIN help_version v ON v.id = i.version_id \
             WHERE i.{} @@ quote_literal(g.word)::tsquery AND {IN_FORCE} LIMIT {listed}) AS found",
            name(column)
        );
        let words: Vec<_> = grams.iter().map(Gram::to_string).collect();
        Statement::from_sql_and_values(backend, statement, vec![now, words.join(" ").into()])
    };
    for row in db.query_all_raw(statement).await? {
        let gram: i32 = row.try_get("", "gram")?;
        if let Some(found) = usize::try_from(gram).ok().and_then(|gram| found.get_mut(gram)) {
            found.push(row.try_get("", "id")?);
        }
    }
    Ok(found)
}

/// The column of PostgreSQL's index.
const fn name(column: Column) -> &'static str {
    match column {
        Column::Title => "title",
        Column::Whole => "words",
    }
}

/// All grams, in the engine's words. Grams are letters and digits, so that nothing in them is read as an operator.
fn query(backend: DbBackend, grams: &[Gram], column: Column) -> String {
    let join =
        |quote: char, and: &str| grams.iter().map(|gram| format!("{quote}{gram}{quote}")).collect::<Vec<_>>().join(and);
    match (backend, column) {
        (DbBackend::Sqlite, Column::Title) => format!("title : ({})", join('"', " AND ")),
        (DbBackend::Sqlite, Column::Whole) => join('"', " AND "),
        _ => join('\'', " & "),
    }
}
