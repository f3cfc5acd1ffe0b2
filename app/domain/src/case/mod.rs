//! Cases: what customers ask or complain about, and what we owe them for it (C1–C11).
//!
//! One engine for two policies: a case is a log of deeds, and every promise follows from log, calendar and policy ([`clocks`]).
//! An inquiry's clocks run in working time and wait for the customer; a complaint's run day and night and wait for nobody.

mod clock;
mod deed;
mod desk;
mod form;
mod leg;
mod number;
mod promise;
mod rating;
mod run;
#[cfg(test)]
mod simulation;
mod status;
mod template;
#[cfg(test)]
mod tests;
mod view;
mod word;

pub use clock::{Clocks, DutyClock, clocks};
pub use deed::{Closer, Deed, Entry, Holder};
pub use desk::{
    Alert, BoardLine, Bulk, BulkForm, CaseRow, DeskCase, Done, Mate, QueuePage, QueueQuery, Tab, TemplateRow,
    TransferForm, TriageForm, read_until,
};
pub use form::{AskForm, Asking, FindCaseForm, LONGEST, Reply, ReplyForm, read_message};
pub use leg::Leg;
pub use number::CaseNumber;
pub use promise::{Promise, PromiseForm};
pub use rating::{Rating, read_rating};
pub use status::Status;
pub use template::TemplateForm;
pub use view::{CaseView, CustomerRow, Item, Promised, Who};
pub use word::{Category, Department, Duty, Kind, Level, Priority};
