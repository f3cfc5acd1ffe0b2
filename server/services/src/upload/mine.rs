//! What a visitor has sent and not attached yet.

use domain::{time::to_micros, upload::Attachment};
use entity::upload::{Column, Entity};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::{Cx, Result, Session};

/// More than can wait under one session.
const ASKED: usize = 20;

/// Those of the files that are this session's and still wait, in the order of their ids in the field.
pub async fn mine(cx: &Cx, session: &Session, files: &str) -> Result<Vec<Attachment>> {
    let mut ids = domain::upload::ids(files);
    ids.truncate(ASKED);
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::waiting(&session.hash, to_micros(cx.now())).filter(Column::Id.is_in(&ids));
    let mut heads = Entity::heads(rows).all(&cx.db).await?;
    heads.sort_by_key(|head| ids.iter().position(|id| *id == head.id));
    Ok(heads.into_iter().map(Attachment::try_from).collect::<std::result::Result<_, _>>()?)
}
