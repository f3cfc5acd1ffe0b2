//! Up to three things that really are free instead (B1): another time, another day, the same class elsewhere.

use chrono::{NaiveDate, NaiveTime};
use domain::{
    Fen, Instant, Kind,
    catalogue::{Alternative, Way, Wish},
    time::wall_time,
};
use entity::{extra, offer, place};
use i18n::Script;
use sea_orm::ConnectionTrait;

use super::{
    choice::{Choice, choices},
    elsewhere::Elsewhere,
    last_night,
    shelf::Shelf,
    shift,
};
use crate::Result;

/// Most alternatives to one wish.
const MOST: usize = 3;

/// How many days around the wish are looked at.
const DAYS: i64 = 7;

/// A wish that cannot be met.
pub(super) struct Ask<'a> {
    pub(super) offer: &'a offer::Model,
    pub(super) place: &'a place::Model,
    pub(super) wish: Wish,
    pub(super) extras: &'a [extra::Model],
}

/// Alternatives to each of the wishes, in their order. All wishes are for the same kind and share their queries.
pub(super) async fn alternatives(
    db: &impl ConnectionTrait,
    script: Script,
    asks: &[Ask<'_>],
    now: Instant,
) -> Result<Vec<Vec<Alternative>>> {
    let (Some(first), Some(last)) = (
        asks.iter().map(|ask| ask.wish.day).min(),
        asks.iter().map(|ask| last_night(ask.wish.day, ask.wish.nights)).max(),
    ) else {
        return Ok(Vec::new());
    };
    let days = (shift(first, -DAYS), shift(last, DAYS));
    let shelf = Shelf::load(db, asks.iter().map(|ask| ask.offer), days, now).await?;
    let usual = asks.iter().map(|ask| usual(&shelf, ask)).collect::<Result<Vec<_>>>()?;
    let elsewhere = Elsewhere::load(db, asks, &usual, now).await?;
    asks.iter()
        .zip(usual)
        .map(|(ask, usual)| {
            let kind = ask.offer.kind()?;
            let here = |way, choices: Vec<Choice<'_>>| {
                choices.iter().map(|choice| same(ask, kind, way, choice, script)).collect()
            };
            let times = here(Way::Time, other_times(&shelf, ask, kind));
            let dates = here(Way::Date, other_dates(&shelf, ask, kind));
            Ok(first_of_each([times, dates, elsewhere.of(ask, kind, usual, script)]))
        })
        .collect()
}

/// What a unit of the wish would have cost, then or on a day near it.
fn usual(shelf: &Shelf, ask: &Ask<'_>) -> Result<Option<Fen>> {
    let kind = ask.offer.kind()?;
    let days = (0..=DAYS).flat_map(|count| [count, -count]).map(|count| shift(ask.wish.day, count));
    let each = |day| {
        let choices = choices(shelf, ask.offer, kind, day, (ask.wish.nights, ask.wish.units));
        choices.iter().min_by_key(|choice| distance(choice, ask.wish.at)).map(Choice::each)
    };
    Ok(days.filter_map(each).next())
}

/// One of each way before the second of any.
fn first_of_each(ways: [Vec<Alternative>; 3]) -> Vec<Alternative> {
    let longest = ways.iter().map(Vec::len).max().unwrap_or(0);
    let mut chosen: Vec<Alternative> =
        (0..longest).flat_map(|round| ways.iter().filter_map(move |way| way.get(round))).take(MOST).cloned().collect();
    chosen.sort_by_key(|alternative| alternative.way as u8);
    chosen
}

/// Other slots of the day, the nearest first.
fn other_times<'a>(shelf: &'a Shelf, ask: &Ask<'_>, kind: Kind) -> Vec<Choice<'a>> {
    if kind == Kind::Stay {
        return Vec::new();
    }
    let mut free = free_on(shelf, ask, kind, ask.wish.day);
    free.retain(|choice| Some(wall_time(choice.starts())) != ask.wish.at);
    free.sort_by_key(|choice| distance(choice, ask.wish.at));
    free.truncate(MOST);
    free
}

/// The nearest other days, the later one first, each with the time nearest to the wish.
fn other_dates<'a>(shelf: &'a Shelf, ask: &Ask<'_>, kind: Kind) -> Vec<Choice<'a>> {
    let days = (1..=DAYS).flat_map(|count| [count, -count]).map(|count| shift(ask.wish.day, count));
    let best = |day| free_on(shelf, ask, kind, day).into_iter().min_by_key(|choice| distance(choice, ask.wish.at));
    days.filter_map(best).take(MOST).collect()
}

fn free_on<'a>(shelf: &'a Shelf, ask: &Ask<'_>, kind: Kind, day: NaiveDate) -> Vec<Choice<'a>> {
    let mut all = choices(shelf, ask.offer, kind, day, (ask.wish.nights, ask.wish.units));
    all.retain(Choice::is_free);
    all
}

/// The same offer at another time.
fn same(ask: &Ask<'_>, kind: Kind, way: Way, choice: &Choice<'_>, script: Script) -> Alternative {
    let wish = met(choice, kind, &ask.wish, ask.wish.units, ask.wish.extras.clone());
    let total = choice.total() + extras_total(ask.extras, &wish);
    let (slug, name) = (ask.offer.slug.clone(), full_name(ask.place, ask.offer, script));
    Alternative { way, slug, name, wish, total, free: choice.free() }
}

/// Place and offer.
pub(super) fn full_name(place: &place::Model, offer: &offer::Model, script: Script) -> String {
    format!("{} · {}", place.name().get(script), offer.name().get(script))
}

/// How far a choice is from a time of day.
pub(super) fn distance(choice: &Choice<'_>, wanted: Option<NaiveTime>) -> i64 {
    wanted.map_or(0, |wanted| (wall_time(choice.starts()) - wanted).num_minutes().abs())
}

/// The wish that a choice would meet.
pub(super) fn met(choice: &Choice<'_>, kind: Kind, wish: &Wish, units: u32, extras: Vec<String>) -> Wish {
    let at = (kind != Kind::Stay).then(|| wall_time(choice.starts()));
    Wish { day: domain::time::day_of(choice.starts()), units, at, extras, ..wish.clone() }
}

/// Price of those extras of an offer that a wish names.
pub(super) fn extras_total(extras: &[extra::Model], wish: &Wish) -> Fen {
    let chosen = extras.iter().filter(|extra| wish.extras.contains(&extra.code));
    chosen.map(|extra| Fen(extra.price_fen) * if extra.per_head { wish.heads } else { 1 }).sum()
}
