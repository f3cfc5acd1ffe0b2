//! Whether terms make sense, and the text they are hashed by.

use std::fmt::Write;

use super::{PriceRule, Terms};
use crate::{Fault, Fen, reader::Reader};

/// Most hours of any rule: a year.
const YEAR: u32 = 8_760;
/// Most minutes of a hold: a week.
const WEEK: u32 = 10_080;
/// Most tiers that a customer can be asked to read.
const TIERS: usize = 10;
/// Most days of a voucher: three years; and of a free move: a year.
const VOUCHER_DAYS: u32 = 1_095;
const MOVE_DAYS: u32 = 365;

impl Terms {
    /// Whether the terms can be sold by: bounds are kept, hours fall, shares do not rise, nothing is above the whole.
    ///
    /// # Errors
    /// Every fault, by the field's name: `required`, `too-long`, `bad-characters`, `too-few`, `too-many`,
    /// `hours-not-falling`, `percent-rising`.
    pub fn validate(&self) -> Result<(), Vec<Fault>> {
        let mut reader = Reader::default();
        if reader.line("version", &self.version, 40).is_empty() && !reader.blames("version") {
            reader.fault("version", "required");
        }
        if self.tiers.len() > TIERS {
            reader.bound("tiers", "too-many", TIERS as u32);
        }
        for tier in &self.tiers {
            most(&mut reader, "tiers", tier.hours, YEAR);
            most(&mut reader, "tiers", tier.percent, 100);
        }
        for pair in self.tiers.windows(2) {
            if pair[1].hours >= pair[0].hours {
                reader.fault("tiers", "hours-not-falling");
            }
            if pair[1].percent > pair[0].percent {
                reader.fault("tiers", "percent-rising");
            }
        }
        if self.minimum_fee < Fen::ZERO {
            reader.bound("minimum_fee", "too-few", 0);
        }
        most(&mut reader, "change_hours", self.change_hours, YEAR);
        if self.change_fee < Fen::ZERO {
            reader.bound("change_fee", "too-few", 0);
        }
        if self.hold_minutes == 0 {
            reader.bound("hold_minutes", "too-few", 1);
        }
        most(&mut reader, "hold_minutes", self.hold_minutes, WEEK);
        most(&mut reader, "extend_minutes", self.extend_minutes, WEEK);
        most(&mut reader, "counter_hours", self.counter_hours, YEAR);
        most(&mut reader, "counter_close_hours", self.counter_close_hours, YEAR);
        most(&mut reader, "voucher_percent", self.relief.voucher_percent, 100);
        most(&mut reader, "voucher_days", self.relief.voucher_days, VOUCHER_DAYS);
        if self.relief.voucher_percent > 0 && self.relief.voucher_days == 0 {
            reader.bound("voucher_days", "too-few", 1);
        }
        most(&mut reader, "move_days", self.relief.move_days, MOVE_DAYS);
        reader.done(Some(()))
    }

    /// The terms as one text that never changes for the same terms and is never the same for others; what is hashed at
    /// the sale (B5). The version, the only free text, comes last.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut text = String::from("terms/1\n");
        for tier in &self.tiers {
            let _ = writeln!(text, "tier {} {}", tier.hours, tier.percent);
        }
        let _ = writeln!(text, "minimum_fee {}", self.minimum_fee.0);
        let _ = writeln!(text, "change_hours {}", self.change_hours);
        // Terms of a time before some rule was there have the text they had then.
        if self.change_fee != Fen::ZERO {
            let _ = writeln!(text, "change_fee {}", self.change_fee.0);
        }
        if self.change_price != PriceRule::Any {
            let _ = writeln!(text, "change_price {}", self.change_price);
        }
        let _ = writeln!(text, "hold_minutes {}", self.hold_minutes);
        if self.extend_minutes > 0 {
            let _ = writeln!(text, "extend_minutes {}", self.extend_minutes);
        }
        let _ = writeln!(text, "counter_hours {}", self.counter_hours);
        let _ = writeln!(text, "counter_close_hours {}", self.counter_close_hours);
        let relief = &self.relief;
        if relief.voucher_percent > 0 {
            let kind = if relief.voucher_single { "single" } else { "balance" };
            let _ = writeln!(text, "voucher {} {} {kind}", relief.voucher_percent, relief.voucher_days);
        }
        if relief.move_days > 0 {
            let _ = writeln!(text, "free_move {}", relief.move_days);
        }
        let _ = write!(text, "version {}", self.version);
        text
    }
}

fn most(reader: &mut Reader, field: &str, value: u32, most: u32) {
    if value > most {
        reader.bound(field, "too-many", most);
    }
}
