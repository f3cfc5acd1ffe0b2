//! The one way a change comes to its end: the machine of `domain` is asked.

use domain::{Instant, change::ChangeStep, time::to_micros};
use entity::booking_change::{ActiveModel, Model};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use crate::{Error, Result, Tx};

/// Takes a step of a change of a locked booking; gives what it is then.
///
/// # Errors
/// When the machine does not know such a step, which the caller should have seen.
pub(super) async fn advance(tx: &Tx, change: Model, step: ChangeStep, now: Instant) -> Result<Model> {
    let from = change.status()?;
    let to = from.after(step).ok_or_else(|| Error::Internal(format!("a change that is {from} cannot {step}")))?;
    let mut row: ActiveModel = change.into_active_model();
    row.status = Set(to.as_str().to_owned());
    row.ended_at = Set(Some(to_micros(now)));
    Ok(row.update(&**tx).await?)
}
