//! Jobs: each ends what has lapsed, once, in one instance at a time; one that fails holds up no other.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{Fault, Rule, booking::Status, desk::Role, job::Job, job::JobRow, time::to_micros};
use entity::{provider_message, slice, throttle, write_key};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, PaginatorTrait};
use services::{Error, Staff, booking, check, draft, job, session};
use tokio::sync::Notify;

use crate::{
    people::{colleague, guest, refusal, registered, visitor},
    util::{House, on_both},
    wares::{coach, order},
};

async fn taken(house: &House) -> i32 {
    slice::Entity::find().one(&house.db).await.unwrap().unwrap().taken
}

async fn run(house: &House, job: Job) -> u64 {
    job::run_now(&house.cx, "here", Some(job)).await.unwrap().into_iter().map(|(_, done)| done).sum()
}

async fn boss(house: &House) -> Staff {
    colleague(&house.cx, "wang.supervisor", Role::Supervisor).await.1
}

async fn row(house: &House, staff: &Staff, job: Job) -> JobRow {
    job::rows(&house.cx, staff).await.unwrap().into_iter().find(|row| row.job == job).unwrap()
}

#[tokio::test]
async fn a_lapsed_hold_ends_once_and_its_seats_go_back() {
    on_both(async |house: House| {
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 2)).await.unwrap();
        let until = booking::show(&house.cx, &chen, Script::Hans, &number).await.unwrap().hold_until.unwrap();
        assert_eq!(run(&house, Job::Holds).await, 0, "it is still held");
        assert_eq!(taken(&house).await, 2);

        house.clock.forward(until - house.cx.now());
        let (one, other) = tokio::join!(run(&house, Job::Holds), run(&house, Job::Holds));
        assert_eq!(one + other, 1);
        assert_eq!(taken(&house).await, 0);
        let report = check::run(&house.cx).await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    })
    .await;
}

#[tokio::test]
async fn the_timeline_says_that_a_hold_has_ended() {
    on_both(async |house: House| {
        let (ware, lin) = (coach(&house, 5).await, registered(&house.cx, "13900139000").await.member);
        let asker = services::Asker::Member(lin);
        let number = booking::place(&house.cx, &asker, Script::Hans, "key", &order(&ware, 1)).await.unwrap();
        house.clock.forward(TimeDelta::days(3));
        run(&house, Job::Holds).await;
        let shown = booking::show(&house.cx, &asker, Script::Hans, &number).await.unwrap();
        assert_eq!(shown.row.status, Status::Expired);
        let told: Vec<_> = shown.events.iter().map(|event| (event.actor.as_str(), event.what.as_str())).collect();
        assert_eq!(told, [("customer", "placed"), ("system", "held"), ("system", "expired")]);
    })
    .await;
}

#[tokio::test]
async fn what_nobody_can_use_any_more_is_removed() {
    on_both(async |house: House| {
        let (secret, session) = visitor(&house.cx).await;
        let fault = Fault::new("phone", "required");
        let id = draft::save(&house.cx, &session, "f", &Default::default(), "invalid", &[fault]).await.unwrap();
        services::throttle::hit(&house.cx, "bucket", "somebody", 3, TimeDelta::minutes(1)).await.unwrap();
        let now = to_micros(house.cx.now());
        let key = write_key::ActiveModel {
            key: Set("key".to_owned()),
            request_hash: Set(String::new()),
            began_at: Set(now),
            expires_at: Set(now + 86_400_000_000),
            ..Default::default()
        };
        key.insert(&house.db).await.unwrap();
        let text = |text: &str| Set(text.to_owned());
        let message = provider_message::ActiveModel {
            at: Set(now),
            provider: text("hosted"),
            message: text("m"),
            subject: text("p"),
            verdict: text("worked"),
            ..Default::default()
        };
        message.insert(&house.db).await.unwrap();
        assert_eq!(run(&house, Job::Leftovers).await, 0);
        assert!(session::load(&house.cx, &secret).await.unwrap().is_some());
        assert!(draft::load(&house.cx, &session, "f", &id).await.is_ok());

        house.clock.forward(TimeDelta::days(3));
        assert_eq!(run(&house, Job::Leftovers).await, 4, "the draft, the session, the limit, the key");
        assert_eq!(session::load(&house.cx, &secret).await.unwrap(), None);
        assert_eq!(refusal(draft::load(&house.cx, &session, "f", &id).await), Rule::DraftGone);
        assert_eq!(throttle::Entity::find().count(&house.db).await.unwrap(), 0);
        assert_eq!(write_key::Entity::find().count(&house.db).await.unwrap(), 0);

        house.clock.forward(TimeDelta::days(28));
        assert_eq!(run(&house, Job::Leftovers).await, 1, "the old notification");
    })
    .await;
}

#[tokio::test]
async fn what_is_due_runs_at_its_interval_and_says_so_at_the_desk() {
    on_both(async |house: House| {
        let staff = boss(&house).await;
        let (ware, chen) = (coach(&house, 5).await, guest(&house.cx).await);
        booking::place(&house.cx, &chen, Script::Hans, "key", &order(&ware, 2)).await.unwrap();
        job::run_due(&house.cx, "here").await.unwrap();
        let first = row(&house, &staff, Job::Holds).await;
        assert_eq!((first.began, first.ended, first.lag), (Some(house.cx.now()), Some(house.cx.now()), 0));

        house.clock.forward(TimeDelta::days(2));
        assert!(row(&house, &staff, Job::Holds).await.lag > 100_000, "nobody has run it");
        job::run_due(&house.cx, "here").await.unwrap();
        let second = row(&house, &staff, Job::Holds).await;
        assert_eq!((second.done, second.failures, second.lag), (1, 0, 0));

        house.clock.forward(TimeDelta::seconds(i64::from(job::every(Job::Holds)) - 1));
        job::run_due(&house.cx, "here").await.unwrap();
        assert_eq!(row(&house, &staff, Job::Holds).await.began, second.began, "it is not due yet");
        house.clock.forward(TimeDelta::seconds(1));
        job::run_due(&house.cx, "here").await.unwrap();
        assert!(row(&house, &staff, Job::Holds).await.began > second.began);
    })
    .await;
}

#[tokio::test]
async fn a_job_runs_in_one_instance_at_a_time_and_is_taken_over_from_a_dead_one() {
    on_both(async |house: House| {
        let (begun, stop) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (cx, begins, stops) = (house.cx.clone(), Arc::clone(&begun), Arc::clone(&stop));
        let first = tokio::spawn(async move {
            let work = async move {
                begins.notify_one();
                stops.notified().await;
                Ok(7)
            };
            job::under_lease(&cx, "first", Job::Notices, work).await
        });
        begun.notified().await;
        let other = house.instance().await;
        assert_eq!(job::under_lease(&other.cx, "second", Job::Notices, async { Ok(1) }).await.unwrap(), None);
        assert!(job::run_now(&other.cx, "second", Some(Job::Notices)).await.unwrap().is_empty());

        house.clock.forward(TimeDelta::seconds(61));
        let second = job::under_lease(&other.cx, "second", Job::Notices, async { Ok(1) }).await.unwrap();
        assert_eq!(second, Some(1), "the first is taken for dead");
        stop.notify_one();
        first.await.unwrap().unwrap();
        let staff = boss(&house).await;
        assert_eq!(row(&house, &staff, Job::Notices).await.done, 1, "who was taken for dead has no say any more");
    })
    .await;
}

#[tokio::test]
async fn a_run_that_is_dropped_leaves_a_lease_that_lapses() {
    on_both(async |house: House| {
        let begun = Arc::new(Notify::new());
        let (cx, begins) = (house.cx.clone(), Arc::clone(&begun));
        let work = async move {
            begins.notify_one();
            std::future::pending().await
        };
        let killed = tokio::spawn(async move { job::under_lease(&cx, "first", Job::Holds, work).await });
        begun.notified().await;
        killed.abort();
        assert!(killed.await.unwrap_err().is_cancelled());
        assert!(job::run_now(&house.cx, "second", Some(Job::Holds)).await.unwrap().is_empty());
        house.clock.forward(TimeDelta::seconds(60));
        assert_eq!(job::run_now(&house.cx, "second", Some(Job::Holds)).await.unwrap(), [(Job::Holds, 0)]);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_fails_says_why_waits_longer_and_stops_no_other() {
    on_both(async |house: House| {
        let staff = boss(&house).await;
        house.db.execute_unprepared("ALTER TABLE notice RENAME TO elsewhere").await.unwrap();
        job::run_due(&house.cx, "here").await.unwrap();
        // Without a mail server the outbox is not looked at; reminders are.
        let failed = row(&house, &staff, Job::Reminders).await;
        assert_eq!((failed.failures, failed.ended), (1, None));
        assert!(failed.trouble.contains("notice"), "{}", failed.trouble);
        for job in [Job::Holds, Job::Leftovers] {
            assert_eq!(row(&house, &staff, job).await.ended, Some(house.cx.now()), "{job}");
        }

        house.clock.forward(TimeDelta::seconds(119));
        job::run_due(&house.cx, "here").await.unwrap();
        assert_eq!(row(&house, &staff, Job::Reminders).await.failures, 1, "it waits twice its interval");
        house.db.execute_unprepared("ALTER TABLE elsewhere RENAME TO notice").await.unwrap();
        house.clock.forward(TimeDelta::seconds(1));
        job::run_due(&house.cx, "here").await.unwrap();
        let mended = row(&house, &staff, Job::Reminders).await;
        assert_eq!((mended.failures, mended.trouble.as_str(), mended.ended), (0, "", Some(house.cx.now())));
    })
    .await;
}

#[tokio::test]
async fn a_job_that_panics_has_failed_and_is_run_again() {
    on_both(async |house: House| {
        let staff = boss(&house).await;
        let broken = job::under_lease(&house.cx, "here", Job::Refunds, async { panic!("as asked") }).await;
        assert!(matches!(broken, Err(Error::Internal(_))), "{broken:?}");
        let failed = row(&house, &staff, Job::Refunds).await;
        assert_eq!((failed.failures, failed.trouble.as_str()), (1, "internal: the job panicked"));
        assert_eq!(job::run_now(&house.cx, "here", Some(Job::Refunds)).await.unwrap(), [(Job::Refunds, 0)]);
        assert_eq!(row(&house, &staff, Job::Refunds).await.failures, 0);
    })
    .await;
}

#[tokio::test]
async fn jobs_are_shown_to_those_who_keep_the_works() {
    on_both(async |house: House| {
        let agent = colleague(&house.cx, "lin.agent", Role::Agent).await.1;
        assert_eq!(refusal(job::rows(&house.cx, &agent).await), Rule::Forbidden);
        assert_eq!(job::rows(&house.cx, &boss(&house).await).await.unwrap().len(), Job::ALL.len());
    })
    .await;
}
