//! The one engine that sells: units of slices, claimed by bookings (B7, DESIGN *Inventory*).
//!
//! Nothing else writes `claim` or `slice.taken`. Knows nothing of offers, prices or customers.
//!
//! Locks are taken in one order: the booking's own row (by the caller), then slices by rising id, then the claims of a
//! slice. So two transactions never wait for each other in a circle.

mod claim;
mod divide;
mod exchange;
mod free;
mod prolong;
mod release;
mod retake;
mod sell;
mod shortage;

pub use claim::claim;
pub(crate) use divide::border;
pub use divide::divide;
pub use exchange::{Worth, exchange, hold_beside, let_go, make_good};
pub(crate) use free::{Stock, lacking, of_resources};
pub use prolong::prolong;
pub use release::release;
pub use retake::retake;
pub use sell::sell;
pub(crate) use shortage::{judge, nearest, paced};

use entity::slice;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::LockType,
};

use crate::{Error, Result, Tx};

/// Locks slices in the order of their ids, so that what is read of them and their claims stays true until the end of
/// the transaction. SQLite's transaction has the whole file already.
async fn lock(tx: &Tx, slices: impl IntoIterator<Item = i64>) -> Result<()> {
    slice::Entity::find()
        .select_only()
        .column(slice::Column::Id)
        .filter(slice::Column::Id.is_in(slices))
        .order_by_asc(slice::Column::Id)
        .lock(LockType::Update)
        .into_tuple::<i64>()
        .all(&**tx)
        .await?;
    Ok(())
}

/// Units as the database counts them.
fn whole(units: u32) -> Result<i32> {
    i32::try_from(units).map_err(|_| Error::Internal(format!("{units} units are more than a slice can have")))
}
