//! Rows that nobody can use any more.

use chrono::TimeDelta;
use domain::time::to_micros;
use entity::{booking, case_draft, case_presence, draft, provider_message, session, throttle, upload};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{Cx, Result, write_key};

/// Longer than the window of any limit.
const LIMITS: TimeDelta = TimeDelta::days(2);

/// What was begun and not sent for so long is not sent any more.
const BEGUN: TimeDelta = TimeDelta::days(30);

/// Longer than any provider repeats a notification; what each said has long become part of its payment.
const MESSAGES: TimeDelta = TimeDelta::days(30);

/// An ID number is of use until the service is over and whatever was wrong with it is settled.
const IDENTITY: TimeDelta = TimeDelta::days(30);

/// Removes lapsed sessions, drafts, files that nothing was made of, limits and keys of writes, and old notifications, and forgets the ID
/// numbers of services that are over; gives how many. Notices stay: they are the members' inbox and the proof that somebody was told.
pub(super) async fn remove(cx: &Cx) -> Result<u64> {
    let now = cx.now();
    let tx = cx.begin().await?;
    // Drafts first: those of a lapsed session would otherwise go uncounted with it.
    let drafts = draft::Entity::delete_many().filter(draft::Column::ExpiresAt.lte(to_micros(now))).exec(&*tx).await?;
    let sessions =
        session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(to_micros(now))).exec(&*tx).await?;
    let files = upload::Entity::delete_many().filter(upload::Column::ExpiresAt.lte(to_micros(now))).exec(&*tx).await?;
    let limits = throttle::Entity::delete_many()
        .filter(throttle::Column::WindowStart.lte(to_micros(now - LIMITS)))
        .exec(&*tx)
        .await?;
    let keys = write_key::forget(&tx, now).await?;
    let messages = provider_message::Entity::delete_many()
        .filter(provider_message::Column::At.lte(to_micros(now - MESSAGES)))
        .exec(&*tx)
        .await?;
    let begun = case_draft::Entity::delete_many()
        .filter(case_draft::Column::UpdatedAt.lte(to_micros(now - BEGUN)))
        .exec(&*tx)
        .await?;
    let presences = case_presence::Entity::delete_many()
        .filter(case_presence::Column::SeenAt.lte(to_micros(now - LIMITS)))
        .exec(&*tx)
        .await?;
    let identities = booking::Entity::update_many()
        .col_expr(booking::Column::IdNumber, Expr::value(None::<String>))
        .filter(booking::Column::IdNumber.is_not_null())
        .filter(booking::Column::EndsAt.lte(to_micros(now - IDENTITY)))
        .exec(&*tx)
        .await?;
    tx.commit().await?;
    let others = [drafts, sessions, files, limits, messages, begun, presences];
    let others = others.iter().map(|removed| removed.rows_affected).sum::<u64>();
    let removed = keys + others + identities.rows_affected;
    if removed > 0 {
        tracing::info!(removed, "what nobody can use any more was removed");
    }
    Ok(removed)
}
