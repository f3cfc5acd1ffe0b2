//! Giving a booking up (B11): what goes back is shown, and it is that which goes back, or nothing is done.

use domain::{
    Fen, Instant, Rule,
    booking::{Number, Status, Step},
    change::{CancelQuote, Sold},
    notice::Topic,
    payment::Reason,
    terms::Terms,
    time::{from_micros, to_micros},
    voucher::VoucherOffer,
};
use entity::{
    booking::{self, Column},
    booking_change,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use serde_json::json;

use super::{
    is_over,
    timeline::{self, By},
};
use crate::{Asker, Cx, Error, Result, Tx, audit, change, inventory, notice, payment, voucher};

/// What a customer agreed to when he gave a booking up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The booking's version that he saw.
    pub version: u32,
    /// What he was told that goes back.
    pub refund: Fen,
    /// He takes a voucher of that worth instead of losing the fee (B13).
    pub voucher: Option<Fen>,
}

/// A booking's money at a moment, as far as it does not hang on its terms.
pub(crate) struct Money {
    /// What came and is not on its way back.
    pub(crate) kept: Fen,
    /// Fees that stay.
    pub(crate) fees: Fen,
}

/// What came for a booking, and which fees it has left.
pub(crate) async fn money(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<Money> {
    Ok(Money { kept: payment::kept(db, booking).await?, fees: Fen(booking.fee_fen) })
}

/// A booking as its cancellation sees it.
pub(crate) fn sold<'a>(booking: &booking::Model, money: &Money, terms: &'a Terms, now: Instant) -> Result<Sold<'a>> {
    Ok(Sold {
        confirmed: booking.status_at(now)? == Status::Confirmed,
        total: Fen(booking.total_fen),
        kept: money.kept,
        fees: money.fees,
        floor: Fen(booking.floor_fen),
        starts: from_micros(booking.starts_at),
        terms,
    })
}

/// What giving the asker's booking up would do now.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Over`], [`Rule::TooLate`] and [`Rule::ChangeOpen`] when it cannot be given up.
pub async fn cancel_quote(cx: &Cx, asker: &Asker, number: &Number) -> Result<CancelQuote> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let now = cx.now();
    possible(&cx.db, &booking, now).await?;
    let (money, terms) = (money(&cx.db, &booking).await?, booking.terms()?);
    let sold = sold(&booking, &money, &terms, now)?;
    let (quote, curve) = (sold.cancellation(now), sold.curve(now));
    let curve = if sold.confirmed { curve } else { Vec::new() };
    let back = quote.refund > Fen::ZERO;
    Ok(CancelQuote {
        fee: quote.fee,
        refund: quote.refund,
        due: quote.due,
        total: sold.total,
        step_until: curve.first().and_then(|step| step.until),
        step_left: curve
            .first()
            .and_then(|step| step.until)
            .map(|until| ((until - now).num_milliseconds() + 999) / 1000),
        next_refund: curve.get(1).map(|step| step.refund),
        curve,
        promised: if back { Some(payment::promised(cx, &cx.db, booking.id, now).await?) } else { None },
        voucher: voucher_for(&sold, quote.fee, now),
        at: now,
        version: u32::try_from(booking.version).unwrap_or_default(),
    })
}

/// Gives the asker's booking up: its units are free at once, what its terms leave goes back. Giving it up again changes nothing.
/// Staff say why.
///
/// # Errors
/// As [`cancel_quote`]; [`Rule::Changed`] when the booking is no longer the one that was seen; [`Rule::RefundNow`] when another amount
/// would go back by now.
pub async fn cancel(cx: &Cx, asker: &Asker, number: &Number, agreed: Agreed, why: &str) -> Result<Number> {
    let why = audit::reason(asker, why)?;
    let seen = payment::seen(&cx.db, asker, number).await?;
    // An attempt to pay dies with the booking; what is refused below, or was done before, leaves it as it is.
    if agrees(&cx.db, &seen, agreed, cx.now()).await.is_ok() {
        match payment::close(cx, seen.id).await {
            // What may yet be paid goes back by itself.
            Err(Error::Refused(Rule::ProviderSilent)) => {}
            closed => closed?,
        }
    }
    change::lapse(cx, seen.id).await?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, seen.id).await?;
    let now = cx.now();
    if booking.status_at(now)? != Status::Cancelled {
        agrees(&*tx, &booking, agreed, now).await?;
        give_up(cx, &tx, &booking, agreed.voucher.is_some(), By::of(asker), &why, now).await?;
        audit::acted(&tx, asker, now, "booking-cancelled", &booking.number).await?;
    }
    tx.commit().await?;
    booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}

/// The voucher that may be taken instead of a fee: for as much of it as was paid.
fn voucher_for(sold: &Sold<'_>, fee: Fen, now: Instant) -> Option<VoucherOffer> {
    let paid = voucher::paid_part(fee, sold.kept, sold.fees);
    sold.terms.relief.voucher(paid, now).filter(|_| sold.confirmed)
}

/// Whether a booking can be given up now.
async fn possible(db: &impl ConnectionTrait, booking: &booking::Model, now: Instant) -> Result<()> {
    if let Some(over) = is_over(db, booking, now).await? {
        return Err(over.into());
    }
    let starts = from_micros(booking.starts_at);
    if starts <= now && booking.status_at(now)? == Status::Confirmed {
        return Err(Rule::TooLate(starts).into());
    }
    if change::live_of(db, booking.id, now).await?.is_some() {
        return Err(Rule::ChangeOpen.into());
    }
    Ok(())
}

/// Whether a booking can be given up now, and what comes of it is what the customer was told.
async fn agrees(db: &impl ConnectionTrait, booking: &booking::Model, agreed: Agreed, now: Instant) -> Result<()> {
    possible(db, booking, now).await?;
    if i64::from(booking.version) != i64::from(agreed.version) {
        return Err(Rule::Changed.into());
    }
    let (money, terms) = (money(db, booking).await?, booking.terms()?);
    let sold = sold(booking, &money, &terms, now)?;
    let quote = sold.cancellation(now);
    if agreed.refund != quote.refund {
        return Err(Rule::RefundNow(quote.refund).into());
    }
    let worth = voucher_for(&sold, quote.fee, now).map(|offer| offer.worth);
    if agreed.voucher.is_some() && agreed.voucher != worth {
        return Err(Rule::Changed.into());
    }
    Ok(())
}

/// Ends a locked booking, with a voucher instead of the fee where one was chosen.
pub(crate) async fn give_up(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    by_voucher: bool,
    by: By,
    why: &str,
    now: Instant,
) -> Result<()> {
    let (money, terms) = (money(&**tx, booking).await?, booking.terms()?);
    let sold = sold(booking, &money, &terms, now)?;
    let quote = sold.cancellation(now);
    let granted = if by_voucher { voucher_for(&sold, quote.fee, now) } else { None };
    timeline::advance(tx, booking, Step::Cancel, now, by, why).await?;
    booking::Entity::update_many()
        .col_expr(Column::FeeFen, Expr::col(Column::FeeFen).add(quote.fee.0))
        // Nothing needs it any more.
        .col_expr(Column::IdNumber, Expr::value(None::<String>))
        .filter(Column::Id.eq(booking.id))
        .exec(&**tx)
        .await?;
    if sold.confirmed {
        payment::adjust(tx, booking, quote.fee - sold.total, &format!("{}/cancel", booking.number), now).await?;
        payment::give(cx, tx, booking, quote.refund, Reason::Cancelled, "cancel", now).await?;
    } else {
        voucher::drop_held(tx, booking, by, now).await?;
    }
    let given = match &granted {
        Some(offer) => voucher::grant(tx, booking, offer, now).await?,
        None => String::new(),
    };
    let (worth, expires) = granted.map_or((0, None), |offer| (offer.worth.0, Some(to_micros(offer.expires))));
    let promised = payment::promised(cx, &**tx, booking.id, now).await?;
    let told = json!({
        "amount": quote.refund.0, "fee": quote.fee.0, "due": quote.due.0, "promised": to_micros(promised),
        "voucher": given, "worth": worth, "expires": expires,
    });
    let cancelled = timeline::lock(tx, booking.id).await?;
    notice::tell(cx, tx, &cancelled, Topic::Cancelled, &booking.number, &told, now).await?;
    // Last, so that the slices everybody wants are locked for as short as can be.
    if let Some(lapsed) = booking_change::Entity::open_of(booking.id).one(&**tx).await? {
        change::end(cx, tx, booking, lapsed, now).await?;
    }
    inventory::release(tx, booking.id).await
}
