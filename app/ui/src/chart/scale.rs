//! Where things are in a chart: whole numbers only, so that server and tests agree to the last digit.

/// Steps of an axis at most.
const STEPS: u64 = 4;

/// An axis from nothing to a round number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// Its end; at least 1.
    pub(super) top: u64,
    /// From one mark to the next: 1, 2 or 5, and zeros.
    pub(super) step: u64,
}

impl Scale {
    /// An axis for values up to this one.
    pub(super) const fn of(most: u64) -> Self {
        let least = most.div_ceil(STEPS);
        let mut ten = 1_u64;
        loop {
            let mut index = 0;
            while index < 3 {
                let step = ten.saturating_mul([1, 2, 5][index]);
                if step >= least {
                    let steps = if most == 0 { 1 } else { most.div_ceil(step) };
                    return Self { top: step.saturating_mul(steps), step };
                }
                index += 1;
            }
            ten = ten.saturating_mul(10);
        }
    }

    /// Its marks, from nothing up.
    pub(super) fn marks(self) -> Vec<u64> {
        (0..=self.top / self.step).map(|count| count * self.step).collect()
    }

    /// The share of `length` that a value takes.
    pub(super) fn share(self, value: u64, length: u32) -> u32 {
        let share = u128::from(value.min(self.top)) * u128::from(length) / u128::from(self.top.max(1));
        u32::try_from(share).unwrap_or(length)
    }
}

/// A part of the width as an attribute says it: `part` of `whole`, in percent with three decimals.
pub(super) fn percent(part: u64, whole: u64) -> String {
    let thousandths = u128::from(part) * 100_000 / u128::from(whole.max(1));
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// The middle of one of so many places side by side.
pub(super) fn middle(index: usize, count: usize) -> String {
    percent(2 * index as u64 + 1, 2 * count as u64)
}

/// Which of so many places are named where there is room for so many names: evenly apart, from the first on.
pub(super) fn is_named(index: usize, count: usize, room: usize) -> bool {
    index.is_multiple_of(count.div_ceil(room.max(1)).max(1))
}

/// A whole number with its thousands apart: `12,500`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number_and_has_few_marks() {
        for (most, marks) in [
            (0, vec![0, 1]),
            (1, vec![0, 1]),
            (3, vec![0, 1, 2, 3]),
            (5, vec![0, 2, 4, 6]),
            (17, vec![0, 5, 10, 15, 20]),
            (40, vec![0, 10, 20, 30, 40]),
            (41, vec![0, 20, 40, 60]),
            (12_345, vec![0, 5_000, 10_000, 15_000]),
        ] {
            assert_eq!(Scale::of(most).marks(), marks, "{most}");
        }
    }

    #[test]
    fn every_value_is_on_its_axis() {
        let mut most = 1_u64;
        while let Some(next) = most.checked_mul(3) {
            for value in [most - 1, most, most + 1] {
                let scale = Scale::of(value);
                assert!(scale.top >= value && scale.marks().len() <= 5, "{value}: {scale:?}");
                assert_eq!(scale.share(scale.top, 160), 160);
                assert!(scale.share(value, 160) <= 160);
            }
            most = next;
        }
        assert_eq!(Scale::of(u64::MAX).share(u64::MAX, 160), 160, "the largest number of all is drawn too");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(Scale::of(0).share(0, 160), 0);
        assert_eq!(Scale::of(7).share(0, 160), 0);
    }

    #[test]
    fn places_share_the_width() {
        assert_eq!(
            (middle(0, 1).as_str(), middle(0, 2).as_str(), middle(1, 2).as_str()),
            ("50.000%", "25.000%", "75.000%")
        );
        assert_eq!(percent(1, 3), "33.333%");
        assert_eq!(percent(0, 0), "0.000%");
    }

    #[test]
    fn no_more_places_are_named_than_there_is_room_for() {
        for count in 0..800 {
            let named = (0..count).filter(|index| is_named(*index, count, 6)).count();
            assert!(named <= 6 && (count == 0 || named > 0), "{named} of {count}");
            assert!(count < 7 || named >= 4, "{named} of {count}");
        }
        assert!(is_named(0, 1, 0));
    }

    #[test]
    fn thousands_are_apart() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
