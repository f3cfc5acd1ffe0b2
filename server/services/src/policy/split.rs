//! An offer gets a policy of its own, which says the same at first.

use domain::{Kind, Rule, desk::Permission, time::from_micros};
use entity::{offer, policy};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::first::{first, lock, version};
use crate::{Cx, Error, Result, Staff, audit, desk::need};

/// Gives an offer a policy of its own, with the same versions as the one it was sold by; gives its key. An offer that has one for itself
/// keeps it. Needs [`Permission::EditPolicies`].
///
/// # Errors
/// [`Rule::Unknown`] for a slug that is not sold.
pub async fn split(cx: &Cx, staff: &Staff, slug: &str) -> Result<i64> {
    need(staff.role, Permission::EditPolicies)?;
    let tx = cx.begin().await?;
    let sold = offer::Entity::by_slug(slug).one(&*tx).await?.ok_or(Rule::Unknown)?;
    let shared = offer::Entity::find().filter(offer::Column::PolicyId.eq(sold.policy_id)).count(&*tx).await?;
    if shared < 2 {
        return Ok(sold.policy_id);
    }
    lock(&tx, sold.policy_id).await?;
    let mut versions = policy::Entity::versions(sold.policy_id).all(&*tx).await?;
    versions.reverse();
    let mut family = None;
    for known in &versions {
        let (kind, terms): (Kind, _) = (known.kind.parse().map_err(Error::Internal)?, known.terms()?);
        let from = from_micros(known.effective_from);
        match family {
            None => family = Some(first(&tx, kind, &terms, from).await?),
            Some(family) => {
                let mut row = version(kind, &terms, from)?;
                row.family = Set(family);
                row.staff_id = Set(known.staff_id);
                row.why = Set(known.why.clone());
                row.insert(&*tx).await?;
            }
        }
    }
    let family = family.ok_or_else(|| Error::Internal(format!("offer {slug} has no terms")))?;
    offer::ActiveModel { id: Set(sold.id), policy_id: Set(family), ..Default::default() }.update(&*tx).await?;
    audit::write(&tx, staff.id, cx.now(), "policy-split", &format!("{family}/{slug}")).await?;
    tx.commit().await?;
    cx.assortment.forget();
    Ok(family)
}
