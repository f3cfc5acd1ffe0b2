//! Figures of inquiries (C11), reckoned by the database from the rounds of cases, and the samples by which supervisors judge answers.
//! What the figures mean stands in [`domain::figure`].

mod csv;
mod draw;
mod figures;
mod judge;
mod query;
mod sample;
mod talk;

pub use csv::csv;
pub use draw::draw;
pub use figures::figures;
pub use judge::judge;
pub use sample::{sample, samples};
