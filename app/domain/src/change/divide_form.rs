//! Which part of a booking is to become a booking of its own, as somebody fills it in.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Cut;
use crate::{Fault, Kind, reader::Reader};

/// The form as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DivideForm {
    /// Number of the booking.
    pub number: String,
    /// Counts the booking's changes, as the reader saw it.
    pub version: String,
    /// `nights`, else units.
    pub cut: String,
    /// Rooms, seats or heads that go.
    pub units: String,
    /// Guests that go with the rooms of a stay.
    pub heads: String,
    /// The first night that goes, `YYYY-MM-DD`.
    pub from: String,
    /// What a cancellation of the part costs at least, in fen, as the reader saw it.
    pub floor: String,
}

/// How a booking may be divided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutLimits {
    /// What is booked.
    pub kind: Kind,
    /// Rooms, seats or heads.
    pub units: u32,
    /// Guests.
    pub heads: u32,
    /// Guests that fit into one room (stay).
    pub heads_per_unit: u32,
    /// Fewest units of a booking, so that either half has as many.
    pub least: u32,
    /// Its first day.
    pub day: NaiveDate,
    /// Nights; 1 for a venue or a trip.
    pub nights: u32,
    /// Fewest nights of a stay, so that either half has as many.
    pub least_nights: u32,
}

impl CutLimits {
    /// Fewest and most units that may go; `None` when there are too few for two bookings.
    #[must_use]
    pub fn units(&self) -> Option<(u32, u32)> {
        let least = self.least.max(1);
        let most = self.units.checked_sub(least)?;
        let peopled = self.kind != Kind::Stay || self.heads >= self.units;
        (most >= least && peopled).then_some((least, most))
    }

    /// Fewest and most guests that may go with so many rooms: each room on either side has one, none has too many.
    #[must_use]
    pub fn heads(&self, rooms: u32) -> (u32, u32) {
        let left = self.units.saturating_sub(rooms);
        let fit = |rooms: u32| rooms.saturating_mul(self.heads_per_unit.max(1));
        let least = rooms.max(self.heads.saturating_sub(fit(left)));
        (least, fit(rooms).min(self.heads.saturating_sub(left)))
    }

    /// The nights of a stay from which on the rest may go; none where a half would be too short to be booked.
    #[must_use]
    pub fn days(&self) -> Vec<NaiveDate> {
        let (nights, least) = (if self.kind == Kind::Stay { self.nights } else { 1 }, self.least_nights.max(1));
        let after = least..(nights + 1).saturating_sub(least);
        after.filter_map(|after| self.day.checked_add_days(Days::new(after.into()))).collect()
    }
}

impl DivideForm {
    /// What `cut` says of a part that is nights.
    pub const NIGHTS: &str = "nights";
    /// And of one that is rooms, seats or heads.
    pub const UNITS: &str = "units";

    /// It says of what kind the part is.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.cut.is_empty()
    }

    /// What goes.
    ///
    /// # Errors
    /// Every fault at `units`, `heads` or `from`: `required`, `not-a-number`, `too-few`, `too-many`, `not-a-date`; `unknown` for a night
    /// that is not inside the stay, and for units where there are too few for two bookings.
    pub fn parse(&self, limits: &CutLimits) -> Result<Cut, Vec<Fault>> {
        let mut reader = Reader::default();
        if self.cut == Self::NIGHTS {
            let from = reader.day("from", &self.from, None);
            let inside = from.filter(|day| limits.days().contains(day));
            if from.is_some() && inside.is_none() {
                reader.fault("from", "unknown");
            }
            return reader.done(inside.map(Cut::From));
        }
        let Some((least, most)) = limits.units() else {
            reader.fault("units", "unknown");
            return reader.done(None);
        };
        let units = reader.number("units", &self.units, None, least, most);
        let heads = if limits.kind == Kind::Stay && !reader.blames("units") {
            let (least, most) = limits.heads(units);
            reader.number("heads", &self.heads, None, least, most)
        } else {
            units
        };
        reader.done(Some(Cut::Units { units, heads }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{said, today};

    fn limits(kind: Kind, units: u32, heads: u32, nights: u32) -> CutLimits {
        let heads_per_unit = if kind == Kind::Stay { 2 } else { 1 };
        CutLimits { kind, units, heads, heads_per_unit, least: 1, day: today(), nights, least_nights: 1 }
    }

    fn rooms(units: &str, heads: &str) -> DivideForm {
        DivideForm { units: units.to_owned(), heads: heads.to_owned(), ..DivideForm::default() }
    }

    fn from(day: &str) -> DivideForm {
        DivideForm { cut: DivideForm::NIGHTS.to_owned(), from: day.to_owned(), ..DivideForm::default() }
    }

    #[test]
    fn each_room_on_either_side_has_a_guest_and_none_has_too_many() {
        let three = limits(Kind::Stay, 3, 5, 1);
        assert_eq!(rooms("1", "2").parse(&three), Ok(Cut::Units { units: 1, heads: 2 }));
        assert_eq!(rooms("1", "1").parse(&three), Ok(Cut::Units { units: 1, heads: 1 }));
        assert_eq!(rooms("2", "4").parse(&three), Ok(Cut::Units { units: 2, heads: 4 }));
        assert_eq!(said(rooms("1", "3").parse(&three).unwrap_err()), ["heads too-many 2"]);
        assert_eq!(
            said(rooms("2", "2").parse(&three).unwrap_err()),
            ["heads too-few 3"],
            "three are left for one room"
        );
        assert_eq!(said(rooms("0", "1").parse(&three).unwrap_err()), ["units too-few 1"]);
        assert_eq!(said(rooms("3", "5").parse(&three).unwrap_err()), ["units too-many 2"]);
        assert_eq!(said(rooms("", "").parse(&three).unwrap_err()), ["units required"]);
    }

    #[test]
    fn either_half_is_a_booking_that_could_be_made() {
        let table = CutLimits { least: 2, ..limits(Kind::Venue, 5, 5, 1) };
        assert_eq!(rooms("2", "").parse(&table), Ok(Cut::Units { units: 2, heads: 2 }));
        assert_eq!(said(rooms("4", "").parse(&table).unwrap_err()), ["units too-many 3"]);
        let small = CutLimits { least: 2, ..limits(Kind::Venue, 3, 3, 1) };
        assert_eq!((small.units(), small.days()), (None, Vec::new()));
        assert_eq!(said(rooms("1", "").parse(&small).unwrap_err()), ["units unknown"]);
        assert_eq!(limits(Kind::Trip, 1, 1, 1).units(), None);
    }

    #[test]
    fn neither_half_of_a_stay_is_shorter_than_one_that_could_be_booked() {
        let villa = |nights| CutLimits { least_nights: 2, ..limits(Kind::Stay, 1, 2, nights) };
        for nights in 1..=3 {
            assert_eq!(villa(nights).days(), [], "of {nights} nights");
        }
        let third = today() + Days::new(2);
        assert_eq!(villa(4).days(), [third]);
        assert_eq!(villa(5).days(), [third, third + Days::new(1)]);
        assert_eq!(from(&third.to_string()).parse(&villa(5)), Ok(Cut::From(third)));
        for after in [1, 4] {
            let typed = (today() + Days::new(after)).to_string();
            assert_eq!(said(from(&typed).parse(&villa(5)).unwrap_err()), ["from unknown"], "after {after} nights");
        }
    }

    #[test]
    fn nights_go_from_one_that_is_inside_the_stay() {
        let stay = limits(Kind::Stay, 1, 2, 3);
        let second = today() + Days::new(1);
        assert_eq!(stay.days(), [second, today() + Days::new(2)]);
        assert_eq!(from(&second.to_string()).parse(&stay), Ok(Cut::From(second)));
        for (typed, fault) in [
            ("", "from required"),
            ("x", "from not-a-date"),
            ("2026-11-23", "from unknown"),
            ("2026-11-26", "from unknown"),
        ] {
            assert_eq!(said(from(typed).parse(&stay).unwrap_err()), [fault]);
        }
        let villa = |nights| CutLimits { least_nights: 2, ..limits(Kind::Stay, 1, 2, nights) };
        assert_eq!(villa(3).days(), []);
        assert_eq!(villa(5).days(), [today() + Days::new(2), today() + Days::new(3)]);
        assert_eq!(said(from(&second.to_string()).parse(&villa(5)).unwrap_err()), ["from unknown"]);
        assert_eq!(said(from("2026-11-24").parse(&limits(Kind::Trip, 2, 2, 1)).unwrap_err()), ["from unknown"]);
    }
}
