//! What the page of figures shows.

use serde::{Deserialize, Serialize};

use super::{FigureQuery, SPREAD, Span, Tally};
use crate::case::{Category, Department, Holder};

/// The figures of a day, a week or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureLine {
    /// Which.
    pub span: Span,
    /// Its figures.
    pub tally: Tally,
}

/// The figures of what was asked about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// About what.
    pub category: Category,
    /// Its figures.
    pub tally: Tally,
    /// Rounds of the span before.
    pub earlier: u32,
}

/// The figures of a span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresPage {
    /// What was asked for.
    pub query: FigureQuery,
    /// The span before, which it is compared with.
    pub before: Span,
    /// By days, weeks or months.
    pub lines: Vec<FigureLine>,
    /// All together.
    pub total: Tally,
    /// All of the span before.
    pub earlier: Tally,
    /// By the departments that had them last; those without any are left out.
    pub departments: Vec<(Department, Tally)>,
    /// By what they are about, the most first; those without any in either span are left out.
    pub topics: Vec<Topic>,
    /// How many answers took so long: within each bound of [`SPREAD`], and longer.
    pub spread: [u32; SPREAD.len() + 1],
    /// Broken promises by who had spent most of the time, the most first.
    pub blames: Vec<(Holder, u32)>,
}
