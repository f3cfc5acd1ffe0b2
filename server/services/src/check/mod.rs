//! Proves that the books agree: slices with claims, claims with bookings (B7), money with both (B8), vouchers with it (B13), and cases with
//! their logs (C2). Changes nothing.

mod books;
mod cases;
mod money;
mod vouchers;

pub use books::run;

/// What the check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Slices looked at.
    pub slices: u64,
    /// Claims looked at.
    pub claims: u64,
    /// Facts of the money books looked at.
    pub facts: u64,
    /// Cases looked at.
    pub cases: u64,
    /// What does not agree, one sentence each; empty when all is well.
    pub faults: Vec<String>,
}
