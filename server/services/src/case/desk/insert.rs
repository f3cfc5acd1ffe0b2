//! Puts a prepared answer into what somebody has begun to write: the variables in it are filled in, and it waits as his draft.

use domain::{
    Rule,
    case::{CaseNumber, Duty},
    desk::Permission,
    time::from_micros,
};
use entity::{booking, case_file::Model, reply_template, staff as colleague};
use i18n::{Script, format};
use sea_orm::EntityTrait;

use crate::{
    Cx, Result, Staff,
    case::{keep_draft_at_desk, scope},
    desk::need,
    help,
};

/// What the key of an article begins with, before its slug.
pub(super) const ARTICLE: &str = "help:";

/// Adds a prepared answer (its key) or the way to an article to what was typed, in the customer's script. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn insert(cx: &Cx, staff: &Staff, number: &CaseNumber, what: &str, typed: &str) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    let script: Script = case.script.parse().map_err(|_| Rule::Unknown)?;
    let body = match what.strip_prefix(ARTICLE) {
        Some(slug) => {
            let page = help::show(cx, None, script, slug).await?;
            format!("{}\n{}/{script}/help/{slug}", page.title, cx.outside().origin)
        }
        None => {
            let id: i64 = what.parse().map_err(|_| Rule::Unknown)?;
            let row = reply_template::Entity::find_by_id(id).one(&cx.db).await?.ok_or(Rule::Unknown)?;
            filled(cx, staff, script, &case, row.body().get(script)).await?
        }
    };
    let text = if typed.trim().is_empty() { body } else { format!("{}\n\n{body}", typed.trim_end()) };
    keep_draft_at_desk(cx, staff, number, &text).await
}

/// `{name}`, `{number}`, `{booking}`, `{due}` and `{staff}` are filled in; other braces stay.
async fn filled(cx: &Cx, staff: &Staff, script: Script, case: &Model, body: &str) -> Result<String> {
    let booking = match case.booking_id {
        Some(id) => booking::Entity::find_by_id(id).one(&cx.db).await?.map(|row| row.number).unwrap_or_default(),
        None => String::new(),
    };
    let me = colleague::Entity::find_by_id(staff.id).one(&cx.db).await?.map(|row| row.name).unwrap_or_default();
    let due = case.due_at.filter(|_| case.due_duty == Duty::Answer.as_str() || case.due_duty == Duty::First.as_str());
    let due = due.map(|due| format::moment(script, from_micros(due))).unwrap_or_default();
    let values = [
        ("{name}", case.name.as_str()),
        ("{number}", case.number.as_str()),
        ("{booking}", booking.as_str()),
        ("{due}", due.as_str()),
        ("{staff}", me.as_str()),
    ];
    // In one pass, so that what is filled in is not filled in again.
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find('{') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        match values.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, value)) => {
                text.push_str(value);
                rest = &rest[name.len()..];
            }
            None => {
                text.push('{');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    Ok(text)
}
