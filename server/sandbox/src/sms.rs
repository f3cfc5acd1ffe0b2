//! Text messages: taken by signed webhook, shown on a page.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use gateway::Sms;
use i18n::Script;
use sea_orm::{
    ActiveValue::Set,
    DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use serde_json::{Value, json};

use crate::{
    Sandbox, api, now, page,
    signed::Refused,
    store::{setting, sms},
};

/// How text messages may be taken: as they should, never, not now, or without an answer.
pub(crate) const MOODS: [&str; 4] = ["ok", "refuse", "fail", "silent"];

/// So many are shown.
const SHOWN: u64 = 50;

/// `POST /v1/sms`: each id is taken once.
pub(crate) async fn take(State(sandbox): State<Sandbox>, body: Bytes) -> Result<Json<Value>, Refused> {
    let asked: Sms = api::read(&body)?;
    let digits = asked.to.strip_prefix('+').unwrap_or_default();
    if !(6..=15).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refused(StatusCode::UNPROCESSABLE_ENTITY, "number"));
    }
    match mood(&sandbox, Some(&asked.to)).await?.as_str() {
        "refuse" => return Err(Refused(StatusCode::UNPROCESSABLE_ENTITY, "refused")),
        "fail" => return Err(Refused(StatusCode::SERVICE_UNAVAILABLE, "busy")),
        "silent" => std::future::pending().await,
        _ => {}
    }
    let row = sms::ActiveModel {
        id: Set(asked.id.clone()),
        phone: Set(asked.to),
        text: Set(asked.text),
        times: Set(1),
        at: Set(now()),
        ..Default::default()
    };
    let once = OnConflict::column(sms::Column::Id)
        .value(sms::Column::Times, Expr::col((sms::Entity, sms::Column::Times)).add(1))
        .to_owned();
    sms::Entity::insert(row).on_conflict(once).exec_without_returning(&sandbox.0.db).await?;
    Ok(Json(json!({ "id": asked.id, "status": "accepted" })))
}

/// `GET /sms`: the last ones, in the script the browser asks for.
pub(crate) async fn list(State(sandbox): State<Sandbox>, headers: HeaderMap) -> Result<Response, Refused> {
    let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let script: Script = i18n::negotiate(None, accept);
    let last = sms::Entity::find().order_by_desc(sms::Column::Seq).limit(SHOWN).all(&sandbox.0.db).await?;
    Ok(page::sms(script, &last))
}

/// `GET /control/sms`: all of them.
pub(crate) async fn all(State(sandbox): State<Sandbox>) -> Result<Json<Value>, Refused> {
    let rows = sms::Entity::find().order_by_asc(sms::Column::Seq).all(&sandbox.0.db).await?;
    let rows: Vec<_> = rows
        .iter()
        .map(|row| json!({ "id": row.id, "to": row.phone, "text": row.text, "times": row.times, "at": row.at }))
        .collect();
    Ok(Json(json!(rows)))
}

/// The name of the setting of how they are taken, or those to one number.
pub(crate) fn setting(to: Option<&str>) -> String {
    to.map_or_else(|| "sms".to_owned(), |to| format!("sms {to}"))
}

/// How they are taken just now: those to one number as was said of it, else like all.
pub(crate) async fn mood(sandbox: &Sandbox, to: Option<&str>) -> Result<String, DbErr> {
    let db = &sandbox.0.db;
    let own = if to.is_some() { setting::get(db, &setting(to)).await? } else { None };
    let all = setting::get(db, &setting(None)).await?;
    Ok(own.or(all).unwrap_or_else(|| "ok".to_owned()))
}

/// How many were taken.
pub(crate) async fn count(sandbox: &Sandbox) -> Result<u64, DbErr> {
    sms::Entity::find().count(&sandbox.0.db).await
}
