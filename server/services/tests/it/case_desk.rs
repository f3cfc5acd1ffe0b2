//! What staff do to a case: take it, hand it on (C5), promise another time (C6), do one thing to many.

use domain::{
    Rule,
    case::{Bulk, CaseNumber, Deed, Department, Holder, Kind},
    desk::Role,
    time::{day_of, wall_time},
};
use services::{Error, Result, Staff, case};
use tokio::task::JoinSet;

use crate::{
    inquiry::{Counter, clerk, handed, instant, said},
    people::refusal,
    util::{House, on_both},
};

/// Fields and codes of a refusal.
fn faults<T>(outcome: Result<T>) -> Vec<String> {
    match refusal(outcome) {
        Rule::Invalid(faults) => faults.into_iter().map(|it| format!("{} {}", it.field, it.code)).collect(),
        rule => panic!("faults were expected, not {rule:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_eight_who_reach_for_a_case_one_gets_it() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (_, number) = counter.asks("几点退房？").await;
        let mut rush = JoinSet::new();
        for place in 0..8 {
            let staff = clerk(&counter.house, &format!("clerk{place}"), Role::Service, Department::Service).await;
            let (cx, number) = (counter.cx().clone(), number.clone());
            rush.spawn(async move { (staff.id, case::desk::claim(&cx, &staff, &number, None).await) });
        }
        let mut winners = Vec::new();
        for (id, outcome) in rush.join_all().await {
            match outcome {
                Ok(()) => winners.push(id),
                Err(Error::Refused(Rule::Changed)) => {}
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((winners.len(), counter.case(&number).await.staff_id), (1, winners.first().copied()));
        assert_eq!(counter.log(&number).await, ["opened", "claimed"]);
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_case_is_taken_over_with_open_eyes_and_left_by_whose_it_is() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (cx, chen, ding) = (counter.cx(), &counter.chen, &counter.ding);
        let (_, number) = counter.asks("几点退房？").await;
        case::desk::claim(cx, chen, &number, None).await.unwrap();
        case::desk::claim(cx, chen, &number, None).await.unwrap();
        assert_eq!(refusal(case::desk::claim(cx, ding, &number, None).await), Rule::Changed);
        assert_eq!(refusal(case::desk::claim(cx, ding, &number, Some(counter.wang.id)).await), Rule::Changed);
        case::desk::claim(cx, ding, &number, Some(chen.id)).await.unwrap();
        assert_eq!(refusal(case::desk::release(cx, chen, &number).await), Rule::Forbidden);
        case::desk::release(cx, &counter.wang, &number).await.unwrap();
        assert_eq!(counter.case(&number).await.staff_id, None);
        assert_eq!(counter.log(&number).await, ["opened", "claimed", "claimed", "released"]);
        // Whoever answers what nobody has, has it.
        counter.says(ding, &number, Deed::Replied, "十二点").await.unwrap();
        assert_eq!(counter.case(&number).await.staff_id, Some(ding.id));
    })
    .await;
}

#[tokio::test]
async fn handed_to_a_partner_the_customer_learns_why_how_long_and_how_to_reach_him() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (lin, number) = counter.asks("房间可以加床吗？").await;
        counter.is("2026-11-23T10:20");
        counter.says(&counter.chen, &number, Deed::Replied, "我来问").await.unwrap();
        counter.is("2026-11-23T10:30");
        let deed = handed(Holder::Partner("山水旅行社".to_owned()), 120);
        case::desk::transfer(counter.cx(), &counter.chen, &number, &deed, "由地接社安排").await.unwrap();
        let view = case::show(counter.cx(), &lin, &number).await.unwrap();
        let last = view.items.last().unwrap();
        assert_eq!((last.text.as_str(), last.number, last.contact.as_str()), ("由地接社安排", 120, "010-5555 0199"));
        assert_eq!((&view.holder, &last.to), (&Some(Holder::Partner("山水旅行社".to_owned())), &view.holder));
        assert_eq!(view.promised.answer, Some(instant("2026-11-23T15:00")), "his promise stays");
        assert_eq!(counter.told(&number).await, ["asked", "answered", "handed"]);
        let letters = counter.letters().await;
        assert!(letters.iter().any(|it| it.contains("山水旅行社") && it.contains("010-5555 0199")), "{letters:?}");
        let row = counter.case(&number).await;
        let clocks = (said(row.due_at), said(row.leg_due_at), row.department.as_str(), row.staff_id);
        assert_eq!(clocks, ("11-23 15:00".to_owned(), "11-23 13:30".to_owned(), "service", None));
        // Whoever looks after it at our side has not accepted it in the partner's name.
        case::desk::claim(counter.cx(), &counter.ding, &number, None).await.unwrap();
        assert_eq!(counter.log(&number).await, ["opened", "claimed", "replied", "transferred", "claimed"]);
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_department_takes_what_it_is_handed_or_gives_it_back_and_his_deadline_stays() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (cx, fang) = (counter.cx(), &counter.fang);
        let (_, number) = counter.asks("房间可以加床吗？").await;
        counter.is("2026-11-23T10:20");
        counter.says(&counter.chen, &number, Deed::Replied, "我来问").await.unwrap();
        let own = handed(Holder::Department(Department::Service), 60);
        assert_eq!(faults(case::desk::transfer(cx, &counter.chen, &number, &own, "why").await), ["to same-department"]);
        assert_eq!(refusal(case::desk::return_case(cx, &counter.chen, &number, "why").await), Rule::Changed);
        assert_eq!(refusal(case::desk::accept(cx, &counter.chen, &number).await), Rule::Changed, "nobody handed it on");
        counter.hands(&number, Department::Rooms).await;
        assert_eq!(counter.due(&number).await, "11-23 15:00");
        assert_eq!(refusal(case::desk::accept(cx, &counter.ding, &number).await), Rule::Forbidden);
        case::desk::accept(cx, fang, &number).await.unwrap();
        case::desk::accept(cx, fang, &number).await.unwrap();
        assert_eq!(counter.log(&number).await, ["opened", "claimed", "replied", "transferred", "accepted", "claimed"]);
        assert_eq!(counter.case(&number).await.staff_id, Some(fang.id));
        assert_eq!(faults(case::desk::return_case(cx, fang, &number, " ").await), ["why required"]);
        case::desk::return_case(cx, fang, &number, "不归我们管").await.unwrap();
        let row = counter.case(&number).await;
        assert_eq!((row.department.as_str(), row.leg_due_at, row.staff_id), ("service", None, None));
        assert_eq!(counter.due(&number).await, "11-23 15:00");
        let desk = case::desk::show(cx, &counter.chen, i18n::Script::Hans, &number).await.unwrap();
        let legs: Vec<_> = desk.legs.iter().map(|leg| (leg.minutes, leg.accepted.is_some(), leg.returned)).collect();
        assert_eq!(legs, [(None, false, false), (Some(120), true, true), (None, false, false)]);
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn whoever_answers_or_claims_what_his_department_was_handed_has_accepted_it() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        for claims in [true, false] {
            let (_, number) = counter.asks("房间可以加床吗？").await;
            counter.hands(&number, Department::Rooms).await;
            if claims {
                case::desk::claim(counter.cx(), &counter.fang, &number, None).await.unwrap();
            } else {
                counter.says(&counter.fang, &number, Deed::Replied, "可以").await.unwrap();
            }
            let log = counter.log(&number).await;
            assert_eq!(log[2..4], ["claimed", "accepted"], "{log:?}");
        }
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_broken_promise_is_put_down_to_who_spent_the_time() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        for (holder, blamed) in
            [(Holder::Department(Department::Rooms), "rooms"), (Holder::Partner("山水旅行社".to_owned()), "山水旅行社")]
        {
            counter.is("2026-11-23T10:00");
            let (_, number) = counter.asks(&format!("房间可以加床吗？{blamed}")).await;
            counter.is("2026-11-23T10:30");
            counter.says(&counter.chen, &number, Deed::Replied, "我来问").await.unwrap();
            case::desk::transfer(counter.cx(), &counter.chen, &number, &handed(holder, 60), "要问").await.unwrap();
            counter.is("2026-11-23T16:00");
            counter.answers(&number).await;
            let round = counter.round(&number, 1).await;
            assert_eq!((round.first_broken, round.answer_broken, round.blame.as_str()), (false, true, blamed));
            assert_eq!((said(round.answered_at).as_str(), round.minutes), ("11-23 16:00", Some(300)));
        }
        // In time nobody is to blame.
        let (_, number) = counter.asks("几点退房？").await;
        counter.answers(&number).await;
        let round = counter.round(&number, 1).await;
        assert_eq!((round.answer_broken, round.blame.as_str(), round.closed_by.as_str()), (false, "", "staff"));
        counter.is_sound().await;
    })
    .await;
}

/// Promises the answer by a time of Shanghai.
async fn extends(counter: &Counter, number: &CaseNumber, until: &str, why: &str) -> Result<()> {
    let until = instant(until);
    case::desk::extend(counter.cx(), &counter.chen, number, (day_of(until), wall_time(until)), why).await
}

#[tokio::test]
async fn another_time_is_promised_only_if_it_can_be_kept_and_the_customer_is_told() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (lin, number) = counter.asks("房间可以加床吗？").await;
        for (until, code) in [
            ("2026-11-23T09:30", "past"),
            ("2026-11-23T10:00", "past"),
            ("2026-11-23T14:00", "not-later"),
            ("2026-11-23T15:00", "not-later"),
            ("2026-11-23T20:00", "not-working-time"),
            ("2026-11-24T12:30", "not-working-time"),
            ("2026-11-24T13:00", "not-working-time"),
            ("2026-11-28T10:00", "not-working-time"),
            ("2027-01-01T10:00", "not-working-time"),
        ] {
            assert_eq!(
                faults(extends(&counter, &number, until, "等酒店回复").await),
                [format!("day {code}")],
                "{until}"
            );
        }
        assert_eq!(faults(extends(&counter, &number, "2026-11-24T10:30", "  ").await), ["why required"]);
        assert_eq!(counter.due(&number).await, "11-23 11:00");
        extends(&counter, &number, "2026-11-24T10:30", "等酒店回复").await.unwrap();
        assert_eq!(counter.due(&number).await, "11-24 10:30");
        let view = case::show(counter.cx(), &lin, &number).await.unwrap();
        let last = view.items.last().unwrap();
        assert_eq!((last.text.as_str(), last.until), ("等酒店回复", Some(instant("2026-11-24T10:30"))));
        assert_eq!(counter.told(&number).await, ["asked", "postponed"]);
        assert!(counter.letters().await.iter().any(|letter| letter.contains("10:30") && letter.contains("等酒店回复")));
        counter.answers(&number).await;
        assert_eq!(refusal(extends(&counter, &number, "2026-11-25T10:30", "等").await), Rule::CaseClosed);
        counter.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn whoever_hears_later_because_it_was_judged_complex_is_told() {
    on_both(async |house: House| {
        use domain::case::{Level, Priority};
        let counter = Counter::of(house).await;
        let (_, number) = counter.asks("房间可以加床吗？").await;
        counter.judges(&number, Level::Simple, Priority::Urgent).await;
        assert_eq!(
            (counter.due(&number).await, said(counter.round(&number, 1).await.answer_due)),
            ("11-23 10:30".to_owned(), "11-23 12:00".to_owned())
        );
        assert_eq!(counter.told(&number).await, ["asked"], "sooner is no bad news");
        counter.judges(&number, Level::Complex, Priority::Normal).await;
        assert_eq!(said(counter.round(&number, 1).await.answer_due), "11-26 10:00");
        assert_eq!(counter.told(&number).await, ["asked", "postponed"]);
        let entries = counter.log(&number).await.len();
        counter.judges(&number, Level::Complex, Priority::Normal).await;
        assert_eq!(counter.log(&number).await.len(), entries, "the same again is nothing");
        counter.is_sound().await;
    })
    .await;
}

async fn outcomes(counter: &Counter, staff: &Staff, numbers: &[String], deed: Bulk) -> Vec<String> {
    let done = case::desk::bulk(counter.cx(), staff, numbers, deed).await.unwrap();
    assert!(done.iter().map(|done| &done.number).eq(numbers));
    done.into_iter().map(|done| done.code).collect()
}

#[tokio::test]
async fn of_many_each_has_its_own_outcome() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (_, free) = counter.asks("几点退房？").await;
        let (_, dings) = counter.asks("几点入住？").await;
        case::desk::claim(counter.cx(), &counter.ding, &dings, None).await.unwrap();
        let (lin, closed) = counter.asks("几点早餐？").await;
        case::close(counter.cx(), &lin, &closed).await.unwrap();
        let unknown = CaseNumber::generate(Kind::Inquiry, 4_711);
        let numbers: Vec<String> =
            [free.as_str(), dings.as_str(), closed.as_str(), unknown.as_str(), "nonsense"].map(str::to_owned).to_vec();
        let chen = &counter.chen;
        assert_eq!(
            outcomes(&counter, chen, &numbers, Bulk::Claim).await,
            ["", "changed", "case-closed", "unknown", "unknown"]
        );
        assert_eq!(
            outcomes(&counter, chen, &numbers, Bulk::Urgent).await,
            ["", "", "case-closed", "unknown", "unknown"]
        );
        assert_eq!(counter.due(&free).await, "11-23 10:30");
        assert_eq!(
            outcomes(&counter, chen, &numbers, Bulk::Release).await,
            ["", "forbidden", "", "unknown", "unknown"]
        );
        assert_eq!(counter.case(&free).await.staff_id, None);
        counter.is_sound().await;
    })
    .await;
}
