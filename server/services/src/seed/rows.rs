//! Many rows in few statements.

use sea_orm::{ActiveModelTrait, EntityTrait};

use crate::{Result, Tx};

/// Rows of one statement: with a dozen columns far below what an engine takes as parameters.
const BATCH: usize = 400;

/// Inserts rows whose keys nobody needs.
pub(super) async fn insert<A>(tx: &Tx, rows: Vec<A>) -> Result<()>
where
    A: ActiveModelTrait,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let batch: Vec<A> = rows.by_ref().take(BATCH).collect();
        A::Entity::insert_many(batch).exec_without_returning(&**tx).await?;
    }
    Ok(())
}
