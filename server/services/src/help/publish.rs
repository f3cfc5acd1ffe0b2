//! The newest version of an article is published, now or at a day and a time.

use domain::{Fault, Rule, desk::Permission, help::PublishForm, time::to_micros};
use entity::{help_article, help_version};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{
    save::lock,
    settle,
    settle::newest,
    sync,
    text::{Texts, names},
};
use crate::{Cx, Result, Staff, audit, desk::need};

/// Publishes the newest version; gives the article's key. It takes the place of the version before when its instant comes: nothing has
/// to run for that. What looks personal must be gone from it, or a person must say that he has looked. Needs
/// [`Permission::PublishHelp`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] (`personal-data` at `body` besides what the form says); [`Rule::Changed`] when somebody has
/// saved the article meanwhile.
pub async fn publish(cx: &Cx, staff: &Staff, form: &PublishForm) -> Result<i64> {
    need(staff.role, Permission::PublishHelp)?;
    let id = form.id.parse().map_err(|_| Rule::Unknown)?;
    let tx = cx.begin().await?;
    let now = cx.now();
    let article = lock(&tx, id).await?;
    let version = newest(&tx, id, form.seen.parse().map_err(|_| Rule::Changed)?).await?;
    let mut faults = Vec::new();
    let from = form.parse(now).unwrap_or_else(|found| {
        faults = found;
        None
    });
    if form.checked.is_empty() && !Texts::read(&version)?.suspects(&names(&article)?).is_empty() {
        faults.push(Fault::new("body", "personal-data"));
    }
    if !faults.is_empty() {
        return Err(Rule::Invalid(faults).into());
    }
    let shown = version.withdrawn_at.is_none() && version.publish_at.is_some_and(|from| from <= to_micros(now));
    if shown && from.is_none() {
        // Who publishes it again has done it.
        return Ok(id);
    }
    let row = help_version::ActiveModel {
        id: Set(version.id),
        publish_at: Set(Some(to_micros(from.unwrap_or(now)))),
        withdrawn_at: Set(None),
        ..Default::default()
    };
    row.update(&*tx).await?;
    // Whoever it was about is nobody's business any more.
    let row = help_article::ActiveModel { id: Set(id), names: Set("[]".to_owned()), ..Default::default() };
    row.update(&*tx).await?;
    settle(&tx, id).await?;
    sync(&tx, id, now).await?;
    audit::write(&tx, staff.id, now, "help-published", &format!("{id}/{}", version.number)).await?;
    tx.commit().await?;
    Ok(id)
}
