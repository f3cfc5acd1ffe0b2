//! What search knows of an article: the versions that are shown or will be, as grams.

use std::collections::BTreeMap;

use domain::{Instant, time::to_micros};
use entity::help_version::{Entity, Model};
use i18n::Localized;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

use super::grams::{Gram, tokens};
use crate::{Result, Tx};

/// A gram that is oftener in a text counts no more.
const OFTEN: usize = 5;

/// PostgreSQL's largest position.
const LAST: usize = 16_383;

/// How often each gram is in a text. What only the Traditional text has is counted there, so that no gram counts twice because both
/// scripts say it.
type Counts = BTreeMap<Gram, usize>;

/// Brings the index up to date with the versions of an article, in the transaction that wrote them.
pub(crate) async fn sync(tx: &Tx, article_id: i64, now: Instant) -> Result<()> {
    for version in Entity::of_article(article_id).all(&**tx).await? {
        remove(tx, version.id).await?;
        if is_shown(&version, now) {
            write(tx, &version).await?;
        }
    }
    Ok(())
}

/// It is shown, or will be.
fn is_shown(version: &Model, now: Instant) -> bool {
    let begins = version.publish_at.filter(|_| version.withdrawn_at.is_none());
    begins.is_some_and(|from| version.until_at.is_none_or(|until| until > from && until > to_micros(now)))
}

async fn remove(tx: &Tx, version_id: i64) -> Result<()> {
    let statement = match tx.get_database_backend() {
        DbBackend::Sqlite => "DELETE FROM help_index WHERE rowid = $1",
        _ => "DELETE FROM help_index WHERE version_id = $1",
    };
    run(tx, statement, vec![version_id.into()]).await
}

async fn write(tx: &Tx, version: &Model) -> Result<()> {
    let (title, body) = (counts(&version.title()), counts(&version.body()));
    if tx.get_database_backend() == DbBackend::Sqlite {
        let values = vec![version.id.into(), repeated(&title).into(), repeated(&body).into()];
        return run(tx, "INSERT INTO help_index (rowid, title, body) VALUES ($1, $2, $3)", values).await;
    }
    let mut words = body;
    for (gram, count) in &title {
        *words.entry(gram.clone()).or_default() += count;
    }
    let statement = "INSERT INTO help_index (version_id, title, words) VALUES ($1, $2::tsvector, $3::tsvector)";
    run(tx, statement, vec![version.id.into(), vector(&title).into(), vector(&words).into()]).await
}

async fn run(tx: &Tx, statement: &str, values: Vec<Value>) -> Result<()> {
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), statement, values)).await?;
    Ok(())
}

fn counts(text: &Localized) -> Counts {
    let counted = |text: &str| {
        tokens(text).into_iter().fold(Counts::new(), |mut counts, token| {
            *counts.entry(token.gram).or_default() += 1;
            counts
        })
    };
    let mut counts = counted(&text.hans);
    for (gram, count) in counted(&text.hant) {
        counts.entry(gram).or_insert(count);
    }
    counts
}

/// As SQLite takes it: the grams, as often as they count, with spaces between.
fn repeated(counts: &Counts) -> String {
    let often = counts.iter().flat_map(|(gram, count)| std::iter::repeat_n(gram.to_string(), (*count).min(OFTEN)));
    often.collect::<Vec<_>>().join(" ")
}

/// As PostgreSQL takes it: each gram with as many positions as it counts. Nothing asks where a gram stands.
fn vector(counts: &Counts) -> String {
    let mut position = 0;
    let mut lexeme = |(gram, count): (&Gram, &usize)| {
        let places: Vec<_> = (0..(*count).min(OFTEN))
            .map(|_| {
                position = (position + 1).min(LAST);
                position.to_string()
            })
            .collect();
        format!("'{gram}':{}", places.join(","))
    };
    counts.iter().map(&mut lexeme).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_scripts_say_counts_once() {
        let text = Localized { hans: "酒店酒店".to_owned(), hant: "飯店飯店".to_owned() };
        let counts = counts(&text);
        let count = |gram: &str| counts.iter().find(|(one, _)| one.to_string() == gram).map(|(_, count)| *count);
        assert_eq!((count("酒店"), count("饭店"), count("店")), (Some(2), Some(2), Some(2)));
        assert_eq!(repeated(&Counts::from([(Gram::One('店'), 9)])), "店 店 店 店 店");
        assert_eq!(vector(&Counts::from([(Gram::One('店'), 2), (Gram::Word("a".to_owned()), 1)])), "'店':1,2 'a':3");
    }
}
