//! The customer prolongs his hold, once (B6).

use domain::{
    Instant, Rule,
    booking::{Number, Status, Step},
    payment::PaymentStatus,
    time::{from_micros, to_micros},
};
use entity::{
    booking::{self, Column},
    payment,
};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};

use super::timeline::{self, By};
use crate::{Asker, Cx, Result, inventory, payment as money, voucher};

/// Prolongs the hold of the asker's unpaid booking as its terms say; gives its new end. It is the same end for the booking, its
/// units and an open attempt to pay.
///
/// # Errors
/// [`Rule::NotExtendable`] when it was prolonged before, is over, paid, or the terms give nothing.
pub async fn extend(cx: &Cx, asker: &Asker, number: &Number) -> Result<Instant> {
    let tx = cx.begin().await?;
    let seen = money::seen(&*tx, asker, number).await?;
    let booking = timeline::lock(&tx, seen.id).await?;
    let now = cx.now();
    let until = extendable(&booking, now)?.ok_or(Rule::NotExtendable)?;
    voucher::lock_standing(&tx, &booking, now).await?;
    booking::Entity::update_many()
        .col_expr(Column::HoldUntil, Expr::value(Some(to_micros(until))))
        .col_expr(Column::Extensions, Expr::col(Column::Extensions).add(1))
        .filter(Column::Id.eq(booking.id))
        .exec(&*tx)
        .await?;
    payment::Entity::update_many()
        .col_expr(payment::Column::ExpiresAt, Expr::value(to_micros(until)))
        .filter(payment::Column::BookingId.eq(booking.id))
        .filter(payment::Column::Status.eq(PaymentStatus::Open.as_str()))
        .exec(&*tx)
        .await?;
    timeline::advance(&tx, &booking, Step::Extend, now, By::of(asker), "").await?;
    inventory::prolong(&tx, booking.id, until, now).await?;
    tx.commit().await?;
    Ok(until)
}

/// Until when the hold could be prolonged now, if at all.
pub(crate) fn extendable(booking: &booking::Model, now: Instant) -> Result<Option<Instant>> {
    let held = booking.status_at(now)? == Status::Held && booking.extensions == 0;
    let until = booking.hold_until.map(from_micros).filter(|_| held);
    let terms = booking.terms()?;
    Ok(until.and_then(|until| terms.extended(until, from_micros(booking.starts_at))))
}
