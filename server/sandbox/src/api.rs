//! The merchant's interface: orders and refunds.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
};
use gateway::{NewOrder, NewRefund, Order, OrderStatus, Refund, is_number, origin};
use sea_orm::{ActiveValue::Set, EntityTrait, TransactionTrait};
use serde::de::DeserializeOwned;

use crate::{
    Sandbox,
    act::Acted,
    now,
    refund::Refunded,
    signed::Refused,
    store::{order, refund},
};

/// Most fen of an order: a billion yuan.
const MOST: i64 = 100_000_000_000;

/// `POST /v1/orders`.
pub(crate) async fn create(State(sandbox): State<Sandbox>, body: Bytes) -> Result<Json<Order>, Refused> {
    let asked: NewOrder = read(&body)?;
    check(&asked)?;
    let json = serde_json::to_string(&asked).map_err(|_| Refused::FORMAT)?;
    let tx = sandbox.0.db.begin().await?;
    let now = now();
    let known = order::Entity::find_by_id(&asked.number).one(&tx).await?;
    if let Some(known) = known {
        let same = known.body == json;
        return if same { Ok(Json(known.report(&sandbox.0.settings.origin, now))) } else { Err(Refused::CONFLICT) };
    }
    let row = order::ActiveModel {
        number: Set(asked.number.clone()),
        reference: Set(gateway::nonce()),
        status: Set(order::word(OrderStatus::Open).to_owned()),
        amount_fen: Set(asked.amount_fen),
        paid_fen: Set(0),
        currency: Set(asked.currency),
        body: Set(json),
        expires_at: Set(asked.expires_at),
        due_at: Set(None),
        plan: Set(None),
        silent_until: Set(0),
        created_at: Set(now),
        changed_at: Set(now),
    };
    order::Entity::insert(row).exec_without_returning(&tx).await?;
    let made = order::Entity::find_by_id(&asked.number).one(&tx).await?.ok_or(Refused::UNKNOWN)?;
    tx.commit().await?;
    Ok(Json(made.report(&sandbox.0.settings.origin, now)))
}

/// `GET /v1/orders/{number}`.
pub(crate) async fn query(State(sandbox): State<Sandbox>, Path(number): Path<String>) -> Result<Json<Order>, Refused> {
    let found = order::Entity::find_by_id(number).one(&sandbox.0.db).await?.ok_or(Refused::UNKNOWN)?;
    patience(&found).await;
    Ok(Json(found.report(&sandbox.0.settings.origin, now())))
}

/// `POST /v1/orders/{number}/close`.
pub(crate) async fn close(State(sandbox): State<Sandbox>, Path(number): Path<String>) -> Result<Json<Order>, Refused> {
    match sandbox.close(&number).await? {
        Acted::Done(order) => {
            patience(&order).await;
            Ok(Json(order.report(&sandbox.0.settings.origin, now())))
        }
        Acted::TooLate | Acted::Unknown => Err(Refused::UNKNOWN),
    }
}

/// `POST /v1/refunds`.
pub(crate) async fn refund(State(sandbox): State<Sandbox>, body: Bytes) -> Result<Json<Refund>, Refused> {
    let asked: NewRefund = read(&body)?;
    if !is_number(&asked.number) || !(1..=MOST).contains(&asked.amount_fen) {
        return Err(Refused(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "amount"));
    }
    match sandbox.refund(&asked).await? {
        Refunded::Known(refund) => Ok(Json(refund)),
        Refunded::Unknown => Err(Refused::UNKNOWN),
        Refunded::Conflict => Err(Refused::CONFLICT),
    }
}

/// `GET /v1/refunds/{number}`.
pub(crate) async fn query_refund(
    State(sandbox): State<Sandbox>,
    Path(number): Path<String>,
) -> Result<Json<Refund>, Refused> {
    let found = refund::Entity::find_by_id(number).one(&sandbox.0.db).await?;
    Ok(Json(found.ok_or(Refused::UNKNOWN)?.report()))
}

/// A body as JSON.
pub(crate) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|_| Refused::FORMAT)
}

fn check(asked: &NewOrder) -> Result<(), Refused> {
    let refused = |word| Err(Refused(axum::http::StatusCode::UNPROCESSABLE_ENTITY, word));
    if !is_number(&asked.number) {
        return refused("number");
    }
    if !(1..=MOST).contains(&asked.amount_fen) {
        return refused("amount");
    }
    if asked.currency != "CNY" {
        return refused("currency");
    }
    if asked.subject.chars().count() > 200 {
        return refused("subject");
    }
    if [&asked.return_url, &asked.notify_url].into_iter().any(|url| origin(url).is_none() || !url.is_ascii()) {
        return refused("address");
    }
    Ok(())
}

/// While an order is silent nothing is said of it.
async fn patience(order: &order::Model) {
    if order.silent_until > now() {
        std::future::pending().await
    }
}
