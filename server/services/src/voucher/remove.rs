//! What was laid aside is taken back.

use domain::{Instant, Rule, booking::Number, voucher::UseStatus};
use entity::{booking, voucher_use};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;

use super::worth::waits;
use crate::{
    Asker, Cx, Result, Tx,
    booking::timeline::{self, By},
    payment,
};

/// Takes the voucher back that is laid aside for the asker's held booking, or for its open change; harmless when none is.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::NothingDue`] when nothing waits to be paid; [`Rule::ProviderSilent`] when an open attempt to pay the
/// old amount cannot be closed now.
pub async fn remove(cx: &Cx, asker: &Asker, number: &Number) -> Result<()> {
    let seen = payment::seen(&cx.db, asker, number).await?;
    // Where nothing is taken back, an attempt to pay is left as it is.
    if voucher_use::Entity::of_booking(seen.id, UseStatus::Held).one(&cx.db).await?.is_none() {
        return if waits(&cx.db, &seen, cx.now()).await? { Ok(()) } else { Err(Rule::NothingDue.into()) };
    }
    let (tx, booking) = payment::begin(cx, seen.id).await?;
    let now = cx.now();
    if !waits(&*tx, &booking, now).await? {
        return Err(Rule::NothingDue.into());
    }
    drop_held(&tx, &booking, By::of(asker), now).await?;
    tx.commit().await
}

/// Takes back what is laid aside for a locked booking: another price is another use.
pub(crate) async fn drop_held(tx: &Tx, booking: &booking::Model, by: By, now: Instant) -> Result<()> {
    let Some(one) = voucher_use::Entity::of_booking(booking.id, UseStatus::Held).one(&**tx).await? else {
        return Ok(());
    };
    let amount = one.amount_fen;
    let mut row: voucher_use::ActiveModel = one.into();
    row.status = Set(UseStatus::Removed.as_str().to_owned());
    row.update(&**tx).await?;
    timeline::note(tx, booking.id, now, by, "voucher-removed", "", &json!({ "amount": amount })).await
}
