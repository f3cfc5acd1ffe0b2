//! When all have acted: what was quoted is what was done, and nothing is lost.

use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{
    Fen,
    booking::Number,
    change::{ChangeQuote, ChangeStatus},
    payment::Reason,
};
use entity::{
    booking as row, booking_alias as alias,
    booking_change::{self as change_row, Was},
    payment as paid_row, refund as back_row, voucher_use as used_row,
};
use sea_orm::{ColumnTrait as _, DatabaseConnection, EntityTrait as _, QueryFilter as _};
use services::{job, payment};

use crate::mind::Scene;

/// A booking's key, whatever it is called by now.
pub async fn id_of(db: &DatabaseConnection, number: &Number) -> i64 {
    let known = row::Entity::find().filter(row::Column::Number.eq(number.as_str())).one(db).await.unwrap();
    match known {
        Some(known) => known.id,
        None => alias::Entity::find_by_id(number.as_str()).one(db).await.unwrap().expect("it is known").booking_id,
    }
}

/// A change that was committed is kept as it was quoted, whatever others have done since.
pub async fn is_kept(db: &DatabaseConnection, number: &Number, quote: &ChangeQuote) {
    let made = change_row::Entity::of_booking(id_of(db, number).await).all(db).await.unwrap();
    let fits = |change: &change_row::Model| {
        change.asked().unwrap() == quote.asked
            && change.total_fen == quote.total.0
            && change.difference_fen == quote.difference.0
            && change.fee_fen == (quote.fee + quote.change_fee).0
            && change.floor_fen == quote.floor.0
    };
    assert!(made.iter().any(fits), "{quote:?} is not among {made:?}");
}

/// Of each cheaper change, and of each booking that was given up, as much is on its way back as was quoted.
pub async fn what_was_quoted_went_back(db: &DatabaseConnection, quoted: &HashMap<i64, Vec<Fen>>) {
    let refunds = back_row::Entity::find().all(db).await.unwrap();
    let back = |of: &dyn Fn(&back_row::Model) -> bool| -> Fen {
        refunds.iter().filter(|refund| of(refund)).map(|refund| Fen(refund.amount_fen)).sum()
    };
    let (mut cheaper, mut free) = (0, HashMap::new());
    for change in change_row::Entity::find().all(db).await.unwrap() {
        let was: Was = serde_json::from_str(change.was.as_deref().expect("what it was made from")).unwrap();
        let settled = change.status().unwrap() == ChangeStatus::Settled;
        let less = if settled && was.confirmed { (-change.difference_fen).max(0) } else { 0 };
        let cause = format!("{}:{}:", Reason::Change, change.code);
        assert_eq!(back(&|refund| refund.cause.starts_with(&cause)), Fen(less), "{change:?}");
        cheaper += u64::from(less > 0);
        if settled && change.asked().unwrap().free {
            *free.entry(change.booking_id).or_insert(0) += 1;
        }
    }
    assert!(cheaper > 20, "only {cheaper} changes gave anything back");
    assert!(free.values().all(|times| *times == 1), "a free move is made once: {free:?}");
    let cause = format!("{}:cancel:", Reason::Cancelled);
    for (id, quotes) in quoted {
        let sum = back(&|refund| refund.booking_id == *id && refund.cause.starts_with(&cause));
        assert!(quotes.contains(&sum), "{sum:?} went back of booking {id}, and not one of {quotes:?}");
    }
}

/// Holds run out, money goes back; then the provider has what customers paid for what they have, and for nothing else.
pub async fn comes_to_rest(scene: &Scene) {
    let cx = &scene.house.cx;
    scene.house.clock.forward(TimeDelta::hours(2));
    for _ in 0..200 {
        let swept = job::run_now(cx, "worker", Some(domain::job::Job::Holds)).await.unwrap();
        let asked = payment::ask(cx).await.unwrap();
        let given = scene.gives_back().await;
        scene.house.clock.forward(TimeDelta::minutes(5));
        if asked == 0 && given == 0 && swept.iter().all(|(_, count)| *count == 0) {
            break;
        }
    }
    scene.is_sound().await;
    let db = &scene.house.db;
    let stuck = paid_row::Entity::find().filter(paid_row::Column::Status.eq("stuck")).all(db).await.unwrap();
    let waiting: i64 = stuck.iter().filter_map(|payment| payment.received_fen).sum();
    let paid: i64 = scene.bank.paid_orders().iter().map(|(_, fen)| fen).sum();
    let bookings = row::Entity::find().all(db).await.unwrap();
    let used = used_row::Entity::find().filter(used_row::Column::Status.eq("used")).all(db).await.unwrap();
    assert!(used.len() > 20, "only {} vouchers were used", used.len());
    let by_voucher: i64 = used.iter().map(|one| one.amount_fen - one.returned_fen).sum();
    let kept: i64 = bookings
        .iter()
        .map(|booking| match booking.status.as_str() {
            "confirmed" => booking.total_fen + booking.fee_fen,
            // A fee above what was paid is still due.
            "cancelled" => booking.fee_fen.min(booking.paid_fen - booking.refunded_fen),
            _ => 0,
        })
        .sum();
    assert_eq!(
        paid + by_voucher - scene.bank.refunded() - waiting,
        kept,
        "customers paid for what they have, and for nothing else"
    );
}
