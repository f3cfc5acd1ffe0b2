//! Refusals and faults in words.

use domain::{Fault, Rule, Shortage};
use i18n::{Arg, Script, format, t, text, text_with};

/// A refusal in the reader's script.
#[must_use]
pub fn rule(script: Script, rule: &Rule) -> String {
    let id = format!("rule-{}", rule.code());
    match rule {
        Rule::Full(shortage) => self::shortage(script, shortage),
        Rule::Repriced(price) => text_with(script, &id, &[("price", Arg::from(format::money(price.0)))]),
        Rule::RefundNow(refund) => text_with(script, &id, &[("refund", Arg::from(format::money(refund.0)))]),
        Rule::TooLate(until) => text_with(script, &id, &[("time", Arg::from(format::moment_full(script, *until)))]),
        Rule::TooMany(again) => text_with(script, &id, &[("time", Arg::from(format::moment(script, *again)))]),
        _ => text(script, &id),
    }
}

/// A refusal of which nothing but its code is known.
#[must_use]
pub fn coded(script: Script, code: &str) -> String {
    let id = format!("rule-{code}");
    if i18n::has(script, &id) && Rule::is_plain(code) { text(script, &id) } else { t!(script, "rule-bad-request") }
}

/// City and address as one line; an address that names its city stands alone.
#[must_use]
pub fn address(city: &str, address: &str) -> String {
    if address.contains(city) { address.to_owned() } else { format!("{city} {address}") }
}

/// Why something cannot be had, in the reader's script.
#[must_use]
pub fn shortage(script: Script, shortage: &Shortage) -> String {
    match shortage {
        Shortage::Sold => t!(script, "rule-full-sold"),
        Shortage::Held => t!(script, "rule-full-held"),
        Shortage::Closed(reason) => t!(script, "rule-closed", reason = reason.clone()),
        Shortage::Few(free) => t!(script, "rule-full-few", free = i64::from(*free)),
        Shortage::Paced => t!(script, "rule-full-paced"),
        Shortage::None => t!(script, "rule-not-offered"),
    }
}

/// The same in a word or two, for a slot in a grid.
#[must_use]
pub fn shortage_in_short(script: Script, shortage: &Shortage) -> String {
    match shortage {
        Shortage::Sold => t!(script, "slot-sold"),
        Shortage::Held => t!(script, "slot-held"),
        Shortage::Closed(_) => t!(script, "slot-closed"),
        Shortage::Few(free) => t!(script, "slot-few", free = i64::from(*free)),
        Shortage::Paced => t!(script, "slot-paced"),
        Shortage::None => t!(script, "slot-none"),
    }
}

/// A field's fault in the reader's script.
#[must_use]
pub fn fault(script: Script, fault: &Fault) -> String {
    let id = format!("fault-{}", fault.code);
    fault.bound.map_or_else(|| text(script, &id), |bound| text_with(script, &id, &[("bound", Arg::from(bound))]))
}
