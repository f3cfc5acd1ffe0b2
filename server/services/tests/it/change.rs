//! A customer moves, enlarges, shortens his booking, and the difference is settled (B10, B12).

use chrono::TimeDelta;
use domain::{
    Fen, Rule, Shortage,
    booking::Status,
    change::{ChangeStatus, DetailsForm},
    job::Job,
    payment::{Reason, RefundStatus},
};
use i18n::Script;
use services::{change, job, payment};

use crate::{
    mind::{Scene, nights, seats},
    people::{guest, refusal},
    util::{House, on_both},
};

#[tokio::test]
async fn a_dearer_change_holds_both_until_the_difference_is_paid() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(1, 2, 2)).await;
        let quote = scene.quote(&chen, &number, &scene.suite, nights(2, 2, 2)).await.unwrap();
        assert_eq!((quote.old_total, quote.total, quote.difference), (Fen(192_000), Fen(240_000), Fen(48_000)));
        let committed = scene.commit(&chen, &number, &quote).await.unwrap();
        assert_eq!(committed.due, Fen(48_000));
        assert_eq!(scene.commit(&chen, &number, &quote).await.unwrap(), committed, "the same quote again");
        assert_eq!(scene.taken(&scene.room).await[..3], [2, 2, 0], "the old rooms are kept");
        assert_eq!(scene.taken(&scene.suite).await[..3], [0, 2, 2], "the new ones are held");
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.due, receipt.change.unwrap().difference), (Fen(48_000), Fen(48_000)));
        scene.is_sound().await;

        scene.pays(&chen, &number).await;
        let booking = scene.booking(&chen, &number).await;
        assert_eq!(
            (booking.row.total, booking.row.status, booking.slug.as_str()),
            (Fen(240_000), Status::Confirmed, "suite")
        );
        assert_eq!(booking.changes.iter().map(|change| change.status).collect::<Vec<_>>(), [ChangeStatus::Settled]);
        assert_eq!(scene.taken(&scene.room).await[..3], [0, 0, 0]);
        assert_eq!(scene.taken(&scene.suite).await[..3], [0, 2, 2]);
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.paid, receipt.due, receipt.refunds.len()), (Fen(240_000), Fen::ZERO, 0));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_cheaper_change_is_done_at_once_and_gives_back() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.suite, nights(3, 1, 1)).await;
        let committed = scene.changes(&chen, &number, &scene.room, nights(4, 1, 1)).await.unwrap();
        assert_eq!(committed.due, Fen::ZERO);
        let receipt = scene.receipt(&chen, &number).await;
        let refunds: Vec<_> = receipt.refunds.iter().map(|refund| (refund.amount, refund.reason)).collect();
        assert_eq!(refunds, [(Fen(12_000), Reason::Change)]);
        assert_eq!((receipt.booking.total, receipt.due), (Fen(48_000), Fen::ZERO));
        scene.is_sound().await;
        scene.gives_back().await;
        assert_eq!(scene.bank.refunded(), 12_000);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn part_of_a_booking_is_given_up_by_the_terms_and_free_at_once() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 2, 2)).await;
        scene.hours_before(&chen, &number, 30).await;
        // 80 % of a night of two rooms, then of a room.
        scene.changes(&chen, &number, &scene.room, nights(3, 1, 2)).await.unwrap();
        assert_eq!(scene.taken(&scene.room).await[2..4], [2, 0]);
        scene.changes(&chen, &number, &scene.room, nights(3, 1, 1)).await.unwrap();
        assert_eq!(scene.taken(&scene.room).await[2..4], [1, 0]);
        let receipt = scene.receipt(&chen, &number).await;
        let back: Vec<_> = receipt.refunds.iter().map(|refund| refund.amount).collect();
        assert_eq!(back, [Fen(76_800), Fen(38_400)]);
        let booking = scene.booking(&chen, &number).await;
        assert_eq!((booking.row.total, booking.fees), (Fen(48_000), Fen(19_200 + 9_600)));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn who_leaves_early_gives_the_nights_back() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2).await;
        let (chen, number) = scene.sold(&scene.room, nights(1, 3, 1)).await;
        scene.hours_before(&chen, &number, -20).await;
        let longer = scene.quote(&chen, &number, &scene.room, nights(1, 4, 1)).await;
        assert!(matches!(refusal(longer), Rule::TooLate(_)), "more is past the notice");
        scene.changes(&chen, &number, &scene.room, nights(1, 1, 1)).await.unwrap();
        assert_eq!(scene.taken(&scene.room).await[..3], [1, 0, 0]);
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.refunds.len(), receipt.due), (0, Fen::ZERO), "the terms leave nothing after the start");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_full_night_takes_fewer_rooms_and_other_remarks_but_no_more() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 1, 2)).await;
        let form = DetailsForm { number: number.to_string(), remarks: "晚到".to_owned(), ..DetailsForm::default() };
        change::tell_details(&scene.house.cx, &chen, &form, "").await.unwrap();
        assert_eq!(scene.booking(&chen, &number).await.remarks, "晚到");
        let more = scene.quote(&chen, &number, &scene.room, nights(2, 1, 3)).await.unwrap();
        assert_eq!(more.shortage, Some(Shortage::Sold));
        assert_eq!(refusal(scene.commit(&chen, &number, &more).await), Rule::Full(Shortage::Sold));
        let longer = scene.quote(&chen, &number, &scene.room, nights(2, 2, 2)).await.unwrap();
        assert_eq!(longer.shortage, None, "of the night it has it needs no more");
        scene.changes(&chen, &number, &scene.room, nights(2, 1, 1)).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_trip_that_is_moved_gets_a_new_number_and_the_old_one_leads_to_it() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, old) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let new = scene.changes(&chen, &old, &scene.coach, seats(3, "15:00", 2)).await.unwrap().number;
        assert_ne!(new, old);
        assert_eq!(scene.booking(&chen, &old).await.row.number, new.to_string(), "by its old number");
        let fewer = scene.changes(&chen, &old, &scene.coach, seats(3, "15:00", 1)).await.unwrap().number;
        assert_eq!(fewer, new, "it is not moved");
        let stranger = guest(&scene.house.cx).await;
        let seen = services::booking::show(&scene.house.cx, &stranger, Script::Hans, &old).await;
        assert_eq!(refusal(seen), Rule::Unknown);
        let phone = "13800138000".parse().unwrap();
        let session = stranger.session();
        services::booking::find(&scene.house.cx, session, "192.0.2.1", &old, &phone).await.unwrap();
        assert_eq!(scene.booking(&stranger, &new).await.row.units, 1);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_not_paid_in_time_leaves_the_booking_as_it_was() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(1, 1, 1)).await;
        scene.changes(&chen, &number, &scene.suite, nights(5, 1, 1)).await.unwrap();
        let order = scene.starts(&chen, &number).await;
        let until = scene.receipt(&chen, &number).await.change.unwrap().until;
        scene.house.clock.turn_to(until);
        // Over at that instant, whether or not a job ran: others may have the room.
        assert_eq!(scene.receipt(&chen, &number).await.due, Fen::ZERO);
        scene.sold(&scene.suite, nights(5, 1, 4)).await;
        job::run_now(&scene.house.cx, "worker", Some(Job::Holds)).await.unwrap();
        scene.is_sound().await;
        let booking = scene.booking(&chen, &number).await;
        assert_eq!(
            (booking.row.total, booking.slug.as_str(), booking.row.status),
            (Fen(48_000), "room", Status::Confirmed)
        );
        assert_eq!(booking.changes[0].status, ChangeStatus::Expired);
        // The money that comes for it after all goes back.
        scene.is_paid_after_all(&order, 12_000).await;
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.refunds[0].amount, receipt.refunds[0].reason), (Fen(12_000), Reason::Late));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_change_is_taken_back_in_full_until_it_is_settled() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(1, 1, 1)).await;
        let quote = scene.quote(&chen, &number, &scene.suite, nights(5, 1, 1)).await.unwrap();
        scene.commit(&chen, &number, &quote).await.unwrap();
        let order = scene.starts(&chen, &number).await;
        let second = scene.quote(&chen, &number, &scene.room, nights(2, 1, 1)).await;
        assert_eq!(refusal(second), Rule::ChangeOpen, "one at a time");
        assert_eq!(refusal(scene.cancels(&chen, &number).await), Rule::ChangeOpen);
        let taken_back = scene.house.cx.now();
        change::undo(&scene.house.cx, &chen, &number, "").await.unwrap();
        let again = scene.commit(&chen, &number, &quote).await;
        assert_eq!(refusal(again), Rule::QuoteOver(Some(taken_back)), "its quote is over");
        assert_eq!(refusal(change::undo(&scene.house.cx, &chen, &number, "").await), Rule::Changed, "once");
        assert_eq!(scene.taken(&scene.suite).await[4], 0);
        assert_eq!(scene.bank.state(&order), payment::OrderState::Closed, "nobody can pay it any more");
        assert_eq!(scene.booking(&chen, &number).await.changes[0].status, ChangeStatus::Undone);
        scene.is_sound().await;
        scene.changes(&chen, &number, &scene.room, nights(2, 1, 1)).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_tabs_the_second_is_told_what_changed() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(2, 2, 1)).await;
        let first = scene.quote(&chen, &number, &scene.room, nights(2, 1, 1)).await.unwrap();
        let second = scene.quote(&chen, &number, &scene.room, nights(3, 2, 1)).await.unwrap();
        scene.house.clock.forward(TimeDelta::seconds(5));
        scene.commit(&chen, &number, &first).await.unwrap();
        assert_eq!(refusal(scene.commit(&chen, &number, &second).await), Rule::Changed);
        let booking = scene.booking(&chen, &number).await;
        let since: Vec<_> = booking.changes.iter().filter(|change| change.at > second.at).collect();
        assert_eq!(since.len(), 1, "{since:?}");
        assert_eq!((&since[0].operations, since[0].difference), (&first.operations, first.difference));
        let told = |event: &&domain::booking::Event| event.what == "changed" && event.at == since[0].at;
        assert!(booking.events.iter().any(|event| told(&event)), "the timeline tells it at the same time");
        assert_eq!(scene.commit(&chen, &number, &first).await.unwrap().due, Fen::ZERO, "done is done");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_quote_holds_for_its_booking_its_time_and_its_price() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 1, 1)).await;
        let (li, other) = scene.sold(&scene.room, nights(3, 1, 1)).await;
        let quote = scene.quote(&chen, &number, &scene.suite, nights(3, 1, 1)).await.unwrap();
        assert_eq!(refusal(scene.commit(&li, &other, &quote).await), Rule::QuoteOver(None), "another booking's");
        assert_eq!(refusal(scene.commit(&li, &number, &quote).await), Rule::Unknown, "a stranger's");
        for token in [String::new(), "x.y".to_owned(), quote.token.replace('.', "A."), format!("{}0", quote.token)] {
            let tampered = domain::change::ChangeQuote { token, ..quote.clone() };
            assert_eq!(refusal(scene.commit(&chen, &number, &tampered).await), Rule::QuoteOver(None));
        }
        let dear = scene.house.slices(scene.suite.offer.resource_id).await[2].id;
        scene.house.prices(dear, 70_000).await;
        assert_eq!(refusal(scene.commit(&chen, &number, &quote).await), Rule::Repriced(Fen(70_000)));
        let quote = scene.quote(&chen, &number, &scene.suite, nights(3, 1, 1)).await.unwrap();
        scene.house.clock.turn_to(quote.expires + TimeDelta::microseconds(1));
        assert_eq!(refusal(scene.commit(&chen, &number, &quote).await), Rule::QuoteOver(Some(quote.expires)));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_changed_says_why() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(1, 1, 1)).await;
        let same = scene.quote(&chen, &number, &scene.room, nights(1, 1, 1)).await;
        assert_eq!(refusal(same), Rule::Unchanged);
        let to_a_coach = scene.quote(&chen, &number, &scene.coach, seats(3, "09:00", 1)).await;
        assert!(matches!(refusal(to_a_coach), Rule::Invalid(_)), "a room is no seat");
        let never = scene.quote(&chen, &number, &scene.room, nights(30, 1, 1)).await;
        assert_eq!(refusal(never), Rule::Full(Shortage::None));
        let starts = scene.booking(&chen, &number).await.row.starts;
        scene.hours_before(&chen, &number, 4).await;
        scene.quote(&chen, &number, &scene.room, nights(2, 1, 1)).await.unwrap();
        scene.house.clock.forward(TimeDelta::microseconds(1));
        let late = scene.quote(&chen, &number, &scene.room, nights(2, 1, 1)).await;
        assert_eq!(refusal(late), Rule::TooLate(starts - TimeDelta::hours(4)));
        scene.house.clock.forward(TimeDelta::days(3));
        let over = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await;
        assert_eq!(refusal(over), Rule::Over(Some(scene.booking(&chen, &number).await.row.ends)));
    })
    .await;
}

#[tokio::test]
async fn what_is_only_held_changes_at_once_and_its_open_attempt_dies() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.held(&scene.room, nights(1, 2, 1)).await;
        let order = scene.starts(&chen, &number).await;
        let committed = scene.changes(&chen, &number, &scene.room, nights(1, 1, 1)).await.unwrap();
        assert_eq!(committed.due, Fen::ZERO, "it is due as before, not for the change");
        assert_eq!(scene.bank.state(&order), payment::OrderState::Closed);
        let receipt = scene.receipt(&chen, &number).await;
        assert_eq!((receipt.booking.status, receipt.due), (Status::Held, Fen(48_000)));
        scene.is_sound().await;
        // The old amount comes after all: it goes back, and the new one is due as before.
        scene.is_paid_after_all(&order, 96_000).await;
        let receipt = scene.receipt(&chen, &number).await;
        let back = &receipt.refunds[0];
        assert_eq!((back.amount, back.reason, back.status), (Fen(96_000), Reason::Stale, RefundStatus::Due));
        assert_eq!((receipt.booking.status, receipt.due), (Status::Held, Fen(48_000)));
        scene.pays(&chen, &number).await;
        scene.gives_back().await;
        assert_eq!(scene.bank.refunded(), 96_000);
        assert_eq!(scene.receipt(&chen, &number).await.booking.status, Status::Confirmed);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_commit_that_is_refused_leaves_the_open_attempt_payable() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.held(&scene.room, nights(1, 2, 1)).await;
        let stale = scene.quote(&chen, &number, &scene.room, nights(2, 1, 1)).await.unwrap();
        scene.changes(&chen, &number, &scene.room, nights(1, 1, 1)).await.unwrap();
        let order = scene.starts(&chen, &number).await;
        assert_eq!(refusal(scene.commit(&chen, &number, &stale).await), Rule::Changed);
        let dear = scene.quote(&chen, &number, &scene.suite, nights(3, 1, 1)).await.unwrap();
        let night = scene.house.slices(scene.suite.offer.resource_id).await[2].id;
        scene.house.prices(night, 70_000).await;
        assert_eq!(refusal(scene.commit(&chen, &number, &dear).await), Rule::Repriced(Fen(70_000)));
        let full = scene.quote(&chen, &number, &scene.room, nights(5, 1, 1)).await.unwrap();
        scene.sold(&scene.room, nights(5, 1, 4)).await;
        assert!(matches!(refusal(scene.commit(&chen, &number, &full).await), Rule::Full(_)));
        assert_eq!(refusal(change::undo(&scene.house.cx, &chen, &number, "").await), Rule::Changed);
        scene.house.clock.turn_to(dear.expires + TimeDelta::microseconds(1));
        assert_eq!(refusal(scene.commit(&chen, &number, &dear).await), Rule::QuoteOver(Some(dear.expires)));
        assert_eq!(scene.bank.state(&order), payment::OrderState::Open);
        scene.is_paid(&order).await;
        assert_eq!(scene.receipt(&chen, &number).await.booking.status, Status::Confirmed);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_is_silent_keeps_the_old_amount_alive_and_the_booking_unchanged() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.held(&scene.room, nights(1, 2, 1)).await;
        scene.starts(&chen, &number).await;
        let quote = scene.quote(&chen, &number, &scene.room, nights(1, 1, 1)).await.unwrap();
        scene.bank.is_silent(true);
        assert_eq!(refusal(scene.commit(&chen, &number, &quote).await), Rule::ProviderSilent);
        scene.bank.is_silent(false);
        scene.commit(&chen, &number, &quote).await.unwrap();
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_commits_of_one_quote_at_once_are_one_change() {
    on_both(async |house: House| {
        let scene = std::sync::Arc::new(Scene::of(house, 4).await);
        let (chen, number) = scene.sold(&scene.coach, seats(3, "09:00", 2)).await;
        let quote = scene.quote(&chen, &number, &scene.coach, seats(4, "15:00", 2)).await.unwrap();
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (scene, chen, number, quote) = (scene.clone(), chen.clone(), number.clone(), quote.clone());
            tasks.spawn(async move { scene.commit(&chen, &number, &quote).await.unwrap() });
        }
        let mut answers = Vec::new();
        while let Some(answer) = tasks.join_next().await {
            answers.push(answer.unwrap());
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "one new number");
        assert_eq!(scene.booking(&chen, &number).await.changes.len(), 1);
        scene.is_sound().await;
    })
    .await;
}
