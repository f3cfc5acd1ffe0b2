//! Reads a form's fields one after the other and collects every fault, so that the customer sees them all at once.

use std::str::FromStr;

use chrono::{Days, NaiveDate, NaiveTime};

use crate::{Fault, text};

/// Days ahead that can be searched and booked.
pub(crate) const AHEAD: u32 = 365;

/// Collects the faults of one form. After a fault a method gives a stand-in, which `done` keeps from getting out.
#[derive(Default)]
pub(crate) struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    /// Notes a fault.
    pub(crate) fn fault(&mut self, field: &str, code: &str) {
        self.faults.push(Fault::new(field, code));
    }

    /// Notes a fault with the bound that was broken.
    pub(crate) fn bound(&mut self, field: &str, code: &str, bound: impl Into<i64>) {
        self.faults.push(Fault::bound(field, code, bound.into()));
    }

    /// Notes faults found elsewhere.
    pub(crate) fn faults(&mut self, faults: Vec<Fault>) {
        self.faults.extend(faults);
    }

    /// A fault of the field was noted, so that its value is a stand-in.
    pub(crate) fn blames(&self, field: &str) -> bool {
        self.faults.iter().any(|fault| fault.field == field)
    }

    /// The value, unless there was a fault.
    pub(crate) fn done<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(self.faults),
        }
    }

    /// A whole number from `least` to `most`. Blank is `blank`, or a fault where there is none.
    pub(crate) fn number(&mut self, field: &str, typed: &str, blank: Option<u32>, least: u32, most: u32) -> u32 {
        if typed.trim().is_empty() {
            return blank.unwrap_or_else(|| {
                self.fault(field, "required");
                least
            });
        }
        match text::whole(typed) {
            None => self.fault(field, "not-a-number"),
            Some(number) if number < i64::from(least) => self.bound(field, "too-few", least),
            Some(number) => match u32::try_from(number) {
                Ok(number) if number <= most => return number,
                _ => self.bound(field, "too-many", most),
            },
        }
        least
    }

    /// A day. Blank is `blank`, or a fault where there is none.
    pub(crate) fn day(&mut self, field: &str, typed: &str, blank: Option<NaiveDate>) -> Option<NaiveDate> {
        if typed.trim().is_empty() {
            if blank.is_none() {
                self.fault(field, "required");
            }
            return blank;
        }
        let day = text::day(typed);
        if day.is_none() {
            self.fault(field, "not-a-date");
        }
        day
    }

    /// A day that can be booked: from today to [`AHEAD`] days ahead.
    pub(crate) fn day_ahead(
        &mut self,
        field: &str,
        typed: &str,
        blank: Option<NaiveDate>,
        today: NaiveDate,
    ) -> NaiveDate {
        let last = today.checked_add_days(Days::new(u64::from(AHEAD))).unwrap_or(NaiveDate::MAX);
        match self.day(field, typed, blank) {
            Some(day) if day < today => self.fault(field, "past"),
            Some(day) if day > last => self.bound(field, "too-far", AHEAD),
            Some(day) => return day,
            None => {}
        }
        today
    }

    /// A time of day; blank is none.
    pub(crate) fn time(&mut self, field: &str, typed: &str) -> Option<NaiveTime> {
        if typed.trim().is_empty() {
            return None;
        }
        let time = text::time(typed);
        if time.is_none() {
            self.fault(field, "not-a-time");
        }
        time
    }

    /// One line of at most so many characters; may be blank.
    pub(crate) fn line(&mut self, field: &str, typed: &str, most: u32) -> String {
        self.clean(field, text::line(typed), most)
    }

    /// Several lines of at most so many characters together; may be blank.
    pub(crate) fn lines(&mut self, field: &str, typed: &str, most: u32) -> String {
        self.clean(field, text::lines(typed), most)
    }

    fn clean(&mut self, field: &str, cleaned: Option<String>, most: u32) -> String {
        match cleaned {
            None => self.fault(field, "bad-characters"),
            Some(text) if text.chars().nth(most as usize).is_some() => self.bound(field, "too-long", most),
            Some(text) => return text,
        }
        String::new()
    }

    /// A person's name: 1–40 characters, a letter among them.
    pub(crate) fn name(&mut self, field: &str, typed: &str) -> String {
        if typed.trim().is_empty() {
            self.fault(field, "required");
            return String::new();
        }
        let name = self.line(field, typed, 40);
        if !self.blames(field) && !name.chars().any(char::is_alphanumeric) {
            self.fault(field, "bad-characters");
        }
        name
    }

    /// A word of ours, such as a city's key; blank stays blank.
    pub(crate) fn key(&mut self, field: &str, typed: &str) -> String {
        let key = typed.trim();
        if key.is_empty() || text::is_key(key) {
            return key.to_owned();
        }
        self.fault(field, "unknown");
        String::new()
    }

    /// Something that reads itself and says what is wrong by its error; blank is a fault.
    pub(crate) fn needed<T: FromStr<Err = &'static str>>(&mut self, field: &str, typed: &str) -> Option<T> {
        if typed.trim().is_empty() {
            self.fault(field, "required");
            return None;
        }
        self.optional(field, typed)
    }

    /// The same; blank is none.
    pub(crate) fn optional<T: FromStr<Err = &'static str>>(&mut self, field: &str, typed: &str) -> Option<T> {
        if typed.trim().is_empty() {
            return None;
        }
        typed.parse().map_err(|code| self.fault(field, code)).ok()
    }
}
