//! The check finds a case that is not what its log says: for each thing it proves, a test that breaks it.

use domain::case::{Deed, Department};
use sea_orm::ConnectionTrait as _;
use services::{case, check};

use crate::{
    inquiry::Counter,
    util::{House, on_both},
};

/// A case that was handed on and is owed, and one that was answered, opened again, answered and rated.
async fn lively(counter: &Counter) {
    let (_, number) = counter.asks("房间可以加床吗？").await;
    counter.says(&counter.chen, &number, Deed::Replied, "在问").await.unwrap();
    counter.hands(&number, Department::Rooms).await;
    case::desk::claim(counter.cx(), &counter.fang, &number, None).await.unwrap();
    let (lin, number) = counter.asks("几点退房？").await;
    counter.answers(&number).await;
    case::write(counter.cx(), &lin, &number, "几点入住？", "").await.unwrap();
    counter.answers(&number).await;
    case::rate(counter.cx(), &lin, &number, 4, "").await.unwrap();
}

#[tokio::test]
async fn whatever_a_log_does_not_say_is_found() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        lively(&counter).await;
        let report = check::run(counter.cx()).await.unwrap();
        assert_eq!((report.cases, report.faults), (2, Vec::new()), "all is well before");
        for (tampering, repair, found) in [
            ("category = 'trip' WHERE id = 1", "category = 'stay' WHERE id = 1", "category"),
            ("level = 'complex' WHERE id = 1", "level = 'simple' WHERE id = 1", "level"),
            ("priority = 'urgent' WHERE id = 1", "priority = 'normal' WHERE id = 1", "priority"),
            ("department = 'coach' WHERE id = 1", "department = 'rooms' WHERE id = 1", "department"),
            ("partner = 'x' WHERE id = 1", "partner = '' WHERE id = 1", "partner"),
            ("due_at = due_at + 1 WHERE id = 1", "due_at = due_at - 1 WHERE id = 1", "time at which it is due"),
            (
                "leg_due_at = leg_due_at + 1 WHERE id = 1",
                "leg_due_at = leg_due_at - 1 WHERE id = 1",
                "time for who has it",
            ),
            ("staff_id = 1 WHERE id = 1", "staff_id = 3 WHERE id = 1", "owner"),
            ("seq = seq + 1 WHERE id = 1", "seq = seq - 1 WHERE id = 1", "length"),
            ("last_by = 'customer' WHERE id = 1", "last_by = 'staff' WHERE id = 1", "last word"),
            ("resolved_at = resolved_at + 1 WHERE id = 2", "resolved_at = resolved_at - 1 WHERE id = 2", "end"),
            ("closed_by = 'customer' WHERE id = 2", "closed_by = 'staff' WHERE id = 2", "end"),
        ] {
            assert_eq!(after(&counter, "case_file", tampering).await, [found], "{tampering}");
            assert_eq!(after(&counter, "case_file", repair).await, [""; 0], "{repair}");
        }
        for (tampering, repair, found) in [
            (
                "answer_due = answer_due + 1 WHERE case_id = 1",
                "answer_due = answer_due - 1 WHERE case_id = 1",
                "round's promises",
            ),
            ("rating = 5 WHERE case_id = 2 AND round = 2", "rating = 4 WHERE case_id = 2 AND round = 2", "rating"),
            ("round = 3 WHERE case_id = 1", "round = 1 WHERE case_id = 1", "round's promises"),
        ] {
            assert_eq!(after(&counter, "case_round", tampering).await, [found], "{tampering}");
            assert_eq!(after(&counter, "case_round", repair).await, [""; 0], "{repair}");
        }
        let statements = [
            ("UPDATE case_file SET status = 'waiting', due_at = NULL WHERE id = 1", "status"),
            ("DELETE FROM case_event WHERE case_id = 1 AND seq = 1", "length"),
            ("DELETE FROM case_round WHERE case_id = 2 AND round = 1", "round"),
        ];
        for (statement, found) in statements {
            counter.house.db.execute_unprepared(statement).await.unwrap();
            let faults = said(&counter).await;
            assert!(faults.iter().any(|fault| fault == found), "{statement}: {faults:?}");
        }
    })
    .await;
}

async fn after(counter: &Counter, table: &str, tampering: &str) -> Vec<String> {
    counter.house.db.execute_unprepared(&format!("UPDATE {table} SET {tampering}")).await.unwrap();
    said(counter).await
}

/// What the check found, without the case it found it at.
async fn said(counter: &Counter) -> Vec<String> {
    let faults = counter.house.faults().await;
    let what = |fault: &String| fault.split_once("says another ").expect("a fault of a case").1.to_owned();
    faults.iter().map(what).collect()
}
