//! Finds articles by words of either script.

use domain::help::HelpHit;
use i18n::Script;

use super::{
    grams::asked,
    hits::hits,
    seek::{Column, all},
    telling::telling,
};
use crate::{Cx, Result};

/// So many are shown.
const SHOWN: usize = 20;

/// When fewer have everything that is asked for, those that have some of it follow.
const FEW: usize = 5;

/// Grams of a question that count.
const GRAMS: usize = 24;

/// An article that has a part only must have so much of what was asked for, by weight, and beside the best one so much of that.
const PART: f64 = 0.1;
const BESIDE: f64 = 0.4;

/// What is found by words, the best first; nothing for words that ask for nothing.
///
/// # Errors
/// When the database fails.
pub async fn search(cx: &Cx, script: Script, words: &str) -> Result<Vec<HelpHit>> {
    let grams = asked(words, GRAMS);
    if grams.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for column in [Column::Title, Column::Whole] {
        extend(&mut found, all(&cx.db, &grams, column, cx.now()).await?);
    }
    let mut found = best(found);
    if found.len() < FEW {
        let told = telling(&cx.db, &grams, cx.now()).await?;
        // Words that no article has are left out, when they are not most of it.
        if told.known.len() < grams.len() && told.known.len() * 2 >= grams.len() {
            let others = all(&cx.db, &told.known, Column::Whole, cx.now()).await?;
            follow(&mut found, best(others));
        }
        let first = told.shared.first().map_or(0.0, |(_, first)| first.weight);
        let least = (told.whole * PART).max(first * BESIDE);
        let others = told.shared.iter().filter(|(_, one)| one.weight >= least).map(|(id, _)| *id);
        follow(&mut found, others);
    }
    hits(cx, script, &found, &grams).await
}

/// Adds what is not there yet.
fn extend(found: &mut Vec<(i64, f64)>, others: Vec<(i64, f64)>) {
    let new = others.into_iter().filter(|(id, _)| found.iter().all(|(known, _)| known != id)).collect::<Vec<_>>();
    found.extend(new);
}

/// The best, in order; of equal ones the older first.
fn best(mut found: Vec<(i64, f64)>) -> Vec<i64> {
    found.sort_by(|(one, first), (other, second)| second.total_cmp(first).then(one.cmp(other)));
    found.into_iter().map(|(id, _)| id).take(SHOWN).collect()
}

/// Lets others follow that are not there yet, as far as they are shown.
fn follow(found: &mut Vec<i64>, others: impl IntoIterator<Item = i64>) {
    for id in others {
        if found.len() < SHOWN && !found.contains(&id) {
            found.push(id);
        }
    }
}
