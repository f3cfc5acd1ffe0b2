//! Gives a refused form back.

use domain::{Rule, time::to_micros};
use entity::{
    draft::{Column, Entity},
    word,
};
use sea_orm::{ColumnTrait, QueryFilter};

use super::Draft;
use crate::{Cx, Result, Session};

/// The draft of that id, if it is this session's and of this form.
///
/// # Errors
/// [`Rule::DraftGone`] otherwise, and when it has lapsed.
pub async fn load(cx: &Cx, session: &Session, form: &str, id: &str) -> Result<Draft> {
    let row = Entity::of_session(&session.hash)
        .filter(Column::Id.eq(id))
        .filter(Column::Form.eq(form))
        .filter(Column::ExpiresAt.gt(to_micros(cx.now())))
        .one(&cx.db)
        .await?
        .ok_or(Rule::DraftGone)?;
    Ok(Draft {
        fields: word::json("draft.fields", &row.fields)?,
        faults: word::json("draft.faults", &row.faults)?,
        code: row.code,
    })
}
