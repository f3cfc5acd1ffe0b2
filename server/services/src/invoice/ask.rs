//! A customer asks for an invoice.

use domain::{
    Fen, Rule,
    booking::Number,
    invoice::{InvoiceForm, InvoiceStatus},
    time::to_micros,
};
use entity::invoice::{ActiveModel, Entity};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;

use super::view::net;
use crate::{
    Asker, Cx, Error, Result,
    booking::timeline::{self, By},
    error::is_duplicate,
    payment,
};

/// Asks for an invoice over what was paid for the asker's booking and has not gone back; gives the booking's number. While one is asked
/// for or issued, asking again changes nothing.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`]; [`Rule::NothingPaid`] when there is nothing to be billed.
pub async fn ask(cx: &Cx, asker: &Asker, form: &InvoiceForm) -> Result<Number> {
    let number: Number = form.number.parse().map_err(|_| Rule::Unknown)?;
    let seen = payment::seen(&cx.db, asker, &number).await?;
    let billed = form.parse().map_err(Rule::Invalid)?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, seen.id).await?;
    let number = booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))?;
    let last = Entity::of_booking(booking.id).one(&*tx).await?;
    if let Some(last) = last
        && last.status()?.stands()
    {
        return Ok(number);
    }
    let amount = net(&*tx, &booking).await?;
    if amount <= Fen::ZERO {
        return Err(Rule::NothingPaid.into());
    }
    let now = cx.now();
    let row = ActiveModel {
        booking_id: Set(booking.id),
        title: Set(billed.title),
        tax_no: Set(billed.tax_no),
        email: Set(billed.email.as_str().to_owned()),
        status: Set(InvoiceStatus::Asked.as_str().to_owned()),
        amount_fen: Set(amount.0),
        asked_at: Set(to_micros(now)),
        ..Default::default()
    };
    match row.insert(&*tx).await {
        Ok(_) => {}
        Err(err) if is_duplicate(&err) => return Ok(number),
        Err(err) => return Err(err.into()),
    }
    timeline::note(&tx, booking.id, now, By::of(asker), "invoice-asked", "", &json!({ "amount": amount.0 })).await?;
    tx.commit().await?;
    Ok(number)
}
