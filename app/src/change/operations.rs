//! What becomes another thing, in words.

use domain::{Kind, change::Operation};
use i18n::{Script, format, t};

/// A line: what, before, after.
pub(super) fn rows(script: Script, kind: Kind, operations: &[Operation]) -> Vec<(String, String, String)> {
    let count = |number: &u32| number.to_string();
    let list = |names: &Vec<String>| {
        let all = (!names.is_empty()).then(|| names.join(&t!(script, "list-comma")));
        all.unwrap_or_else(|| t!(script, "change-none"))
    };
    operations
        .iter()
        .map(|operation| match operation {
            Operation::Offer(from, to) => (t!(script, "change-offer"), from.clone(), to.clone()),
            Operation::Day(from, to) => (day_label(script, kind), format::day(script, *from), format::day(script, *to)),
            Operation::Time(from, to) => (t!(script, "change-time"), format::time(*from), format::time(*to)),
            Operation::Nights(from, to) => (t!(script, "search-nights"), count(from), count(to)),
            Operation::Rooms(from, to) => (t!(script, "search-rooms"), count(from), count(to)),
            Operation::Heads(from, to) => (heads_label(script, kind), count(from), count(to)),
            Operation::Extras(from, to) => (t!(script, "extras"), list(from), list(to)),
        })
        .collect()
}

/// The same in one line each.
pub(super) fn lines(script: Script, kind: Kind, operations: &[Operation]) -> Vec<String> {
    rows(script, kind, operations)
        .into_iter()
        .map(|(what, from, to)| t!(script, "change-line", what = what, from = from, to = to))
        .collect()
}

fn day_label(script: Script, kind: Kind) -> String {
    match kind {
        Kind::Stay => t!(script, "search-arrive"),
        Kind::Venue => t!(script, "search-day"),
        Kind::Trip => t!(script, "search-travel-day"),
    }
}

fn heads_label(script: Script, kind: Kind) -> String {
    match kind {
        Kind::Stay => t!(script, "search-guests"),
        Kind::Venue => t!(script, "search-heads"),
        Kind::Trip => t!(script, "search-passengers"),
    }
}
