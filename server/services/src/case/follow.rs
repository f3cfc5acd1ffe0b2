//! Following a case: everything that is added to it, in order, without gap or double, from whatever entry somebody has seen.

use std::time::Duration;

use domain::{
    case::{CaseNumber, CaseView, Item},
    desk::Permission,
    time::to_micros,
};
use entity::case_file::Entity;
use sea_orm::EntityTrait;

use super::{bus::Ear, scope, show, view};
use crate::{Asker, Cx, Result, Staff, audit, desk::need};

/// Whoever waits looks by himself so often: a bell may have been missed, and a promise may have been broken meanwhile.
const LOOK: Duration = Duration::from_secs(20);

/// What is new in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Entries, in order.
    pub items: Vec<Item>,
    /// Up to where the log was looked at.
    pub seq: u32,
    /// The case as it stands.
    pub view: CaseView,
}

/// Somebody who follows a case.
pub struct Follower {
    cx: Cx,
    case_id: i64,
    seen: u32,
    internal: bool,
    /// How it stood when it was told of: status, when it is due, whether that is over.
    told: Option<(String, Option<i64>, bool)>,
    ear: Ear,
}

/// Follows the asker's case from an entry on.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn follow(cx: &Cx, asker: &Asker, number: &CaseNumber, seen: u32) -> Result<Follower> {
    let case = scope::seen(&cx.db, asker, number).await?;
    Ok(follower(cx, case.id, seen, false))
}

/// Follows a case with what is internal. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn follow_at_desk(cx: &Cx, staff: &Staff, number: &CaseNumber, seen: u32) -> Result<Follower> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    // Whoever begins before its end reads what no page has shown him (A8).
    if seen < u32::try_from(case.seq).unwrap_or_default() {
        let tx = cx.begin().await?;
        audit::write(&tx, staff.id, cx.now(), "case-seen", &case.number).await?;
        tx.commit().await?;
    }
    Ok(follower(cx, case.id, seen, true))
}

fn follower(cx: &Cx, case_id: i64, seen: u32, internal: bool) -> Follower {
    // The ear is there before the first look, so that nothing falls between them.
    let ear = cx.bus.ear(case_id);
    Follower { cx: cx.clone(), case_id, seen, internal, told: None, ear }
}

impl Follower {
    /// Waits for news; the first call tells how things stand at once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<News> {
        loop {
            if let Some(news) = self.look().await? {
                return Ok(news);
            }
            self.wait().await;
        }
    }

    /// Waits until there may be news.
    pub async fn wait(&mut self) {
        tokio::select! {
            () = self.ear.rings() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }

    /// What is new by now, if anything is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn look(&mut self) -> Result<Option<News>> {
        let db = &self.cx.db;
        let Some(case) = Entity::find_by_id(self.case_id).one(db).await? else { return Ok(None) };
        let seq = u32::try_from(case.seq).unwrap_or_default();
        let over = case.due_at.is_some_and(|due| due < to_micros(self.cx.now()));
        let stands = (case.status.clone(), case.due_at, over);
        let is_new = seq > self.seen;
        if !is_new && self.told.as_ref() == Some(&stands) {
            return Ok(None);
        }
        let read = show::read(&self.cx, db, case).await?;
        let view = view::whole(&self.cx, db, &read, self.internal).await?;
        let items = view.items.iter().filter(|item| item.seq > self.seen && item.seq <= seq).cloned().collect();
        if is_new && !self.internal {
            show::seen(&self.cx, self.case_id, read.case.seq).await?;
        }
        self.seen = self.seen.max(seq);
        self.told = Some(stands);
        Ok(Some(News { items, seq: self.seen, view }))
    }
}
