//! The rows of a sale: the booking with its snapshots (B5), its first events (B19), the guest's right to see it.

use chrono::NaiveTime;
use domain::{
    Fen, Instant, Rule,
    booking::{Line, Number, Order, Status, price_text},
    time::to_micros,
};
use entity::{
    booking::{self, ActiveModel},
    booking_access,
};
use i18n::{Script, convert::fold};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, SqlErr};
use serde_json::json;

use super::timeline::{By, note};
use crate::{Asker, Error, Result, Session, Tx, catalogue::Plan, secret};

/// What a price is known by (B5).
pub(crate) fn price_hash(lines: &[Line], total: Fen) -> String {
    secret::sha256(price_text(lines, total))
}

/// What a sale is made of.
pub(super) struct Sale<'a> {
    pub(super) number: &'a Number,
    pub(super) key: &'a str,
    pub(super) fingerprint: &'a str,
    pub(super) asker: &'a Asker,
    pub(super) script: Script,
    pub(super) order: &'a Order,
    pub(super) plan: &'a Plan,
    pub(super) hold_until: Instant,
    pub(super) now: Instant,
}

/// Writes the booking as held; gives its row's key.
pub(super) async fn booking(tx: &Tx, sale: &Sale<'_>) -> Result<i64> {
    let Sale { order, plan, .. } = sale;
    let contact = &order.contact;
    let row = ActiveModel {
        number: Set(sale.number.as_str().to_owned()),
        kind: Set(plan.kind.as_str().to_owned()),
        offer_id: Set(plan.offer.id),
        place_id: Set(plan.place.id),
        member_id: Set(sale.asker.member_id()),
        script: Set(sale.script.prefix().to_owned()),
        name: Set(contact.name.clone()),
        phone: Set(contact.phone.as_str().to_owned()),
        email: Set(contact.email.as_ref().map(|email| email.as_str().to_owned())),
        id_number: Set(contact.id_number.as_ref().map(|number| number.as_str().to_owned())),
        arrival: Set(order.arrival.map(clock)),
        remarks: Set(order.remarks.clone()),
        preferences: Set(order.preferences.clone()),
        heads: Set(count(order.wish.heads)?),
        units: Set(count(order.wish.units)?),
        day: Set(order.wish.day),
        nights: Set(count(order.wish.nights)?),
        at: Set(order.wish.at.map(clock)),
        extras: Set(order.wish.extras.join(",")),
        starts_at: Set(to_micros(plan.starts)),
        ends_at: Set(to_micros(plan.ends)),
        total_fen: Set(plan.total.0),
        lines: Set(serde_json::to_string(&plan.lines)?),
        terms: Set(serde_json::to_string(&plan.terms)?),
        terms_hash: Set(secret::sha256(plan.terms.canonical())),
        price_hash: Set(Some(price_hash(&plan.lines, plan.total))),
        status: Set(Status::Held.as_str().to_owned()),
        hold_until: Set(Some(to_micros(sale.hold_until))),
        way: Set(order.way.as_str().to_owned()),
        placed_at: Set(to_micros(sale.now)),
        version: Set(1),
        place_key: Set(sale.key.to_owned()),
        request_hash: Set(sale.fingerprint.to_owned()),
        search_text: Set(search_text(sale)),
        ..Default::default()
    };
    Ok(booking::Entity::insert(row).exec(&**tx).await?.last_insert_id)
}

/// Writes that it was placed, and until when it is held.
pub(super) async fn events(tx: &Tx, sale: &Sale<'_>, booking_id: i64) -> Result<()> {
    let by = By::of(sale.asker);
    note(tx, booking_id, sale.now, by, "placed", "", &json!({ "total": sale.plan.total.0 })).await?;
    note(tx, booking_id, sale.now, By::System, "held", "", &json!({ "until": to_micros(sale.hold_until) })).await
}

/// Lets the session see the booking; granting twice is granting once.
pub(super) async fn grant(tx: &Tx, session: &Session, booking_id: i64) -> Result<()> {
    let row = booking_access::ActiveModel { session_hash: Set(session.hash.clone()), booking_id: Set(booking_id) };
    let granted = booking_access::Entity::insert(row).on_conflict_do_nothing().exec_without_returning(&**tx).await;
    granted.map(|_| ()).map_err(ended)
}

/// Whoever may see a booking may see another one too.
pub(crate) async fn share_access(tx: &Tx, from: i64, to: i64) -> Result<()> {
    let known = booking_access::Entity::find().filter(booking_access::Column::BookingId.eq(from)).all(&**tx).await?;
    if known.is_empty() {
        return Ok(());
    }
    let rows = known
        .into_iter()
        .map(|row| booking_access::ActiveModel { session_hash: Set(row.session_hash), booking_id: Set(to) });
    booking_access::Entity::insert_many(rows).exec_without_returning(&**tx).await.map(|_| ()).map_err(ended)
}

/// The session ended meanwhile: whoever comes again gets a new one.
fn ended(err: DbErr) -> Error {
    match err.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => Rule::Busy.into(),
        _ => err.into(),
    }
}

/// What the desk finds it by: the number with and without hyphens, who booked, and what.
fn search_text(sale: &Sale<'_>) -> String {
    let number = sale.number.as_str();
    let contact = &sale.order.contact;
    let (place, offer) = (&sale.plan.place, &sale.plan.offer);
    fold(&format!(
        "{number} {} {} {} {} {}",
        number.replace('-', ""),
        contact.name,
        contact.phone.as_str(),
        place.name_hans,
        offer.name_hans
    ))
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn count(count: u32) -> Result<i32> {
    i32::try_from(count).map_err(|_| Error::Internal("a count is beyond what the database keeps".to_owned()))
}
