//! A policy with its versions, and what a proposal for the next one would have meant.

use std::collections::HashMap;

use domain::{
    Rule,
    desk::Permission,
    policy::{PolicyPage, PolicyVersion, Proposal, Replay, Standing, replay},
    time::{from_micros, to_micros},
};
use entity::{policy, staff as colleague};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    DAYS, list,
    past::{Past, past},
};
use crate::{Cx, Result, Staff, desk::need};

/// The policy; with a proposal also what that would have meant for what customers did in the last [`DAYS`] days. Needs
/// [`Permission::EditPolicies`].
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn show(
    cx: &Cx,
    staff: &Staff,
    script: Script,
    family: i64,
    proposal: Option<&Proposal>,
) -> Result<PolicyPage> {
    need(staff.role, Permission::EditPolicies)?;
    let now = cx.now();
    let mut versions = policy::Entity::versions(family).all(&cx.db).await?;
    if versions.is_empty() {
        return Err(Rule::Unknown.into());
    }
    let offers = list::sold(&cx.db, script).await?.remove(&family).unwrap_or_default();
    let names = names(cx, &versions).await?;
    let current = versions.iter().find(|version| version.effective_from <= to_micros(now)).map(|version| version.id);
    let shown = versions.iter().map(|version| {
        let standing = match version.effective_from > to_micros(now) {
            true => Standing::Coming,
            false if Some(version.id) == current => Standing::Current,
            false => Standing::Past,
        };
        let by = version.staff_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        Ok(PolicyVersion {
            terms: version.terms()?,
            hash: version.hash.clone(),
            from: from_micros(version.effective_from),
            standing,
            by,
            why: version.why.clone(),
        })
    });
    let shown = shown.collect::<Result<Vec<_>>>()?;
    versions.reverse();
    let replay = match proposal {
        Some(proposal) => {
            let Past { cases, untold, left_out } = past(cx, family).await?;
            Some(Replay { untold, left_out, ..replay(&cases, &proposal.terms) })
        }
        None => None,
    };
    Ok(PolicyPage {
        row: list::row(family, &versions, offers.iter().map(|(_, name)| name.clone()).collect(), now)?,
        offers,
        count: u32::try_from(shown.len()).unwrap_or(u32::MAX),
        versions: shown,
        replay,
        days: DAYS,
    })
}

/// The names of who published versions.
async fn names(cx: &Cx, versions: &[policy::Model]) -> Result<HashMap<i64, String>> {
    let ids = versions.iter().filter_map(|version| version.staff_id);
    let found = colleague::Entity::find().filter(colleague::Column::Id.is_in(ids)).all(&cx.db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}
