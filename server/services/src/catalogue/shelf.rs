//! The slices of several offers in a stretch of days, read at once.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::Instant;
use entity::offer;
use sea_orm::ConnectionTrait;

use crate::{
    Result,
    inventory::{self, Stock},
};

/// Slices by resource, in order of time, and the instant at which they were looked at.
pub(super) struct Shelf {
    slices: HashMap<i64, Vec<Stock>>,
    pub(super) now: Instant,
}

impl Shelf {
    /// Everything the offers need from one day to another, both included.
    pub(super) async fn load<'a>(
        db: &impl ConnectionTrait,
        offers: impl IntoIterator<Item = &'a offer::Model>,
        (first, last): (NaiveDate, NaiveDate),
        now: Instant,
    ) -> Result<Self> {
        let resources: BTreeSet<i64> = offers
            .into_iter()
            .flat_map(|offer| [Some(offer.resource_id), offer.pacing_resource_id])
            .flatten()
            .collect();
        let resources: Vec<i64> = resources.into_iter().collect();
        let mut slices: HashMap<i64, Vec<Stock>> = HashMap::with_capacity(resources.len());
        for stock in inventory::of_resources(db, &resources, first, last, now).await? {
            slices.entry(stock.resource_id).or_default().push(stock);
        }
        Ok(Self { slices, now })
    }

    /// The slices of a resource from a day on.
    pub(super) fn from(&self, resource: i64, day: NaiveDate) -> &[Stock] {
        let slices = self.slices.get(&resource).map_or(&[][..], Vec::as_slice);
        &slices[slices.partition_point(|stock| stock.day < day)..]
    }

    /// The slice of a resource that starts at an instant.
    pub(super) fn at(&self, resource: i64, starts: Instant) -> Option<&Stock> {
        let slices = self.slices.get(&resource)?;
        let position = slices.binary_search_by_key(&starts, |stock| stock.starts).ok()?;
        slices.get(position)
    }
}
