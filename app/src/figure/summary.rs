//! The figures of a whole span at a glance, and how they have changed against the span before.

use std::cmp::Ordering;

use domain::figure::{FiguresPage, Share, Targets};
use i18n::{Script, t};
use leptos::prelude::*;
use ui::{StatItem, Stats, Tone};

use super::words::{days, made_of, minutes, permille, rate};
use crate::Viewer;

/// The figures of a span.
#[component]
pub(super) fn Summary(
    /// The page.
    page: FiguresPage,
) -> impl IntoView {
    let script = Viewer::current().script;
    let (total, earlier) = (page.total, page.earlier);
    let items = vec![
        volume(script, total.rounds, earlier.rounds),
        of_rate(script, t!(script, "figure-first"), total.first(), earlier.first(), Targets::HOUSE.kept),
        of_rate(script, t!(script, "figure-answer"), total.answer(), earlier.answer(), Targets::HOUSE.kept),
        of_rate(script, t!(script, "figure-right"), total.right(), earlier.right(), Targets::HOUSE.accurate),
        of_rate(
            script,
            t!(script, "figure-satisfied"),
            total.satisfied(),
            earlier.satisfied(),
            Targets::HOUSE.satisfied,
        ),
        average(script, total.average(), earlier.average()),
    ];
    view! {
        <Stats items=items />
        <p class="muted">{t!(script, "figure-compared", before = days(script, page.before))}</p>
    }
}

fn volume(script: Script, now: u32, before: u32) -> StatItem {
    let change = match now.cmp(&before) {
        Ordering::Greater => t!(script, "figure-more-rounds", count = now - before),
        Ordering::Less => t!(script, "figure-fewer-rounds", count = before - now),
        Ordering::Equal => t!(script, "figure-same"),
    };
    let value = t!(script, "figure-count", count = now);
    StatItem { label: t!(script, "figure-rounds"), value, change, ..StatItem::default() }
}

fn of_rate(script: Script, label: String, now: Share, before: Share, target: u32) -> StatItem {
    let note = t!(script, "figure-note", made = made_of(script, now), target = permille(target));
    let change = match now.over(before) {
        None => t!(script, "figure-nothing-before"),
        Some(0) => t!(script, "figure-same"),
        Some(over) if over > 0 => t!(script, "figure-more-points", points = points(over)),
        Some(under) => t!(script, "figure-fewer-points", points = points(under)),
    };
    StatItem { label, value: rate(now), note, change, tone: tone(now.over(before).map(|over| over.cmp(&0))) }
}

fn average(script: Script, now: Option<u32>, before: Option<u32>) -> StatItem {
    let change = match now.zip(before) {
        None => t!(script, "figure-nothing-before"),
        Some((now, before)) if now > before => t!(script, "figure-longer", time = minutes(script, now - before)),
        Some((now, before)) if now < before => t!(script, "figure-shorter", time = minutes(script, before - now)),
        Some(_) => t!(script, "figure-same"),
    };
    StatItem {
        label: t!(script, "figure-average"),
        value: now.map_or_else(|| "—".to_owned(), |now| minutes(script, now)),
        note: t!(script, "figure-average-note"),
        change,
        // Less is better.
        tone: tone(now.zip(before).map(|(now, before)| before.cmp(&now))),
    }
}

const fn tone(better: Option<Ordering>) -> Tone {
    match better {
        Some(Ordering::Greater) => Tone::Good,
        Some(Ordering::Less) => Tone::Bad,
        Some(Ordering::Equal) | None => Tone::Plain,
    }
}

/// Thousandths as points of a percentage, without a sign.
fn points(permille: i64) -> String {
    let size = permille.unsigned_abs();
    format!("{}.{}", size / 10, size % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_said_without_a_sign_and_its_tone_says_whether_it_is_good() {
        assert_eq!((points(25), points(-1)), ("2.5".to_owned(), "0.1".to_owned()));
        let share = |part| Share { part, whole: 100 };
        let item = |now, before| of_rate(Script::Hans, String::new(), now, before, 950);
        assert_eq!(item(share(97), share(95)).tone, Tone::Good);
        assert_eq!(item(share(90), share(95)).tone, Tone::Bad);
        assert_eq!(item(share(90), Share::default()).tone, Tone::Plain);
        assert_eq!(average(Script::Hans, Some(30), Some(60)).tone, Tone::Good, "sooner is better");
        assert_eq!(volume(Script::Hans, 5, 9).tone, Tone::Plain, "more questions are neither");
    }
}
