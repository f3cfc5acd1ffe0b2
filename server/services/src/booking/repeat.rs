//! The same order sent again: by a double click, a reload, the back button, or a network that swallowed the answer.

use domain::{
    Fault, Rule,
    booking::{Number, Order},
};
use entity::booking::{self, Column};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{Asker, Cx, Error, Result, Tx, secret};

/// Longest key that is taken.
const LONGEST: usize = 128;

/// The key, if it can be one.
pub(super) fn key(key: &str) -> Result<&str> {
    let fits = (1..=LONGEST).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Ok(key) } else { Err(Rule::Invalid(vec![Fault::new("key", "required")]).into()) }
}

/// What an order is recognised by, keyed, so that nobody finds out by it what it was made of. The price that was agreed to is no part of
/// it: a reload of the summary after the sale may show another one and still means this order.
pub(super) fn fingerprint(cx: &Cx, order: &Order) -> Result<String> {
    let contact = &order.contact;
    let canonical = serde_json::to_string(&(
        &order.slug,
        &order.wish,
        &contact.name,
        contact.phone.as_str(),
        contact.email.as_ref().map(|email| email.as_str()),
        contact.id_number.as_ref().map(|number| number.as_str()),
        &order.arrival,
        &order.remarks,
        &order.preferences,
    ))?;
    secret::keyed(&cx.settings.secret, &["order", &canonical])
}

/// The number of the booking that was made with this key, if there is one already.
///
/// # Errors
/// [`Rule::KeyReused`] when it was made with another order or by somebody else.
pub(super) async fn answered(tx: &Tx, asker: &Asker, key: &str, fingerprint: &str) -> Result<Option<Number>> {
    let keyed = |select: sea_orm::Select<booking::Entity>| select.filter(Column::PlaceKey.eq(key));
    let seen = keyed(booking::Entity::seen_by(&asker.session().hash, asker.member_id())).one(&**tx).await?;
    match seen {
        Some(row) if row.request_hash == fingerprint => Ok(Some(number(&row)?)),
        Some(_) => Err(Rule::KeyReused.into()),
        None if keyed(booking::Entity::find()).one(&**tx).await?.is_some() => Err(Rule::KeyReused.into()),
        None => Ok(None),
    }
}

fn number(row: &booking::Model) -> Result<Number> {
    row.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}
