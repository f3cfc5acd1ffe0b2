//! Promises as time goes by: pauses, rounds, what staff are told of them and when (C2, C6, C7).

use domain::{
    Rule,
    case::{Deed, Department, Status},
};
use services::case;

use crate::{
    inquiry::{Counter, instant, said},
    people::refusal,
    util::{House, on_both},
};

#[tokio::test]
async fn the_clock_waits_while_the_customer_is_asked_and_goes_on_with_his_answer() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (lin, number) = counter.asks("房间可以加床吗？").await;
        counter.is("2026-11-23T10:30");
        counter.says(&counter.chen, &number, Deed::Asked, "哪一间？").await.unwrap();
        let view = case::show(counter.cx(), &lin, &number).await.unwrap();
        assert_eq!((view.row.status, view.promised.answer, view.promised.waiting), (Status::Waiting, None, Some(210)));
        assert_eq!(
            (counter.due(&number).await.as_str(), counter.told(&number).await.last().unwrap().as_str()),
            ("", "question")
        );
        counter.is("2026-11-23T14:00");
        assert_eq!(case::watch(counter.cx()).await.unwrap(), 0, "what waits is nobody's fault");
        case::write(counter.cx(), &lin, &number, "豪华双床房", "").await.unwrap();
        assert_eq!(counter.due(&number).await, "11-23 17:30");
        counter.is("2026-11-23T17:00");
        counter.answers(&number).await;
        let round = counter.round(&number, 1).await;
        let figures = (said(round.first_at), round.answer_broken, round.minutes);
        assert_eq!(figures, ("11-23 10:30".to_owned(), false, Some(210)));
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_resolved_can_be_opened_again_for_a_fortnight_and_not_after() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let cx = counter.cx();
        let ((lin, first), (chen, second)) = (counter.asks("几点退房？").await, counter.asks("几点退房？").await);
        counter.answers(&first).await;
        counter.answers(&second).await;
        let view = case::show(cx, &lin, &first).await.unwrap();
        assert_eq!(view.reopen_until, Some(instant("2026-12-07T10:00")));
        counter.is("2026-12-07T09:59");
        case::write(cx, &lin, &first, "还有一个问题", "").await.unwrap();
        let row = counter.case(&first).await;
        assert_eq!((row.status.as_str(), row.round, said(row.due_at).as_str()), ("open", 2, "12-07 10:59"));
        assert_eq!((row.resolved_at, row.closed_by.as_str(), row.staff_id), (None, "", Some(counter.chen.id)));
        assert_eq!(counter.round(&first, 1).await.closed_by, "staff", "the first round is history");
        counter.is("2026-12-07T10:00");
        assert_eq!(refusal(case::write(cx, &chen, &second, "还有", "").await), Rule::CaseClosed);
        assert_eq!(case::show(cx, &chen, &second).await.unwrap().reopen_until, None);
        // Staff may whenever there is a reason.
        case::desk::reopen(cx, &counter.ding, &second, "客人来电").await.unwrap();
        assert_eq!(refusal(case::desk::reopen(cx, &counter.ding, &second, "客人来电").await), Rule::CaseClosed);
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn whoever_needs_no_answer_closes_it_himself() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (lin, number) = counter.asks("几点退房？").await;
        case::close(counter.cx(), &lin, &number).await.unwrap();
        case::close(counter.cx(), &lin, &number).await.unwrap();
        assert_eq!(counter.log(&number).await, ["opened", "resolved"]);
        assert_eq!(refusal(counter.says(&counter.chen, &number, Deed::Replied, "十二点").await), Rule::CaseClosed);
        counter.says(&counter.chen, &number, Deed::Noted, "客人已自行解决").await.unwrap();
        case::write(counter.cx(), &lin, &number, "还是想问", "").await.unwrap();
        assert_eq!(counter.log(&number).await, ["opened", "resolved", "noted", "reopened"]);
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn staff_are_reminded_before_and_the_supervisor_is_told_after_each_once() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (cx, other) = (counter.cx(), counter.house.instance().await);
        let (_, number) = counter.asks("几点退房？").await;
        let watch = async |time: &str| {
            counter.is(time);
            let (here, there) = tokio::join!(case::watch(cx), case::watch(&other.cx));
            here.unwrap() + there.unwrap()
        };
        assert_eq!(
            (watch("2026-11-23T10:29").await, watch("2026-11-23T10:30").await, watch("2026-11-23T10:40").await),
            (0, 1, 0)
        );
        assert_eq!(counter.alerts().await, ["remind service 11-23 11:00"]);
        assert_eq!(
            (watch("2026-11-23T11:00").await, watch("2026-11-23T11:01").await, watch("2026-11-23T11:02").await),
            (0, 1, 0)
        );
        assert_eq!(counter.log(&number).await, ["opened", "escalated"]);
        counter.says(&counter.chen, &number, Deed::Replied, "十二点").await.unwrap();
        assert_eq!((watch("2026-11-23T14:29").await, watch("2026-11-23T14:30").await), (0, 1));
        assert_eq!((watch("2026-11-23T15:01").await, watch("2026-11-24T15:01").await), (1, 0));
        assert_eq!(
            counter.alerts().await,
            ["remind service 11-23 11:00", "escalate 11-23 11:00", "remind chen 11-23 15:00", "escalate 11-23 15:00"]
        );
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_was_missed_altogether_is_told_of_once_and_not_as_a_reminder() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        counter.asks("几点退房？").await;
        counter.is("2026-11-23T11:30");
        assert_eq!(case::watch(counter.cx()).await.unwrap(), 1);
        assert_eq!(counter.alerts().await, ["escalate 11-23 11:00"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_anything_at_night_at_lunch_or_on_a_holiday() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        counter.is("2026-12-31T17:00");
        counter.asks("几点退房？").await;
        for time in ["2026-12-31T18:00", "2026-12-31T23:30", "2027-01-01T10:00", "2027-01-03T10:00", "2027-01-04T08:59"]
        {
            counter.is(time);
            assert_eq!(case::watch(counter.cx()).await.unwrap(), 0, "{time}");
        }
        counter.is("2027-01-04T09:00");
        assert_eq!(case::watch(counter.cx()).await.unwrap(), 1);
        assert_eq!(counter.alerts().await, ["escalate 12-31 18:00"]);
        counter.is("2027-01-04T11:10");
        counter.asks("几点入住？").await;
        counter.is("2027-01-04T12:40");
        assert_eq!(case::watch(counter.cx()).await.unwrap(), 0);
        // 13:10 is half an hour of work from noon on.
        counter.is("2027-01-04T13:00");
        assert_eq!(case::watch(counter.cx()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_department_that_has_spent_its_time_is_told_and_each_sees_his_own_alerts() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (cx, number) = (counter.cx(), counter.asks("房间可以加床吗？").await.1);
        counter.says(&counter.chen, &number, Deed::Replied, "我来问").await.unwrap();
        counter.hands(&number, Department::Rooms).await;
        counter.is("2026-11-23T13:01");
        assert_eq!((case::watch(cx).await.unwrap(), case::watch(cx).await.unwrap()), (1, 0));
        assert_eq!(counter.alerts().await, ["leg rooms 11-23 12:00"]);
        counter.is("2026-11-23T15:01");
        assert_eq!(case::watch(cx).await.unwrap(), 1);
        let seen = async |staff| {
            let alerts = case::desk::alerts(cx, staff).await.unwrap();
            alerts.into_iter().map(|alert| alert.what).collect::<Vec<_>>()
        };
        assert_eq!(
            (seen(&counter.fang).await, seen(&counter.wang).await),
            (vec!["leg".to_owned()], vec!["escalate".to_owned()])
        );
        assert!(seen(&counter.chen).await.is_empty());
        case::desk::seen(cx, &counter.chen, &shown(cx, &counter.chen).await).await.unwrap();
        case::desk::seen(cx, &counter.fang, &shown(cx, &counter.fang).await).await.unwrap();
        assert_eq!((seen(&counter.fang).await.len(), seen(&counter.wang).await.len()), (0, 1));
        counter.is_sound().await;
    })
    .await;
}

/// The keys of the alerts that somebody is shown.
async fn shown(cx: &services::Cx, staff: &services::Staff) -> Vec<i64> {
    case::desk::alerts(cx, staff).await.unwrap().into_iter().map(|alert| alert.id).collect()
}
