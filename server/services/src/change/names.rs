//! What operations tell by slug and code, by its names: the offers and extras of some changes.

use domain::change::Operation;
use entity::{extra, offer, place};
use i18n::Script;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::Result;

/// The offers that operations name, with their places and extras.
pub(super) struct Names {
    script: Script,
    offers: Vec<offer::Model>,
    places: Vec<place::Model>,
    extras: Vec<extra::Model>,
}

/// The operations of one change with names, in a script; `slug` is the offer's after it.
pub(super) async fn named(
    db: &impl ConnectionTrait,
    script: Script,
    slug: &str,
    operations: Vec<Operation>,
) -> Result<Vec<Operation>> {
    let change = (slug.to_owned(), operations);
    let names = Names::of(db, script, std::slice::from_ref(&change)).await?;
    Ok(names.put(&change.0, change.1))
}

impl Names {
    /// Those that some changes need, each given by the slug of the offer after it and its operations.
    pub(super) async fn of(
        db: &impl ConnectionTrait,
        script: Script,
        changes: &[(String, Vec<Operation>)],
    ) -> Result<Self> {
        let slugs: Vec<&str> = changes.iter().flat_map(|(slug, operations)| slugs(slug, operations)).collect();
        if slugs.is_empty() {
            return Ok(Self { script, offers: Vec::new(), places: Vec::new(), extras: Vec::new() });
        }
        let offers = offer::Entity::find().filter(offer::Column::Slug.is_in(slugs)).all(db).await?;
        let places = offers.iter().map(|offer| offer.place_id);
        let places = place::Entity::find().filter(place::Column::Id.is_in(places)).all(db).await?;
        let extras = offers.iter().map(|offer| offer.id);
        let extras = extra::Entity::find().filter(extra::Column::OfferId.is_in(extras)).all(db).await?;
        Ok(Self { script, offers, places, extras })
    }

    /// The operations of a change with names; `slug` is the offer's after it. What has no name any more keeps its word.
    pub(super) fn put(&self, slug: &str, operations: Vec<Operation>) -> Vec<Operation> {
        let before = before(slug, &operations).to_owned();
        let named = |operation| match operation {
            Operation::Offer(from, to) => {
                let apart = self.place_id(&from) != self.place_id(&to);
                Operation::Offer(self.offer(from, apart), self.offer(to, apart))
            }
            Operation::Extras(from, to) => Operation::Extras(self.extras(&before, from), self.extras(slug, to)),
            other => other,
        };
        operations.into_iter().map(named).collect()
    }

    fn found(&self, slug: &str) -> Option<&offer::Model> {
        self.offers.iter().find(|offer| offer.slug == slug)
    }

    fn place_id(&self, slug: &str) -> Option<i64> {
        self.found(slug).map(|offer| offer.place_id)
    }

    /// An offer's name, with its place's where the two are apart.
    fn offer(&self, slug: String, apart: bool) -> String {
        let Some(offer) = self.found(&slug) else { return slug };
        let name = offer.name().get(self.script).to_owned();
        let place = self.places.iter().find(|place| apart && place.id == offer.place_id);
        match place {
            Some(place) => format!("{} · {name}", place.name().get(self.script)),
            None => name,
        }
    }

    fn extras(&self, slug: &str, codes: Vec<String>) -> Vec<String> {
        let offer = self.found(slug).map(|offer| offer.id);
        let found = |code: &str| self.extras.iter().find(|extra| Some(extra.offer_id) == offer && extra.code == code);
        let name = |code: String| found(&code).map(|extra| extra.name().get(self.script).to_owned()).unwrap_or(code);
        codes.into_iter().map(name).collect()
    }
}

/// The slug of the offer before a change.
fn before<'a>(slug: &'a str, operations: &'a [Operation]) -> &'a str {
    let from = operations.iter().find_map(|operation| match operation {
        Operation::Offer(from, _) => Some(from.as_str()),
        _ => None,
    });
    from.unwrap_or(slug)
}

/// The slugs of a change that names offers or extras.
fn slugs<'a>(slug: &'a str, operations: &'a [Operation]) -> Vec<&'a str> {
    let names = operations.iter().any(|operation| matches!(operation, Operation::Offer(..) | Operation::Extras(..)));
    if names { vec![before(slug, operations), slug] } else { Vec::new() }
}
