//! Which figures are asked for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{By, Span};
use crate::{Fault, case::Department, reader::Reader};

/// Most days of a span: two years.
const LONGEST: u32 = 731;

/// The query as the address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FigureForm {
    /// The first day, `YYYY-MM-DD`; blank for 30 days, 12 weeks or 12 months in all.
    pub from: String,
    /// The last day; blank for today.
    pub until: String,
    /// A word of [`By`]; blank for days.
    pub by: String,
    /// A word of [`Department`]; blank for all.
    pub department: String,
}

/// The query, as understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureQuery {
    /// Of which days.
    pub span: Span,
    /// Counted by what.
    pub by: By,
    /// Of one department only.
    pub department: Option<Department>,
}

impl FigureForm {
    /// Reads the query.
    ///
    /// # Errors
    /// Every fault: `not-a-date`; `until-before-from` and `span-too-long` at `until`; `unknown` (a unit of time, a department).
    pub fn parse(&self, today: NaiveDate) -> Result<FigureQuery, Vec<Fault>> {
        let mut reader = Reader::default();
        let by = word(&mut reader, "by", &self.by).unwrap_or_default();
        let span = read_span(&mut reader, &self.from, &self.until, by, today);
        let department = word(&mut reader, "department", &self.department);
        reader.done(Some(FigureQuery { span, by, department }))
    }

    /// The query as it would be typed.
    #[must_use]
    pub fn of(query: &FigureQuery) -> Self {
        Self {
            from: query.span.from.to_string(),
            until: query.span.until.to_string(),
            by: query.by.to_string(),
            department: query.department.map(|department| department.to_string()).unwrap_or_default(),
        }
    }
}

/// A span as typed; blank for the usual one, which ends today.
pub(super) fn read_span(reader: &mut Reader, from: &str, until: &str, by: By, today: NaiveDate) -> Span {
    let until = reader.day("until", until, Some(today)).unwrap_or(today);
    let usual = Span::usual(by, until).from;
    let from = reader.day("from", from, Some(usual)).unwrap_or(usual);
    let span = Span { from, until };
    if reader.blames("from") || reader.blames("until") {
        return span;
    }
    if until < from {
        reader.fault("until", "until-before-from");
    } else if span.days() > LONGEST {
        reader.bound("until", "span-too-long", LONGEST);
    }
    span
}

fn word<T: std::str::FromStr>(reader: &mut Reader, field: &str, typed: &str) -> Option<T> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    typed.parse().map_err(|_| reader.fault(field, "unknown")).ok()
}
