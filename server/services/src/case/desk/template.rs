//! Prepared answers, in both scripts.

use domain::{
    Fault, Rule,
    case::{LONGEST, TemplateRow},
    desk::Permission,
    time::to_micros,
};
use entity::reply_template::{ActiveModel, Column, Entity};
use i18n::{Script, convert};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};

use crate::{Cx, Result, Staff, audit, desk::need};

/// Most characters of a title.
const TITLE: usize = 40;

/// All of them. Needs [`Permission::AnswerCases`].
pub async fn templates(cx: &Cx, staff: &Staff) -> Result<Vec<TemplateRow>> {
    need(staff.role, Permission::AnswerCases)?;
    let rows = Entity::find().order_by_asc(Column::Sort).order_by_asc(Column::Id).all(&cx.db).await?;
    let row = |row: entity::reply_template::Model| TemplateRow {
        id: row.id,
        title_hans: row.title_hans,
        title_hant: row.title_hant,
        body_hans: row.body_hans,
        body_hant: row.body_hant,
        active: row.active,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Writes a new one (key 0) or another text of one; what is blank in one script is converted from the other. Needs
/// [`Permission::EditReplies`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] when there is no text in either script, or one is too long.
pub async fn save_template(cx: &Cx, staff: &Staff, script: Script, row: TemplateRow) -> Result<()> {
    need(staff.role, Permission::EditReplies)?;
    let title = both(script, &row.title_hans, &row.title_hant);
    let body = both(script, &row.body_hans, &row.body_hant);
    let field = |name: &str| format!("{name}_{}", if script == Script::Hans { "hans" } else { "hant" });
    let mut faults = Vec::new();
    for (name, text, most) in [("title", &title, TITLE), ("body", &body, LONGEST as usize)] {
        let longest = text.0.chars().count().max(text.1.chars().count());
        if text.0.trim().is_empty() {
            faults.push(Fault::new(&field(name), "required"));
        } else if longest > most {
            faults.push(Fault::bound(&field(name), "too-long", i64::try_from(most).unwrap_or(i64::MAX)));
        } else if [&text.0, &text.1].iter().any(|text| text.contains('\0')) {
            faults.push(Fault::new(&field(name), "bad-characters"));
        }
    }
    if !faults.is_empty() {
        return Err(Rule::Invalid(faults).into());
    }
    let now = cx.now();
    let tx = cx.begin().await?;
    let new = ActiveModel {
        title_hans: Set(title.0),
        title_hant: Set(title.1),
        body_hans: Set(body.0),
        body_hant: Set(body.1),
        active: Set(row.active),
        updated_at: Set(to_micros(now)),
        staff_id: Set(Some(staff.id)),
        ..Default::default()
    };
    let saved = if row.id == 0 {
        new.insert(&*tx).await?
    } else {
        Entity::find_by_id(row.id).one(&*tx).await?.ok_or(Rule::Unknown)?;
        ActiveModel { id: Set(row.id), ..new }.update(&*tx).await?
    };
    audit::write(&tx, staff.id, now, "template-saved", &saved.id.to_string()).await?;
    tx.commit().await
}

/// The text in both scripts: what is blank is converted from the other.
fn both(script: Script, hans: &str, hant: &str) -> (String, String) {
    let (hans, hant) = (hans.trim().replace("\r\n", "\n"), hant.trim().replace("\r\n", "\n"));
    match (hans.is_empty(), hant.is_empty(), script) {
        (false, true, _) => (hans.clone(), convert::to_hant(&hans)),
        (true, false, _) => (convert::to_hans(&hant), hant),
        _ => (hans, hant),
    }
}
