//! When what is sold, at what price, and how much of it: the slices of a resource around a day.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use domain::{
    Instant,
    time::{at, to_micros},
};
use entity::slice;
use rand::{Rng, rngs::StdRng};
use sea_orm::ActiveValue::{NotSet, Set};

use super::content::Cut;

/// Days before today that are kept, so that there is a past to look at.
const PAST: u64 = 12;
/// Days ahead for which nights are sold.
const NIGHTS: u64 = 120;
/// Days ahead for which slots and departures are sold.
const DAYS: u64 = 30;

/// Half hours in which parties are received.
const OPEN: [(u32, u32); 2] = [(11, 14), (17, 21)];

/// The first days of the lunar year, for which rooms are dearer.
const SPRING: [(i32, u32, u32); 4] = [(2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13)];

/// A slice before it belongs to a resource.
pub(super) struct Cell {
    pub(super) day: NaiveDate,
    pub(super) starts: Instant,
    pub(super) ends: Instant,
    pub(super) capacity: i32,
    /// Yuan.
    pub(super) price: i64,
}

impl Cell {
    /// The row of a resource.
    pub(super) fn row(&self, resource_id: i64) -> slice::ActiveModel {
        slice::ActiveModel {
            id: NotSet,
            resource_id: Set(resource_id),
            day: Set(self.day),
            starts_at: Set(to_micros(self.starts)),
            ends_at: Set(to_micros(self.ends)),
            capacity: Set(self.capacity),
            taken: Set(0),
            price_fen: Set(self.price * 100),
            closed: Set(false),
            closed_hans: Set(None),
            closed_hant: Set(None),
        }
    }
}

/// The slices of a resource around `today`. What the house has given to agencies is missing from the capacity: more of it
/// on near and popular days, all of it on some.
pub(super) fn cells(cut: &Cut, today: NaiveDate, rng: &mut StdRng) -> Vec<Cell> {
    match cut {
        Cut::Nights { capacity, price, weekend, holiday } => days(today, NIGHTS)
            .map(|day| {
                let dear = if is_holiday(day) { *holiday } else { i64::from(is_busy_night(day)) * weekend };
                Cell {
                    day,
                    starts: clock(day, 14, 0),
                    ends: clock(day + Days::new(1), 12, 0),
                    capacity: left(*capacity, day, today, rng),
                    price: price + dear,
                }
            })
            .collect(),
        Cut::Slots { capacity, price, weekend, evening } => half_hours(today)
            .map(|(day, starts)| {
                let late = i64::from(starts >= clock(day, 17, 0)) * evening;
                slot(day, starts, *capacity, price + late + i64::from(is_weekend(day)) * weekend)
            })
            .collect(),
        Cut::Starts { capacity } => half_hours(today).map(|(day, starts)| slot(day, starts, *capacity, 0)).collect(),
        Cut::Departures { times, minutes, capacity, price, weekend } => days(today, DAYS)
            .flat_map(|day| times.iter().map(move |time| (day, at(day, *time))))
            .map(|(day, starts)| Cell {
                day,
                starts,
                ends: starts + TimeDelta::minutes(*minutes),
                capacity: left(*capacity, day, today, rng),
                price: price + i64::from(is_weekend(day)) * weekend,
            })
            .collect(),
    }
}

fn slot(day: NaiveDate, starts: Instant, capacity: i32, price: i64) -> Cell {
    Cell { day, starts, ends: starts + TimeDelta::minutes(30), capacity, price }
}

fn days(today: NaiveDate, ahead: u64) -> impl Iterator<Item = NaiveDate> {
    let first = today.checked_sub_days(Days::new(PAST)).unwrap_or(today);
    first.iter_days().take(usize::try_from(PAST + ahead).unwrap_or(usize::MAX))
}

fn half_hours(today: NaiveDate) -> impl Iterator<Item = (NaiveDate, Instant)> {
    days(today, DAYS).flat_map(|day| {
        OPEN.into_iter()
            .flat_map(|(first, last)| first..last)
            .flat_map(move |hour| [(day, clock(day, hour, 0)), (day, clock(day, hour, 30))])
    })
}

fn clock(day: NaiveDate, hour: u32, minute: u32) -> Instant {
    at(day, NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

/// What is left of a capacity for us. The near future is thinner; about one popular day in nine is gone.
fn left(capacity: i32, day: NaiveDate, today: NaiveDate, rng: &mut StdRng) -> i32 {
    let ahead = (day - today).num_days();
    let (luck, share): (u32, i32) = (rng.random_range(0..100), rng.random_range(0..=100));
    let (gone, most) = match ahead {
        ..0 => (0, 0),
        0..=20 => (6, 60),
        21..=60 => (3, 35),
        _ => (0, 15),
    };
    let gone = if is_busy_night(day) { gone * 2 } else { gone };
    if luck < gone { 0 } else { capacity - capacity * (share * most / 100) / 100 }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn is_busy_night(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Fri | Weekday::Sat) || is_holiday(day)
}

/// New Year, the first week of the lunar year, the first days of May and October.
fn is_holiday(day: NaiveDate) -> bool {
    let spring = SPRING.iter().filter_map(|(year, month, first)| NaiveDate::from_ymd_opt(*year, *month, *first));
    matches!((day.month(), day.day()), (1, 1) | (5, 1..=4) | (10, 1..=6) | (12, 24 | 31))
        || spring.into_iter().any(|first| (0..7).contains(&(day - first).num_days()))
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn cut(cut: &Cut) -> Vec<Cell> {
        cells(cut, today(), &mut StdRng::seed_from_u64(1))
    }

    #[test]
    fn nights_are_dearer_at_weekends_and_on_holidays() {
        let cells = cut(&Cut::Nights { capacity: 10, price: 400, weekend: 100, holiday: 300 });
        let price = |month, day| {
            let wanted = NaiveDate::from_ymd_opt(if month == 11 { 2026 } else { 2027 }, month, day).unwrap();
            cells.iter().find(|cell| cell.day == wanted).map(|cell| cell.price)
        };
        assert_eq!(price(11, 24), Some(400));
        assert_eq!(price(11, 27), Some(500));
        assert_eq!(price(1, 1), Some(700));
        assert_eq!(price(2, 8), Some(700));
    }

    #[test]
    fn some_nights_are_gone_and_the_past_is_whole() {
        let cells = cut(&Cut::Nights { capacity: 10, price: 400, weekend: 0, holiday: 0 });
        assert!(cells.iter().any(|cell| cell.capacity == 0));
        assert!(cells.iter().all(|cell| (0..=10).contains(&cell.capacity)));
        assert!(cells.iter().filter(|cell| cell.day < today()).all(|cell| cell.capacity == 10));
    }

    #[test]
    fn slots_follow_one_another_within_the_opening_hours() {
        let cells = cut(&Cut::Slots { capacity: 10, price: 100, weekend: 0, evening: 20 });
        let day: Vec<_> = cells.iter().filter(|cell| cell.day == today()).collect();
        assert_eq!(day.len(), 14);
        assert_eq!(day.windows(2).filter(|pair| pair[0].ends == pair[1].starts).count(), 12);
        assert_eq!((day[0].price, day[13].price), (100, 120));
    }
}
