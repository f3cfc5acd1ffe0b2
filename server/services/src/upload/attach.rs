//! Attaches what waits under a session to what its form has become.

use domain::{
    Instant, Rule,
    time::to_micros,
    upload::{Attachment, FileFault, read_files},
};
use entity::upload::{Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{Result, Session, Tx};

/// Attaches the files of a form to its subject, in the form's own transaction. From then on they belong to the subject and no longer
/// to the session. `public`: the customer may see them, not only staff.
///
/// # Errors
/// [`Rule::Invalid`] at `files`: `too-many`; `file-gone` when one of them lapsed, is attached already or was never this session's. Then the
/// caller's transaction must not be committed.
pub async fn attach(
    tx: &Tx,
    session: &Session,
    now: Instant,
    files: &str,
    subject: &str,
    public: bool,
) -> Result<Vec<Attachment>> {
    let ids = read_files(files, "").map_err(Rule::Invalid)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let attached = Entity::update_many()
        .col_expr(Column::Subject, Expr::value(subject))
        .col_expr(Column::Public, Expr::value(public))
        .col_expr(Column::SessionHash, Expr::value(None::<String>))
        .col_expr(Column::ExpiresAt, Expr::value(None::<i64>))
        .filter(Column::Id.is_in(&ids))
        .filter(Column::SessionHash.eq(&session.hash))
        .filter(Column::Subject.is_null())
        .filter(Column::ExpiresAt.gt(to_micros(now)))
        .exec(&**tx)
        .await?;
    if attached.rows_affected != ids.len() as u64 {
        return Err(Rule::Invalid(vec![FileFault::FileGone.fault()]).into());
    }
    let mut heads = Entity::heads(Entity::find().filter(Column::Id.is_in(&ids))).all(&**tx).await?;
    heads.sort_by_key(|head| ids.iter().position(|id| *id == head.id));
    Ok(heads.into_iter().map(Attachment::try_from).collect::<std::result::Result<_, _>>()?)
}

/// What is attached to a subject, in the order in which it came, each with whether the customer may see it.
pub async fn of_subject(db: &impl ConnectionTrait, subject: &str) -> Result<Vec<(Attachment, bool)>> {
    let heads = Entity::heads(Entity::of_subject(subject)).all(db).await?;
    let view = |head: entity::upload::Head| {
        let public = head.public;
        Ok((Attachment::try_from(head)?, public))
    };
    heads.into_iter().map(view).collect()
}
