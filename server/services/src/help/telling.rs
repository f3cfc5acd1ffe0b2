//! Articles that share with a text what few others have.

use std::collections::HashMap;

use domain::Instant;
use entity::help_article::Entity;
use sea_orm::{DatabaseConnection, EntityTrait, PaginatorTrait};

use super::{
    grams::Gram,
    seek::{COMMON, Column, each},
};
use crate::Result;

/// What a version shares with a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shared {
    /// How much it tells: the rarer a gram the more, twice where it is in the title.
    pub(super) weight: f64,
    /// So many grams.
    pub(super) grams: usize,
}

/// What is told about a text.
pub(super) struct Told {
    /// What it would share with an article that had everything in its body.
    pub(super) whole: f64,
    /// What a gram tells that is nowhere.
    pub(super) rarest: f64,
    /// The grams that some article has.
    pub(super) known: Vec<Gram>,
    /// What each version in force shares with it, the most first.
    pub(super) shared: Vec<(i64, Shared)>,
}

/// What the versions in force share with a text of these grams.
pub(super) async fn telling(db: &DatabaseConnection, grams: &[Gram], now: Instant) -> Result<Told> {
    let articles = Entity::find().count(db).await?;
    let whole = each(db, grams, Column::Whole, now).await?;
    let known = grams.iter().zip(&whole).filter(|(_, found)| !found.is_empty()).map(|(gram, _)| gram.clone()).collect();
    let (mut all, mut shared, mut rare) = (0.0, HashMap::<i64, Shared>::new(), Vec::new());
    for (gram, found) in grams.iter().zip(&whole) {
        let weight = rarity(articles, found.len());
        all += weight;
        if found.is_empty() || found.len() > COMMON {
            continue;
        }
        rare.push((gram.clone(), weight));
        for id in found {
            let shared = shared.entry(*id).or_default();
            shared.weight += weight;
            shared.grams += 1;
        }
    }
    let (grams, weights): (Vec<Gram>, Vec<f64>) = rare.into_iter().unzip();
    for (found, weight) in each(db, &grams, Column::Title, now).await?.iter().zip(weights) {
        for id in found {
            shared.entry(*id).or_default().weight += weight;
        }
    }
    let mut shared: Vec<_> = shared.into_iter().collect();
    shared.sort_by(|(one, first), (other, second)| second.weight.total_cmp(&first.weight).then(one.cmp(other)));
    Ok(Told { whole: all, rarest: rarity(articles, 0), known, shared })
}

/// What a gram tells that is in `found` of `all` articles: nothing when all have it. Of one that is in too many to be counted as little
/// is expected as of one that every second has.
fn rarity(all: u64, found: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "some ten thousand articles")]
    let (all, found) = (all as f64, if found > COMMON { all as f64 / 2.0 } else { found as f64 });
    (1.0 + ((all - found).max(0.0) + 0.5) / (found + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_the_more_telling() {
        let told: Vec<f64> = [0, 1, 7, 14].map(|found| rarity(14, found)).to_vec();
        assert!(told.windows(2).all(|pair| pair[0] > pair[1]), "{told:?}");
        assert!(rarity(10_000, COMMON + 1) < 0.7 && rarity(10_000, COMMON) > 3.0);
        assert!(told[3] < 0.05 && rarity(1, 9) > 0.0, "{told:?}");
    }
}
