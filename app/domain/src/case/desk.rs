//! Cases at the desk (A3, C4, C5): queues, one case with everything around it, what staff do to it.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{CaseNumber, CaseView, Category, Deed, Department, Duty, Holder, Kind, Leg, Level, Priority, Status};
use crate::{Fault, Instant, booking::BookingRow, reader::Reader, word::words};

/// A queue of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tab {
    /// What I have taken.
    #[default]
    Mine,
    /// What my department has.
    Department,
    /// What nobody has taken.
    Unclaimed,
    /// Everything that is owed.
    Open,
    /// What waits for customers.
    Waiting,
    /// What is answered.
    Resolved,
}

words!(Tab {
    Mine = "mine",
    Department = "department",
    Unclaimed = "unclaimed",
    Open = "open",
    Waiting = "waiting",
    Resolved = "resolved",
});

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueQuery {
    /// Which queue.
    pub tab: Tab,
    /// Words that must be there; blank for all.
    pub words: String,
    /// Page, from 1.
    pub page: u32,
}

/// A case in a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Number.
    pub number: CaseNumber,
    /// Which policy.
    pub kind: Kind,
    /// Where it stands.
    pub status: Status,
    /// About what.
    pub category: Category,
    /// How hard.
    pub level: Level,
    /// How pressing.
    pub priority: Priority,
    /// Who has it.
    pub holder: Holder,
    /// Who of the staff has taken it; blank for nobody.
    pub owner: String,
    /// Who asked.
    pub name: String,
    /// The beginning of what was asked.
    pub title: String,
    /// When it was asked.
    pub opened: Instant,
    /// The promise that falls due next.
    pub due: Option<(Duty, Instant)>,
    /// Seconds left of it; less than nothing when it is over.
    pub left: i64,
    /// The clock of who has it runs out then.
    pub leg_due: Option<Instant>,
    /// The last word is the customer's.
    pub unanswered: bool,
}

/// A page of a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueuePage {
    /// Which queue.
    pub tab: Tab,
    /// Words that were looked for.
    pub words: String,
    /// Rows, the most urgent first.
    pub rows: Vec<CaseRow>,
    /// Rows in all.
    pub total: u32,
    /// This page.
    pub page: u32,
    /// Pages in all, at least 1.
    pub pages: u32,
    /// How many are in each queue, in the order of [`Tab::ALL`], without the resolved ones.
    pub counts: Vec<u32>,
    /// My department.
    pub department: Department,
}

/// A colleague.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mate {
    /// Key.
    pub id: i64,
    /// Name.
    pub name: String,
}

/// A case at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskCase {
    /// What the customer sees, and what he does not.
    pub view: CaseView,
    /// As a row.
    pub row: CaseRow,
    /// His phone number, masked for who need not call him.
    pub phone: String,
    /// His address.
    pub email: String,
    /// It is mine.
    pub mine: bool,
    /// Its way through the house.
    pub legs: Vec<Leg>,
    /// Who else looks at it now.
    pub mates: Vec<Mate>,
    /// The customer's bookings.
    pub bookings: Vec<BookingRow>,
    /// His earlier cases.
    pub earlier: Vec<CaseRow>,
    /// Prepared answers and articles that may be put into an answer: key and title.
    pub templates: Vec<(String, String)>,
    /// Minutes that a department is given unless it is said otherwise.
    pub leg_minutes: u32,
    /// A time that could be promised instead.
    pub later: Option<Instant>,
}

/// How a case is handed on, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TransferForm {
    /// Number of the case.
    pub number: String,
    /// A word of [`Department`], or `partner`.
    pub to: String,
    /// Who it is, outside.
    pub partner: String,
    /// How he is reached; told to the customer.
    pub contact: String,
    /// Working minutes they have.
    pub minutes: String,
    /// Why; told to the customer.
    pub why: String,
}

impl TransferForm {
    /// The case, the deed and why.
    ///
    /// # Errors
    /// Every fault: `required`, `unknown`, `too-long`, `bad-characters`, `not-a-number`, `too-few`, `too-many`.
    pub fn parse(&self) -> Result<(CaseNumber, Deed, String), Vec<Fault>> {
        let mut reader = Reader::default();
        let number: Option<CaseNumber> = reader.needed("number", &self.number);
        let minutes = reader.number("minutes", &self.minutes, None, 5, 10 * 24 * 60);
        let (mut needed, outside) = (Vec::new(), self.to == "partner");
        let partner = reader.line("partner", &self.partner, 60);
        let contact = reader.line("contact", &self.contact, 100);
        let why = reader.lines("why", &self.why, 300);
        needed.push(("why", why.is_empty()));
        if outside {
            needed.extend([("partner", partner.is_empty()), ("contact", contact.is_empty())]);
        }
        for (field, _) in needed.into_iter().filter(|(_, blank)| *blank) {
            if !reader.blames(field) {
                reader.fault(field, "required");
            }
        }
        let to = match self.to.parse() {
            _ if outside => Some(Holder::Partner(partner)),
            Ok(department) => Some(Holder::Department(department)),
            Err(_) => {
                reader.fault("to", if self.to.is_empty() { "required" } else { "unknown" });
                None
            }
        };
        let contact = if outside { contact } else { String::new() };
        reader.done(number.zip(to).map(|(number, to)| (number, Deed::Transferred { to, minutes, contact }, why)))
    }
}

/// How a case is judged anew, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TriageForm {
    /// Number of the case.
    pub number: String,
    /// A word of [`Category`].
    pub category: String,
    /// A word of [`Level`].
    pub level: String,
    /// A word of [`Priority`].
    pub priority: String,
}

impl TriageForm {
    /// The case and the deed.
    ///
    /// # Errors
    /// Every fault: `required`, `unknown`.
    pub fn parse(&self) -> Result<(CaseNumber, Deed), Vec<Fault>> {
        let mut reader = Reader::default();
        let number: Option<CaseNumber> = reader.needed("number", &self.number);
        let category = self.category.parse().map_err(|_| reader.fault("category", "unknown")).ok();
        let level = self.level.parse().map_err(|_| reader.fault("level", "unknown")).ok();
        let priority = self.priority.parse().map_err(|_| reader.fault("priority", "unknown")).ok();
        let deed = category.zip(level).zip(priority).map(|((category, level), priority)| Deed::Triaged {
            category,
            level,
            priority,
        });
        reader.done(number.zip(deed))
    }
}

/// A day and a time that are promised, as typed.
///
/// # Errors
/// `required`, `not-a-date` at `day`; `required`, `not-a-time` at `time`.
pub fn read_until(day: &str, time: &str) -> Result<(NaiveDate, NaiveTime), Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.day("day", day, None);
    let until = reader.time("time", time);
    if until.is_none() && !reader.blames("time") {
        reader.fault("time", "required");
    }
    reader.done(day.zip(until))
}

/// What can be done to many cases at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bulk {
    /// Take them.
    Claim,
    /// Leave them to others.
    Release,
    /// They press.
    Urgent,
    /// They do not press.
    Normal,
}

words!(Bulk { Claim = "claim", Release = "release", Urgent = "urgent", Normal = "normal" });

/// A deed for many cases, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BulkForm {
    /// Numbers, separated by commas.
    pub numbers: String,
    /// A word of [`Bulk`].
    pub deed: String,
}

/// Most cases at once.
const MANY: usize = 50;

impl BulkForm {
    /// The cases and what to do; numbers that are none are kept as they are, so that each can be told its outcome.
    ///
    /// # Errors
    /// `required`, `too-many` at `numbers`; `unknown` at `deed`.
    pub fn parse(&self) -> Result<(Vec<String>, Bulk), Vec<Fault>> {
        let mut reader = Reader::default();
        let mut numbers: Vec<String> = Vec::new();
        for number in self.numbers.split(',').map(str::trim).filter(|number| !number.is_empty()).take(MANY + 1) {
            let number = number.chars().take(20).collect();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        match numbers.len() {
            0 => reader.fault("numbers", "required"),
            count if count > MANY => reader.bound("numbers", "too-many", i64::try_from(MANY).unwrap_or_default()),
            _ => {}
        }
        let deed = self.deed.parse().map_err(|_| reader.fault("deed", "unknown")).ok();
        reader.done(deed.map(|deed| (numbers, deed)))
    }
}

/// What came of a deed for one of many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Number of the case, as it was sent.
    pub number: String,
    /// The refusal's code; blank where it was done.
    pub code: String,
}

/// A line of the supervisor's board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardLine {
    /// A department, or nothing for a person.
    pub holder: Option<Holder>,
    /// A person's name; blank for what nobody has taken.
    pub person: String,
    /// Owed.
    pub open: u32,
    /// The promise falls due soon.
    pub risk: u32,
    /// The promise is broken.
    pub broken: u32,
    /// Waiting for customers.
    pub waiting: u32,
}

/// Something staff should look at (C6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// Key.
    pub id: i64,
    /// `remind` or `escalate`.
    pub what: String,
    /// Number of the case.
    pub number: CaseNumber,
    /// Since when.
    pub at: Instant,
    /// By when it was promised.
    pub due: Instant,
}

/// A prepared answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateRow {
    /// Key.
    pub id: i64,
    /// Title in Simplified Chinese.
    pub title_hans: String,
    /// Title in Traditional Chinese.
    pub title_hant: String,
    /// Text in Simplified Chinese, with variables in braces.
    pub body_hans: String,
    /// Text in Traditional Chinese.
    pub body_hant: String,
    /// It is offered.
    pub active: bool,
}
