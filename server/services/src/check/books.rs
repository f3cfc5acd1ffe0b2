//! The check itself: one query for each kind of fault, each over all rows, so that it is quick on a large database.

use domain::time::to_micros;
use entity::{claim, journal, slice};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait as _, IsolationLevel, PaginatorTrait as _, Statement,
    TransactionOptions, TransactionTrait as _,
};

use super::{Report, cases, money, vouchers};
use crate::{Cx, Result};

/// Most faults of a kind that are named one by one.
const MOST: u64 = 100;

/// A kind of fault: the rows that show it, `id` and two numbers each, and how it is said; `{now}` is now.
pub(super) struct Fault {
    pub(super) query: &'static str,
    pub(super) say: fn(id: i64, one: i64, other: i64) -> String,
}

const FAULTS: [Fault; 6] = [
    Fault {
        query: "SELECT slice.id AS id, slice.taken AS one, COALESCE(sums.units, 0) AS other FROM slice \
                LEFT JOIN (SELECT slice_id, SUM(units) AS units FROM claim WHERE state <> 'released' GROUP BY slice_id) \
                AS sums ON sums.slice_id = slice.id WHERE slice.taken <> COALESCE(sums.units, 0)",
        say: |id, one, other| format!("slice {id} counts {one} units as taken, its claims {other}"),
    },
    Fault {
        query: "SELECT id, taken AS one, capacity AS other FROM slice WHERE taken < 0 OR taken > capacity",
        say: |id, one, other| format!("slice {id} has {one} units taken of {other}"),
    },
    Fault {
        query: "SELECT claim.id AS id, claim.booking_id AS one, claim.slice_id AS other FROM claim \
                LEFT JOIN booking ON booking.id = claim.booking_id \
                LEFT JOIN slice ON slice.id = claim.slice_id WHERE booking.id IS NULL OR slice.id IS NULL",
        say: |id, one, other| format!("claim {id} is for booking {one} and slice {other}, which are not both there"),
    },
    // A hold that has lapsed is void, whether its claims are swept, some of them or none.
    Fault {
        query: "SELECT claim.id AS id, booking.id AS one, claim.slice_id AS other FROM claim \
                JOIN booking ON booking.id = claim.booking_id \
                LEFT JOIN booking_change AS change ON change.id = claim.change_id WHERE NOT CASE \
                WHEN claim.change_id <> 0 AND change.status = 'open' AND change.hold_until > {now} \
                THEN booking.status = 'confirmed' AND claim.state = 'held' AND claim.held_until = change.hold_until \
                WHEN claim.change_id = 0 AND booking.status = 'confirmed' THEN claim.state = 'sold' \
                WHEN claim.change_id = 0 AND booking.status = 'held' AND booking.hold_until > {now} \
                THEN claim.state = 'held' AND claim.held_until = booking.hold_until \
                ELSE claim.state = 'released' OR (claim.state = 'held' AND claim.held_until <= {now}) END",
        say: |id, one, other| format!("claim {id} of slice {other} is not worth what its booking {one} says"),
    },
    Fault {
        query: "SELECT booking.id AS id, booking.offer_id AS one, booking.units AS other FROM booking \
                WHERE booking.status IN ('held', 'confirmed') \
                AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.booking_id = booking.id)",
        say: |id, one, other| format!("booking {id} of offer {one} for {other} units has claimed nothing"),
    },
    // Of a slice that counts parties, a booking takes one whatever its size.
    Fault {
        query: "SELECT claim.id AS id, claim.units AS one, booking.units AS other FROM claim \
                JOIN booking ON booking.id = claim.booking_id WHERE claim.change_id = 0 AND claim.state <> 'released' \
                AND booking.status IN ('held', 'confirmed') AND claim.units <> booking.units AND claim.units <> 1",
        say: |id, one, other| format!("claim {id} takes {one} units for a booking of {other}"),
    },
];

/// Looks at all slices, claims, books and cases as they are at one moment.
pub async fn run(cx: &Cx) -> Result<Report> {
    let now = to_micros(cx.now());
    // One snapshot for all queries, so that sales going on meanwhile are seen whole or not at all. Reading takes no turn
    // among the writers.
    let level = (cx.db.get_database_backend() == DbBackend::Postgres).then_some(IsolationLevel::RepeatableRead);
    let tx = cx.db.begin_with_options(TransactionOptions { isolation_level: level, ..Default::default() }).await?;
    let mut report = Report {
        slices: slice::Entity::find().count(&tx).await?,
        claims: claim::Entity::find().count(&tx).await?,
        facts: journal::Entity::find().count(&tx).await?,
        cases: 0,
        faults: Vec::new(),
    };
    for fault in FAULTS.iter().chain(&money::FAULTS).chain(&vouchers::FAULTS) {
        report.faults.extend(found(&tx, fault, now).await?);
    }
    let (count, wrong) = cases::faults(&tx, cx.now()).await?;
    report.cases = count;
    report.faults.extend(wrong);
    tx.rollback().await?;
    Ok(report)
}

async fn found(tx: &DatabaseTransaction, fault: &Fault, now: i64) -> Result<Vec<String>> {
    let query = fault.query.replace("{now}", &now.to_string());
    let query = format!(
        "SELECT id, CAST(one AS BIGINT) AS one, CAST(other AS BIGINT) AS other FROM ({query}) AS found \
                         ORDER BY id LIMIT {MOST}"
    );
    let rows = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), query)).await?;
    rows.iter()
        .map(|row| Ok((fault.say)(row.try_get("", "id")?, row.try_get("", "one")?, row.try_get("", "other")?)))
        .collect()
}
