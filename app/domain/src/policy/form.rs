//! A new version of a policy as typed.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{
    Fault, Fen, Instant,
    reader::{AHEAD, Reader},
    terms::{PriceRule, Relief, Terms, Tier},
    time::at,
};

/// Rows for tiers in the form.
const ROWS: usize = 6;

/// Most of any number in the form; the terms' own bounds are narrower.
const MOST: u32 = 100_000;

/// The fields by their names: `hours1`, `percent1`, … for the tiers, else as in [`Terms`]; amounts in yuan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PolicyForm(pub BTreeMap<String, String>);

/// A version that could be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What it says.
    pub terms: Terms,
    /// Sales are made by it from then on: the beginning of a business day.
    pub from: Instant,
}

impl PolicyForm {
    /// Numbers of the rows for tiers.
    pub fn rows() -> impl Iterator<Item = usize> {
        1..=ROWS
    }

    /// The form filled in with terms, to take effect on a day.
    #[must_use]
    pub fn of(terms: &Terms, from: NaiveDate) -> Self {
        let relief = &terms.relief;
        let yuan = |fen: Fen| format!("{}.{:02}", fen.0 / 100, fen.0 % 100);
        let mut fields: BTreeMap<String, String> = [
            ("version", terms.version.clone()),
            ("from", from.to_string()),
            ("minimum_fee", yuan(terms.minimum_fee)),
            ("change_hours", terms.change_hours.to_string()),
            ("change_fee", yuan(terms.change_fee)),
            ("change_price", terms.change_price.to_string()),
            ("hold_minutes", terms.hold_minutes.to_string()),
            ("extend_minutes", terms.extend_minutes.to_string()),
            ("counter_hours", terms.counter_hours.to_string()),
            ("counter_close_hours", terms.counter_close_hours.to_string()),
            ("voucher_percent", relief.voucher_percent.to_string()),
            ("voucher_days", relief.voucher_days.to_string()),
            ("voucher_single", if relief.voucher_single { "on" } else { "" }.to_owned()),
            ("move_days", relief.move_days.to_string()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
        for (row, tier) in Self::rows().zip(&terms.tiers) {
            fields.insert(format!("hours{row}"), tier.hours.to_string());
            fields.insert(format!("percent{row}"), tier.percent.to_string());
        }
        Self(fields)
    }

    /// The value of a field; blank if there is none.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The proposal. It takes effect tomorrow at the earliest, so that nobody is sold by other terms than he has just read.
    ///
    /// # Errors
    /// Every fault: what a field does not say, and what [`Terms::validate`] finds.
    pub fn parse(&self, today: NaiveDate) -> Result<Proposal, Vec<Fault>> {
        let mut reader = Reader::default();
        let tiers = self.tiers(&mut reader);
        let number = |reader: &mut Reader, name: &str| reader.number(name, self.value(name), Some(0), 0, MOST);
        let relief = Relief {
            voucher_percent: number(&mut reader, "voucher_percent"),
            voucher_days: number(&mut reader, "voucher_days"),
            voucher_single: !self.value("voucher_single").is_empty(),
            move_days: number(&mut reader, "move_days"),
        };
        let change_price = match self.value("change_price") {
            "" => PriceRule::Any,
            word => word.parse().unwrap_or_else(|_| {
                reader.fault("change_price", "unknown");
                PriceRule::Any
            }),
        };
        let terms = Terms {
            version: self.value("version").trim().to_owned(),
            tiers,
            minimum_fee: self.yuan(&mut reader, "minimum_fee"),
            change_hours: number(&mut reader, "change_hours"),
            change_fee: self.yuan(&mut reader, "change_fee"),
            change_price,
            hold_minutes: number(&mut reader, "hold_minutes"),
            extend_minutes: number(&mut reader, "extend_minutes"),
            counter_hours: number(&mut reader, "counter_hours"),
            counter_close_hours: number(&mut reader, "counter_close_hours"),
            relief,
        };
        let from = self.from(&mut reader, today);
        if let Err(faults) = terms.validate() {
            // What was not even read is said once.
            let unread: Vec<_> = faults.into_iter().filter(|fault| !reader.blames(&fault.field)).collect();
            reader.faults(unread);
        }
        reader.done(from.map(|from| Proposal { terms, from }))
    }

    fn tiers(&self, reader: &mut Reader) -> Vec<Tier> {
        let mut tiers = Vec::new();
        for row in Self::rows() {
            let (hours, percent) = (format!("hours{row}"), format!("percent{row}"));
            let typed = (self.value(&hours), self.value(&percent));
            if typed.0.trim().is_empty() && typed.1.trim().is_empty() {
                continue;
            }
            tiers.push(Tier {
                hours: reader.number(&hours, typed.0, None, 0, MOST),
                percent: reader.number(&percent, typed.1, None, 0, 100),
            });
        }
        tiers
    }

    fn yuan(&self, reader: &mut Reader, name: &str) -> Fen {
        match (self.value(name).trim(), Fen::read_yuan(self.value(name))) {
            ("", _) => Fen::ZERO,
            (_, Some(fen)) => fen,
            (_, None) => {
                reader.fault(name, "not-an-amount");
                Fen::ZERO
            }
        }
    }

    fn from(&self, reader: &mut Reader, today: NaiveDate) -> Option<Instant> {
        let first = today.checked_add_days(Days::new(1))?;
        let last = today.checked_add_days(Days::new(u64::from(AHEAD)))?;
        match reader.day("from", self.value("from"), None)? {
            day if day < first => reader.fault("from", "not-before-tomorrow"),
            day if day > last => reader.bound("from", "too-far", AHEAD),
            day => return Some(at(day, NaiveTime::MIN)),
        }
        None
    }
}
