//! What happens by itself: payments and refunds that go through later, and notifications until they are acknowledged.

use std::{sync::PoisonError, time::Duration};

use gateway::{Key, Lost};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, TransactionTrait, sea_query::Expr};

use crate::{
    Mode, Sandbox, now,
    plan::Plan,
    store::{notification, order, refund},
};

/// Whether something is due is looked at so often when nobody rings.
const TURN: Duration = Duration::from_millis(100);

/// A notification is given up after so many vain attempts.
const TRIES: i64 = 40;

/// The longest pause between two attempts, in milliseconds.
const PAUSE: i64 = 60_000;

/// A repeated notification comes so many milliseconds after the one before.
const GAP: i64 = 50;

/// Works for ever.
pub async fn work(sandbox: Sandbox) {
    loop {
        if let Err(error) = turn(&sandbox).await {
            tracing::error!(%error, "the work could not be done this time");
        }
        // Rung or not, the next turn looks for itself.
        let _ = tokio::time::timeout(TURN, sandbox.0.bell.notified()).await;
    }
}

async fn turn(sandbox: &Sandbox) -> Result<(), DbErr> {
    pay_late(sandbox).await?;
    refund_late(sandbox).await?;
    if matches!(sandbox.mode().await?, Mode::Silent { .. }) {
        return Ok(());
    }
    let underway: Vec<String> = {
        let set = sandbox.0.underway.lock().unwrap_or_else(PoisonError::into_inner);
        set.iter().cloned().collect()
    };
    for row in notification::due(&sandbox.0.db, now(), underway).await? {
        let Ok(permit) = sandbox.0.senders.clone().acquire_owned().await else { return Ok(()) };
        let id = row.id.clone();
        sandbox.0.underway.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone());
        let sandbox = sandbox.clone();
        tokio::spawn(async move {
            if let Err(error) = send(&sandbox, row).await {
                tracing::error!(%error, "what became of a notification could not be written down");
            }
            sandbox.0.underway.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
            drop(permit);
            sandbox.0.bell.notify_one();
        });
    }
    Ok(())
}

async fn pay_late(sandbox: &Sandbox) -> Result<(), DbErr> {
    let due = order::Entity::find().filter(order::Column::DueAt.lte(now())).limit(100).all(&sandbox.0.db).await?;
    for late in due {
        let tx = sandbox.0.db.begin().await?;
        let Some(found) = order::Entity::find_by_id(&late.number).one(&tx).await? else { continue };
        let plan = found.plan.as_deref().and_then(|json| serde_json::from_str::<Plan>(json).ok());
        let Some(plan) = plan else { continue };
        sandbox.settle(&tx, found, &plan, now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn refund_late(sandbox: &Sandbox) -> Result<(), DbErr> {
    let due = refund::Entity::find().filter(refund::Column::DueAt.lte(now())).limit(100).all(&sandbox.0.db).await?;
    for late in due {
        let tx = sandbox.0.db.begin().await?;
        let Some(paid) = order::Entity::find_by_id(&late.order_number).one(&tx).await? else { continue };
        let Ok(plan) = serde_json::from_str::<Plan>(&late.plan) else { continue };
        sandbox.finish(&tx, &paid, late, &plan, now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn send(sandbox: &Sandbox, row: notification::Model) -> Result<(), DbErr> {
    let (wire, body) = (&sandbox.0.wire, row.body.clone().into_bytes());
    let reply = if row.forged {
        let stranger = Key::new(sandbox.0.settings.pay.merchant(), "a guess");
        wire.post_as(&stranger, &row.url, body).await
    } else {
        wire.post(&row.url, body).await
    };
    let (answer, acknowledged) = match &reply {
        Ok(reply) => (i64::from(reply.status), reply.is_success() && reply.body.trim_ascii() == b"ok"),
        Err(Lost(why)) => {
            tracing::debug!(why, "a notification did not arrive");
            (0, false)
        }
    };
    let (state, tries, again, due_at) = if row.forged && reply.is_ok() {
        ("done", row.tries, 0, row.due_at)
    } else if acknowledged && row.again > 0 {
        ("waiting", row.tries, row.again - 1, now() + GAP)
    } else if acknowledged {
        ("done", row.tries, 0, row.due_at)
    } else if row.tries + 1 >= TRIES {
        tracing::warn!("a notification was given up");
        ("given_up", row.tries + 1, row.again, row.due_at)
    } else {
        let first = i64::try_from(sandbox.0.settings.again_after.as_millis()).unwrap_or(PAUSE);
        let pause = first.saturating_mul(1 << row.tries.min(16)).min(PAUSE);
        ("waiting", row.tries + 1, row.again, now() + pause)
    };
    let update = notification::Entity::update_many()
        .col_expr(notification::Column::State, Expr::value(state))
        .col_expr(notification::Column::Tries, Expr::value(tries))
        .col_expr(notification::Column::Again, Expr::value(again))
        .col_expr(notification::Column::DueAt, Expr::value(due_at))
        .col_expr(notification::Column::Sent, Expr::value(row.sent + 1))
        .col_expr(notification::Column::Answer, Expr::value(answer));
    update.filter(notification::Column::Id.eq(&row.id)).exec(&sandbox.0.db).await?;
    Ok(())
}
