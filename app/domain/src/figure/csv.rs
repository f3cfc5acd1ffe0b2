//! Tables for other programs: RFC 4180, and what spreadsheets need beyond it.

/// Makes Excel read the file as UTF-8.
const BOM: char = '\u{feff}';

/// Rows as CSV with a byte order mark. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
#[must_use]
pub fn write_csv(rows: &[Vec<String>]) -> String {
    let mut out = String::from(BOM);
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            write_cell(&mut out, cell);
        }
        out.push_str("\r\n");
    }
    out
}

fn write_cell(out: &mut String, cell: &str) {
    let quoted = cell.contains([',', '"', '\r', '\n']) || cell.trim() != cell;
    if quoted {
        out.push('"');
    }
    if is_formula(cell) {
        out.push('\'');
    }
    for ch in cell.chars() {
        if ch == '"' {
            out.push('"');
        }
        out.push(ch);
    }
    if quoted {
        out.push('"');
    }
}

/// Whether a spreadsheet would reckon with it: full-width signs are taken like the others.
fn is_formula(cell: &str) -> bool {
    let first = cell.trim_start_matches([' ', '\u{3000}']).chars().next();
    first.is_some_and(|ch| matches!(crate::text::narrow(ch), '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%'))
}
