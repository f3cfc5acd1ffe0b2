//! What a change is made of. Where it is shown, offers and extras have their names in the place of slugs and codes.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::catalogue::Wish;

/// One thing that becomes another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// Another offer: room type, seat class, place or route; by their slugs.
    Offer(String, String),
    /// Another day.
    Day(NaiveDate, NaiveDate),
    /// Another slot or departure.
    Time(NaiveTime, NaiveTime),
    /// More or fewer nights.
    Nights(u32, u32),
    /// More or fewer rooms.
    Rooms(u32, u32),
    /// More or fewer heads.
    Heads(u32, u32),
    /// Other extras, by their codes.
    Extras(Vec<String>, Vec<String>),
}

/// What is booked, or wanted instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The offer's slug.
    pub slug: String,
    /// What is wanted of it.
    pub wish: Wish,
    /// As the free move of an urgent case (B13).
    #[serde(default)]
    pub free: bool,
}

/// The list of operations that make the one of the other, in the order in which people think of them; empty when nothing changes.
#[must_use]
pub fn operations(from: &Asked, to: &Asked) -> Vec<Operation> {
    let (old, new) = (&from.wish, &to.wish);
    let is_stay = old.at.is_none() && new.at.is_none();
    let mut list = Vec::new();
    if from.slug != to.slug {
        list.push(Operation::Offer(from.slug.clone(), to.slug.clone()));
    }
    if old.day != new.day {
        list.push(Operation::Day(old.day, new.day));
    }
    if let (Some(old), Some(new)) = (old.at, new.at)
        && old != new
    {
        list.push(Operation::Time(old, new));
    }
    if is_stay && old.nights != new.nights {
        list.push(Operation::Nights(old.nights, new.nights));
    }
    if is_stay && old.units != new.units {
        list.push(Operation::Rooms(old.units, new.units));
    }
    if old.heads != new.heads {
        list.push(Operation::Heads(old.heads, new.heads));
    }
    if old.extras != new.extras {
        list.push(Operation::Extras(old.extras.clone(), new.extras.clone()));
    }
    list
}
