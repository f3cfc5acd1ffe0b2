//! Somebody has looked at an article again.

use domain::{Rule, desk::Permission, help::read_review};
use entity::help_article::ActiveModel;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::save::lock;
use crate::{Cx, Result, Staff, audit, desk::need};

/// Sets the day on which somebody should look at the article next; blank for never. Needs [`Permission::EditHelp`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] at `next_review`.
pub async fn reviewed(cx: &Cx, staff: &Staff, id: i64, day: &str) -> Result<()> {
    need(staff.role, Permission::EditHelp)?;
    let day = read_review(day, cx.today()).map_err(Rule::Invalid)?;
    let tx = cx.begin().await?;
    lock(&tx, id).await?;
    ActiveModel { id: Set(id), review_on: Set(day), ..Default::default() }.update(&*tx).await?;
    audit::write(&tx, staff.id, cx.now(), "help-reviewed", &id.to_string()).await?;
    tx.commit().await
}
