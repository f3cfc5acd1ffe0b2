//! What becomes of money (B8): in time, late, twice, wrong, repeated, declined, given up, unknown.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Fault, Fen, Rule,
    booking::{Number, Status},
    desk::Role,
    payment::{Doubt, Page, PaymentStatus, Reason, Receipt, ReceiptForm, RefundStatus, Resolution, Way},
};
use i18n::Script;
use services::{
    Asker, booking,
    payment::{self, Forged, OrderState, Verdict},
};

use crate::{
    people::{colleague, guest, refusal},
    util::{
        House,
        bank::{Bank, number_in, page, told},
        on_both,
        shop::Ware,
    },
    wares::{coach, order},
};

/// A house with a provider, a coach and a guest who has booked.
struct Scene {
    house: House,
    bank: Arc<Bank>,
    coach: Ware,
    chen: Asker,
    number: Number,
}

impl Scene {
    async fn of(mut house: House, seats: i32, way: Way) -> Self {
        let bank = Bank::of(&mut house);
        let coach = coach(&house, seats).await;
        let chen = guest(&house.cx).await;
        let number = places(&house, &coach, &chen, "key", way).await;
        Self { house, bank, coach, chen, number }
    }

    /// On the provider's page: the payment's number.
    async fn starts(&self) -> String {
        number_in(&payment::start(&self.house.cx, &self.chen, &self.number).await.unwrap())
    }

    async fn receipt(&self) -> Receipt {
        payment::receipt(&self.house.cx, &self.chen, Script::Hans, &self.number).await.unwrap()
    }

    /// So much was paid for an order, and the provider says so in a message.
    async fn told(&self, message: &str, number: &str, fen: i64, currency: &str) -> Result<Verdict, payment::Refused> {
        if self.bank.state(number) != OrderState::Unknown {
            self.bank.becomes(number, OrderState::Paid { amount: Fen(fen), currency: currency.to_owned() });
        }
        told(&self.house.cx, &format!("{message} order {number} paid {fen} {currency}")).await
    }

    async fn expires(&self) {
        let until = self.receipt().await.hold_until.expect("it is held");
        self.house.clock.turn_to(until);
    }

    async fn is_sound(&self) {
        assert_eq!(self.house.faults().await, Vec::<String>::new());
    }
}

async fn places(house: &House, coach: &Ware, asker: &Asker, key: &str, way: Way) -> Number {
    let order = domain::booking::Order { way, ..order(coach, 2) };
    booking::place(&house.cx, asker, Script::Hans, key, &order).await.unwrap()
}

#[tokio::test]
async fn money_in_time_confirms_once_however_often_it_is_told() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let asked = scene.starts().await;
        assert_eq!(scene.receipt().await.payments[0].amount, Fen(16_000));
        assert_eq!(scene.starts().await, asked, "the same attempt again");
        let told = (0..8).map(|_| scene.told("m1", &asked, 16_000, "CNY"));
        let mut told = futures(told).await;
        told.sort_by_key(|verdict| *verdict == Verdict::Repeated);
        assert_eq!(told[0], Verdict::Worked);
        assert!(told[1..].iter().all(|verdict| *verdict == Verdict::Repeated), "{told:?}");
        assert_eq!(scene.told("m2", &asked, 16_000, "CNY").await.unwrap(), Verdict::Worked, "another message");
        let receipt = scene.receipt().await;
        assert_eq!((receipt.booking.status, receipt.paid, receipt.due), (Status::Confirmed, Fen(16_000), Fen::ZERO));
        assert!(receipt.refunds.is_empty());
        let again = payment::start(&scene.house.cx, &scene.chen, &scene.number).await;
        assert_eq!(refusal(again), Rule::NothingDue);
        scene.is_sound().await;
    })
    .await;
}

async fn futures(all: impl Iterator<Item = impl Future<Output = Result<Verdict, payment::Refused>>>) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    std::future::poll_fn(|context| {
        waiting.retain_mut(|future| match future.as_mut().poll(context) {
            std::task::Poll::Ready(verdict) => {
                verdicts.push(verdict.unwrap());
                false
            }
            std::task::Poll::Pending => true,
        });
        if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    verdicts
}

#[tokio::test]
async fn late_money_takes_free_units_again_and_else_goes_back() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4, Way::Online).await;
        let asked = scene.starts().await;
        scene.expires().await;
        scene.told("m1", &asked, 16_000, "CNY").await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!((receipt.booking.status, receipt.refunds.len()), (Status::Confirmed, 0), "the seats were free");
        scene.is_sound().await;

        let other = Scene { number: places(&scene.house, &scene.coach, &scene.chen, "k2", Way::Online).await, ..scene };
        let asked = other.starts().await;
        other.expires().await;
        let buyer = guest(&other.house.cx).await;
        places(&other.house, &other.coach, &buyer, "k3", Way::Online).await;
        other.told("m2", &asked, 16_000, "CNY").await.unwrap();
        let receipt = other.receipt().await;
        assert_eq!((receipt.booking.status, receipt.paid), (Status::Expired, Fen(16_000)));
        assert_eq!((receipt.refunds[0].reason, receipt.refunds[0].status), (Reason::Late, RefundStatus::Due));
        other.is_sound().await;
        assert_eq!(payment::give_back(&other.house.cx).await.unwrap(), 1);
        assert_eq!(payment::give_back(&other.house.cx).await.unwrap(), 0);
        let receipt = other.receipt().await;
        assert_eq!((receipt.refunds[0].status, receipt.refunded), (RefundStatus::Done, Fen(16_000)));
        assert_eq!(other.bank.refunded(), 16_000);
        other.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_wrong_amount_waits_for_a_person() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let (_, sun) = colleague(&scene.house.cx, "sun", Role::Finance).await;
        let asked = scene.starts().await;
        scene.told("m1", &asked, 15_999, "CNY").await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!((receipt.booking.status, receipt.payments[0].status), (Status::Held, PaymentStatus::Stuck));
        scene.is_sound().await;
        let queue = payment::queue(&scene.house.cx, &sun, Script::Hans).await.unwrap();
        assert_eq!((queue.stuck.len(), queue.stuck[0].doubt), (1, Doubt::Amount));
        assert_eq!(queue.stuck[0].decisions, [Resolution::Return], "it is too little to be accepted");
        let accept = payment::resolve(&scene.house.cx, &sun, &asked, Resolution::Accept, "rounding").await;
        assert_eq!(refusal(accept), Rule::Invalid(vec![Fault::new("how", "too-little")]));
        let why = payment::resolve(&scene.house.cx, &sun, &asked, Resolution::Return, " ").await;
        assert!(matches!(refusal(why), Rule::Invalid(_)));
        payment::resolve(&scene.house.cx, &sun, &asked, Resolution::Return, "too little").await.unwrap();
        scene.is_sound().await;
        payment::give_back(&scene.house.cx).await.unwrap();
        assert_eq!(scene.receipt().await.refunded, Fen(15_999));

        let asked = scene.starts().await;
        scene.told("m2", &asked, 20_000, "CNY").await.unwrap();
        let queue = payment::queue(&scene.house.cx, &sun, Script::Hans).await.unwrap();
        assert_eq!(queue.stuck[0].decisions, [Resolution::Accept, Resolution::Return]);
        payment::resolve(&scene.house.cx, &sun, &asked, Resolution::Accept, "too much").await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!((receipt.booking.status, receipt.refunds[1].amount), (Status::Confirmed, Fen(4_000)));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn money_of_another_currency_is_in_no_books_and_goes_back_as_it_came() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let (_, wang) = colleague(&scene.house.cx, "wang", Role::Supervisor).await;
        let asked = scene.starts().await;
        scene.told("m1", &asked, 2_250, "USD").await.unwrap();
        assert_eq!(scene.receipt().await.paid, Fen::ZERO);
        let queue = payment::queue(&scene.house.cx, &wang, Script::Hans).await.unwrap();
        assert_eq!((queue.stuck[0].doubt, &*queue.stuck[0].payment.currency), (Doubt::Currency, "USD"));
        assert_eq!(queue.stuck[0].decisions, [Resolution::Return]);
        for vain in [Resolution::Forget, Resolution::Accept] {
            let vain = payment::resolve(&scene.house.cx, &wang, &asked, vain, "dollars").await;
            assert_eq!(refusal(vain), Rule::Changed, "the customer was charged");
        }
        payment::resolve(&scene.house.cx, &wang, &asked, Resolution::Return, "dollars").await.unwrap();
        scene.is_sound().await;
        let receipt = scene.receipt().await;
        let (back, due) = (&receipt.refunds[0], receipt.due);
        assert_eq!((back.reason, back.amount, &*back.currency), (Reason::Currency, Fen(2_250), "USD"));
        assert_eq!((receipt.booking.status, due), (Status::Held, Fen(16_000)), "it can be paid anew");

        let anew = scene.starts().await;
        scene.told("m2", &anew, 16_000, "CNY").await.unwrap();
        scene.is_sound().await;
        payment::give_back(&scene.house.cx).await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!((receipt.refunds[0].status, scene.bank.refunded()), (RefundStatus::Done, 2_250));
        assert_eq!((receipt.paid, receipt.refunded), (Fen(16_000), Fen::ZERO), "the books know no dollars");
        assert_eq!(receipt.booking.status, Status::Confirmed);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn money_of_another_currency_that_the_provider_keeps_is_paid_out_by_hand() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let (_, wang) = colleague(&scene.house.cx, "wang", Role::Supervisor).await;
        let asked = scene.starts().await;
        scene.told("m1", &asked, 2_250, "USD").await.unwrap();
        payment::resolve(&scene.house.cx, &wang, &asked, Resolution::Return, "dollars").await.unwrap();
        let refund = scene.receipt().await.refunds[0].number.clone();
        told(&scene.house.cx, &scene.bank.refund_news(&refund, "policy")).await.unwrap();
        payment::pay_out(&scene.house.cx, &wang, &refund, "TT-7").await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!((receipt.refunds[0].status, receipt.refunded), (RefundStatus::Done, Fen::ZERO));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_is_believed_without_a_signature() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let asked = scene.starts().await;
        let body = format!("m1 order {asked} paid 16000 CNY");
        let forged = payment::notified(&scene.house.cx, "/", &|_: &str| None, body.as_bytes()).await;
        assert!(matches!(forged, Err(payment::Refused::Forged(Forged::Signature))));
        assert!(matches!(scene.told("m1", "YP0", 1, "CNY").await, Err(payment::Refused::Unknown)));
        assert_eq!(scene.receipt().await.booking.status, Status::Held);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn who_was_declined_may_try_again_and_is_asked_once_more() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let first = scene.starts().await;
        scene.bank.becomes(&first, OrderState::Declined);
        payment::refresh(&scene.house.cx, &scene.chen, &scene.number).await.unwrap();
        assert_eq!(scene.receipt().await.payments[0].status, PaymentStatus::Declined);
        let second = scene.starts().await;
        assert_ne!(second, first);
        scene.bank.becomes(&second, OrderState::Paid { amount: Fen(16_000), currency: "CNY".to_owned() });
        scene.house.clock.forward(TimeDelta::seconds(6));
        assert_eq!(payment::ask(&scene.house.cx).await.unwrap(), 1);
        assert_eq!(scene.receipt().await.booking.status, Status::Confirmed);
        // The declined one was paid after all: it goes back.
        scene.told("m1", &first, 16_000, "CNY").await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!((receipt.refunds[0].reason, receipt.paid), (Reason::Twice, Fen(32_000)));
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_silent_provider_loses_nothing() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        scene.bank.is_silent(true);
        let silent = payment::start(&scene.house.cx, &scene.chen, &scene.number).await;
        assert_eq!(refusal(silent), Rule::ProviderSilent);
        let begun = scene.receipt().await.payments;
        scene.bank.is_silent(false);
        let asked = scene.starts().await;
        assert_eq!((begun.len(), &begun[0].number), (1, &asked), "the same number as before");
        scene.bank.is_silent(true);
        scene.house.clock.forward(TimeDelta::days(3));
        payment::ask(&scene.house.cx).await.unwrap();
        assert_eq!(scene.receipt().await.payments[0].status, PaymentStatus::Stuck);
        scene.bank.is_silent(false);
        scene.told("m1", &asked, 16_000, "CNY").await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!(receipt.payments[0].status, PaymentStatus::Paid);
        assert_eq!((receipt.booking.status, receipt.refunds.len()), (Status::Expired, 1), "the coach has left");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn an_attempt_that_the_provider_never_heard_of_is_in_nobodys_way() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 2, Way::Online).await;
        let cx = &scene.house.cx;
        scene.bank.is_silent(true);
        assert_eq!(refusal(payment::start(cx, &scene.chen, &scene.number).await), Rule::ProviderSilent);
        scene.bank.is_silent(false);
        payment::choose(cx, &scene.chen, &scene.number, Way::Counter).await.unwrap();
        let stands = scene.receipt().await.payments[0].status;
        assert_eq!(stands, PaymentStatus::Abandoned, "there is nothing to be closed");
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn staff_record_what_came_over_the_counter_once() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Counter).await;
        let (_, lin) = colleague(&scene.house.cx, "lin", Role::Agent).await;
        let (_, he) = colleague(&scene.house.cx, "he", Role::Administration).await;
        let form = |amount: &str| ReceiptForm {
            number: scene.number.to_string(),
            way: "counter".to_owned(),
            amount: amount.to_owned(),
            slip: "A-17".to_owned(),
        };
        assert_eq!(refusal(payment::record(&scene.house.cx, &he, "k", &form("160")).await), Rule::Forbidden);
        let wrong = payment::record(&scene.house.cx, &lin, "k", &form("16")).await;
        assert!(matches!(refusal(wrong), Rule::Invalid(_)));
        let open = scene.starts().await;
        for _ in 0..3 {
            payment::record(&scene.house.cx, &lin, "k", &form("160.00")).await.unwrap();
        }
        let receipt = scene.receipt().await;
        assert_eq!((receipt.booking.status, receipt.paid), (Status::Confirmed, Fen(16_000)));
        assert_eq!(scene.bank.state(&open), OrderState::Closed, "nobody pays online any more");
        let other = payment::record(&scene.house.cx, &lin, "k2", &form("160.00")).await;
        assert_eq!(refusal(other), Rule::NothingDue);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_hold_is_prolonged_once_and_ends_everywhere_at_once() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let before = scene.receipt().await;
        let until = booking::extend(&scene.house.cx, &scene.chen, &scene.number).await.unwrap();
        assert_eq!(Some(until), before.extendable_until);
        assert_eq!(until - before.hold_until.unwrap(), TimeDelta::minutes(15));
        let again = booking::extend(&scene.house.cx, &scene.chen, &scene.number).await;
        assert_eq!(refusal(again), Rule::NotExtendable);
        scene.is_sound().await;
        scene.house.clock.turn_to(until);
        assert_eq!(scene.receipt().await.booking.status, Status::Expired);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn another_way_closes_the_open_attempt_and_holds_longer() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        let asked = scene.starts().await;
        let short = scene.receipt().await.hold_until;
        payment::choose(&scene.house.cx, &scene.chen, &scene.number, Way::Transfer).await.unwrap();
        let receipt = scene.receipt().await;
        assert!(receipt.way == Way::Transfer && receipt.hold_until > short);
        assert_eq!(receipt.payments[0].status, PaymentStatus::Abandoned);
        assert_eq!(scene.bank.state(&asked), OrderState::Closed);
        let stranger = guest(&scene.house.cx).await;
        let foreign = payment::choose(&scene.house.cx, &stranger, &scene.number, Way::Counter).await;
        assert_eq!(refusal(foreign), Rule::Unknown);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_code_instead_of_an_address_is_shown_as_a_picture_while_it_can_be_paid() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 9, Way::Online).await;
        scene.bank.gives_codes();
        let asked = scene.starts().await;
        let receipt = scene.receipt().await;
        assert!(receipt.code.is_some_and(|code| code.side > 20 && code.path.starts_with("M0 0h7v1")));
        assert_eq!(receipt.payments[0].page, Some(Page::Code(page(&asked))));
        assert_eq!(scene.starts().await, asked, "the same code again");
        scene.told("m1", &asked, 16_000, "CNY").await.unwrap();
        let receipt = scene.receipt().await;
        assert_eq!((receipt.booking.status, receipt.code), (Status::Confirmed, None));
    })
    .await;
}
