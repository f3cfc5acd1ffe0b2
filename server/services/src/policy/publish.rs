//! The next version of a policy is published.

use domain::{Fault, Rule, desk::Permission, payment::read_reason, policy::Proposal, time::to_micros};
use entity::policy;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::first::{lock, version};
use crate::{Cx, Error, Result, Staff, audit, desk::need, error::is_duplicate};

/// Publishes a proposal as the policy's next version. `count` is how many versions there were when it was looked at. What takes effect
/// on the same day as a version that has not begun replaces nothing: one of the two must go on another day. Needs
/// [`Permission::EditPolicies`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when somebody else has published meanwhile; [`Rule::Invalid`] without a reason, or when the
/// version's name (`taken`) or its day (`day-taken`) is another version's.
pub async fn publish(cx: &Cx, staff: &Staff, family: i64, count: u32, proposal: &Proposal, why: &str) -> Result<()> {
    need(staff.role, Permission::EditPolicies)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let tx = cx.begin().await?;
    lock(&tx, family).await?;
    let known = policy::Entity::versions(family).all(&*tx).await?;
    let newest = known.first().ok_or(Rule::Unknown)?;
    let (now, from) = (cx.now(), to_micros(proposal.from));
    // Who publishes the same again has done it.
    if known.iter().any(|one| one.effective_from == from && one.version == proposal.terms.version && is(one, proposal))
    {
        return Ok(());
    }
    if u32::try_from(known.len()).unwrap_or(u32::MAX) != count {
        return Err(Rule::Changed.into());
    }
    if known.iter().any(|one| one.version == proposal.terms.version) {
        return Err(Rule::Invalid(vec![Fault::new("version", "version-taken")]).into());
    }
    if known.iter().any(|one| one.effective_from == from) {
        return Err(Rule::Invalid(vec![Fault::new("from", "day-taken")]).into());
    }
    let mut row = version(newest.kind.parse().map_err(Error::Internal)?, &proposal.terms, proposal.from)?;
    row.family = Set(family);
    row.staff_id = Set(Some(staff.id));
    row.why = Set(why);
    match row.insert(&*tx).await {
        Ok(_) => {}
        Err(err) if is_duplicate(&err) => return Err(Rule::Changed.into()),
        Err(err) => return Err(err.into()),
    }
    audit::write(&tx, staff.id, now, "policy-published", &format!("{family}/{}", proposal.terms.version)).await?;
    tx.commit().await?;
    cx.assortment.forget();
    Ok(())
}

fn is(row: &policy::Model, proposal: &Proposal) -> bool {
    row.terms().is_ok_and(|terms| terms == proposal.terms)
}
