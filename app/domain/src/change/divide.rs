//! A part of a booking becomes a booking of its own (B10, B12), so that it can be moved while the rest stays.
//!
//! Dividing costs nothing and saves no fee that has begun: each unit keeps the price it was sold at, and at that moment a cancellation
//! of both halves keeps no less than one of the whole. From then on nights that go are a stay of their own, whose terms count from its
//! own first night, and each half owes the least fee of the terms where they have one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::price::portion;
use crate::{
    Fen, Instant,
    booking::{Item, Line},
    terms::Terms,
};

/// Where a booking is divided: what goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// Rooms, seats or heads of each of its slices.
    Units {
        /// How many.
        units: u32,
        /// With so many guests.
        heads: u32,
    },
    /// The nights from that day on.
    From(NaiveDate),
}

/// A paid booking before it is divided.
#[derive(Clone, Copy, Debug)]
pub struct Undivided<'a> {
    /// Rooms, seats or heads.
    pub units: u32,
    /// Guests.
    pub heads: u32,
    /// Arrival, visit or travel day.
    pub day: NaiveDate,
    /// Nights; 1 for a venue or a trip.
    pub nights: u32,
    /// Its price, line by line.
    pub lines: &'a [Line],
    /// See [`super::Sold::floor`].
    pub floor: Fen,
    /// Start of the service.
    pub starts: Instant,
    /// The terms it was sold by, which both halves keep.
    pub terms: &'a Terms,
}

/// One of the two bookings that come of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Half {
    /// Rooms, seats or heads.
    pub units: u32,
    /// Guests.
    pub heads: u32,
    /// Its first day.
    pub day: NaiveDate,
    /// Nights.
    pub nights: u32,
    /// Its price, line by line.
    pub lines: Vec<Line>,
    /// See [`super::Sold::floor`].
    pub floor: Fen,
}

/// What comes of a booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Divided {
    /// Keeps the number, the fees of earlier changes, and what was booked once for all.
    pub stays: Half,
    /// Becomes a booking of its own.
    pub goes: Half,
}

impl Half {
    /// Its price.
    #[must_use]
    pub fn total(&self) -> Fen {
        self.lines.iter().map(|line| line.total).sum()
    }
}

/// Divides a booking; `None` where nothing would stay, or nothing go. Of units that were sold at several prices the last ones go, as
/// when they are given up. An extra that is counted by head goes with its heads, any other stays. Nights that go start later than the
/// whole did, where a cancellation costs less: whoever divides takes along what giving them up would cost at that moment (B12).
#[must_use]
pub fn divide(whole: &Undivided<'_>, cut: Cut, now: Instant) -> Option<Divided> {
    let (mut stays, mut goes) = sides(whole, cut)?;
    for line in whole.lines.iter().rev() {
        let same = |lines: &[Line]| lines.iter().filter(|one| one.item == line.item).map(|one| one.count).sum::<u32>();
        let going = match (cut, &line.item) {
            (Cut::From(first), Item::Night(day)) if *day >= first => same(whole.lines),
            (Cut::From(_), _) => 0,
            (Cut::Units { units, .. }, Item::Night(_) | Item::Head | Item::Seat) => units,
            (Cut::Units { heads, .. }, Item::Extra(_)) if same(whole.lines) == whole.heads => heads,
            (Cut::Units { .. }, Item::Extra(_)) => 0,
        };
        // One item may have been sold at several prices, on a line each.
        let going = going.saturating_sub(same(&goes.lines)).min(line.count);
        goes.lines.extend(some(line, going));
        stays.lines.extend(some(line, line.count - going));
    }
    goes.lines.reverse();
    stays.lines.reverse();
    let (part, total) = (goes.total(), goes.total() + stays.total());
    let of_floor = portion(whole.floor, part, total);
    stays.floor = whole.floor - of_floor;
    goes.floor = match cut {
        Cut::From(_) => of_floor.max(whole.terms.fee(part, whole.starts, now)),
        Cut::Units { .. } => of_floor,
    };
    Some(Divided { stays, goes })
}

/// What is booked on either side, without prices.
fn sides(whole: &Undivided<'_>, cut: Cut) -> Option<(Half, Half)> {
    let all = Half {
        units: whole.units,
        heads: whole.heads,
        day: whole.day,
        nights: whole.nights,
        lines: Vec::new(),
        floor: Fen::ZERO,
    };
    let left = |whole: u32, part: u32| whole.checked_sub(part).filter(|rest| *rest > 0 && part > 0);
    match cut {
        Cut::Units { units, heads } => {
            let stays = Half { units: left(whole.units, units)?, heads: left(whole.heads, heads)?, ..all.clone() };
            Some((stays, Half { units, heads, ..all }))
        }
        Cut::From(day) => {
            let before = u32::try_from((day - whole.day).num_days()).ok()?;
            let nights = left(whole.nights, before)?;
            Some((Half { nights: before, ..all.clone() }, Half { day, nights, ..all }))
        }
    }
}

fn some(line: &Line, count: u32) -> Option<Line> {
    (count > 0).then(|| Line { count, total: line.each * count, ..line.clone() })
}

#[cfg(test)]
mod tests {
    use chrono::{Days, TimeDelta};
    use i18n::Localized;
    use proptest::prelude::*;

    use super::*;
    use crate::{change::Sold, testing::today};

    fn start() -> Instant {
        crate::time::at(today(), chrono::NaiveTime::from_hms_opt(14, 0, 0).unwrap())
    }

    fn night(after: u64) -> Item {
        Item::Night(today() + Days::new(after))
    }

    fn extra(name: &str) -> Item {
        Item::Extra(Localized { hans: name.to_owned(), hant: name.to_owned() })
    }

    fn line(item: Item, count: u32, fen: i64) -> Line {
        Line { item, count, each: Fen(fen), total: Fen(fen) * count }
    }

    fn stay<'a>(lines: &'a [Line], (units, heads, nights): (u32, u32, u32), terms: &'a Terms) -> Undivided<'a> {
        Undivided { units, heads, day: today(), nights, lines, floor: Fen::ZERO, starts: start(), terms }
    }

    #[test]
    fn rooms_go_at_the_price_they_were_sold_at_and_what_was_booked_once_stays() {
        let lines = [
            line(night(0), 2, 40_000),
            line(night(0), 1, 45_000),
            line(night(1), 3, 50_000),
            line(extra("breakfast"), 5, 3_800),
            line(extra("transfer"), 1, 12_000),
        ];
        let terms = Terms::standard();
        let divided = divide(&stay(&lines, (3, 5, 2), &terms), Cut::Units { units: 1, heads: 2 }, start()).unwrap();
        let gone = [line(night(0), 1, 45_000), line(night(1), 1, 50_000), line(extra("breakfast"), 2, 3_800)];
        assert_eq!(divided.goes.lines, gone);
        let stayed = [
            line(night(0), 2, 40_000),
            line(night(1), 2, 50_000),
            line(extra("breakfast"), 3, 3_800),
            line(extra("transfer"), 1, 12_000),
        ];
        assert_eq!(divided.stays.lines, stayed);
        assert_eq!((divided.stays.units, divided.stays.heads, divided.stays.nights), (2, 3, 2));
        assert_eq!((divided.goes.units, divided.goes.heads, divided.goes.nights), (1, 2, 2));
    }

    #[test]
    fn nights_go_with_the_fee_of_the_moment_they_went_at() {
        let lines = [line(night(0), 1, 40_000), line(night(1), 1, 50_000), line(extra("breakfast"), 2, 3_800)];
        let terms = Terms::standard();
        let whole = stay(&lines, (1, 2, 2), &terms);
        let cut = Cut::From(today() + Days::new(1));
        let early = divide(&whole, cut, start() - TimeDelta::hours(60)).unwrap();
        assert_eq!((early.goes.floor, early.stays.floor), (Fen::ZERO, Fen::ZERO));
        let late = divide(&whole, cut, start() - TimeDelta::hours(30)).unwrap();
        assert_eq!((late.goes.floor, late.stays.floor), (Fen(10_000), Fen::ZERO), "20 % of the second night");
        assert_eq!((late.goes.day, late.goes.nights, late.stays.nights), (today() + Days::new(1), 1, 1));
        assert_eq!(late.stays.lines, [lines[0].clone(), lines[2].clone()]);
    }

    #[test]
    fn nothing_and_everything_are_no_parts() {
        let lines = [line(night(0), 2, 40_000)];
        let terms = Terms::standard();
        let whole = stay(&lines, (2, 3, 1), &terms);
        for cut in [
            Cut::Units { units: 0, heads: 1 },
            Cut::Units { units: 2, heads: 2 },
            Cut::Units { units: 1, heads: 0 },
            Cut::Units { units: 1, heads: 3 },
            Cut::From(today()),
            Cut::From(today() + Days::new(1)),
            Cut::From(today() - Days::new(1)),
        ] {
            assert_eq!(divide(&whole, cut, start()), None, "{cut:?}");
        }
    }

    /// A booking told one unit after the other: what it is of, and what it cost.
    fn by_hand(lines: &[Line]) -> Vec<(Item, i64)> {
        lines
            .iter()
            .flat_map(|line| std::iter::repeat_n((line.item.clone(), line.each.0), line.count as usize))
            .collect()
    }

    /// What goes, picked unit by unit from the end; `breakfast` is by head.
    fn picked(units: &[(Item, i64)], cut: Cut) -> Vec<(Item, i64)> {
        let mut gone: Vec<(Item, i64)> = Vec::new();
        for one in units.iter().rev() {
            let so_far = gone.iter().filter(|other| other.0 == one.0).count() as u32;
            let goes = match (cut, &one.0) {
                (Cut::From(first), Item::Night(day)) => *day >= first,
                (Cut::Units { units, .. }, Item::Night(_)) => so_far < units,
                (Cut::Units { heads, .. }, item) if *item == extra("breakfast") => so_far < heads,
                _ => false,
            };
            if goes {
                gone.push(one.clone());
            }
        }
        gone.reverse();
        gone
    }

    proptest! {
        #[test]
        fn both_halves_are_the_whole(
            nights in 1u32..5, (units, old, part) in (2u32..6).prop_flat_map(|n| (Just(n), 0..=n, 1..n)),
            (more, going) in (0u32..4, 0u32..4), prices in proptest::collection::vec(1i64..100_000, 8),
            floor in 0i64..500_000, by_night in any::<bool>(), hours in 0i64..90,
        ) {
            let heads = units + more;
            let mut lines = Vec::new();
            for after in 0..nights {
                let each = prices[after as usize];
                // Some rooms came by a change, at another price.
                for (count, fen) in [(old, each), (units - old, each + 7)] {
                    lines.extend((count > 0).then(|| line(night(after.into()), count, fen)));
                }
            }
            lines.push(line(extra("breakfast"), heads, prices[5]));
            lines.push(line(extra("transfer"), 1, prices[6]));
            let terms = Terms::standard();
            let whole = Undivided { floor: Fen(floor), ..stay(&lines, (units, heads, nights), &terms) };
            let cut = if by_night && nights > 1 {
                Cut::From(today() + Days::new(u64::from(1 + going % (nights - 1))))
            } else {
                Cut::Units { units: part, heads: part + going.min(more) }
            };
            let now = start() - TimeDelta::hours(hours);
            let Divided { stays, goes } = divide(&whole, cut, now).unwrap();
            prop_assert_eq!(stays.total() + goes.total(), lines.iter().map(|line| line.total).sum::<Fen>());
            prop_assert_eq!(by_hand(&goes.lines), picked(&by_hand(&lines), cut));
            let (mut both, mut all) = ([by_hand(&stays.lines), by_hand(&goes.lines)].concat(), by_hand(&lines));
            let key = |one: &(Item, i64)| format!("{one:?}");
            both.sort_by_key(key);
            all.sort_by_key(key);
            prop_assert_eq!(both, all, "no unit is lost, none is new");
            prop_assert!(stays.floor + goes.floor >= Fen(floor) && stays.floor <= Fen(floor));
            if let Cut::Units { .. } = cut {
                prop_assert_eq!(stays.floor + goes.floor, Fen(floor));
            }
            // Nobody saves a fee by dividing: both given up at that moment cost what the whole would, but for halves of a fen.
            let fee = |total: Fen, floor: Fen, starts: Instant| {
                let sold =
                    Sold { confirmed: true, total, kept: total, fees: Fen::ZERO, floor, starts, terms: &terms };
                sold.cancellation(now).fee.0
            };
            let later = match cut {
                Cut::From(day) => start() + (day - today()),
                Cut::Units { .. } => start(),
            };
            let apart = fee(stays.total(), stays.floor, start()) + fee(goes.total(), goes.floor, later);
            prop_assert!(apart + 1 >= fee(stays.total() + goes.total(), Fen(floor), start()));
        }
    }
}
