//! The ID number that an offer needs (B2), where a booking comes to it by a change: asked for with the commit, kept with the booking as
//! that of a sale, and kept no longer than something needs it.

use domain::{Instant, Rule, booking::read_id, time::day_of};
use entity::{
    booking::{self, Column, Entity},
    offer,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::plan::{Draft, takes};
use crate::{Result, Tx};

/// A change sells what needs an ID number to a booking that has none.
pub(super) fn is_needed(draft: &Draft, booking: &booking::Model) -> bool {
    draft.plan.offer.needs_id && takes(&draft.priced) && booking.id_number.is_none()
}

/// The ID number of a booking once it is changed, with the one that was typed where none was there; `None` where nobody needs one.
///
/// # Errors
/// [`Rule::Invalid`] at `id_number`.
pub(super) fn given(draft: &Draft, booking: &booking::Model, typed: &str, now: Instant) -> Result<Option<String>> {
    if is_needed(draft, booking) {
        let number = read_id(typed, day_of(now)).map_err(Rule::Invalid)?;
        return Ok(Some(number.as_str().to_owned()));
    }
    Ok(booking.id_number.clone().filter(|_| draft.plan.offer.needs_id))
}

/// Keeps it with a locked booking.
pub(super) async fn keep(tx: &Tx, booking: &booking::Model, id_number: Option<String>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::IdNumber, Expr::value(id_number))
        .filter(Column::Id.eq(booking.id))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Forgets it, unless what a locked booking is of needs it: a change came to nothing, or led away from what did.
pub(super) async fn forget(tx: &Tx, booking: &booking::Model) -> Result<()> {
    if booking.id_number.is_none() || has_use(&**tx, booking).await? {
        return Ok(());
    }
    keep(tx, booking, None).await
}

/// Whether what is booked needs one.
pub(super) async fn has_use(db: &impl ConnectionTrait, booking: &booking::Model) -> Result<bool> {
    let offer = offer::Entity::find_by_id(booking.offer_id).one(db).await?;
    Ok(offer.is_some_and(|offer| offer.needs_id))
}
