//! Changes as they are shown.

use domain::{
    Fen, Instant,
    change::{OpenChange, PastChange},
    time::from_micros,
};
use entity::booking_change::{Entity, Model};
use sea_orm::ConnectionTrait;

use crate::Result;

/// A change that waits.
pub(crate) fn open_change(change: &Model) -> Result<OpenChange> {
    Ok(OpenChange {
        code: change.code.clone(),
        at: from_micros(change.made_at),
        operations: change.operations()?,
        difference: Fen(change.difference_fen),
        total: Fen(change.total_fen),
        starts: from_micros(change.starts_at),
        until: from_micros(change.hold_until.unwrap_or_default()),
    })
}

/// A booking's changes that came to their end, oldest first.
pub(crate) async fn past(db: &impl ConnectionTrait, booking_id: i64, now: Instant) -> Result<Vec<PastChange>> {
    let changes = Entity::of_booking(booking_id).all(db).await?;
    changes
        .iter()
        .filter(|change| !change.is_live(now))
        .map(|change| {
            Ok(PastChange {
                at: from_micros(change.ended_at.or(change.hold_until).unwrap_or(change.made_at)),
                status: match change.status()? {
                    // Over, though no job has written it down yet.
                    domain::change::ChangeStatus::Open => domain::change::ChangeStatus::Expired,
                    ended => ended,
                },
                operations: change.operations()?,
                difference: Fen(change.difference_fen),
                fee: Fen(change.fee_fen),
            })
        })
        .collect()
}
