//! Instants and business days. Business days are those of Asia/Shanghai, which is +08:00 all year, so that no zone
//! table is needed.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};

/// A point in time, whole microseconds, UTC.
pub type Instant = DateTime<Utc>;

/// Eight hours, the offset of the business's clock.
const AHEAD: TimeDelta = TimeDelta::hours(8);

/// The offset of the business's clock from UTC.
#[must_use]
pub fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| unreachable!("eight hours are a valid offset"))
}

/// The business day on which an instant falls.
#[must_use]
pub fn day_of(instant: Instant) -> NaiveDate {
    instant.naive_utc().checked_add_signed(AHEAD).map_or(NaiveDate::MAX, |local| local.date())
}

/// The wall-clock time at an instant.
#[must_use]
pub fn wall_time(instant: Instant) -> NaiveTime {
    instant.with_timezone(&zone()).time()
}

/// The instant at which the business's clock shows `time` on `day`.
#[must_use]
pub fn at(day: NaiveDate, time: NaiveTime) -> Instant {
    day.and_time(time).checked_sub_signed(AHEAD).map_or(DateTime::<Utc>::MIN_UTC, |utc| utc.and_utc())
}

/// As the database keeps it: microseconds since 1970-01-01T00:00:00Z.
#[must_use]
pub fn to_micros(instant: Instant) -> i64 {
    instant.timestamp_micros()
}

/// From what the database keeps. Out of range gives the far past, which is expired everywhere.
#[must_use]
pub fn from_micros(micros: i64) -> Instant {
    DateTime::from_timestamp_micros(micros).unwrap_or(DateTime::<Utc>::MIN_UTC)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_business_day_begins_at_sixteen_hours_utc() {
        let midnight: Instant = "2026-11-23T16:00:00Z".parse().unwrap();
        let tick = TimeDelta::microseconds(1);
        assert_eq!(day_of(midnight).to_string(), "2026-11-24");
        assert_eq!(day_of(midnight - tick).to_string(), "2026-11-23");
        assert_eq!(wall_time(midnight), NaiveTime::MIN);
        assert_eq!(at(day_of(midnight), NaiveTime::MIN), midnight);
    }

    proptest! {
        #[test]
        fn instants_survive_the_database(micros in -60_000_000_000_000_000i64..250_000_000_000_000_000) {
            let instant = from_micros(micros);
            prop_assert_eq!(to_micros(instant), micros);
            prop_assert_eq!(at(day_of(instant), wall_time(instant)), instant);
        }

        #[test]
        fn no_number_panics(micros: i64) {
            let instant = from_micros(micros);
            let _ = (day_of(instant), wall_time(instant), to_micros(instant));
        }
    }
}
