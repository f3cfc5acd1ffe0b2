//! Writes down what staff do (A8), in the transaction of the deed.

use domain::{Instant, Rule, change::read_why, payment::read_reason, time::to_micros};
use entity::audit::{ActiveModel, Entity};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{Asker, Result, Tx};

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

/// The same, where it was staff who acted for a customer.
pub(crate) async fn acted(tx: &Tx, asker: &Asker, now: Instant, what: &str, subject: &str) -> Result<()> {
    match asker {
        Asker::Staff(staff) => write(tx, staff.id, now, what, subject).await,
        Asker::Guest(_) | Asker::Member(_) => Ok(()),
    }
}

/// Why somebody does it: staff who act for a customer must say so.
pub(crate) fn reason(asker: &Asker, why: &str) -> Result<String> {
    match asker {
        Asker::Staff(_) => Ok(read_reason(why).map_err(Rule::Invalid)?),
        Asker::Guest(_) | Asker::Member(_) => Ok(read_why(why).map_err(Rule::Invalid)?),
    }
}
