//! What a person at the desk does about money (A4, B8), and what a hostile or broken provider may say.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::{Number, Status},
    desk::Role,
    payment::{PaymentStatus, Reason, Receipt, ReceiptForm, RefundStatus, Resolution, Way},
};
use entity::{audit, booking as row, booking_event};
use i18n::Script;
use sea_orm::EntityTrait;
use services::{
    Asker, Staff, booking, desk,
    payment::{self, OrderState, RefundState},
};

use crate::{
    people::{colleague, guest, refusal},
    util::{
        House,
        bank::{Bank, number_in, paid, told},
        on_both,
    },
    wares::{coach, order, room},
};

/// A house with a provider and a customer on its page.
struct Desk {
    house: House,
    bank: Arc<Bank>,
    chen: Asker,
    number: Number,
    order: String,
    /// Of finance: settles money.
    sun: Staff,
}

impl Desk {
    async fn of(mut house: House) -> Self {
        let bank = Bank::of(&mut house);
        let coach = coach(&house, 2).await;
        let (chen, (_, sun)) = (guest(&house.cx).await, colleague(&house.cx, "sun", Role::Finance).await);
        let order = domain::booking::Order { way: Way::Online, ..order(&coach, 2) };
        let number = booking::place(&house.cx, &chen, Script::Hans, "key", &order).await.unwrap();
        let order = number_in(&payment::start(&house.cx, &chen, &number).await.unwrap());
        Self { house, bank, chen, number, order, sun }
    }

    async fn pays(&self, fen: i64) {
        self.bank.becomes(&self.order, paid(fen));
        told(&self.house.cx, &self.bank.news(&self.order)).await.unwrap();
    }

    async fn resolves(&self, how: Resolution) -> Result<Number, services::Error> {
        payment::resolve(&self.house.cx, &self.sun, &self.order, how, "called the customer").await
    }

    async fn receipt(&self) -> Receipt {
        payment::receipt(&self.house.cx, &self.chen, Script::Hans, &self.number).await.unwrap()
    }

    /// Whether the booking's timeline tells of each of these.
    async fn tells_of(&self, wanted: &[&str]) {
        let told = booking::show(&self.house.cx, &self.chen, Script::Hans, &self.number).await.unwrap().events;
        for what in wanted {
            assert!(told.iter().any(|event| event.what == *what), "{what}: {told:?}");
        }
    }

    /// The customer reads that his money was looked at; who did it, why, and which sums, staff read.
    async fn is_seen_by_the_desk_alone(&self) {
        let seen = booking::show(&self.house.cx, &self.chen, Script::Hans, &self.number).await.unwrap().events;
        let resolved = seen.iter().find(|event| event.what == "resolved").unwrap();
        assert_eq!((resolved.actor.as_str(), resolved.why.as_str()), ("staff", ""));
        assert!(seen.iter().all(|event| event.desk.is_none()));
        let (_, he) = colleague(&self.house.cx, "he", Role::Administration).await;
        for (staff, sums) in [(&self.sun, true), (&he, false)] {
            let seen = desk::show(&self.house.cx, staff, Script::Hans, &self.number).await.unwrap().events;
            let layer = |what: &str| seen.iter().find(|event| event.what == what).unwrap().desk.clone().unwrap();
            let resolved = seen.iter().find(|event| event.what == "resolved").unwrap();
            assert_eq!((resolved.why.as_str(), layer("resolved").name.as_str()), ("called the customer", "周敏"));
            let (stuck, back) = (layer("stuck"), layer("refund-due"));
            assert_eq!((stuck.trouble.as_str(), stuck.amount), ("amount", sums.then_some(Fen(20_000))));
            assert_eq!((back.reason.as_str(), back.way.as_str()), ("excess", "online"));
            assert_eq!(back.amount, sums.then_some(Fen(4_000)));
        }
    }

    async fn is_sound(&self) {
        assert_eq!(self.house.faults().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_refund_that_the_provider_refuses_is_tried_again_or_paid_out_by_hand() {
    on_both(async |house: House| {
        for by_hand in [true, false] {
            let desk = Desk::of(if by_hand { House::on_sqlite().await } else { house.instance().await }).await;
            desk.pays(15_000).await;
            desk.resolves(Resolution::Return).await.unwrap();
            let refund = desk.receipt().await.refunds[0].number.clone();
            // The answer to the first order is lost; then it turns out to be refused.
            desk.bank.is_silent(true);
            payment::give_back(&desk.house.cx).await.unwrap();
            desk.bank.is_silent(false);
            assert_eq!(desk.receipt().await.refunds[0].status, RefundStatus::Sent);
            let early = payment::pay_out(&desk.house.cx, &desk.sun, &refund, "A-1").await;
            assert_eq!(refusal(early), Rule::Changed, "it may be on its way");
            told(&desk.house.cx, &desk.bank.refund_news(&refund, "account-closed")).await.unwrap();
            let queue = payment::queue(&desk.house.cx, &desk.sun, Script::Hant).await.unwrap();
            assert_eq!(queue.refunds[0].refund.status, RefundStatus::Stuck);
            assert_eq!(queue.refunds[0].trouble, "account-closed");
            desk.is_sound().await;
            if by_hand {
                let blank = payment::pay_out(&desk.house.cx, &desk.sun, &refund, " ").await;
                assert!(matches!(refusal(blank), Rule::Invalid(_)));
                payment::pay_out(&desk.house.cx, &desk.sun, &refund, "A-1").await.unwrap();
                let again = payment::pay_out(&desk.house.cx, &desk.sun, &refund, "A-2").await;
                assert_eq!(refusal(again), Rule::Changed);
            } else {
                payment::retry(&desk.house.cx, &desk.sun, &refund).await.unwrap();
                let again = payment::retry(&desk.house.cx, &desk.sun, &refund).await;
                assert_eq!(refusal(again), Rule::Changed);
                payment::give_back(&desk.house.cx).await.unwrap();
                assert_eq!(desk.bank.refunded(), 15_000);
            }
            let receipt = desk.receipt().await;
            assert_eq!((receipt.refunds[0].status, receipt.refunded), (RefundStatus::Done, Fen(15_000)));
            assert_eq!(payment::give_back(&desk.house.cx).await.unwrap(), 0, "it is not done again");
            desk.tells_of(&["stuck", "resolved", "refund-due", "refund-sent", "refunded"]).await;
            desk.tells_of(if by_hand { &[] } else { &["refund-retried"] }).await;
            desk.is_sound().await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_refused_and_done_after_all_is_done_once() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        desk.pays(15_000).await;
        desk.resolves(Resolution::Return).await.unwrap();
        let refund = desk.receipt().await.refunds[0].number.clone();
        payment::give_back(&desk.house.cx).await.unwrap();
        for said in ["done", "policy", "done"] {
            told(&desk.house.cx, &desk.bank.refund_news(&refund, said)).await.unwrap();
        }
        desk.bank.refund_becomes(&refund, RefundState::Refused("policy".to_owned()));
        payment::give_back(&desk.house.cx).await.unwrap();
        assert_eq!(desk.receipt().await.refunded, Fen(15_000));
        desk.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn too_much_is_accepted_and_the_rest_goes_back_even_after_the_hold() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        desk.pays(20_000).await;
        assert_eq!(desk.receipt().await.due, Fen(16_000), "what a person looks at pays for nothing yet");
        desk.house.clock.forward(TimeDelta::hours(2));
        desk.resolves(Resolution::Accept).await.unwrap();
        let receipt = desk.receipt().await;
        assert_eq!((receipt.booking.status, receipt.due), (Status::Confirmed, Fen::ZERO));
        assert_eq!((receipt.refunds[0].amount, receipt.refunds[0].reason), (Fen(4_000), Reason::Excess));
        assert_eq!(refusal(desk.resolves(Resolution::Return).await), Rule::Changed);
        let written = audit::Entity::find().all(&desk.house.db).await.unwrap();
        assert!(written.iter().any(|row| row.what == "payment-resolved" && row.subject == desk.order));
        let events = booking_event::Entity::find().all(&desk.house.db).await.unwrap();
        assert!(events.iter().any(|event| event.what == "resolved" && event.why == "called the customer"));
        desk.is_seen_by_the_desk_alone().await;
        desk.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn money_for_a_cancelled_booking_goes_back_whatever_the_amount() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let row = row::Entity::by_number(desk.number.as_str()).one(&desk.house.db).await.unwrap().unwrap();
        desk.house.cancels(row.id).await.unwrap();
        desk.pays(15_000).await;
        let receipt = desk.receipt().await;
        assert_eq!((receipt.booking.status, receipt.due, receipt.paid), (Status::Cancelled, Fen::ZERO, Fen(15_000)));
        let back = &receipt.refunds[0];
        assert_eq!((back.reason, back.amount, back.status), (Reason::Cancelled, Fen(15_000), RefundStatus::Due));
        desk.is_sound().await;
        payment::give_back(&desk.house.cx).await.unwrap();
        assert_eq!((desk.receipt().await.refunded, desk.bank.refunded()), (Fen(15_000), 15_000));
        desk.tells_of(&["received", "refund-due", "refunded"]).await;
        desk.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn before_a_silent_payment_is_forgotten_the_provider_is_asked_once_more() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        desk.bank.is_silent(true);
        desk.house.clock.forward(TimeDelta::hours(30));
        payment::ask(&desk.house.cx).await.unwrap();
        assert_eq!(desk.receipt().await.payments[0].status, PaymentStatus::Stuck);
        desk.bank.is_silent(false);
        desk.bank.is_paid(&desk.order);
        assert_eq!(refusal(desk.resolves(Resolution::Forget).await), Rule::Changed);
        assert_eq!(desk.receipt().await.booking.status, Status::Confirmed, "the money was there");
        desk.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_silent_provider_that_speaks_again_resolves_what_was_stuck() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        desk.bank.is_silent(true);
        desk.house.clock.forward(TimeDelta::hours(30));
        payment::ask(&desk.house.cx).await.unwrap();
        desk.house.clock.forward(TimeDelta::hours(2));
        payment::ask(&desk.house.cx).await.unwrap();
        assert_eq!(desk.receipt().await.payments[0].status, PaymentStatus::Stuck);
        desk.bank.is_silent(false);
        desk.bank.becomes(&desk.order, OrderState::Closed);
        desk.house.clock.forward(TimeDelta::hours(2));
        payment::ask(&desk.house.cx).await.unwrap();
        assert_eq!(desk.receipt().await.payments[0].status, PaymentStatus::Abandoned);
        desk.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_person_may_forget_what_nobody_can_say_anything_of() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        desk.bank.is_silent(true);
        desk.house.clock.forward(TimeDelta::hours(30));
        payment::ask(&desk.house.cx).await.unwrap();
        assert_eq!(refusal(desk.resolves(Resolution::Return).await), Rule::Changed, "there is no money");
        desk.resolves(Resolution::Forget).await.unwrap();
        desk.bank.is_silent(false);
        desk.pays(16_000).await;
        assert_eq!(desk.receipt().await.booking.status, Status::Confirmed, "money is never forgotten");
        desk.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn the_counter_takes_money_while_the_provider_is_silent() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        desk.bank.is_silent(true);
        let form = ReceiptForm {
            number: desk.number.to_string(),
            way: "counter".to_owned(),
            amount: "160".to_owned(),
            slip: String::new(),
        };
        payment::record(&desk.house.cx, &desk.sun, "k", &form).await.unwrap();
        assert_eq!(desk.receipt().await.booking.status, Status::Confirmed);
        desk.bank.is_silent(false);
        desk.pays(16_000).await;
        assert_eq!(desk.receipt().await.refunds[0].reason, Reason::Twice);
        desk.tells_of(&["receipt-recorded", "paid", "received", "refund-due"]).await;
        payment::give_back(&desk.house.cx).await.unwrap();
        assert_eq!(desk.bank.refunded(), 16_000);
        desk.is_sound().await;
    })
    .await;
}

/// At the counter a clerk is told before he takes the money; a transfer is there already and is settled like any money.
#[tokio::test]
async fn a_transfer_of_whatever_amount_is_recorded_and_settled() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let form = |way: &str, amount: &str| ReceiptForm {
            number: desk.number.to_string(),
            way: way.to_owned(),
            amount: amount.to_owned(),
            slip: "T-9".to_owned(),
        };
        let record = async |key: &str, form: ReceiptForm| payment::record(&desk.house.cx, &desk.sun, key, &form).await;
        for bad in ["", "0", "-160", "160.001", "1e3", "99999999999"] {
            assert!(matches!(refusal(record("k", form("transfer", bad)).await), Rule::Invalid(_)), "{bad}");
        }
        assert!(matches!(refusal(record("k", form("counter", "161")).await), Rule::Invalid(_)));
        record("k1", form("transfer", "161")).await.unwrap();
        let stuck = desk.receipt().await.payments.into_iter().find(|one| one.status == PaymentStatus::Stuck).unwrap();
        desk.is_sound().await;
        payment::resolve(&desk.house.cx, &desk.sun, &stuck.number, Resolution::Accept, "a yuan too much")
            .await
            .unwrap();
        let receipt = desk.receipt().await;
        assert_eq!((receipt.booking.status, receipt.refunds[0].amount), (Status::Confirmed, Fen(100)));
        assert_eq!(refusal(record("k2", form("counter", "160")).await), Rule::NothingDue);
        record("k3", form("transfer", "160")).await.unwrap();
        record("k3", form("transfer", "160")).await.unwrap();
        let receipt = desk.receipt().await;
        assert_eq!((receipt.refunds.len(), receipt.refunds[1].reason), (2, Reason::Twice));
        payment::pay_out(&desk.house.cx, &desk.sun, &receipt.refunds[1].number, "B-1").await.unwrap();
        assert_eq!(desk.receipt().await.refunded, Fen(16_000));
        desk.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn amounts_that_no_booking_costs_confirm_nothing_and_break_nothing() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        for fen in [0, -1, -16_000, i64::MIN, i64::MAX] {
            told(&desk.house.cx, &desk.bank.news_of(&desk.order, &paid(fen))).await.unwrap();
            let receipt = desk.receipt().await;
            assert_eq!((receipt.booking.status, receipt.paid), (Status::Held, Fen::ZERO), "{fen}");
            assert_eq!(receipt.payments[0].status, PaymentStatus::Stuck);
            desk.is_sound().await;
        }
    })
    .await;
}

#[tokio::test]
async fn who_does_not_reach_customers_sees_no_phone_numbers_with_the_money() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let (_, zhou) = colleague(&desk.house.cx, "zhou", Role::Agent).await;
        let (_, he) = colleague(&desk.house.cx, "he", Role::Administration).await;
        let phone = async |staff: &Staff| {
            payment::receipt_for_staff(&desk.house.cx, staff, Script::Hans, &desk.number)
                .await
                .map(|one| one.booking.phone)
        };
        assert_eq!(phone(&zhou).await.unwrap(), "+8613800138000");
        assert_ne!(phone(&desk.sun).await.unwrap(), "+8613800138000");
        assert_eq!(refusal(phone(&he).await), Rule::Forbidden);
        assert_eq!(refusal(payment::queue(&desk.house.cx, &he, Script::Hans).await), Rule::Forbidden);
        let agent = payment::resolve(&desk.house.cx, &zhou, &desk.order, Resolution::Return, "why").await;
        assert_eq!(refusal(agent), Rule::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn what_is_awaited_is_listed_with_the_nearest_deadline_first() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let queue = async || payment::queue(&desk.house.cx, &desk.sun, Script::Hans).await.unwrap().due;
        assert_eq!(queue().await, [], "what is paid online nobody has to follow up");
        let room = room(&desk.house, 3).await;
        let mut awaited = Vec::new();
        for (key, way, ahead) in [("k1", Way::Transfer, 3), ("k2", Way::Counter, 0)] {
            desk.house.clock.forward(TimeDelta::minutes(ahead));
            let order = domain::booking::Order { way, ..order(&room, 1) };
            awaited.push(booking::place(&desk.house.cx, &desk.chen, Script::Hans, key, &order).await.unwrap());
        }
        payment::choose(&desk.house.cx, &desk.chen, &desk.number, Way::Counter).await.unwrap();
        let due = queue().await;
        let numbers: Vec<_> = due.iter().map(|row| row.booking.number.as_str()).collect();
        assert_eq!(numbers.len(), 3, "{due:?}");
        assert!(due.windows(2).all(|two| two[0].until <= two[1].until), "{due:?}");
        assert!(awaited.iter().chain([&desk.number]).all(|number| numbers.contains(&number.as_str())));
        let mine = due.iter().find(|row| row.booking.number == desk.number.as_str()).unwrap();
        assert_eq!((mine.way, mine.due, mine.until), (Way::Counter, Fen(16_000), desk.receipt().await.hold_until));
        let transfer = due.iter().find(|row| row.booking.number == awaited[0].as_str()).unwrap();
        assert_eq!((transfer.way, transfer.due), (Way::Transfer, Fen(48_000)));

        let form = ReceiptForm {
            number: awaited[0].to_string(),
            way: "transfer".to_owned(),
            amount: "480".to_owned(),
            slip: "T-1".to_owned(),
        };
        payment::record(&desk.house.cx, &desk.sun, "k", &form).await.unwrap();
        assert_eq!(queue().await.len(), 2, "what has come is followed up no more");
        let last = queue().await.last().unwrap().until.unwrap();
        desk.house.clock.turn_to(last);
        assert_eq!(queue().await, [], "nor what has expired");
    })
    .await;
}
