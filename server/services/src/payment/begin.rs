//! How everything begins that makes another amount of a booking due: a change, a division, a voucher.

use domain::Rule;
use entity::{booking, booking_change};

use super::ask;
use crate::{Cx, Result, Tx, booking::timeline, change};

/// Locks a booking of which nothing is being paid and no change is over. What came before is ended first, each in a transaction of its
/// own, so that everybody locks in the same order: its open attempt to pay dies, what the provider says of it is worked.
///
/// # Errors
/// [`Rule::ProviderSilent`] when the attempt cannot be closed now; [`Rule::Changed`] when another one was begun, or a change has lapsed,
/// meanwhile.
pub(crate) async fn begin(cx: &Cx, booking_id: i64) -> Result<(Tx, booking::Model)> {
    ask::close(cx, booking_id).await?;
    change::lapse(cx, booking_id).await?;
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, booking_id).await?;
    let open = booking_change::Entity::open_of(booking.id).one(&*tx).await?;
    let lapsed = open.is_some_and(|open| !open.is_live(cx.now()));
    if lapsed || ask::has_open(&tx, booking.id).await? {
        return Err(Rule::Changed.into());
    }
    Ok((tx, booking))
}
