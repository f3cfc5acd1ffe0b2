//! Open questions in any number, for measuring.

use domain::{
    case::{CaseNumber, Department, Duty, Kind, Promise},
    time::to_micros,
};
use entity::case_file::ActiveModel;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait as _,
};

use super::rows::insert;
use crate::{Cx, Result};

/// A statement each would take too long, all in one too much memory.
const BATCH: u32 = 5_000;

/// Adds so many questions that are open, each due at another time, some of them claimed by nobody.
///
/// # Errors
/// When the database fails.
pub async fn case_bulk(cx: &Cx, count: u32) -> Result<()> {
    let promise = serde_json::to_string(&Promise::first_of(Kind::Inquiry))?;
    let now = to_micros(cx.now());
    let mut from = 0;
    while from < count {
        let until = count.min(from + BATCH);
        let rows = (from..until).map(|at| row(at, now, &promise)).collect();
        let tx = cx.begin().await?;
        insert(&tx, rows).await?;
        tx.commit().await?;
        from = until;
    }
    // As PostgreSQL does by itself within a minute: until then it takes a table that was small for a small one.
    cx.db.execute_unprepared("ANALYZE").await?;
    Ok(())
}

fn row(at: u32, now: i64, promise: &str) -> ActiveModel {
    let number = CaseNumber::generate(Kind::Inquiry, u64::from(at).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let departments = Department::ALL;
    let text = |text: &str| Set(text.to_owned());
    // Scattered over a week around now, so that the order is not that of the keys.
    let due = now + (i64::from(at).wrapping_mul(7_919) % 604_800 - 100_000) * 1_000_000;
    ActiveModel {
        id: NotSet,
        number: text(number.as_str()),
        kind: text("inquiry"),
        status: text("open"),
        category: text("stay"),
        level: text("simple"),
        priority: text("normal"),
        department: text(departments[at as usize % departments.len()].as_str()),
        partner: text(""),
        staff_id: Set(None),
        member_id: Set(None),
        booking_id: Set(None),
        script: text("zh-hans"),
        channel: text("web"),
        name: text("bulk"),
        phone: Set(format!("+86138{at:08}")),
        email: Set(None),
        code: text(""),
        title: Set(format!("bulk {at}")),
        opened_at: Set(due - 3_600_000_000),
        seq: Set(1),
        round: Set(1),
        due_at: Set(Some(due)),
        due_duty: text(Duty::Answer.as_str()),
        leg_due_at: Set(None),
        resolved_at: Set(None),
        closed_by: text(""),
        last_by: text("customer"),
        seen_seq: Set(1),
        promise: text(promise),
        search_text: Set(format!("bulk {at}")),
        ask_key: Set(format!("bulk-{at}")),
        request_hash: text(""),
    }
}
