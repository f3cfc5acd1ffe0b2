//! A voucher is given instead of a fee.

use domain::{
    Fen, Instant,
    payment::Fact,
    time::to_micros,
    voucher::{Voucher, VoucherOffer},
};
use entity::{booking, voucher};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::worth::{grouped, view};
use crate::{
    Result, Tx,
    booking::timeline::{self, By},
    payment, secret,
};

/// Gives a voucher for the fee of a locked booking that is being cancelled; gives its number, as it is shown.
pub(crate) async fn grant(tx: &Tx, booking: &booking::Model, offer: &VoucherOffer, now: Instant) -> Result<String> {
    let number = format!("YQ{}", secret::random::<6>()?.to_ascii_uppercase());
    let row = voucher::ActiveModel {
        number: Set(number.clone()),
        kind: Set(offer.kind.as_str().to_owned()),
        worth_fen: Set(offer.worth.0),
        booking_id: Set(booking.id),
        member_id: Set(booking.member_id),
        phone: Set(booking.phone.clone()),
        made_at: Set(to_micros(now)),
        expires_at: Set(to_micros(offer.expires)),
        ..Default::default()
    };
    row.insert(&**tx).await?;
    payment::post(tx, booking.id, Fact::Granted(offer.worth), &booking.number, now).await?;
    timeline::note(tx, booking.id, now, By::System, "voucher-given", "", &json!({ "amount": offer.worth.0 })).await?;
    Ok(grouped(&number))
}

/// The voucher that a booking's cancellation gave.
pub(crate) async fn granted(db: &impl ConnectionTrait, booking_id: i64, now: Instant) -> Result<Option<Voucher>> {
    let row = voucher::Entity::find().filter(voucher::Column::BookingId.eq(booking_id)).one(db).await?;
    match row {
        Some(row) => Ok(Some(view(db, &row, now).await?)),
        None => Ok(None),
    }
}

/// What a fee was really paid of: the rest is still owed, and nothing is given for it.
pub(crate) fn paid_part(fee: Fen, kept: Fen, fees: Fen) -> Fen {
    (kept - fees).clamp(Fen::ZERO, fee.max(Fen::ZERO))
}
