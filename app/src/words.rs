//! Refusals and faults in words.

use domain::{Fault, Instant, Rule, Shortage};
use i18n::{Arg, Script, format, t, text, text_with};

/// What the code of a refusal begins with that is about a field: `fault-voucher-over`.
pub const FAULT: &str = "fault-";

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
        Rule::Over(at) | Rule::QuoteOver(at) | Rule::NoFreeMove(at) => since(script, &id, *at),
        _ => text(script, &id),
    }
}

/// A refusal with since when it stands, where that is known.
fn since(script: Script, id: &str, at: Option<Instant>) -> String {
    let dated = |at| text_with(script, &format!("{id}-since"), &[("time", Arg::from(format::moment_full(script, at)))]);
    at.map_or_else(|| text(script, id), dated)
}

/// A refusal of which nothing but its code is known: words that name no time, no amount. Nothing for a code that there is not.
#[must_use]
pub fn about(script: Script, code: &str) -> Option<String> {
    let fault = code.starts_with(FAULT).then(|| code.to_owned());
    let ids = [Some(format!("about-{code}")), Some(format!("rule-{code}")), fault];
    let texts = ids.into_iter().flatten().filter(|id| i18n::has(script, id)).map(|id| text(script, &id));
    texts.into_iter().find(|words| !words.contains('{'))
}

/// The same; that the request was not understood where the code says nothing.
#[must_use]
pub fn coded(script: Script, code: &str) -> String {
    about(script, code).unwrap_or_else(|| t!(script, "rule-bad-request"))
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
    match (fault.bound, fault.day) {
        (Some(bound), _) => text_with(script, &id, &[("bound", Arg::from(bound))]),
        (None, Some(day)) => text_with(script, &id, &[("day", Arg::from(format::day(script, day)))]),
        (None, None) => text(script, &id),
    }
}
