//! A case as its customer sees it, and what staff see of the same.

use serde::{Deserialize, Serialize};

use super::{CaseNumber, Category, Duty, Holder, Kind, Rating, Status};
use crate::{Instant, upload::Attachment};

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Who {
    /// The customer.
    Customer,
    /// Somebody of the staff, by name.
    Staff(String),
    /// The house itself.
    House,
}

/// An entry of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its place in the log, from 1.
    pub seq: u32,
    /// When.
    pub at: Instant,
    /// Who.
    pub who: Who,
    /// The word of the deed.
    pub what: String,
    /// What was said; blank where nothing was.
    pub text: String,
    /// For staff only.
    pub internal: bool,
    /// To whom it was handed.
    pub to: Option<Holder>,
    /// How an outside partner is reached.
    pub contact: String,
    /// A time that was named: of an extension.
    pub until: Option<Instant>,
    /// Minutes that were named: of a transfer; or the level of a rating.
    pub number: u32,
    /// What was attached.
    pub files: Vec<Attachment>,
}

/// By when the customer hears from us.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// A first word, where there was none yet.
    pub first: Option<Instant>,
    /// The answer.
    pub answer: Option<Instant>,
    /// Minutes of working time that are left once the customer has answered us.
    pub waiting: Option<i64>,
    /// The next of them has passed.
    pub over: Option<Duty>,
}

/// A case as a row of its customer's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// Number.
    pub number: CaseNumber,
    /// Which policy.
    pub kind: Kind,
    /// Where it stands.
    pub status: Status,
    /// The beginning of what was asked.
    pub title: String,
    /// When it was asked.
    pub opened: Instant,
    /// There is something that the customer has not seen.
    pub unread: bool,
    /// When he hears next.
    pub due: Option<Instant>,
}

/// A case, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    /// Its row.
    pub row: CustomerRow,
    /// About what.
    pub category: Category,
    /// Name of who asked.
    pub name: String,
    /// The booking it is about; blank for none.
    pub booking: String,
    /// Code of the refusal it is about; blank for none.
    pub code: String,
    /// Everything that was said and done, as far as the reader may know of it.
    pub items: Vec<Item>,
    /// The last entry of the log, seen or not.
    pub seq: u32,
    /// By when the customer hears from us.
    pub promised: Promised,
    /// Who has it, where it is not the department that answers the web.
    pub holder: Option<Holder>,
    /// A resolved one can be opened again until then.
    pub reopen_until: Option<Instant>,
    /// The rating, where it may be or was given.
    pub rating: Option<Rating>,
    /// What the reader has begun to write.
    pub draft: String,
}
