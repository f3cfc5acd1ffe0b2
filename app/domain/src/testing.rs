//! What the tests have in common: the day on which they play, and faults as short sentences.

use chrono::NaiveDate;

use crate::Fault;

/// Monday, 23 November 2026.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Faults as `field code bound`.
pub(crate) fn said(faults: Vec<Fault>) -> Vec<String> {
    let bound = |fault: &Fault| fault.bound.map(|bound| format!(" {bound}")).unwrap_or_default();
    faults.iter().map(|fault| format!("{} {}{}", fault.field, fault.code, bound(fault))).collect()
}
