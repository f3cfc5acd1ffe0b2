//! Money and everybody at once (B8): what comes together is done once, and every order of events ends well.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::{Number, Status},
    desk::Role,
    job::Job,
    payment::{ReceiptForm, Way},
};
use entity::{booking as row, notice, payment as paid_row, refund as back};
use i18n::Script;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{
    Asker, Cx, Error, booking, job,
    payment::{self, OrderState, Verdict},
};
use tokio::task::JoinSet;

use crate::{
    people::{colleague, guest, refusal, registered},
    util::{
        House,
        bank::{Bank, number_in, told},
        on_both,
        shop::Ware,
    },
    wares::{coach, order, service_day},
};

/// A house with a provider, a coach with so many seats, and what is needed to race for them.
struct Stage {
    house: House,
    bank: Arc<Bank>,
    coach: Ware,
}

impl Stage {
    async fn of(mut house: House, seats: i32) -> Self {
        let bank = Bank::of(&mut house);
        let coach = coach(&house, seats).await;
        Self { house, bank, coach }
    }

    /// Somebody books two seats and is on the provider's page.
    async fn pays_soon(&self, asker: &Asker, key: &str) -> (Number, String) {
        let number = books(&self.house.cx, &self.coach, asker, key).await.unwrap();
        let page = payment::start(&self.house.cx, asker, &number).await.unwrap();
        (number, number_in(&page))
    }

    async fn booking(&self, number: &Number) -> row::Model {
        row::Entity::by_number(number.as_str()).one(&self.house.db).await.unwrap().unwrap()
    }

    async fn status(&self, number: &Number) -> Status {
        self.booking(number).await.status_at(self.house.cx.now()).unwrap()
    }

    async fn refunds(&self) -> u64 {
        back::Entity::find().count(&self.house.db).await.unwrap()
    }

    async fn is_sound(&self) {
        assert_eq!(self.house.faults().await, Vec::<String>::new());
    }
}

async fn books(cx: &Cx, coach: &Ware, asker: &Asker, key: &str) -> Result<Number, Error> {
    let order = domain::booking::Order { way: Way::Online, ..order(coach, 2) };
    booking::place(cx, asker, Script::Hans, key, &order).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_notifications_at_once_are_one_payment() {
    on_both(async |house: House| {
        let stage = Stage::of(house, 9).await;
        let lin = Asker::Member(registered(&stage.house.cx, "13900139000").await.member);
        let (number, order) = stage.pays_soon(&lin, "key").await;
        stage.bank.is_paid(&order);
        // Four times the same message, and four messages of their own; in two instances.
        let other = stage.house.instance().await;
        let other = stage.bank.serves(other.cx.clone());
        let same = stage.bank.news(&order);
        let mut rush = JoinSet::new();
        for hand in 0..8 {
            let body = if hand % 2 == 0 { same.clone() } else { stage.bank.news(&order) };
            let cx = if hand < 4 { stage.house.cx.clone() } else { other.clone() };
            rush.spawn(async move { told(&cx, &body).await });
        }
        let verdicts: Vec<_> = rush.join_all().await.into_iter().map(Result::unwrap).collect();
        assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::Repeated).count(), 3, "{verdicts:?}");
        assert_eq!(stage.status(&number).await, Status::Confirmed);
        assert_eq!((stage.booking(&number).await.paid_fen, stage.refunds().await), (16_000, 0));
        let told = notice::Entity::find().all(&stage.house.db).await.unwrap();
        assert_eq!(told.iter().filter(|notice| notice.topic == "confirmed").count(), 1, "told once");
        stage.is_sound().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_starts_at_once_are_one_attempt() {
    on_both(async |house: House| {
        let stage = Stage::of(house, 9).await;
        let chen = guest(&stage.house.cx).await;
        let number = books(&stage.house.cx, &stage.coach, &chen, "key").await.unwrap();
        let mut rush = JoinSet::new();
        for _ in 0..8 {
            let (cx, chen, number) = (stage.house.cx.clone(), chen.clone(), number.clone());
            rush.spawn(async move { payment::start(&cx, &chen, &number).await });
        }
        let mut pages: Vec<_> = rush.join_all().await.into_iter().map(Result::unwrap).collect();
        pages.dedup();
        assert_eq!(pages.len(), 1, "{pages:?}");
        assert_eq!(paid_row::Entity::find().count(&stage.house.db).await.unwrap(), 1);
        stage.is_sound().await;
    })
    .await;
}

/// A coach line of its own.
async fn line(house: &House, name: &str, seats: i32) -> Ware {
    let place = house.place("trip", &format!("{name}-place"), "云栖专线").await;
    let ware = house.offer(&place, name).await;
    house.slot(ware.offer.resource_id, service_day(), "09:00", 90, seats).await;
    ware
}

/// Money that comes just too late, and a buyer of the seats it was for, while the job ends the hold: one of them gets them, and
/// nobody pays for nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn late_money_and_a_new_buyer_race_for_the_last_seats() {
    on_both(async |house: House| {
        let mut stage = Stage::of(house, 2).await;
        let mut kept = 0;
        for round in 0..12 {
            stage.coach = line(&stage.house, &format!("line-{round}"), 2).await;
            let (chen, buyer) = (guest(&stage.house.cx).await, guest(&stage.house.cx).await);
            let (number, order) = stage.pays_soon(&chen, &format!("late-{round}")).await;
            stage.house.clock.forward(TimeDelta::minutes(31));
            stage.bank.is_paid(&order);
            let (body, key, cx) = (stage.bank.news(&order), format!("new-{round}"), stage.house.cx.clone());
            let (mut rush, before) = (JoinSet::new(), stage.refunds().await);
            let (sweeper, teller) = (cx.clone(), cx.clone());
            rush.spawn(async move { job::run_now(&sweeper, "worker", Some(Job::Holds)).await.map(|_| ()) });
            rush.spawn(async move { told(&teller, &body).await.map(|_| ()).map_err(|_| Rule::Busy.into()) });
            let bought = books(&cx, &stage.coach, &buyer, &key).await;
            rush.join_all().await.into_iter().for_each(|outcome| outcome.unwrap());
            let (status, refunds) = (stage.status(&number).await, stage.refunds().await - before);
            match bought {
                Ok(_) => assert_eq!((status, refunds), (Status::Expired, 1)),
                Err(Error::Refused(Rule::Full(_))) => assert_eq!((status, refunds), (Status::Confirmed, 0)),
                Err(other) => panic!("{other}"),
            }
            kept += if status == Status::Confirmed { 16_000 } else { 0 };
            payment::give_back(&cx).await.unwrap();
            let paid: i64 = stage.bank.paid_orders().iter().map(|(_, fen)| fen).sum();
            assert_eq!(paid - stage.bank.refunded(), kept);
            stage.is_sound().await;
        }
    })
    .await;
}

/// Exactly at the end of the hold, told and swept at once: the seats were free, so the money takes them again or was in time.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn money_and_the_end_of_the_hold_race() {
    on_both(async |house: House| {
        let mut stage = Stage::of(house, 2).await;
        for round in 0..8 {
            stage.coach = line(&stage.house, &format!("line-{round}"), 2).await;
            let chen = guest(&stage.house.cx).await;
            let (number, order) = stage.pays_soon(&chen, &format!("key-{round}")).await;
            stage.house.clock.forward(TimeDelta::minutes(30));
            stage.bank.is_paid(&order);
            let mut rush = JoinSet::new();
            for hand in 0..4 {
                let (cx, body) = (stage.house.cx.clone(), stage.bank.news(&order));
                if hand % 2 == 0 {
                    rush.spawn(async move { told(&cx, &body).await.is_ok() });
                } else {
                    let worker = format!("worker-{hand}");
                    rush.spawn(async move { job::run_now(&cx, &worker, Some(Job::Holds)).await.is_ok() });
                }
            }
            assert!(rush.join_all().await.into_iter().all(|fine| fine));
            assert_eq!((stage.status(&number).await, stage.refunds().await), (Status::Confirmed, 0));
            stage.is_sound().await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hold_is_prolonged_once_however_often_it_is_asked_for_and_never_after_its_end() {
    on_both(async |house: House| {
        let mut stage = Stage::of(house, 2).await;
        for round in 0..6 {
            stage.coach = line(&stage.house, &format!("line-{round}"), 2).await;
            let chen = guest(&stage.house.cx).await;
            let (number, _) = stage.pays_soon(&chen, &format!("key-{round}")).await;
            let end = stage.booking(&number).await.hold_until.unwrap();
            // In every second round the hold has just ended.
            let over = round % 2 == 1;
            stage.house.clock.forward(TimeDelta::minutes(if over { 30 } else { 29 }));
            let mut rush = JoinSet::new();
            for hand in 0..6 {
                let (cx, chen, number) = (stage.house.cx.clone(), chen.clone(), number.clone());
                if hand == 3 {
                    rush.spawn(async move { job::run_now(&cx, "worker", Some(Job::Holds)).await.map(|_| false) });
                } else {
                    rush.spawn(async move { booking::extend(&cx, &chen, &number).await.map(|_| true) });
                }
            }
            let outcomes = rush.join_all().await;
            let prolonged = outcomes.iter().filter(|outcome| matches!(outcome, Ok(true))).count();
            let refused = outcomes.into_iter().filter(Result::is_err).map(refusal);
            assert!(refused.into_iter().all(|rule| rule == Rule::NotExtendable));
            assert_eq!(prolonged, usize::from(!over));
            let grown = stage.booking(&number).await.hold_until.unwrap() - end;
            assert_eq!(grown, if over { 0 } else { 15 * 60 * 1_000_000 });
            assert_eq!(stage.status(&number).await, if over { Status::Expired } else { Status::Held });
            stage.is_sound().await;
        }
    })
    .await;
}

/// Two clerks take the money while the provider tells that it has come online: one payment stands, the other goes back.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_counter_and_the_provider_take_money_at_once() {
    on_both(async |house: House| {
        let stage = Stage::of(house, 9).await;
        let (_, zhou) = colleague(&stage.house.cx, "zhou", Role::Agent).await;
        let chen = guest(&stage.house.cx).await;
        let (number, order) = stage.pays_soon(&chen, "key").await;
        stage.bank.is_paid(&order);
        let mut rush = JoinSet::new();
        for clerk in 0..4 {
            let (cx, zhou) = (stage.house.cx.clone(), zhou.clone());
            let form = ReceiptForm {
                number: number.to_string(),
                way: "counter".to_owned(),
                amount: "160".to_owned(),
                slip: String::new(),
            };
            // Two clicks of each of two clerks.
            let key = format!("key-{}", clerk / 2);
            rush.spawn(async move { payment::record(&cx, &zhou, &key, &form).await.is_ok() });
        }
        for _ in 0..4 {
            let (cx, body) = (stage.house.cx.clone(), stage.bank.news(&order));
            rush.spawn(async move { told(&cx, &body).await.is_ok() });
        }
        rush.join_all().await;
        assert_eq!(stage.status(&number).await, Status::Confirmed);
        payment::give_back(&stage.house.cx).await.unwrap();
        let booking = stage.booking(&number).await;
        let counter = paid_row::Entity::of_booking(booking.id).all(&stage.house.db).await.unwrap();
        let counter = counter.iter().filter(|payment| payment.way == Way::Counter.as_str()).count();
        // The provider said that it was paid before a clerk could close the order, so the clerks had nothing to take.
        assert_eq!((booking.paid_fen - booking.refunded_fen, counter), (16_000, 0));
        stage.is_sound().await;
    })
    .await;
}

/// The jobs in two instances at once ask and give back; each refund goes once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_give_back_once() {
    on_both(async |house: House| {
        let stage = Stage::of(house, 2).await;
        let other = stage.house.instance().await;
        let other = stage.bank.serves(other.cx.clone());
        let (chen, buyer) = (guest(&stage.house.cx).await, guest(&stage.house.cx).await);
        let (_, order) = stage.pays_soon(&chen, "key").await;
        stage.house.clock.forward(TimeDelta::minutes(31));
        books(&stage.house.cx, &stage.coach, &buyer, "other").await.unwrap();
        stage.bank.is_paid(&order);
        let mut rush = JoinSet::new();
        for cx in [&stage.house.cx, &other, &stage.house.cx, &other] {
            let cx = cx.clone();
            rush.spawn(async move {
                payment::ask(&cx).await.unwrap();
                payment::give_back(&cx).await.unwrap();
                payment::give_back(&cx).await.unwrap();
            });
        }
        rush.join_all().await;
        payment::give_back(&stage.house.cx).await.unwrap();
        assert_eq!((stage.refunds().await, stage.bank.refunded()), (1, 16_000));
        assert_eq!(stage.bank.state(&order), OrderState::Paid { amount: Fen(16_000), currency: "CNY".to_owned() });
        stage.is_sound().await;
    })
    .await;
}

/// The customer pays although the order was closed, and the notification is lost: the house finds out by itself.
#[tokio::test]
async fn money_for_a_closed_attempt_is_found_without_a_word() {
    on_both(async |house: House| {
        let stage = Stage::of(house, 9).await;
        let chen = guest(&stage.house.cx).await;
        let (number, order) = stage.pays_soon(&chen, "key").await;
        payment::choose(&stage.house.cx, &chen, &number, Way::Counter).await.unwrap();
        assert_eq!(stage.bank.state(&order), OrderState::Closed);
        stage.bank.is_paid(&order);
        stage.house.clock.forward(TimeDelta::minutes(2));
        payment::ask(&stage.house.cx).await.unwrap();
        assert_eq!(stage.status(&number).await, Status::Confirmed);
        stage.is_sound().await;
    })
    .await;
}

/// Two attempts, of which the first is paid after all: the second cannot be paid any more as soon as the house looks.
#[tokio::test]
async fn an_attempt_beside_one_that_was_paid_is_closed() {
    on_both(async |house: House| {
        let stage = Stage::of(house, 9).await;
        let (cx, chen) = (&stage.house.cx, guest(&stage.house.cx).await);
        let (number, first) = stage.pays_soon(&chen, "key").await;
        payment::choose(cx, &chen, &number, Way::Counter).await.unwrap();
        payment::choose(cx, &chen, &number, Way::Online).await.unwrap();
        let second = number_in(&payment::start(cx, &chen, &number).await.unwrap());
        assert_ne!(first, second);
        stage.bank.is_paid(&first);
        told(cx, &stage.bank.news(&first)).await.unwrap();
        assert_eq!(stage.status(&number).await, Status::Confirmed);
        assert_eq!(stage.bank.state(&second), OrderState::Open);
        payment::ask(cx).await.unwrap();
        assert_eq!(stage.bank.state(&second), OrderState::Closed);
        assert_eq!(stage.refunds().await, 0);
        stage.is_sound().await;
    })
    .await;
}

/// In the end nobody asks any more about what was closed.
#[tokio::test]
async fn what_was_given_up_is_asked_about_a_few_times_and_then_left_alone() {
    on_both(async |house: House| {
        let stage = Stage::of(house, 9).await;
        let chen = guest(&stage.house.cx).await;
        let (_, order) = stage.pays_soon(&chen, "key").await;
        stage.bank.becomes(&order, OrderState::Declined);
        let before = stage.bank.calls();
        for _ in 0..60 {
            stage.house.clock.forward(TimeDelta::hours(1));
            payment::ask(&stage.house.cx).await.unwrap();
        }
        let asked = stage.bank.calls() - before;
        assert!((4..=8).contains(&asked), "asked {asked} times");
        assert_eq!(payment::ask(&stage.house.cx).await.unwrap(), 0);
        stage.is_sound().await;
    })
    .await;
}
