//! When people are told: how long a delivery is tried, when no phone is to ring, when the service is near.

use chrono::{NaiveTime, TimeDelta};

use super::{Channel, Topic};
use crate::{
    Instant, Kind,
    time::{at, day_of, wall_time},
};

/// After so many seconds a delivery that failed is tried again; the last wait serves for all that follow.
pub const BACK_OFF: [i64; 6] = [10, 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600];

/// After so many tries staff decide.
pub const MOST_TRIES: u32 = 8;

/// From this hour of the evening on no phone rings for what can wait …
pub const QUIET_FROM: u32 = 21;

/// … until this hour of the morning.
pub const QUIET_UNTIL: u32 = 8;

/// A reminder that would come in the quiet hours, and too late after them, comes at this hour of the evening before.
const EVENING: u32 = 20;

/// A reminder is of use until so long before the service.
const USEFUL: TimeDelta = TimeDelta::hours(1);

/// How long to wait after so many tries that failed; `None` when it is given up.
#[must_use]
pub fn back_off(tries: u32) -> Option<TimeDelta> {
    if tries >= MOST_TRIES {
        return None;
    }
    let step = usize::try_from(tries).unwrap_or(usize::MAX).saturating_sub(1).min(BACK_OFF.len() - 1);
    Some(TimeDelta::seconds(BACK_OFF[step]))
}

impl Topic {
    /// It can wait for the morning. What the customer waits for himself, and money that came unlooked for, cannot: he may be
    /// about to book elsewhere or to pay again.
    #[must_use]
    pub const fn can_wait(self) -> bool {
        match self {
            Self::Expired | Self::Refunded | Self::Reminder | Self::Invoiced | Self::Rate => true,
            Self::Placed
            | Self::Confirmed
            | Self::Returned
            | Self::Changed
            | Self::Changing
            | Self::Unchanged
            | Self::Cancelled
            | Self::Divided
            | Self::Asked
            | Self::Answered
            | Self::Question
            | Self::Handed
            | Self::Postponed => false,
        }
    }
}

/// The first instant from `now` on at which a notice may go out. Mail makes no noise and may always.
#[must_use]
pub fn may_go(topic: Topic, channel: Channel, now: Instant) -> Instant {
    if channel == Channel::Sms && topic.can_wait() { quiet_until(now).unwrap_or(now) } else { now }
}

/// The service is near from then on: a day before a stay or a visit, three hours before a coach leaves, by day.
#[must_use]
pub fn remind_at(kind: Kind, starts: Instant) -> Instant {
    let ahead = match kind {
        Kind::Stay | Kind::Venue => TimeDelta::hours(24),
        Kind::Trip => TimeDelta::hours(3),
    };
    let near = starts.checked_sub_signed(ahead).unwrap_or(starts);
    match quiet_until(near) {
        None => near,
        Some(morning) if starts.signed_duration_since(morning) >= USEFUL => morning,
        Some(morning) => morning - TimeDelta::hours(i64::from(24 + QUIET_UNTIL - EVENING)),
    }
}

/// The end of the quiet hours, if it is one of them.
fn quiet_until(now: Instant) -> Option<Instant> {
    let (day, time) = (day_of(now), wall_time(now));
    if time < hour(QUIET_UNTIL) {
        Some(at(day, hour(QUIET_UNTIL)))
    } else if time >= hour(QUIET_FROM) {
        Some(at(day.succ_opt()?, hour(QUIET_UNTIL)))
    } else {
        None
    }
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Instant {
        format!("{text}:00+08:00").parse().unwrap()
    }

    #[test]
    fn the_waits_grow_and_come_to_an_end() {
        let waits: Vec<_> = (1..=8).map(|tries| back_off(tries).map(|wait| wait.num_seconds())).collect();
        let expected = [Some(10), Some(60), Some(300), Some(1800), Some(7200), Some(21600), Some(21600), None];
        assert_eq!(waits, expected);
        assert_eq!(back_off(u32::MAX), None);
        assert_eq!(back_off(0), Some(TimeDelta::seconds(10)));
    }

    #[test]
    fn no_phone_rings_at_night_for_what_can_wait() {
        for (now, goes) in [
            ("2026-11-24T20:59", "2026-11-24T20:59"),
            ("2026-11-24T21:00", "2026-11-25T08:00"),
            ("2026-11-24T00:00", "2026-11-24T08:00"),
            ("2026-11-24T07:59", "2026-11-24T08:00"),
            ("2026-11-24T08:00", "2026-11-24T08:00"),
        ] {
            assert_eq!(may_go(Topic::Reminder, Channel::Sms, instant(now)), instant(goes), "{now}");
            assert_eq!(may_go(Topic::Reminder, Channel::Mail, instant(now)), instant(now), "{now}");
            assert_eq!(may_go(Topic::Confirmed, Channel::Sms, instant(now)), instant(now), "{now}");
        }
    }

    #[test]
    fn reminders_come_by_day_and_in_time() {
        for (kind, starts, reminds) in [
            (Kind::Stay, "2026-11-25T14:00", "2026-11-24T14:00"),
            (Kind::Venue, "2026-11-25T22:00", "2026-11-25T08:00"),
            (Kind::Trip, "2026-11-25T15:00", "2026-11-25T12:00"),
            (Kind::Trip, "2026-11-25T09:00", "2026-11-25T08:00"),
            (Kind::Trip, "2026-11-25T08:59", "2026-11-24T20:00"),
            (Kind::Trip, "2026-11-25T02:00", "2026-11-24T20:00"),
            (Kind::Trip, "2026-11-25T00:30", "2026-11-24T20:00"),
            (Kind::Trip, "2026-11-25T00:00", "2026-11-24T20:00"),
        ] {
            assert_eq!(remind_at(kind, instant(starts)), instant(reminds), "{kind} {starts}");
        }
    }

    #[test]
    fn the_end_of_time_is_no_reason_to_panic() {
        let _ = may_go(Topic::Reminder, Channel::Sms, Instant::MAX_UTC);
        let _ = remind_at(Kind::Stay, Instant::MIN_UTC);
    }
}
