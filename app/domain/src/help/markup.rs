//! The markup of an article's body: a line is a paragraph, `## ` begins a heading, `- ` an item of a list, and `[words](/path)` is a
//! link within this site. Everything else is text, and stays text.

use serde::{Deserialize, Serialize};

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Where they lead: a path of this site without the script's prefix; blank for mere words.
    pub path: String,
}

/// A part of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(Vec<Piece>),
    /// A list.
    List(Vec<Vec<Piece>>),
}

/// The parts of a body.
#[must_use]
pub fn blocks(body: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading.trim().to_owned()));
        } else if let Some(item) = line.strip_prefix("- ") {
            let item = pieces(item.trim());
            match blocks.last_mut() {
                Some(Block::List(items)) => items.push(item),
                _ => blocks.push(Block::List(vec![item])),
            }
        } else {
            blocks.push(Block::Text(pieces(line)));
        }
    }
    blocks
}

/// The words of a body without its markup, line by line.
#[must_use]
pub fn plain(body: &str) -> String {
    let words = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    let lines = blocks(body).into_iter().flat_map(|block| match block {
        Block::Heading(heading) => vec![heading],
        Block::Text(pieces) => vec![words(&pieces)],
        Block::List(items) => items.iter().map(|item| words(item)).collect(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut words = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let (before, from) = rest.split_at(open);
        words.push_str(before);
        match link(from) {
            Some((text, path, after)) => {
                if !words.is_empty() {
                    found.push(Piece { text: std::mem::take(&mut words), path: String::new() });
                }
                found.push(Piece { text: text.to_owned(), path: path.to_owned() });
                rest = after;
            }
            None => {
                words.push('[');
                rest = &from[1..];
            }
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        found.push(Piece { text: words, path: String::new() });
    }
    found
}

/// The link at the beginning: its words, where it leads, what comes after it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (path, after) = rest.split_once(')')?;
    (!words.trim().is_empty() && !words.contains('[') && is_local(path)).then_some((words, path, after))
}

/// A path of this site, and in no browser's reading the address of another one.
fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_?=&#.%".contains(&byte))
}
