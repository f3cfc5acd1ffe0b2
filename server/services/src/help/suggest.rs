//! Articles that may answer a question before it is sent (C3).

use domain::help::HelpHit;
use i18n::Script;

use super::{grams::asked, hits::hits, telling::telling};
use crate::{Cx, Result};

/// Characters of a question that are looked at, and grams of these.
const LOOKED_AT: usize = 400;
const GRAMS: usize = 48;

/// So many grams must be shared, unless the question has fewer.
const LEAST: usize = 2;

/// What is shared must tell as much as this part of what a gram tells that is nowhere else, or be this part of a short question.
const TOLD: f64 = 0.8;
const HALF: f64 = 0.5;

/// At most so many articles that fit a text being written, the best first. A text that has nothing to do with any gets none.
///
/// # Errors
/// When the database fails.
pub async fn suggest(cx: &Cx, script: Script, text: &str, most: usize) -> Result<Vec<HelpHit>> {
    let text: String = text.chars().take(LOOKED_AT).collect();
    let grams = asked(&text, GRAMS);
    if grams.is_empty() {
        return Ok(Vec::new());
    }
    let told = telling(&cx.db, &grams, cx.now()).await?;
    let least = (told.rarest * TOLD).min(told.whole * HALF);
    let fits = told.shared.iter().filter(|(_, one)| one.weight >= least && one.grams >= LEAST.min(grams.len()));
    let found: Vec<i64> = fits.map(|(id, _)| *id).take(most).collect();
    hits(cx, script, &found, &grams).await
}
