//! Amounts, days and times as a reader sees them. Business time is +08:00 all year.
//!
//! Small on purpose: this part reaches the browser.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc, Weekday};

use crate::Script;

/// An amount in fen: `¥1,280`, with fen only where there are any: `¥1,280.50`.
#[must_use]
pub fn money(fen: i64) -> String {
    let size = fen.unsigned_abs();
    let digits = (size / 100).to_string();
    let mut out = String::with_capacity(digits.len() * 2 + 6);
    if fen < 0 {
        // The true minus sign: a hyphen could be parted from the amount at a line's end.
        out.push('−');
    }
    out.push('¥');
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    match size % 100 {
        0 => {}
        cents => {
            out.push('.');
            push_two(&mut out, u32::try_from(cents).unwrap_or(0));
        }
    }
    out
}

/// Currencies that have no smaller unit.
const WHOLE: [&str; 5] = ["CLP", "ISK", "JPY", "KRW", "VND"];

/// An amount of a currency, in its smallest unit: ours as [`money`] writes it, any other with its code, `USD 12.80`. A blank
/// currency is ours.
#[must_use]
pub fn money_in(currency: &str, amount: i64) -> String {
    match currency {
        "" | "CNY" => money(amount),
        _ => {
            let amount = if WHOLE.contains(&currency) { amount.saturating_mul(100) } else { amount };
            money(amount).replacen('¥', &format!("{currency} "), 1)
        }
    }
}

/// The day of the week: `周二`, `週二`.
#[must_use]
pub const fn weekday(script: Script, day: Weekday) -> &'static str {
    let names = match script {
        Script::Hans => ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        Script::Hant => ["週一", "週二", "週三", "週四", "週五", "週六", "週日"],
    };
    names[day.num_days_from_monday() as usize]
}

/// A day in full: `2026年11月24日 周二`.
#[must_use]
pub fn day(script: Script, day: NaiveDate) -> String {
    format!("{}年{}", day.year(), day_short(script, day))
}

/// A day without its year: `11月24日 周二`.
#[must_use]
pub fn day_short(script: Script, day: NaiveDate) -> String {
    format!("{}月{}日 {}", day.month(), day.day(), weekday(script, day.weekday()))
}

/// The month a day is in: `2026年11月`.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    format!("{}年{}月", day.year(), day.month())
}

/// The days of the week from Monday on.
#[must_use]
pub fn weekdays(script: Script) -> [&'static str; 7] {
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun]
        .map(|day| weekday(script, day))
}

/// A time of day: `14:00`.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    let mut out = String::with_capacity(5);
    push_two(&mut out, time.hour());
    out.push(':');
    push_two(&mut out, time.minute());
    out
}

/// An instant on the business's clock, without its year: `11月24日 周二 14:00`.
#[must_use]
pub fn moment(script: Script, instant: DateTime<Utc>) -> String {
    let local = local(instant);
    format!("{} {}", day_short(script, local.date()), time(local.time()))
}

/// An instant on the business's clock, in full: `2026年11月24日 周二 14:00`.
#[must_use]
pub fn moment_full(script: Script, instant: DateTime<Utc>) -> String {
    let local = local(instant);
    format!("{} {}", day(script, local.date()), time(local.time()))
}

fn local(instant: DateTime<Utc>) -> NaiveDateTime {
    let utc = instant.naive_utc();
    utc.checked_add_signed(TimeDelta::hours(8)).unwrap_or(utc)
}

/// Two digits, without the weight of the formatting machinery.
fn push_two(out: &mut String, number: u32) {
    out.extend([number / 10 % 10, number % 10].into_iter().filter_map(|digit| char::from_digit(digit, 10)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tuesday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    #[test]
    fn amounts_are_grouped_and_show_fen_only_where_there_are_any() {
        for (fen, shown) in [
            (0, "¥0"),
            (5, "¥0.05"),
            (99_900, "¥999"),
            (128_000, "¥1,280"),
            (128_050, "¥1,280.50"),
            (12_345_678_900, "¥123,456,789"),
            (-128_000, "−¥1,280"),
        ] {
            assert_eq!(money(fen), shown);
        }
        assert!(money(i64::MIN).starts_with('−'));
    }

    #[test]
    fn another_currency_is_named() {
        assert_eq!(money_in("CNY", 128_050), "¥1,280.50");
        assert_eq!(money_in("", 100), "¥1");
        assert_eq!(money_in("USD", 128_050), "USD 1,280.50");
        assert_eq!(money_in("USD", -5), "−USD 0.05");
        assert_eq!(money_in("JPY", 1_280), "JPY 1,280");
    }

    #[test]
    fn days_are_written_in_each_script() {
        assert_eq!(day(Script::Hans, tuesday()), "2026年11月24日 周二");
        assert_eq!(day(Script::Hant, tuesday()), "2026年11月24日 週二");
        assert_eq!(day_short(Script::Hans, tuesday()), "11月24日 周二");
        assert_eq!(weekday(Script::Hant, Weekday::Sun), "週日");
    }

    #[test]
    fn instants_are_shown_on_the_business_clock() {
        let late = tuesday().and_hms_opt(18, 5, 0).unwrap().and_utc();
        assert_eq!(moment(Script::Hans, late), "11月25日 周三 02:05");
        assert_eq!(moment_full(Script::Hant, late), "2026年11月25日 週三 02:05");
        assert_eq!(time(NaiveTime::from_hms_opt(14, 0, 59).unwrap()), "14:00");
    }

    #[test]
    fn the_ends_of_time_do_not_fail() {
        assert!(!moment_full(Script::Hans, DateTime::<Utc>::MAX_UTC).is_empty());
        assert!(!moment_full(Script::Hans, DateTime::<Utc>::MIN_UTC).is_empty());
    }
}
