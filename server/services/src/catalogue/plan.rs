//! What a wish means: the slices it needs and its price. A quote and a sale both come from here, so that they cannot
//! differ.

use chrono::TimeDelta;
use domain::{
    Fault, Fen, Instant, Kind, Rule, Shortage,
    booking::{Item, Line},
    catalogue::Wish,
    change::Asked,
    terms::Terms,
    time::{at, from_micros, wall_time},
};
use entity::{extra, offer, place, policy};
use sea_orm::{ConnectionTrait, EntityTrait as _, Select};

use super::{
    choice::{Choice, choices},
    last_night,
    shelf::Shelf,
};
use crate::{Error, Result};

/// A wish with all that follows from it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What is sold.
    pub kind: Kind,
    /// The offer.
    pub offer: offer::Model,
    /// Its place.
    pub place: place::Model,
    /// Slices and units to be claimed.
    pub wants: Vec<(i64, u32)>,
    /// Start of the service.
    pub starts: Instant,
    /// Its end.
    pub ends: Instant,
    /// The price, line by line.
    pub lines: Vec<Line>,
    /// The sum of the lines.
    pub total: Fen,
    /// Terms of a sale now.
    pub terms: Terms,
    /// No hold of it is longer; see [`Terms::hold`].
    pub held_against: Instant,
}

/// An offer that is sold, with what belongs to it.
#[derive(Clone)]
pub(crate) struct Ware {
    pub(super) kind: Kind,
    pub(super) offer: offer::Model,
    pub(super) place: place::Model,
    pub(super) extras: Vec<extra::Model>,
    pub(super) terms: Terms,
}

/// What a wish means now. That the units are free is not looked at: only the claim can say so.
///
/// # Errors
/// [`Rule::Unknown`] for a slug that is not sold, [`Rule::Invalid`] for a wish the offer does not allow or whose time
/// has passed, [`Rule::Full`] with [`Shortage::None`] when nothing is offered then.
pub async fn plan(db: &impl ConnectionTrait, slug: &str, wish: &Wish, now: Instant) -> Result<Plan> {
    Ware::load(db, slug, now).await?.plan(db, wish, now).await
}

/// The same of the offer that somebody has booked, on sale or not; see [`Plan::off_since`].
///
/// # Errors
/// As [`plan`].
pub(crate) async fn booked_plan(db: &impl ConnectionTrait, booked: &Asked, wish: &Wish, now: Instant) -> Result<Plan> {
    Ware::booked(db, booked, now).await?.plan(db, wish, now).await
}

impl Plan {
    /// Since when the offer is sold to nobody any more, it or its whole place; `None` while it is sold.
    #[must_use]
    pub fn off_since(&self) -> Option<Instant> {
        [self.offer.off_since, self.place.off_since].into_iter().flatten().min().map(from_micros)
    }
}

impl Ware {
    /// The offer with a word in addresses, if it and its place are sold, by the terms of now.
    pub(super) async fn load(db: &impl ConnectionTrait, slug: &str, now: Instant) -> Result<Self> {
        let ware = Self::of(db, offer::Entity::by_slug(slug), now).await?;
        if ware.is_on_sale() { Ok(ware) } else { Err(Rule::Unknown.into()) }
    }

    /// The offer that somebody has booked, on sale or not. It asks him for no more nights than he has booked.
    pub(crate) async fn booked(db: &impl ConnectionTrait, booked: &Asked, now: Instant) -> Result<Self> {
        let mut ware = Self::of(db, offer::Entity::named(&booked.slug), now).await?;
        let nights = i32::try_from(booked.wish.nights).unwrap_or(i32::MAX);
        ware.offer.least_nights = ware.offer.least_nights.min(nights);
        Ok(ware)
    }

    /// It and its place are sold.
    pub(crate) fn is_on_sale(&self) -> bool {
        self.offer.off_since.is_none() && self.place.off_since.is_none()
    }

    async fn of(db: &impl ConnectionTrait, offer: Select<offer::Entity>, now: Instant) -> Result<Self> {
        let offer = offer.one(db).await?.ok_or(Rule::Unknown)?;
        let place = place::Entity::find_by_id(offer.place_id).one(db).await?.ok_or(Rule::Unknown)?;
        let extras = extra::Entity::of_offer(offer.id).all(db).await?;
        let policy = policy::Entity::in_force(offer.policy_id, now).one(db).await?;
        let policy = policy.ok_or_else(|| Error::Internal(format!("offer {} has no terms", offer.id)))?;
        Ok(Self { kind: offer.kind()?, terms: policy.terms()?, offer, place, extras })
    }

    /// What a wish means; see [`plan`].
    pub(crate) async fn plan(self, db: &impl ConnectionTrait, wish: &Wish, now: Instant) -> Result<Plan> {
        self.check(wish, now)?;
        let days = (wish.day, last_night(wish.day, wish.nights));
        let shelf = Shelf::load(db, [&self.offer], days, now).await?;
        self.check_begin(&shelf, wish)?;
        let choice = self.chosen(&shelf, wish).ok_or(Rule::Full(Shortage::None))?;
        let (lines, total) = self.price(&choice, wish);
        let (wants, starts, ends) = (choice.wants(), choice.starts(), choice.ends());
        let held_against = self.held_against(starts, now);
        let Self { kind, offer, place, terms, .. } = self;
        Ok(Plan { kind, offer, place, wants, starts, ends, lines, total, terms, held_against })
    }

    /// Refuses what the offer does not allow, whoever let it through, and what has begun or passed.
    pub(super) fn check(&self, wish: &Wish, now: Instant) -> Result<()> {
        let limits = self.offer.limits(self.extras.iter().map(|extra| extra.code.clone()).collect())?;
        let units = if self.kind == Kind::Stay { "rooms" } else { "heads" };
        let mut faults = Vec::new();
        if wish.units < limits.least {
            faults.push(Fault::bound(units, "too-few", limits.least.into()));
        }
        if wish.units > limits.most {
            faults.push(Fault::bound(units, "too-many", limits.most.into()));
        }
        let beds = limits.heads_per_unit.saturating_mul(wish.units);
        match self.kind {
            Kind::Stay if wish.heads > beds => faults.push(Fault::bound("heads", "too-many", beds.into())),
            Kind::Stay if wish.heads == 0 => faults.push(Fault::bound("heads", "too-few", 1)),
            Kind::Stay if wish.nights < limits.least_nights => {
                faults.push(Fault::bound("nights", "too-few", limits.least_nights.into()));
            }
            Kind::Venue | Kind::Trip if wish.at.is_none() => faults.push(Fault::new("at", "required")),
            Kind::Stay | Kind::Venue | Kind::Trip => {}
        }
        if wish.extras.iter().any(|code| !limits.extras.contains(code)) {
            faults.push(Fault::new("extras", "unknown"));
        }
        let today = domain::time::day_of(now);
        if wish.day < today {
            faults.push(Fault::new("day", "past"));
        } else if wish.at.is_some_and(|time| at(wish.day, time) <= now) {
            faults.push(Fault::new("at", "past"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Rule::Invalid(faults).into()) }
    }

    /// What ends every hold of something that starts then: its start or, when that is too near for even the shortest hold,
    /// the last instant at which it can be entered.
    pub(super) fn held_against(&self, starts: Instant, now: Instant) -> Instant {
        let near = starts - now < TimeDelta::minutes(i64::from(self.terms.hold_minutes));
        if near { self.offer.latest(starts) } else { starts }
    }

    /// Refuses a night that can no more be entered.
    pub(super) fn check_begin(&self, shelf: &Shelf, wish: &Wish) -> Result<()> {
        let first = shelf.from(self.offer.resource_id, wish.day).first().filter(|stock| stock.day == wish.day);
        match first {
            Some(stock) if self.kind == Kind::Stay && self.offer.latest(stock.starts) <= shelf.now => {
                Err(Rule::Invalid(vec![Fault::new("day", "past")]).into())
            }
            _ => Ok(()),
        }
    }

    /// The choice a wish names, free or not; `None` when nothing is offered then.
    pub(super) fn chosen<'a>(&self, shelf: &'a Shelf, wish: &Wish) -> Option<Choice<'a>> {
        let choices = choices(shelf, &self.offer, self.kind, wish.day, (wish.nights, wish.units));
        choices.into_iter().find(|choice| wish.at.is_none_or(|time| wall_time(choice.starts()) == time))
    }

    /// The price of a choice with the extras of a wish.
    pub(super) fn price(&self, choice: &Choice<'_>, wish: &Wish) -> (Vec<Line>, Fen) {
        let mut lines = choice.lines();
        for extra in self.extras.iter().filter(|extra| wish.extras.contains(&extra.code)) {
            let (each, count) = (Fen(extra.price_fen), if extra.per_head { wish.heads } else { 1 });
            lines.push(Line { item: Item::Extra(extra.name()), count, each, total: each * count });
        }
        let total = lines.iter().map(|line| line.total).sum();
        (lines, total)
    }
}
