//! Commands for whoever tries things out, and what he may look at. Not signed: it listens on this machine only.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
};
use gateway::OrderStatus;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};

use crate::{
    Mode, Sandbox,
    act::Acted,
    api, now,
    signed::Refused,
    sms,
    store::{notification, order, refund, setting},
};

/// `POST /control`: a mode, or how text messages are taken: all of them, or those `to` one number.
pub(crate) async fn control(State(sandbox): State<Sandbox>, body: Bytes) -> Result<Json<Value>, Refused> {
    let command: Value = api::read(&body)?;
    if let Some(word) = command.get("sms") {
        let mood = word.as_str().filter(|word| sms::MOODS.contains(word)).ok_or(Refused::FORMAT)?;
        setting::set(&sandbox.0.db, &sms::setting(command["to"].as_str()), mood).await?;
    }
    if command.get("mode").is_some() {
        let mode: Mode = serde_json::from_value(command).map_err(|_| Refused::FORMAT)?;
        sandbox.set_mode(&mode).await?;
    }
    Ok(Json(json!({ "mode": sandbox.mode().await?, "sms": sms::mood(&sandbox, None).await? })))
}

/// `POST /control/orders/{number}`: what its customer does.
pub(crate) async fn act(
    State(sandbox): State<Sandbox>,
    Path(number): Path<String>,
    body: Bytes,
) -> Result<Json<Value>, Refused> {
    let command: Value = api::read(&body)?;
    let mode = match command.get("mode") {
        Some(_) => Some(serde_json::from_value::<Mode>(command.clone()).map_err(|_| Refused::FORMAT)?),
        None => None,
    };
    let acted = match command["act"].as_str().unwrap_or_default() {
        "pay" => sandbox.pay(&number, mode).await?,
        "decline" => sandbox.decline(&number).await?,
        "close" => sandbox.close(&number).await?,
        "notify" => sandbox.notify_again(&number).await?,
        _ => return Err(Refused::FORMAT),
    };
    match acted {
        Acted::Done(order) => Ok(Json(json!(order.report(&sandbox.0.settings.origin, now())))),
        Acted::TooLate => Err(Refused::CONFLICT),
        Acted::Unknown => Err(Refused::UNKNOWN),
    }
}

/// `GET /control/orders/{number}`.
pub(crate) async fn order(State(sandbox): State<Sandbox>, Path(number): Path<String>) -> Result<Json<Value>, Refused> {
    let db = &sandbox.0.db;
    let found = order::Entity::find_by_id(&number).one(db).await?.ok_or(Refused::UNKNOWN)?;
    let refunds = refund::Entity::of_order(&number).order_by_asc(refund::Column::CreatedAt).all(db).await?;
    let told = notification::of_order(db, &number).await?;
    let told: Vec<_> = told
        .iter()
        .map(|row| {
            json!({
                "id": row.id, "forged": row.forged, "state": row.state, "tries": row.tries, "sent": row.sent,
                "answer": row.answer, "body": serde_json::from_str::<Value>(&row.body).unwrap_or_default(),
            })
        })
        .collect();
    let mut order = json!(found.report(&sandbox.0.settings.origin, now()));
    order["under_way"] = found.due_at.is_some().into();
    let refunds: Vec<_> = refunds.iter().map(refund::Model::report).collect();
    Ok(Json(json!({ "order": order, "refunds": refunds, "notifications": told })))
}

/// `GET /control/state`: counts and sums, to be held against the merchant's books.
pub(crate) async fn state(State(sandbox): State<Sandbox>) -> Result<Json<Value>, Refused> {
    let (db, now) = (&sandbox.0.db, now());
    let orders = order::Entity::find().all(db).await?;
    let refunds = refund::Entity::find().all(db).await?;
    let told = notification::Entity::find().all(db).await?;
    let count = |status| orders.iter().filter(|order| order.status(now) == status).count();
    let paid: i64 = orders.iter().map(|order| order.paid_fen).sum();
    let yuan: i64 = orders.iter().filter(|order| order.currency == "CNY").map(|order| order.paid_fen).sum();
    let foreign: Vec<&str> =
        orders.iter().filter(|order| order.currency != "CNY").map(|order| order.number.as_str()).collect();
    let back = refunds.iter().filter(|refund| refund.status == "done");
    let back: i64 =
        back.filter(|refund| !foreign.contains(&refund.order_number.as_str())).map(|refund| refund.amount_fen).sum();
    let of = |status: &str| refunds.iter().filter(|refund| refund.status == status).count();
    let sum = |status: &str| -> i64 {
        refunds.iter().filter(|refund| refund.status == status).map(|refund| refund.amount_fen).sum()
    };
    let in_state = |state: &str| told.iter().filter(|row| row.state == state).count();
    Ok(Json(json!({
        "mode": sandbox.mode().await?,
        "orders": {
            "open": count(OrderStatus::Open), "paid": count(OrderStatus::Paid),
            "declined": count(OrderStatus::Declined), "closed": count(OrderStatus::Closed),
            "under_way": orders.iter().filter(|order| order.due_at.is_some()).count(),
        },
        "paid_fen": paid,
        "paid_cny_fen": yuan,
        "refunds": { "accepted": of("accepted"), "done": of("done"), "refused": of("refused") },
        "refunded_fen": sum("done"),
        "refunded_cny_fen": back,
        "refunding_fen": sum("accepted"),
        "notifications": {
            "waiting": in_state("waiting"), "done": in_state("done"), "lost": in_state("lost"),
            "given_up": in_state("given_up"), "forged": told.iter().filter(|row| row.forged).count(),
        },
        "sms": sms::count(&sandbox).await?,
    })))
}

/// `GET /control/orders`: each order with what was paid and given back.
pub(crate) async fn orders(State(sandbox): State<Sandbox>) -> Result<Json<Value>, Refused> {
    let (db, now) = (&sandbox.0.db, now());
    let mut refunded = std::collections::HashMap::<String, i64>::new();
    for refund in refund::Entity::find().all(db).await?.iter().filter(|refund| refund.status == "done") {
        *refunded.entry(refund.order_number.clone()).or_default() += refund.amount_fen;
    }
    let orders = order::Entity::find().order_by_asc(order::Column::CreatedAt).all(db).await?;
    let rows: Vec<_> = orders
        .iter()
        .map(|order| {
            json!({
                "number": order.number, "status": order.status(now), "amount_fen": order.amount_fen,
                "paid_fen": order.paid_fen, "currency": order.currency,
                "refunded_fen": refunded.get(&order.number).copied().unwrap_or_default(),
            })
        })
        .collect();
    Ok(Json(json!(rows)))
}
