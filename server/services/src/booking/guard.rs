//! What keeps one visitor from taking the house: his session queues, and may hold only so much unpaid.

use domain::{Instant, Rule, time::from_micros};
use entity::booking::{self, Column};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};

use crate::{Asker, Result, Session, Tx, session};

/// Unpaid bookings that one session, or one member, may hold at a time. A family or a small group books in several
/// pieces and needs a handful; more than that is somebody holding units away from others without paying.
pub const MOST_UNPAID: u64 = 10;

/// Takes the session's row, so that two orders of one session come one after the other: the second sees what the first
/// has done. A session that has ended meanwhile is told to come again; it then gets a new one.
pub(super) async fn queue(tx: &Tx, session: &Session, now: Instant) -> Result<()> {
    if session::hold(tx, session, now).await? { Ok(()) } else { Err(Rule::Busy.into()) }
}

/// Refuses one more unpaid booking when there are enough, until the earliest of their holds ends.
pub(super) async fn unpaid(tx: &Tx, asker: &Asker, now: Instant) -> Result<()> {
    let holds: Vec<Option<i64>> = booking::Entity::seen_by(&asker.session().hash, asker.member_id())
        .filter(booking::Entity::held(now))
        .select_only()
        .column(Column::HoldUntil)
        .order_by_asc(Column::HoldUntil)
        .limit(MOST_UNPAID)
        .into_tuple()
        .all(&**tx)
        .await?;
    if u64::try_from(holds.len()).is_ok_and(|count| count < MOST_UNPAID) {
        return Ok(());
    }
    let earliest = holds.into_iter().flatten().next().map_or(now, from_micros);
    Err(Rule::TooMany(earliest).into())
}
