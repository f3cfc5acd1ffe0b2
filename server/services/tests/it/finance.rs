//! What finance has beside refunds (A4): collections that three persons handle, and invoices.

use domain::{
    Fen, Rule,
    booking::Number,
    desk::Role,
    invoice::{InvoiceForm, InvoiceStatus},
    payment::{ReceiptForm, Resolution, Way},
    terms::{Relief, Terms},
};
use entity::{audit, notice};
use i18n::Script;
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use services::{
    Asker, Staff,
    booking::{self, Agreed},
    invoice, payment, voucher,
};

use crate::{
    mind::{Scene, nights},
    people::{self, colleague, guest, refusal},
    util::{self, House, on_both},
};

/// Money that an agent took at the counter: the booking, and the payment's number.
async fn collected(scene: &Scene, lin: &Staff) -> (Asker, Number, String) {
    let (chen, number) = scene.held_at_the_counter(&scene.room, nights(4, 1, 1)).await;
    let form = ReceiptForm {
        number: number.to_string(),
        way: Way::Counter.to_string(),
        amount: "480".to_owned(),
        slip: "S-7".to_owned(),
    };
    payment::record(&scene.house.cx, lin, "key", &form).await.unwrap();
    let payment = scene.receipt(&chen, &number).await.payments[0].number.clone();
    (chen, number, payment)
}

#[tokio::test]
async fn one_collects_another_checks_a_third_takes_over() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (_, lin) = colleague(cx, "lin", Role::Agent).await;
        let (_, number, paid) = collected(&scene, &lin).await;
        let queue = payment::queue(cx, &scene.wang, Script::Hans).await.unwrap().collected;
        let shown = (queue[0].booking.number.as_str(), queue[0].slip.as_str(), queue[0].checked);
        assert_eq!(shown, (number.as_str(), "S-7", false));
        assert_eq!(refusal(payment::check_collection(cx, &scene.sun, &paid).await), Rule::Forbidden);
        assert_eq!(refusal(payment::take_collection(cx, &scene.sun, &paid).await), Rule::Changed, "not checked yet");
        let promoted = Staff { role: Role::Supervisor, ..lin.clone() };
        assert_eq!(refusal(payment::check_collection(cx, &promoted, &paid).await), Rule::SamePerson);
        payment::check_collection(cx, &scene.wang, &paid).await.unwrap();
        assert_eq!(refusal(payment::check_collection(cx, &scene.wang, &paid).await), Rule::Changed);
        let moved = Staff { role: Role::Finance, ..scene.wang.clone() };
        assert_eq!(refusal(payment::take_collection(cx, &moved, &paid).await), Rule::SamePerson);
        let collector = Staff { role: Role::Finance, ..lin.clone() };
        assert_eq!(refusal(payment::take_collection(cx, &collector, &paid).await), Rule::SamePerson);
        let past_the_services = format!("UPDATE payment SET taken_by = {} WHERE number = '{paid}'", scene.wang.id);
        let outcome = scene.house.db.execute_unprepared(&past_the_services).await;
        assert!(outcome.unwrap_err().to_string().contains("payment_taken"), "the database says no as well");
        payment::take_collection(cx, &scene.sun, &paid).await.unwrap();
        assert!(payment::queue(cx, &scene.sun, Script::Hans).await.unwrap().collected.is_empty());
        assert_eq!(refusal(payment::take_collection(cx, &scene.sun, &paid).await), Rule::Changed);
        let done: Vec<_> = audit::Entity::find().all(&scene.house.db).await.unwrap();
        let done: Vec<_> = done.into_iter().map(|row| row.what).filter(|what| what.starts_with("collection")).collect();
        assert_eq!(done, ["collection-checked", "collection-taken"]);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn what_came_online_is_nobodys_collection() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        let paid = scene.receipt(&chen, &number).await.payments[0].number.clone();
        assert_eq!(refusal(payment::check_collection(&scene.house.cx, &scene.wang, &paid).await), Rule::Unknown);
        assert!(payment::queue(&scene.house.cx, &scene.wang, Script::Hans).await.unwrap().collected.is_empty());
    })
    .await;
}

fn request(number: &Number) -> InvoiceForm {
    InvoiceForm {
        number: number.to_string(),
        title: "云栖文化有限公司".to_owned(),
        tax_no: "91330100MA27W1XY2A".to_owned(),
        email: "fp@example.com".to_owned(),
    }
}

#[tokio::test]
async fn an_invoice_is_asked_for_once_issued_once_and_told() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        let (cx, _post) = util::post::with_post(&scene.house);
        let cx = &cx;
        let stranger = guest(cx).await;
        assert_eq!(refusal(invoice::ask(cx, &stranger, &request(&number)).await), Rule::Unknown);
        let nobody = InvoiceForm { title: " ".to_owned(), ..request(&number) };
        assert!(matches!(refusal(invoice::ask(cx, &chen, &nobody).await), Rule::Invalid(_)));
        for _ in 0..2 {
            invoice::ask(cx, &chen, &request(&number)).await.unwrap();
        }
        let queue = invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap();
        assert_eq!((queue.asked.len(), queue.asked[0].invoice.amount), (1, Fen(48_000)));
        assert_eq!(refusal(invoice::queue(cx, &scene.wang, Script::Hans).await), Rule::Forbidden);
        let id = queue.asked[0].invoice.id;
        assert!(matches!(refusal(invoice::issue(cx, &scene.sun, id, " ").await), Rule::Invalid(_)));
        invoice::issue(cx, &scene.sun, id, "2533-1").await.unwrap();
        assert_eq!(refusal(invoice::issue(cx, &scene.sun, id, "2533-2").await), Rule::Changed);
        assert_eq!(refusal(invoice::refuse(cx, &scene.sun, id, "why").await), Rule::Changed);
        let (shown, free) = invoice::of_booking(cx, &chen, &number).await.unwrap();
        let shown = shown.unwrap();
        assert_eq!((shown.status, shown.code.as_str(), free), (InvoiceStatus::Issued, "2533-1", false));
        let told = notice::Entity::find().all(&scene.house.db).await.unwrap();
        assert_eq!(told.iter().filter(|row| row.topic == "invoiced").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_goes_back_later_must_be_taken_off_the_invoice() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        invoice::ask(cx, &chen, &request(&number)).await.unwrap();
        let id = invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().asked[0].invoice.id;
        invoice::issue(cx, &scene.sun, id, "2533-1").await.unwrap();
        assert!(invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().wrong.is_empty());
        scene.cancels(&chen, &number).await.unwrap();
        scene.gives_back().await;
        let wrong = invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().wrong;
        assert_eq!((wrong.len(), wrong[0].invoice.amount, wrong[0].net), (1, Fen(48_000), Fen::ZERO));
        invoice::correct(cx, &scene.sun, id, "2533-9").await.unwrap();
        assert_eq!(refusal(invoice::correct(cx, &scene.sun, id, "2533-9").await), Rule::Changed);
        assert!(invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().wrong.is_empty());
        let (shown, free) = invoice::of_booking(cx, &chen, &number).await.unwrap();
        assert_eq!((shown.unwrap().status, free), (InvoiceStatus::Corrected, false), "there is nothing left to bill");
    })
    .await;
}

#[tokio::test]
async fn what_a_voucher_paid_was_billed_before() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let relief = Relief { voucher_percent: 100, voucher_days: 90, ..Relief::default() };
        scene.house.sells_by(&scene.room, &Terms { relief, ..Terms::standard() }).await;
        let opening = cx.now();
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        scene.hours_before(&chen, &number, 10).await;
        let quote = booking::cancel_quote(cx, &chen, &number).await.unwrap();
        let worth = quote.voucher.map(|offer| offer.worth);
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: worth };
        booking::cancel(cx, &chen, &number, agreed, "").await.unwrap();
        let given = scene.receipt(&chen, &number).await.granted.unwrap();
        scene.house.clock.turn_to(opening);
        let (lin, other) = scene.held(&scene.room, nights(6, 1, 1)).await;
        voucher::apply(cx, &lin, people::HOME, &other, &given.number).await.unwrap();
        scene.pays(&lin, &other).await;
        for (asker, number) in [(&chen, &number), (&lin, &other)] {
            invoice::ask(cx, asker, &request(number)).await.unwrap();
        }
        let asked = invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().asked;
        let amounts: Vec<_> = asked.iter().map(|row| row.invoice.amount).collect();
        assert_eq!(amounts, [Fen(24_000), Fen(24_000)], "the fee that was kept, and what was paid in money");
        for row in &asked {
            invoice::issue(cx, &scene.sun, row.invoice.id, &format!("2533-{}", row.invoice.id)).await.unwrap();
        }
        assert!(invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().wrong.is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_resolves_a_collection_does_not_become_who_made_it() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (chen, number) = scene.held_at_the_counter(&scene.room, nights(4, 1, 1)).await;
        let form = ReceiptForm {
            number: number.to_string(),
            way: Way::Transfer.to_string(),
            amount: "500".to_owned(),
            slip: "T-1".to_owned(),
        };
        payment::record(cx, &scene.wang, "key", &form).await.unwrap();
        let paid = scene.receipt(&chen, &number).await.payments[0].number.clone();
        payment::resolve(cx, &scene.sun, &paid, Resolution::Accept, "he sent too much").await.unwrap();
        assert_eq!(refusal(payment::check_collection(cx, &scene.wang, &paid).await), Rule::SamePerson);
        scene.is_sound().await;
    })
    .await;
}

#[tokio::test]
async fn a_refused_request_may_be_made_again_and_nothing_paid_is_nothing_billed() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let cx = &scene.house.cx;
        let (lin, held) = scene.held(&scene.room, nights(4, 1, 1)).await;
        assert_eq!(refusal(invoice::ask(cx, &lin, &request(&held)).await), Rule::NothingPaid);
        let (chen, number) = scene.sold(&scene.room, nights(4, 1, 1)).await;
        invoice::ask(cx, &chen, &request(&number)).await.unwrap();
        let id = invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().asked[0].invoice.id;
        invoice::refuse(cx, &scene.sun, id, "the number is not that of the name").await.unwrap();
        let (shown, free) = invoice::of_booking(cx, &chen, &number).await.unwrap();
        assert_eq!((shown.unwrap().why.as_str(), free), ("the number is not that of the name", true));
        invoice::ask(cx, &chen, &request(&number)).await.unwrap();
        let again = invoice::queue(cx, &scene.sun, Script::Hans).await.unwrap().asked;
        assert_eq!(again.len(), 1);
        assert_ne!(again[0].invoice.id, id);
    })
    .await;
}
