//! The one way a booking changes its state: the row is locked, the machine of `domain` is asked, the step goes onto the
//! timeline (B19).

use domain::{
    Instant,
    booking::{Status, Step},
    time::to_micros,
};
use entity::{
    booking::{self, Column, Entity, Model},
    booking_event,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, LockType},
};

use crate::{Asker, Error, Result, Tx};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// The customer, by his member's row if he has one.
    Customer(Option<i64>),
    /// A staff member.
    Staff(i64),
    /// The house itself: a job, a provider's notification.
    System,
}

impl By {
    /// Whoever acts for the customer.
    pub(crate) const fn of(asker: &Asker) -> Self {
        match asker {
            Asker::Guest(_) => Self::Customer(None),
            Asker::Member(member) => Self::Customer(Some(member.id)),
            Asker::Staff(staff) => Self::Staff(staff.id),
        }
    }

    pub(crate) const fn parts(self) -> (&'static str, Option<i64>) {
        match self {
            Self::Customer(id) => ("customer", id),
            Self::Staff(id) => ("staff", Some(id)),
            Self::System => ("system", None),
        }
    }
}

/// Locks a booking's row until the end of the transaction and reads it. The first lock of everything that changes a booking
/// or its money.
pub(crate) async fn lock(tx: &Tx, id: i64) -> Result<Model> {
    let row = Entity::find().filter(Column::Id.eq(id)).lock(LockType::Update).one(&**tx).await?;
    row.ok_or_else(|| Error::Internal(format!("there is no booking {id}")))
}

/// Notes an event.
pub(crate) async fn note(
    tx: &Tx,
    booking_id: i64,
    now: Instant,
    by: By,
    what: &str,
    why: &str,
    detail: &serde_json::Value,
) -> Result<()> {
    let (actor, actor_id) = by.parts();
    let event = booking_event::ActiveModel {
        booking_id: Set(booking_id),
        at: Set(to_micros(now)),
        actor: Set(actor.to_owned()),
        actor_id: Set(actor_id),
        what: Set(what.to_owned()),
        why: Set(why.to_owned()),
        detail: Set(detail.to_string()),
        ..Default::default()
    };
    booking_event::Entity::insert(event).exec_without_returning(&**tx).await?;
    Ok(())
}

/// The numbers a booking had before changes gave it others, oldest first, as its timeline tells them.
pub(crate) fn former(events: &[booking_event::Model]) -> Vec<String> {
    events.iter().filter(|event| event.what == booking_event::RENUMBERED).map(booking_event::Model::other).collect()
}

/// Takes a step of a locked booking: writes what it becomes and notes the event. The units are the caller's care.
///
/// # Errors
/// When the machine does not know such a step, which the caller should have seen.
pub(crate) async fn advance(tx: &Tx, booking: &Model, step: Step, now: Instant, by: By, why: &str) -> Result<Status> {
    let kept: Status = booking.status.parse().map_err(Error::Internal)?;
    // A hold that is over has expired whether or not a job has written it down.
    let from = if step == Step::Expire { kept } else { booking.status_at(now)? };
    let Some(to) = from.after(step) else {
        return Err(Error::Internal(format!("a booking that is {from} cannot be {step}")));
    };
    booking::Entity::update_many()
        .col_expr(Column::Status, Expr::value(to.as_str()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(booking.id))
        .exec(&**tx)
        .await?;
    note(tx, booking.id, now, by, step.as_str(), why, &serde_json::json!({})).await?;
    Ok(to)
}
