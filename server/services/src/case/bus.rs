//! Who waits for news of a case is woken when there is some, in whatever process it was written: by PostgreSQL's LISTEN and NOTIFY,
//! on SQLite within the process. Nobody learns from it what happened: he looks, from where he last looked.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use sea_orm::{ConnectionTrait, DbBackend, DbErr, RuntimeErr, Statement, sqlx::postgres::PgListener};
use tokio::sync::watch;

use crate::{Cx, Result, Tx};

/// The channel's name in PostgreSQL.
const CHANNEL: &str = "yueding_case";

/// A connection that was lost is tried again after so long.
const PAUSE: Duration = Duration::from_secs(1);

/// Bells: one for each case that somebody follows, and the desk's.
#[derive(Debug)]
pub struct Bus {
    cases: Mutex<HashMap<i64, watch::Sender<u64>>>,
    desk: watch::Sender<u64>,
}

impl Default for Bus {
    fn default() -> Self {
        Self { cases: Mutex::default(), desk: watch::Sender::new(0) }
    }
}

/// An ear for a case; deaf when it is dropped.
pub(super) struct Ear {
    bus: Arc<Bus>,
    case_id: i64,
    bell: Option<watch::Receiver<u64>>,
}

impl Ear {
    /// Waits until there may be news.
    pub(super) async fn rings(&mut self) {
        if let Some(bell) = &mut self.bell
            && bell.changed().await.is_ok()
        {
            return;
        }
        // The bell is gone, which does not happen while there is an ear.
        std::future::pending::<()>().await;
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.bell = None;
        let mut cases = self.bus.cases();
        if cases.get(&self.case_id).is_some_and(|bell| bell.receiver_count() == 0) {
            cases.remove(&self.case_id);
        }
    }
}

impl Bus {
    /// An ear for a case.
    pub(super) fn ear(self: &Arc<Self>, case_id: i64) -> Ear {
        let bell = self.cases().entry(case_id).or_insert_with(|| watch::Sender::new(0)).subscribe();
        Ear { bus: Arc::clone(self), case_id, bell: Some(bell) }
    }

    /// An ear for everything that concerns the desk's queues.
    #[must_use]
    pub fn desk(&self) -> watch::Receiver<u64> {
        self.desk.subscribe()
    }

    /// How many cases are followed in this process.
    #[must_use]
    pub fn followed(&self) -> usize {
        self.cases().len()
    }

    fn ring(&self, case_id: i64) {
        self.ring_beside(case_id);
        self.desk.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// For who follows the case only: the queues are as they were.
    fn ring_beside(&self, case_id: i64) {
        if let Some(bell) = self.cases().get(&case_id) {
            bell.send_modify(|count| *count = count.wrapping_add(1));
        }
    }

    /// Something may have been missed.
    fn ring_all(&self) {
        self.cases().values().for_each(|bell| bell.send_modify(|count| *count = count.wrapping_add(1)));
        self.desk.send_modify(|count| *count = count.wrapping_add(1));
    }

    fn cases(&self) -> MutexGuard<'_, HashMap<i64, watch::Sender<u64>>> {
        self.cases.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a message says where only those are meant who follow the case.
const BESIDE: &str = "beside ";

/// Commits what was written into a case, and wakes who follows it or its queue.
pub(super) async fn commit(cx: &Cx, tx: Tx, case_id: i64) -> Result<()> {
    tx.commit().await?;
    match cx.db.get_database_backend() {
        DbBackend::Postgres => notify(cx, case_id.to_string()).await,
        _ => cx.bus.ring(case_id),
    }
    Ok(())
}

/// The same for what stands beside a case and changes nothing in its queue.
pub(super) async fn commit_beside(cx: &Cx, tx: Tx, case_id: i64) -> Result<()> {
    tx.commit().await?;
    match cx.db.get_database_backend() {
        DbBackend::Postgres => notify(cx, format!("{BESIDE}{case_id}")).await,
        _ => cx.bus.ring_beside(case_id),
    }
    Ok(())
}

/// Wakes who listens in any process, this one among them. What was written is committed before: whoever notifies holds a lock of the
/// whole database until his commit is on the disk, so that all messages would wait for each other's. When it fails, or the process ends
/// before, nothing is lost: who follows a case looks by himself now and then.
async fn notify(cx: &Cx, message: String) {
    let values = [CHANNEL.into(), message.into()];
    let notify = Statement::from_sql_and_values(DbBackend::Postgres, "SELECT pg_notify($1, $2)", values);
    let db = cx.db.clone();
    // Whoever hangs up now does not keep the others from it.
    let notified = tokio::spawn(async move { db.execute_raw(notify).await });
    if let Ok(Err(error)) = notified.await {
        tracing::warn!(%error, "nobody could be told of news");
    }
}

/// Hears what other processes write, for ever; on SQLite there are none and it does nothing. A connection that was lost is made
/// anew, and everybody looks whether he has missed something.
pub async fn listen(cx: &Cx) {
    if cx.db.get_database_backend() != DbBackend::Postgres {
        return;
    }
    loop {
        if let Err(error) = hear(cx).await {
            tracing::warn!(%error, "news of other instances cannot be heard just now");
        }
        tokio::time::sleep(PAUSE).await;
        cx.bus.ring_all();
    }
}

async fn hear(cx: &Cx) -> Result<()> {
    let failed = |err| DbErr::Conn(RuntimeErr::SqlxError(Arc::new(err)));
    let mut listener = PgListener::connect_with(cx.db.get_postgres_connection_pool()).await.map_err(failed)?;
    listener.listen(CHANNEL).await.map_err(failed)?;
    cx.bus.ring_all();
    while let Some(notification) = listener.try_recv().await.map_err(failed)? {
        let message = notification.payload();
        match (message.parse(), message.strip_prefix(BESIDE).and_then(|rest| rest.parse().ok())) {
            (Ok(case_id), _) => cx.bus.ring(case_id),
            (Err(_), Some(case_id)) => cx.bus.ring_beside(case_id),
            (Err(_), None) => cx.bus.ring_all(),
        }
    }
    Ok(())
}
