//! A letter as plain text.

use i18n::t;

use super::{Story, facts::facts};
use crate::Result;

/// The whole text: what happened first, then the tables, then the links.
pub(super) fn page(story: &Story) -> Result<String> {
    let (script, facts) = (story.script, facts(story)?);
    let mut blocks = vec![story.greeting(), story.paragraphs()?.join("\n")];
    for table in &facts.tables {
        let rows = table.rows.iter().map(|(label, value)| t!(script, "mail-row", label = label, value = value));
        let mut lines = vec![t!(script, "mail-caption", caption = &table.caption)];
        lines.extend(rows);
        blocks.push(lines.join("\n"));
    }
    blocks.push(facts.notes.join("\n"));
    if story.is_confirmation() {
        blocks.push(t!(script, "mail-calendar"));
    }
    blocks.push(format!("{}\n{}", story.way_in(), story.link()));
    blocks.push(t!(script, "mail-footer"));
    blocks.retain(|block| !block.is_empty());
    Ok(blocks.join("\n\n") + "\n")
}
