//! All policies.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Instant,
    desk::Permission,
    policy::PolicyRow,
    time::{from_micros, to_micros},
};
use entity::{offer, place, policy};
use i18n::Script;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use crate::{Cx, Error, Result, Staff, desk::need};

/// The policies, in the order in which they came into being. Needs [`Permission::EditPolicies`].
pub async fn list(cx: &Cx, staff: &Staff, script: Script) -> Result<Vec<PolicyRow>> {
    need(staff.role, Permission::EditPolicies)?;
    let rows = policy::Entity::find().order_by_asc(policy::Column::EffectiveFrom).all(&cx.db).await?;
    let mut families: BTreeMap<i64, Vec<policy::Model>> = BTreeMap::new();
    for row in rows {
        families.entry(row.family).or_default().push(row);
    }
    let mut sold = sold(&cx.db, script).await?;
    families
        .into_iter()
        .map(|(family, versions)| {
            let offers = sold.remove(&family).unwrap_or_default().into_iter().map(|(_, name)| name).collect();
            row(family, &versions, offers, cx.now())
        })
        .collect()
}

/// A policy as a row; its versions, the oldest first.
pub(super) fn row(family: i64, versions: &[policy::Model], offers: Vec<String>, now: Instant) -> Result<PolicyRow> {
    let current = versions.iter().rfind(|version| version.effective_from <= to_micros(now)).or(versions.first());
    let current = current.ok_or_else(|| Error::Internal(format!("policy {family} has no version")))?;
    let next = versions.iter().find(|version| version.effective_from > to_micros(now));
    Ok(PolicyRow {
        id: family,
        kind: current.kind.parse().map_err(Error::Internal)?,
        version: current.version.clone(),
        next: next.map(|next| (next.version.clone(), from_micros(next.effective_from))),
        offers,
    })
}

/// What is sold by each policy: slug, and place and offer.
pub(super) async fn sold(db: &impl ConnectionTrait, script: Script) -> Result<HashMap<i64, Vec<(String, String)>>> {
    let places: HashMap<i64, place::Model> =
        place::Entity::find().all(db).await?.into_iter().map(|place| (place.id, place)).collect();
    let mut sold: HashMap<i64, Vec<(String, String)>> = HashMap::new();
    let offers = offer::Entity::sold().order_by_asc(offer::Column::PlaceId).order_by_asc(offer::Column::Sort);
    for offer in offers.all(db).await? {
        let place = places.get(&offer.place_id).map(|place| place.name().get(script).to_owned()).unwrap_or_default();
        let name = format!("{place} · {}", offer.name().get(script));
        sold.entry(offer.policy_id).or_default().push((offer.slug, name));
    }
    Ok(sold)
}
