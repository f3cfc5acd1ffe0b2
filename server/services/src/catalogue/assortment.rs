//! Places, offers and terms as they are sold. They change seldom and every search needs them, so that a server keeps them for
//! a moment; what is left of them it asks the database each time.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use domain::{Kind, terms::Terms, time::to_micros};
use entity::{offer, place, policy};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use tokio::sync::Mutex;

use crate::{Cx, Result};

/// Everything that is sold, at one moment.
#[derive(Default)]
pub(super) struct Assortment {
    /// In the house's order, recommended ones first.
    places: Vec<place::Model>,
    /// By place, in the house's order.
    offers: HashMap<i64, Vec<offer::Model>>,
    /// By policy: its versions with their beginnings, the newest first.
    terms: HashMap<i64, Vec<(i64, Terms)>>,
}

/// The last assortment that was read, and how long it may be used.
#[derive(Default)]
pub(crate) struct Keeper {
    age: Duration,
    kept: RwLock<Option<(Instant, Arc<Assortment>)>>,
    reading: Mutex<()>,
}

impl Keeper {
    /// Keeps an assortment for so long.
    pub(crate) fn of(age: Duration) -> Self {
        Self { age, ..Self::default() }
    }

    /// The next one who asks reads the database.
    pub(crate) fn forget(&self) {
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn fresh(&self) -> Option<Arc<Assortment>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(read, _)| read.elapsed() < self.age).map(|(_, assortment)| Arc::clone(assortment))
    }
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeper").field("age", &self.age).finish_non_exhaustive()
    }
}

impl Assortment {
    /// The assortment, as the database has it or as it was read a moment ago.
    pub(super) async fn get(cx: &Cx) -> Result<Arc<Self>> {
        let keeper = &cx.assortment;
        if let Some(fresh) = keeper.fresh() {
            return Ok(fresh);
        }
        // One reads, the others wait for what he reads.
        let _turn = keeper.reading.lock().await;
        if let Some(fresh) = keeper.fresh() {
            return Ok(fresh);
        }
        let read = (Instant::now(), Arc::new(Self::read(cx).await?));
        let assortment = Arc::clone(&read.1);
        *keeper.kept.write().unwrap_or_else(PoisonError::into_inner) = Some(read);
        Ok(assortment)
    }

    async fn read(cx: &Cx) -> Result<Self> {
        let places = place::Entity::find()
            .filter(place::Column::OffSince.is_null())
            .order_by_desc(place::Column::Recommended)
            .order_by_asc(place::Column::Sort)
            .order_by_asc(place::Column::Id)
            .all(&cx.db)
            .await?;
        let mut offers: HashMap<i64, Vec<offer::Model>> = HashMap::new();
        let sold = offer::Entity::sold().order_by_asc(offer::Column::Sort).order_by_asc(offer::Column::Id);
        for offer in sold.all(&cx.db).await? {
            offers.entry(offer.place_id).or_default().push(offer);
        }
        let mut terms: HashMap<i64, Vec<(i64, Terms)>> = HashMap::new();
        for policy in policy::Entity::find().order_by_desc(policy::Column::EffectiveFrom).all(&cx.db).await? {
            terms.entry(policy.family).or_default().push((policy.effective_from, policy.terms()?));
        }
        Ok(Self { places, offers, terms })
    }

    /// Places of a kind, recommended ones first, then in the house's order.
    pub(super) fn places(&self, kind: Kind) -> impl Iterator<Item = &place::Model> {
        self.places.iter().filter(move |place| place.kind == kind.as_str())
    }

    /// What a place sells, in the house's order.
    pub(super) fn offers(&self, place: i64) -> &[offer::Model] {
        self.offers.get(&place).map_or(&[], Vec::as_slice)
    }

    /// The terms an offer is sold by at an instant.
    pub(super) fn terms(&self, offer: &offer::Model, now: domain::Instant) -> Option<&Terms> {
        let versions = self.terms.get(&offer.policy_id)?;
        versions.iter().find(|(from, _)| *from <= to_micros(now)).map(|(_, terms)| terms)
    }
}
