//! Changes as they are shown.

use domain::{
    Fen, Instant,
    change::{ChangeStatus, OpenChange, Operation, PastChange},
    time::from_micros,
};
use entity::booking_change::{Entity, Model};
use i18n::Script;
use sea_orm::ConnectionTrait;

use super::names::{Names, named};
use crate::Result;

/// A change that waits.
pub(crate) async fn open_change(db: &impl ConnectionTrait, script: Script, change: &Model) -> Result<OpenChange> {
    let (slug, operations) = told(change)?;
    Ok(OpenChange {
        code: change.code.clone(),
        at: from_micros(change.made_at),
        operations: named(db, script, &slug, operations).await?,
        difference: Fen(change.difference_fen),
        total: Fen(change.total_fen),
        starts: from_micros(change.starts_at),
        until: from_micros(change.hold_until.unwrap_or_default()),
    })
}

/// A booking's changes that came to their end, oldest first.
pub(crate) async fn past(
    db: &impl ConnectionTrait,
    script: Script,
    booking_id: i64,
    now: Instant,
) -> Result<Vec<PastChange>> {
    let mut changes = Entity::of_booking(booking_id).all(db).await?;
    changes.retain(|change| !change.is_live(now));
    let told = changes.iter().map(told).collect::<Result<Vec<_>>>()?;
    let names = Names::of(db, script, &told).await?;
    let shown = |(change, (slug, operations)): (&Model, (String, Vec<Operation>))| -> Result<PastChange> {
        // Of what was not paid for nothing was settled: the new price was due as a whole.
        let paid = change.was()?.is_none_or(|was| was.confirmed);
        Ok(PastChange {
            code: change.code.clone(),
            at: from_micros(change.ended_at.or(change.hold_until).unwrap_or(change.made_at)),
            status: match change.status()? {
                // Over, though no job has written it down yet.
                ChangeStatus::Open => ChangeStatus::Expired,
                ended => ended,
            },
            operations: names.put(&slug, operations),
            difference: if paid { Fen(change.difference_fen) } else { Fen::ZERO },
            fee: Fen(change.fee_fen),
        })
    };
    changes.iter().zip(told).map(shown).collect()
}

/// The slug of the offer after a change, and what it is made of.
fn told(change: &Model) -> Result<(String, Vec<Operation>)> {
    Ok((change.asked()?.slug, change.operations()?))
}
