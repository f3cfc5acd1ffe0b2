//! Writes down what staff do (A8), in the transaction of the deed.

use domain::{Instant, time::to_micros};
use entity::audit::{ActiveModel, Entity};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{Result, Tx};

/// `what` is a stable word such as `booking-seen`; `subject` what it was done to, never a person's data.
pub(crate) async fn write(tx: &Tx, staff_id: i64, now: Instant, what: &str, subject: &str) -> Result<()> {
    let row = ActiveModel {
        at: Set(to_micros(now)),
        staff_id: Set(staff_id),
        what: Set(what.to_owned()),
        subject: Set(subject.to_owned()),
        detail: Set("{}".to_owned()),
        ..Default::default()
    };
    Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}
