//! The files of the demo data as types.

use chrono::NaiveTime;
use domain::terms::Terms;
use i18n::{Localized, convert::to_hant};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use crate::Result;

const PLACES: [&str; 6] = [
    include_str!("content/beijing.json"),
    include_str!("content/hangzhou.json"),
    include_str!("content/shanghai.json"),
    include_str!("content/guangzhou.json"),
    include_str!("content/chengdu.json"),
    include_str!("content/trips.json"),
];
const POLICIES: &str = include_str!("content/policies.json");
const PEOPLE: &str = include_str!("content/people.json");
const BOOKINGS: &str = include_str!("content/bookings.json");

/// Everything, read.
pub(super) struct Content {
    pub(super) policies: Vec<Policy>,
    pub(super) places: Vec<Place>,
    pub(super) people: People,
    pub(super) bookings: Vec<Booking>,
}

/// Terms of sale under a key that offers name.
#[derive(Deserialize)]
pub(super) struct Policy {
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) terms: Terms,
}

/// A hotel, a venue or a route with all it sells.
#[derive(Deserialize)]
pub(super) struct Place {
    pub(super) kind: String,
    pub(super) slug: String,
    pub(super) city: String,
    pub(super) city_name: Text,
    pub(super) recommended: bool,
    pub(super) name: Text,
    pub(super) summary: Text,
    pub(super) about: Text,
    pub(super) address: Text,
    pub(super) phone: String,
    pub(super) art: String,
    pub(super) origin: Option<String>,
    pub(super) origin_name: Option<Text>,
    pub(super) destination: Option<String>,
    pub(super) destination_name: Option<Text>,
    pub(super) stock: Vec<Stock>,
    pub(super) offers: Vec<Offer>,
}

/// A resource and how its time is cut into slices.
#[derive(Deserialize)]
pub(super) struct Stock {
    pub(super) label: String,
    #[serde(flatten)]
    pub(super) cut: Cut,
}

/// How a resource's time is cut. Prices are in yuan; `weekend`, `holiday` and `evening` are added to them.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Cut {
    /// By the night, 14:00 to 12:00.
    Nights { capacity: i32, price: i64, weekend: i64, holiday: i64 },
    /// By the half hour around noon and in the evening.
    Slots { capacity: i32, price: i64, weekend: i64, evening: i64 },
    /// The parties that may start in each of these half hours.
    Starts { capacity: i32 },
    /// By the departure.
    Departures {
        #[serde(deserialize_with = "times")]
        times: Vec<NaiveTime>,
        minutes: i64,
        capacity: i32,
        price: i64,
        weekend: i64,
    },
}

/// A room type, a place in a venue, a seat class.
#[derive(Deserialize)]
pub(super) struct Offer {
    pub(super) slug: String,
    pub(super) name: Text,
    pub(super) details: Text,
    pub(super) tags: Vec<Text>,
    pub(super) resource: String,
    pub(super) pacing: Option<String>,
    #[serde(default = "one")]
    pub(super) heads_per_unit: i32,
    #[serde(default = "one")]
    pub(super) least: i32,
    pub(super) most: i32,
    #[serde(default = "one")]
    pub(super) least_nights: i32,
    #[serde(default = "one")]
    pub(super) span_slots: i32,
    #[serde(default)]
    pub(super) late_minutes: i32,
    #[serde(default)]
    pub(super) needs_id: bool,
    pub(super) class: String,
    pub(super) policy: String,
    pub(super) extras: Vec<Extra>,
}

/// Something to add.
#[derive(Deserialize)]
pub(super) struct Extra {
    pub(super) code: String,
    pub(super) name: Text,
    pub(super) price: i64,
    #[serde(default)]
    pub(super) per_head: bool,
}

/// Who is there from the start.
#[derive(Deserialize)]
pub(super) struct People {
    pub(super) staff: Vec<Staff>,
    pub(super) members: Vec<Person>,
    pub(super) guests: Vec<Person>,
}

/// Somebody who works here.
#[derive(Deserialize)]
pub(super) struct Staff {
    pub(super) login: String,
    pub(super) name: String,
    pub(super) role: String,
}

/// A customer.
#[derive(Deserialize)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) phone: String,
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) id_number: String,
    pub(super) script: i18n::Script,
    #[serde(default)]
    pub(super) preferences: String,
}

/// A booking that is placed, and what becomes of it.
#[derive(Deserialize)]
pub(super) struct Booking {
    /// `m0` the first member, `g0` the first guest.
    pub(super) who: String,
    pub(super) offer: String,
    /// Day of the service, counted from today.
    pub(super) day: i64,
    #[serde(default)]
    pub(super) nights: String,
    #[serde(default)]
    pub(super) rooms: String,
    pub(super) heads: String,
    #[serde(default)]
    pub(super) at: String,
    #[serde(default)]
    pub(super) extras: String,
    #[serde(default)]
    pub(super) arrival: String,
    #[serde(default)]
    pub(super) remarks: String,
    /// Hours ago.
    pub(super) placed: i64,
    pub(super) fate: Fate,
}

/// What became of a booking.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Fate {
    /// Nothing yet. Placed long enough ago it has expired by itself.
    Held,
    /// Paid at the counter.
    Confirmed,
    /// Paid, then given up.
    Cancelled,
    /// Not paid in time, and swept.
    Expired,
}

/// A text, written in one script or in both.
#[derive(Clone)]
pub(super) struct Text(pub(super) Localized);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(String),
            Both(Localized),
        }
        Ok(Self(match Written::deserialize(deserializer)? {
            Written::One(hans) => Localized { hant: to_hant(&hans), hans },
            Written::Both(both) => both,
        }))
    }
}

impl Content {
    pub(super) fn read() -> Result<Self> {
        let mut places = Vec::new();
        for file in PLACES {
            places.append(&mut read(file)?);
        }
        Ok(Self { policies: read(POLICIES)?, places, people: read(PEOPLE)?, bookings: read(BOOKINGS)? })
    }
}

fn read<T: DeserializeOwned>(file: &str) -> Result<T> {
    Ok(serde_json::from_str(file)?)
}

fn one() -> i32 {
    1
}

fn times<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Vec<NaiveTime>, D::Error> {
    let written: Vec<String> = Vec::deserialize(deserializer)?;
    written.iter().map(|time| NaiveTime::parse_from_str(time, "%H:%M").map_err(serde::de::Error::custom)).collect()
}

#[cfg(test)]
mod tests {
    use i18n::{Script, convert::foreign};

    use super::*;

    /// Names that keep a character which the conversion would change.
    const KEPT: [&str; 1] = ["梧桐里花園飯店"];

    fn texts(place: &Place) -> Vec<&Text> {
        let stops = [&place.origin_name, &place.destination_name];
        let mut texts = vec![&place.city_name, &place.name, &place.summary, &place.about, &place.address];
        texts.extend(stops.into_iter().flatten());
        for offer in &place.offers {
            texts.extend([&offer.name, &offer.details]);
            texts.extend(offer.tags.iter().chain(offer.extras.iter().map(|extra| &extra.name)));
        }
        texts
    }

    #[test]
    fn every_text_is_in_its_script() {
        for text in Content::read().unwrap().places.iter().flat_map(texts) {
            assert_eq!(foreign(Script::Hans, &text.0.hans), Vec::<char>::new(), "{}", text.0.hans);
            if !KEPT.contains(&text.0.hant.as_str()) {
                assert_eq!(foreign(Script::Hant, &text.0.hant), Vec::<char>::new(), "{}", text.0.hant);
            }
        }
    }

    #[test]
    fn what_is_written_in_both_scripts_is_not_converted() {
        let converted: Text = serde_json::from_str("\"梧桐里花园酒店\"").unwrap();
        assert_eq!(converted.0.hant, "梧桐裡花園飯店");
        let given: Text = serde_json::from_str(r#"{"hans": "梧桐里花园酒店", "hant": "梧桐里花園飯店"}"#).unwrap();
        assert_eq!((given.0.hans.as_str(), given.0.hant.as_str()), ("梧桐里花园酒店", "梧桐里花園飯店"));
    }

    #[test]
    fn what_is_named_is_there() {
        let content = Content::read().unwrap();
        for place in &content.places {
            let picture = format!("{}/../../style/assets/art/{}.svg", env!("CARGO_MANIFEST_DIR"), place.art);
            assert!(std::path::Path::new(&picture).is_file(), "{picture}");
            for offer in &place.offers {
                let labels: Vec<_> = place.stock.iter().map(|stock| stock.label.as_str()).collect();
                assert!(labels.contains(&offer.resource.as_str()), "{}", offer.slug);
                assert!(offer.pacing.as_deref().is_none_or(|label| labels.contains(&label)), "{}", offer.slug);
                assert!(content.policies.iter().any(|policy| policy.key == offer.policy), "{}", offer.slug);
            }
        }
        for policy in &content.policies {
            assert_eq!(policy.terms.validate(), Ok(()), "{}", policy.key);
        }
    }
}
