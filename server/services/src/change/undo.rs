//! Taking a change back before it is settled: the booking is what it was, in full.

use domain::{Rule, booking::Number, change::ChangeStep, notice::Topic};
use entity::booking_change::Entity;
use serde_json::json;

use super::{advance::advance, identity};
use crate::{
    Asker, Cx, Error, Result, audit,
    booking::timeline::{self, By},
    inventory, notice, payment, voucher,
};

/// Takes the open change of the asker's booking back; gives the booking's number. Staff say why.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`]; [`Rule::Changed`] when it waits no more; [`Rule::ProviderSilent`] when an open attempt to pay
/// cannot be closed now.
pub async fn undo(cx: &Cx, asker: &Asker, number: &Number, why: &str) -> Result<Number> {
    let why = audit::reason(asker, why)?;
    let seen = payment::seen(&cx.db, asker, number).await?;
    // What is refused leaves an attempt to pay as it is.
    if Entity::open_of(seen.id).one(&cx.db).await?.is_none() {
        return Err(Rule::Changed.into());
    }
    let (tx, booking) = payment::begin(cx, seen.id).await?;
    let now = cx.now();
    let change = Entity::open_of(booking.id).one(&*tx).await?.ok_or(Rule::Changed)?;
    let (id, code) = (change.id, change.code.clone());
    advance(&tx, change, ChangeStep::Undo, now).await?;
    let by = By::of(asker);
    timeline::note(&tx, booking.id, now, by, "change-undone", &why, &json!({ "code": code })).await?;
    audit::acted(&tx, asker, now, "change-undone", &booking.number).await?;
    notice::tell(cx, &tx, &booking, Topic::Unchanged, &code, &json!({ "undone": true }), now).await?;
    identity::forget(&tx, &booking).await?;
    voucher::drop_held(&tx, &booking, by, now).await?;
    inventory::let_go(&tx, booking.id, id).await?;
    tx.commit().await?;
    booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}
