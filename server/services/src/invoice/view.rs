//! Invoices as they are shown, and what they are over.

use domain::{
    Fen,
    booking::Number,
    invoice::{Invoice, InvoiceStatus},
    time::from_micros,
    voucher::UseStatus,
};
use entity::{
    booking,
    invoice::{Entity, Model},
    voucher_use,
};
use sea_orm::ConnectionTrait;

use crate::{Asker, Cx, Result, payment};

/// The last invoice that was asked for of the asker's booking, if one was; and whether one can be asked for.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn of_booking(cx: &Cx, asker: &Asker, number: &Number) -> Result<(Option<Invoice>, bool)> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let net = net(&cx.db, &booking).await?;
    let last = Entity::of_booking(booking.id).one(&cx.db).await?;
    let last = last.as_ref().map(|last| view(last, net)).transpose()?;
    let free = last.as_ref().is_none_or(|last| !last.status.stands());
    Ok((last, free && net > Fen::ZERO))
}

/// What can be billed of a booking: money that came and is not going back nor waits for a person's word. What a voucher paid was billed
/// when the fee was kept that it was given for.
pub(super) async fn net(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<Fen> {
    let used = voucher_use::Entity::of_booking(booking.id, UseStatus::Used).all(db).await?;
    let by_voucher: Fen = used.iter().map(|one| Fen(one.amount_fen - one.returned_fen)).sum();
    Ok(payment::kept(db, booking).await? - by_voucher)
}

/// A request; until it is issued, over what can be billed now.
pub(super) fn view(row: &Model, net: Fen) -> Result<Invoice> {
    let status = row.status()?;
    let is_settled = matches!(status, InvoiceStatus::Issued | InvoiceStatus::Corrected);
    Ok(Invoice {
        id: row.id,
        title: row.title.clone(),
        tax_no: row.tax_no.clone(),
        amount: if is_settled { Fen(row.amount_fen) } else { net },
        status,
        asked: from_micros(row.asked_at),
        code: row.code.clone(),
        why: row.why.clone(),
    })
}
