//! Figures of inquiries (C11): how promises are kept, how right answers are, how content customers are, how much there is and about
//! what, and how long it takes; and the samples that supervisors draw to judge answers.
//!
//! What is counted is a *round*: a question from its opening until it is resolved; one that is opened again begins another. A round
//! counts, with everything that becomes of it, on the business day on which it was opened, so that every figure of a span divides by
//! the same rounds. Knows nothing of the database: it is handed tallies by the day.

mod bucket;
mod csv;
mod form;
mod sample;
mod tally;
#[cfg(test)]
mod tests;
mod view;

pub use bucket::{By, Span, gather};
pub use csv::write_csv;
pub use form::{FigureForm, FigureQuery};
pub use sample::{Draw, DrawForm, JudgedRow, Said, SampleItem, SamplePage, SampleRow, Verdict, read_judgement};
pub use tally::{SPREAD, Share, Tally, Targets};
pub use view::{FigureLine, FiguresPage, Topic};
