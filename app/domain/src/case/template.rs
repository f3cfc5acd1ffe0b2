//! A prepared answer as typed.

use i18n::Script;
use serde::{Deserialize, Serialize};

use super::{LONGEST, TemplateRow};
use crate::{Fault, reader::Reader, text};

/// Most characters of a title.
const TITLE: u32 = 40;

/// A prepared answer as typed; what is blank in one script follows from the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TemplateForm {
    /// Key; blank for a new one.
    pub id: String,
    /// Title in Simplified Chinese.
    pub title_hans: String,
    /// Title in Traditional Chinese.
    pub title_hant: String,
    /// Text in Simplified Chinese, with variables in braces.
    pub body_hans: String,
    /// Text in Traditional Chinese.
    pub body_hant: String,
    /// It is offered; blank where it is not.
    pub active: String,
}

impl TemplateForm {
    /// One as it would be typed.
    #[must_use]
    pub fn of(row: &TemplateRow) -> Self {
        Self {
            id: row.id.to_string(),
            title_hans: row.title_hans.clone(),
            title_hant: row.title_hant.clone(),
            body_hans: row.body_hans.clone(),
            body_hant: row.body_hant.clone(),
            active: if row.active { "yes" } else { "" }.to_owned(),
        }
    }

    /// The answer; key 0 for a new one. What is lacking in both scripts is asked for in the reader's.
    ///
    /// # Errors
    /// Every fault: `required`, `too-long`, `bad-characters`; `unknown` at `id`.
    pub fn parse(&self, script: Script) -> Result<TemplateRow, Vec<Fault>> {
        let mut reader = Reader::default();
        let id = match self.id.trim() {
            "" => Some(0),
            id => id.parse().map_err(|_| reader.fault("id", "unknown")).ok(),
        };
        let title_hans = reader.line("title_hans", &self.title_hans, TITLE);
        let title_hant = reader.line("title_hant", &self.title_hant, TITLE);
        let body_hans = reader.lines("body_hans", &self.body_hans, LONGEST);
        let body_hant = reader.lines("body_hant", &self.body_hant, LONGEST);
        let (title, body) = match script {
            Script::Hans => ("title_hans", "body_hans"),
            Script::Hant => ("title_hant", "body_hant"),
        };
        if is_blank(&title_hans) && is_blank(&title_hant) && !blames(&reader, "title") {
            reader.fault(title, "required");
        }
        if is_blank(&body_hans) && is_blank(&body_hant) && !blames(&reader, "body") {
            reader.fault(body, "required");
        }
        let active = !self.active.is_empty();
        reader.done(id.map(|id| TemplateRow { id, title_hans, title_hant, body_hans, body_hant, active }))
    }
}

/// Nobody would see it.
fn is_blank(text: &str) -> bool {
    text::cleaned(text).trim().is_empty()
}

fn blames(reader: &Reader, field: &str) -> bool {
    reader.blames(&format!("{field}_hans")) || reader.blames(&format!("{field}_hant"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::said;

    fn form(title: &str, body: &str) -> TemplateForm {
        TemplateForm { title_hans: title.to_owned(), body_hant: body.to_owned(), ..TemplateForm::default() }
    }

    #[test]
    fn one_script_is_enough_and_what_is_lacking_is_asked_for_in_the_readers() {
        let row = form(" 退房时间 ", "十二點\r\n之前").parse(Script::Hans).unwrap();
        assert_eq!((row.id, row.title_hans.as_str(), row.body_hant.as_str()), (0, "退房时间", "十二點\n之前"));
        assert!(!row.active);
        let faults = TemplateForm::default().parse(Script::Hant).unwrap_err();
        assert_eq!(said(faults), ["title_hant required", "body_hant required"]);
        let faults = form("\u{200b}", "\u{2060} \u{200d}").parse(Script::Hans).unwrap_err();
        assert_eq!(said(faults), ["title_hans required", "body_hans required"]);
    }

    #[test]
    fn what_cannot_be_is_told_at_its_field() {
        let faults = form(&"长".repeat(41), &"長".repeat(3_001)).parse(Script::Hans).unwrap_err();
        assert_eq!(said(faults), ["title_hans too-long 40", "body_hant too-long 3000"]);
        let faults = form("甲", "\u{202e}乙").parse(Script::Hans).unwrap_err();
        assert_eq!(said(faults), ["body_hant bad-characters"]);
        let faults = TemplateForm { id: "x".to_owned(), ..form("甲", "乙") }.parse(Script::Hans).unwrap_err();
        assert_eq!(said(faults), ["id unknown"]);
    }

    #[test]
    fn what_is_shown_is_what_was_saved() {
        let row = TemplateRow {
            id: 7,
            title_hans: "甲".to_owned(),
            title_hant: "甲".to_owned(),
            body_hans: "{name}，您好".to_owned(),
            body_hant: "{name}，您好".to_owned(),
            active: true,
        };
        assert_eq!(TemplateForm::of(&row).parse(Script::Hans), Ok(row));
    }
}
