//! Attachments of a case: each belongs to an entry of its log, and is read by who may read that.

use std::collections::HashMap;

use domain::{
    Rule,
    desk::Permission,
    upload::{Attachment, FileType},
};
use entity::{
    case_file,
    upload::{Column, Entity},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{Asker, Cx, Error, Result, Session, Staff, Tx, upload};

/// What the files of an entry are attached to.
fn subject(case_id: i64, seq: i32) -> String {
    format!("case:{case_id}:{seq}")
}

/// Attaches what a session has sent to an entry.
///
/// # Errors
/// [`Rule::Invalid`] at `files` when one is gone, or there are too many.
pub(super) async fn attach(
    cx: &Cx,
    tx: &Tx,
    session: &Session,
    files: &str,
    (case_id, seq): (i64, i32),
    public: bool,
) -> Result<()> {
    upload::attach(tx, session, cx.now(), files, &subject(case_id, seq), public).await.map(|_| ())
}

/// The files of some entries of a case, by the entry they belong to.
pub(super) async fn of_case(
    db: &impl ConnectionTrait,
    case_id: i64,
    entries: impl Iterator<Item = i32>,
) -> Result<HashMap<u32, Vec<Attachment>>> {
    let rows: Vec<(Option<String>, String, String, String, i64)> = Entity::find()
        .filter(Column::Subject.is_in(entries.map(|seq| subject(case_id, seq))))
        .select_only()
        .columns([Column::Subject, Column::Id, Column::Name, Column::Kind, Column::Size])
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut files: HashMap<u32, Vec<Attachment>> = HashMap::new();
    for (subject, id, name, kind, size) in rows {
        let seq = subject.and_then(|subject| subject.rsplit(':').next()?.parse().ok()).unwrap_or_default();
        let kind: FileType = kind.parse().map_err(Error::Internal)?;
        files.entry(seq).or_default().push(Attachment { id, name, kind, size });
    }
    Ok(files)
}

/// Whether somebody may read a file of a case: staff who answer, and who asked where it is no part of a note.
///
/// # Errors
/// [`Rule::Unknown`] where he may not, or it is no case's.
pub(crate) async fn may_read(
    cx: &Cx,
    asker: Option<&Asker>,
    staff: Option<&Staff>,
    subject: &str,
    public: bool,
) -> Result<()> {
    let case_id = subject.strip_prefix("case:").and_then(|rest| rest.split(':').next()?.parse::<i64>().ok());
    let case_id = case_id.ok_or(Rule::Unknown)?;
    if staff.is_some_and(|staff| staff.role.may(Permission::AnswerCases)) {
        return Ok(());
    }
    let asker = asker.filter(|_| public).ok_or(Rule::Unknown)?;
    let his =
        case_file::Entity::seen_by(&asker.session().hash, asker.member_id()).filter(case_file::Column::Id.eq(case_id));
    Ok(his.one(&cx.db).await?.map(|_| ()).ok_or(Rule::Unknown)?)
}
