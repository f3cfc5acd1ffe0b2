//! Opens a file for whoever may read it. Foreign and absent files are the same answer.

use domain::{Rule, time::to_micros, upload::FileType};
use entity::upload::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{Asker, Cx, Result, Session, Staff, case};

/// A file with its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: FileType,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
}

/// A file that this session has sent and not attached yet.
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn open_own(cx: &Cx, session: &Session, id: &str) -> Result<Content> {
    let own = Entity::waiting(&session.hash, to_micros(cx.now())).filter(Column::Id.eq(id));
    content(own.one(&cx.db).await?)
}

/// A file that is attached to a subject which the caller has found readable.
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn open_attached(cx: &Cx, id: &str, subject: &str) -> Result<Content> {
    let attached = Entity::find_by_id(id).filter(Column::Subject.eq(subject));
    content(attached.one(&cx.db).await?)
}

/// A file for whoever asks for it by its address: what he has sent himself, or what is attached to something that he may read.
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn reader(cx: &Cx, asker: Option<&Asker>, staff: Option<&Staff>, id: &str) -> Result<Content> {
    let found: Option<(Option<String>, bool)> = Entity::find_by_id(id)
        .select_only()
        .columns([Column::Subject, Column::Public])
        .into_tuple()
        .one(&cx.db)
        .await?;
    match found.ok_or(Rule::Unknown)? {
        (Some(subject), public) => {
            case::may_read(cx, asker, staff, &subject, public).await?;
            open_attached(cx, id, &subject).await
        }
        (None, _) => open_own(cx, asker.ok_or(Rule::Unknown)?.session(), id).await,
    }
}

fn content(row: Option<Model>) -> Result<Content> {
    let row = row.ok_or(Rule::Unknown)?;
    let kind = row.kind()?;
    Ok(Content { name: row.name, kind, bytes: row.content })
}
