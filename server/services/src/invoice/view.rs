//! Invoices as they are shown.

use domain::{
    Fen,
    booking::Number,
    invoice::{Invoice, InvoiceStatus},
    time::from_micros,
};
use entity::{
    booking,
    invoice::{Entity, Model},
};

use crate::{Asker, Cx, Result, payment};

/// The last invoice that was asked for of the asker's booking, if one was; and whether one can be asked for.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn of_booking(cx: &Cx, asker: &Asker, number: &Number) -> Result<(Option<Invoice>, bool)> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let last = Entity::of_booking(booking.id).one(&cx.db).await?;
    let last = last.as_ref().map(|last| view(last, &booking)).transpose()?;
    let free = last.as_ref().is_none_or(|last| last.status == InvoiceStatus::Refused);
    Ok((last, free && net(&booking) > Fen::ZERO))
}

/// What was paid for a booking in our currency and has not gone back.
pub(super) fn net(booking: &booking::Model) -> Fen {
    Fen(booking.paid_fen - booking.refunded_fen)
}

/// A request; until it is issued, over what is left of the payments now.
pub(super) fn view(row: &Model, booking: &booking::Model) -> Result<Invoice> {
    let status = row.status()?;
    Ok(Invoice {
        id: row.id,
        title: row.title.clone(),
        tax_no: row.tax_no.clone(),
        amount: if status == InvoiceStatus::Issued { Fen(row.amount_fen) } else { net(booking) },
        status,
        asked: from_micros(row.asked_at),
        code: row.code.clone(),
        why: row.why.clone(),
    })
}
