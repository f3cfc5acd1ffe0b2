//! A letter as plain text.

use i18n::t;

use super::Tale;
use crate::Result;

/// The whole text: what happened first, then the tables, then the links.
pub(super) fn page(tale: &dyn Tale) -> Result<String> {
    let (script, facts) = (tale.script(), tale.facts()?);
    let mut blocks = vec![tale.greeting(), tale.paragraphs()?.join("\n")];
    for table in &facts.tables {
        let rows = table.rows.iter().map(|(label, value)| t!(script, "mail-row", label = label, value = value));
        let mut lines = vec![t!(script, "mail-caption", caption = &table.caption)];
        lines.extend(rows);
        blocks.push(lines.join("\n"));
    }
    blocks.push(facts.notes.join("\n"));
    blocks.push(format!("{}\n{}", tale.way_in(), tale.link()));
    blocks.push(t!(script, "mail-footer"));
    blocks.retain(|block| !block.is_empty());
    Ok(blocks.join("\n\n") + "\n")
}
