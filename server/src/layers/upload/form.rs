//! What a form with files has become: its texts, the ids of its files, and what was wrong with one.

use domain::upload::{FILES, FILES_FAULT, FileFault, ids};

use crate::{
    layers::{
        body::LIMIT,
        shorten::{FIELDS, KEPT},
    },
    refusal::Refusal,
};

/// Bytes that are kept of a text: what is longer is cut, like any field of a form that is too large.
const TEXT: usize = LIMIT;

/// More ids than any form of ours carries.
const IDS: usize = 20;

/// A form that is being received.
#[derive(Debug, Default)]
pub(super) struct Form {
    pairs: Vec<(String, String)>,
    files: Vec<String>,
    fault: Option<FileFault>,
    /// `form` where the fields are called `form[files]` and the like.
    group: Option<String>,
    /// A text was cut.
    cut: bool,
}

/// A text that is being received.
#[derive(Debug, Default)]
pub(super) struct Text {
    bytes: Vec<u8>,
    cut: bool,
}

impl Text {
    /// The next piece.
    pub(super) fn take(&mut self, piece: &[u8]) {
        let room = TEXT - self.bytes.len();
        self.bytes.extend_from_slice(piece.get(..room).unwrap_or(piece));
        self.cut |= piece.len() > room;
    }
}

impl Form {
    /// Takes a text as it was typed; broken UTF-8 and NUL become replacement characters, which no field of ours takes. The field of
    /// files is read for its ids; nobody but this layer says that something was wrong with a file.
    ///
    /// # Errors
    /// When the form has more fields than any of ours.
    pub(super) fn text(&mut self, name: String, text: Text) -> Result<(), Refusal> {
        let value = String::from_utf8_lossy(&text.bytes).replace('\0', "\u{fffd}");
        let (group, bare) = bare(&name);
        match bare {
            FILES => {
                self.name(group);
                let held = ids(&value);
                self.files.extend(held.into_iter().take(IDS.saturating_sub(self.files.len())));
            }
            FILES_FAULT => {}
            _ => {
                self.cut |= text.cut;
                self.pairs.push((name, value));
            }
        }
        if self.pairs.len() > FIELDS { Err(Refusal::TOO_LARGE) } else { Ok(()) }
    }

    /// A file comes in a field of this name.
    pub(super) fn file_comes(&mut self, name: &str) {
        if let (group, FILES) = bare(name) {
            self.name(group);
        }
    }

    /// A file was kept.
    pub(super) fn kept(&mut self, id: String) {
        self.files.push(id);
    }

    /// Something was wrong with a file; the first fault is told.
    pub(super) fn wrong(&mut self, fault: FileFault) {
        self.fault.get_or_insert(fault);
    }

    /// Files that are kept.
    pub(super) fn count(&self) -> usize {
        self.files.len()
    }

    /// The form as one without files.
    ///
    /// # Errors
    /// When its texts are too large even when they are cut.
    pub(super) fn encoded(mut self) -> Result<String, Refusal> {
        let whole = self.write();
        if whole.len() <= LIMIT && !self.cut {
            return Ok(whole);
        }
        for (_, value) in &mut self.pairs {
            if let Some((end, _)) = value.char_indices().nth(KEPT) {
                value.truncate(end);
            }
        }
        let cut = self.write();
        if cut.len() > 2 * LIMIT { Err(Refusal::TOO_LARGE) } else { Ok(cut) }
    }

    fn write(&self) -> String {
        let named = |bare: &str| self.group.as_ref().map_or(bare.to_owned(), |group| format!("{group}[{bare}]"));
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(&self.pairs).append_pair(&named(FILES), &self.files.join(","));
        if let Some(fault) = self.fault {
            form.append_pair(&named(FILES_FAULT), fault.as_str());
        }
        form.finish()
    }

    fn name(&mut self, group: Option<&str>) {
        if self.group.is_none() {
            self.group = group.map(str::to_owned);
        }
    }
}

/// `form[files]` is `files` in the group `form`.
fn bare(name: &str) -> (Option<&str>, &str) {
    match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
        Some((group, bare)) => (Some(group), bare),
        None => (None, name),
    }
}
