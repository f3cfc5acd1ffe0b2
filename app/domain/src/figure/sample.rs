//! Samples of answers that supervisors draw and judge: the accuracy of what we say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{By, Share, Span, form::read_span};
use crate::{
    Fault, Instant,
    case::{CaseNumber, Category, Department},
    reader::Reader,
    word::words,
};

/// Most answers of a sample.
const LARGEST: u32 = 100;

/// Answers of a sample unless it is said otherwise.
const USUAL: u32 = 20;

/// Most characters of why.
const WHY: u32 = 500;

/// What was found of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Everything it says is right.
    Accurate,
    /// Something it says is wrong.
    Inaccurate,
}

words!(Verdict { Accurate = "accurate", Inaccurate = "inaccurate" });

/// What is to be drawn, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DrawForm {
    /// The first day, `YYYY-MM-DD`; blank for 30 days in all.
    pub from: String,
    /// The last day; blank for today.
    pub until: String,
    /// How many answers; blank for 20.
    pub size: String,
}

/// What is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// Of questions that were opened in these days.
    pub span: Span,
    /// At most so many.
    pub size: u32,
}

impl DrawForm {
    /// What is to be drawn.
    ///
    /// # Errors
    /// Every fault: those of a span, `not-a-number`, `too-few`, `too-many`.
    pub fn parse(&self, today: NaiveDate) -> Result<Draw, Vec<Fault>> {
        let mut reader = Reader::default();
        let span = read_span(&mut reader, &self.from, &self.until, By::Day, today);
        let size = reader.number("size", &self.size, Some(USUAL), 1, LARGEST);
        reader.done(Some(Draw { span, size }))
    }
}

/// A verdict as typed, and why: what is wrong must be said.
///
/// # Errors
/// `required`, `unknown` at `verdict`; `required`, `too-long`, `bad-characters` at `why`.
pub fn read_judgement(verdict: &str, why: &str) -> Result<(Verdict, String), Vec<Fault>> {
    let mut reader = Reader::default();
    let verdict = match verdict.trim() {
        "" => {
            reader.fault("verdict", "required");
            None
        }
        typed => typed.parse().map_err(|_| reader.fault("verdict", "unknown")).ok(),
    };
    let why = reader.lines("why", why, WHY);
    if verdict == Some(Verdict::Inaccurate) && why.is_empty() && !reader.blames("why") {
        reader.fault("why", "required");
    }
    reader.done(verdict.map(|verdict| (verdict, why)))
}

/// A sample as a row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleRow {
    /// Key.
    pub id: i64,
    /// When it was drawn.
    pub drawn: Instant,
    /// By whom.
    pub by: String,
    /// Of questions that were opened in these days.
    pub span: Span,
    /// Answers in it.
    pub size: u32,
    /// Those that were judged, and of them those found right.
    pub right: Share,
}

/// Something that was said, by a customer or by us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// When.
    pub at: Instant,
    /// By us.
    pub ours: bool,
    /// What.
    pub text: String,
}

/// An answer to be judged, with what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleItem {
    /// Key.
    pub id: i64,
    /// Number of the question.
    pub number: CaseNumber,
    /// In which of its rounds.
    pub round: u32,
    /// About what.
    pub category: Category,
    /// Who had it last.
    pub department: Department,
    /// Everything that customer and staff said to one another in that round.
    pub said: Vec<Said>,
}

/// An answer that was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgedRow {
    /// Number of the question.
    pub number: CaseNumber,
    /// In which of its rounds.
    pub round: u32,
    /// About what.
    pub category: Category,
    /// What was found.
    pub verdict: Verdict,
    /// Why; may be blank where it is right.
    pub why: String,
    /// By whom.
    pub judge: String,
}

/// A sample for who judges it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamplePage {
    /// Its row.
    pub row: SampleRow,
    /// The next answer that the reader may judge.
    pub next: Option<SampleItem>,
    /// Answers that are not judged yet and are the reader's own: others judge them.
    pub own: u32,
    /// Those that were judged, in the order of the sample.
    pub judged: Vec<JudgedRow>,
}
