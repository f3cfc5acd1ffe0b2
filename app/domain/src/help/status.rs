//! Where the versions of an article stand at an instant.

use serde::{Deserialize, Serialize};

use crate::{Instant, word::words};

/// Where a version, or an article, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HelpStatus {
    /// Nobody has said when it is to be shown.
    Draft,
    /// It will be shown.
    Scheduled,
    /// It is shown.
    Published,
    /// It was taken back.
    Withdrawn,
    /// A later one has followed it; no article stands so.
    Past,
}

words!(HelpStatus {
    Draft = "draft",
    Scheduled = "scheduled",
    Published = "published",
    Withdrawn = "withdrawn",
    Past = "past",
});

/// What was said about showing a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// It is shown from then on; a draft has none.
    pub from: Option<Instant>,
    /// It was taken back then.
    pub withdrawn: Option<Instant>,
}

impl Shown {
    /// From when it is shown, unless it was taken back.
    fn stands_from(&self) -> Option<Instant> {
        self.from.filter(|_| self.withdrawn.is_none())
    }
}

/// Until when each version may be shown, the versions in the order of their numbers: until it was taken back, or until a later one
/// begins that was not. A version is in force from its instant until then.
#[must_use]
pub fn until(versions: &[Shown]) -> Vec<Option<Instant>> {
    let mut next: Option<Instant> = None;
    let mut ends: Vec<_> = versions
        .iter()
        .rev()
        .map(|version| {
            let end = version.withdrawn.or(next);
            next = [next, version.stands_from()].into_iter().flatten().min();
            end
        })
        .collect();
    ends.reverse();
    ends
}

/// Where each version stands, in the order of their numbers. The one in force is the latest that has begun and was not taken back.
#[must_use]
pub fn standing(versions: &[Shown], now: Instant) -> Vec<HelpStatus> {
    let current = versions.iter().rposition(|version| version.stands_from().is_some_and(|from| from <= now));
    let of = |(index, version): (usize, &Shown)| match (version.from, version.withdrawn) {
        (None, _) => HelpStatus::Draft,
        (Some(_), Some(_)) => HelpStatus::Withdrawn,
        (Some(_), None) if Some(index) == current => HelpStatus::Published,
        (Some(from), None) if from > now && current.is_none_or(|current| index > current) => HelpStatus::Scheduled,
        (Some(_), None) => HelpStatus::Past,
    };
    versions.iter().enumerate().map(of).collect()
}

/// Where an article stands whose versions stand so.
#[must_use]
pub fn overall(standing: &[HelpStatus]) -> HelpStatus {
    [HelpStatus::Published, HelpStatus::Scheduled, HelpStatus::Withdrawn]
        .into_iter()
        .find(|status| standing.contains(status))
        .unwrap_or(HelpStatus::Draft)
}
