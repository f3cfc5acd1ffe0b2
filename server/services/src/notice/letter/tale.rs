//! What every notice has, whatever it is about.

use domain::Instant;
use i18n::{Script, t};

use super::{facts::Facts, words::line};
use crate::Result;

/// A notice with everything it is about.
pub(super) trait Tale: Send + Sync {
    /// The script it is told in.
    fn script(&self) -> Script;

    /// What its texts are called by.
    fn tone(&self) -> &'static str;

    /// Who is told.
    fn name(&self) -> &str;

    /// What it is about, in a few words.
    fn what(&self) -> String;

    /// A text with the values that all texts of such notices may name, and with other words for what it is about.
    fn told_of(&self, id: &str, what: String) -> String;

    /// What happened, and what can be done.
    fn paragraphs(&self) -> Result<Vec<String>>;

    /// What stands in tables.
    fn facts(&self) -> Result<Facts>;

    /// The page it is looked at on the site, without the script's prefix.
    fn page(&self) -> String;

    /// Where a letter leads: a member signs in, a guest proves himself by his phone number.
    fn link(&self) -> String;

    /// What stands on the button that leads there.
    fn open(&self) -> String;

    /// What stands beside the link.
    fn way_in(&self) -> String;

    /// A calendar file, where there is a date to be kept.
    fn calendar(&self) -> Option<String> {
        None
    }

    /// There is nothing to be told any more.
    fn is_void(&self, _now: Instant) -> bool {
        false
    }

    /// The same with its own words for what it is about.
    fn told(&self, id: &str) -> String {
        self.told_of(id, self.what())
    }

    /// What the inbox and the page call it.
    fn title(&self) -> String {
        self.told(&format!("inbox-title-{}", self.tone()))
    }

    /// How the recipient is called.
    fn greeting(&self) -> String {
        t!(self.script(), "mail-greeting", name = line(self.name()))
    }
}
