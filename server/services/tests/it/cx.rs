//! The database opens, is brought up to date, tells the time, and a transaction is whole or nothing.

use chrono::TimeDelta;
use domain::{Rule, time::from_micros};
use entity::slice;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbBackend, Statement};
use services::{Clock as _, Cx, Settings};

use crate::util::{House, on_both, shop::day};

fn settings() -> Settings {
    Settings { secret: vec![7; 32], connections: 2, hashing: 1 }
}

#[tokio::test]
async fn a_new_database_lacks_the_schema_until_it_is_migrated() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("new").join("house.db").display());
    let cx = Cx::open(&url, settings()).await.unwrap();
    cx.ping().await.unwrap();
    assert!(cx.pending_migrations().await.unwrap() > 0);
    for _ in 0..2 {
        cx.migrate().await.unwrap();
        assert_eq!(cx.pending_migrations().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn an_address_of_another_engine_is_refused() {
    assert!(Cx::open("mysql://localhost/house", settings()).await.is_err());
}

#[tokio::test]
async fn instances_that_start_together_migrate_once() {
    on_both(async |house: House| {
        let second = house.instance().await;
        let (one, other) = tokio::join!(house.cx.migrate(), second.cx.migrate());
        one.unwrap();
        other.unwrap();
        assert_eq!(house.cx.pending_migrations().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_transaction_that_is_not_committed_leaves_no_trace_and_makes_way() {
    on_both(async |house: House| {
        let coach = house.coach("coach", 5, "09:00").await;
        let id = house.slices(coach.offer.resource_id).await[0].id;
        let to = |capacity| slice::ActiveModel { id: Set(id), capacity: Set(capacity), ..Default::default() };
        for _ in 0..3 {
            let tx = house.cx.begin().await.unwrap();
            to(9).update(&*tx).await.unwrap();
            drop(tx);
        }
        let tx = house.cx.begin().await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(house.slices(coach.offer.resource_id).await[0].capacity, 5);
        assert_eq!(house.slices(coach.offer.resource_id).await[0].day, day(0));
    })
    .await;
}

#[tokio::test]
async fn sqlite_writes_ahead_so_that_readers_do_not_wait() {
    let house = House::on_sqlite().await;
    let pragma = Statement::from_string(DbBackend::Sqlite, "PRAGMA journal_mode");
    let row = house.db.query_one_raw(pragma).await.unwrap().unwrap();
    assert_eq!(row.try_get::<String>("", "journal_mode").unwrap(), "wal");
    let coach = house.coach("coach", 5, "09:00").await;
    let writing = house.cx.begin().await.unwrap();
    let calendar = services::catalogue::calendar(&house.cx, i18n::Script::Hans, "coach", day(0), 1, 1).await.unwrap();
    assert_eq!(calendar[0].free, 5);
    drop((writing, coach));
}

#[tokio::test]
async fn a_database_that_waits_too_long_for_a_lock_is_busy() {
    let house = House::on_postgres().await;
    let coach = house.coach("coach", 5, "09:00").await;
    let id = house.slices(coach.offer.resource_id).await[0].id;
    let row = || slice::ActiveModel { id: Set(id), capacity: Set(9), ..Default::default() };
    let first = house.cx.begin().await.unwrap();
    row().update(&*first).await.unwrap();
    let second = house.cx.begin().await.unwrap();
    second.execute_unprepared("SET LOCAL lock_timeout = '10ms'").await.unwrap();
    let refused = services::Error::from(row().update(&*second).await.expect_err("it is locked"));
    assert_eq!(refused.rule(), Some(&Rule::Busy));
}

/// How far a context's time is from that of its PostgreSQL database, whose answer comes between two looks at the context's.
async fn off(house: &House, cx: &Cx) -> TimeDelta {
    let before = cx.now();
    let there = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint) AS micros";
    let row = house.db.query_one_raw(Statement::from_string(DbBackend::Postgres, there)).await.unwrap().unwrap();
    let (there, after) = (from_micros(row.try_get("", "micros").unwrap()), cx.now());
    (before - there).max(there - after).max(TimeDelta::zero())
}

#[tokio::test]
async fn on_postgres_the_time_is_the_databases_whatever_the_machine_says() {
    let house = House::on_postgres().await;
    let cx = house.instance_by_its_own_clock().await;
    assert!(off(&house, &cx).await < TimeDelta::seconds(1), "the machine's clock is of another day");
    house.clock.forward(TimeDelta::hours(7));
    assert!(off(&house, &cx).await > TimeDelta::hours(6), "it was set while the program ran");
    cx.compare_clocks().await.unwrap();
    assert!(off(&house, &cx).await < TimeDelta::seconds(1));
}

#[tokio::test]
async fn on_sqlite_the_time_is_the_machines() {
    let house = House::on_sqlite().await;
    let cx = house.instance_by_its_own_clock().await;
    house.clock.forward(TimeDelta::hours(7));
    cx.compare_clocks().await.unwrap();
    assert_eq!(cx.now(), house.clock.now());
}
