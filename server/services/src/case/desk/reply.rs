//! Staff write: a word, a question, the answer, or a note among themselves.

use domain::{
    Rule,
    case::{Deed, Reply},
    desk::Permission,
    notice::Topic,
};
use entity::{case_event, case_file::Model};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use super::hand;
use crate::{
    Cx, Result, Staff, Tx, audit,
    booking::timeline::By,
    case::{bus, draft, files, log, scope},
    desk::need,
    notice,
};

/// Writes into a case. Whoever answers what nobody has taken takes it. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::CaseClosed`] when it is resolved; [`Rule::Changed`] when something was said meanwhile that the answer
/// does not know of.
pub async fn reply(cx: &Cx, staff: &Staff, reply: &Reply) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let found = scope::any(&cx.db, &reply.number).await?;
    let tx = cx.begin().await?;
    let mut case = log::lock(&tx, found.id).await?;
    let public = reply.deed != Deed::Noted;
    if public && has_more(&tx, &case, reply.seen).await? {
        return Err(Rule::Changed.into());
    }
    let now = cx.now();
    if public && case.staff_id.is_none() {
        case = hand::take(cx, &tx, &case, staff).await?;
    }
    let (case, _) = log::push(cx, &tx, &case, By::Staff(staff.id), &reply.deed, &reply.text, public).await?;
    files::attach(cx, &tx, &staff.session, &reply.files, (case.id, case.seq), public).await?;
    draft::remove(&tx, case.id, &draft::staff(staff)).await?;
    audit::write(&tx, staff.id, now, &format!("case-{}", reply.deed.as_str()), &case.number).await?;
    let topic = match reply.deed {
        Deed::Noted => None,
        Deed::Asked => Some(Topic::Question),
        _ => Some(Topic::Answered),
    };
    if let Some(topic) = topic {
        let detail =
            json!({ "seq": case.seq, "resolved": matches!(reply.deed, Deed::Resolved { .. }), "due": case.due_at });
        notice::tell_case(cx, &tx, &case, topic, &format!("{}:{}", case.number, case.seq), &detail, now).await?;
    }
    bus::commit(cx, tx, case.id).await
}

/// Whether something was said in public after that entry.
async fn has_more(tx: &Tx, case: &Model, seen: u32) -> Result<bool> {
    use case_event::Column;
    let said = ["wrote", "reopened", "replied", "asked", "resolved"];
    let later = case_event::Entity::of_case(case.id)
        .filter(Column::Seq.gt(i32::try_from(seen).unwrap_or(i32::MAX)))
        .filter(Column::What.is_in(said));
    Ok(later.count(&**tx).await? > 0)
}
