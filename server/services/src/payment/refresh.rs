//! The customer comes back from the provider's page: what became of it is asked now, not when a notification comes.

use domain::{booking::Number, payment::PaymentStatus};
use entity::payment::{Column, Entity};
use sea_orm::{ColumnTrait, QueryFilter};

use super::{ask, scope};
use crate::{Asker, Cx, Result};

/// Asks the provider about the open attempt of the asker's booking, if there is one.
///
/// # Errors
/// [`domain::Rule::Unknown`] for somebody else's booking.
pub async fn refresh(cx: &Cx, asker: &Asker, number: &Number) -> Result<()> {
    let booking = scope::seen(&cx.db, asker, number).await?;
    let open =
        Entity::of_booking(booking.id).filter(Column::Status.eq(PaymentStatus::Open.as_str())).one(&cx.db).await?;
    match (open, cx.outside().gateway.clone()) {
        (Some(open), Some(gateway)) => ask::about(cx, gateway.as_ref(), &open).await,
        _ => Ok(()),
    }
}
