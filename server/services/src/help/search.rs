//! Finds articles by words of either script.

use std::collections::BTreeMap;

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
const PART: f64 = 0.15;
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
    let now = cx.now();
    let mut ranked = BTreeMap::new();
    for column in [Column::Title, Column::Whole] {
        ranked.extend(all(&cx.db, &grams, column, now).await?);
    }
    let mut ranked: Vec<(i64, f64)> = ranked.into_iter().collect();
    // The order of ids stays where ranks are equal.
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut found: Vec<i64> = ranked.into_iter().map(|(id, _)| id).take(SHOWN).collect();
    if found.len() < FEW {
        let told = telling(&cx.db, &grams, now).await?;
        let best = told.shared.first().map_or(0.0, |(_, best)| best.weight);
        let least = (told.whole * PART).max(best * BESIDE);
        let others: Vec<i64> = told
            .shared
            .iter()
            .filter(|(id, one)| one.weight >= least && !found.contains(id))
            .map(|(id, _)| *id)
            .collect();
        found.extend(others.into_iter().take(SHOWN - found.len()));
    }
    hits(cx, script, &found, &grams).await
}
