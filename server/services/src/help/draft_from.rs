//! A resolved case becomes the draft of an article (C9).

use domain::{desk::Permission, help::Topic, time::to_micros};
use entity::help_article::ActiveModel;
use i18n::{Script, t};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{save::write, text::Texts};
use crate::{Cx, Result, Staff, audit, desk::need, secret};

/// Characters of a title.
const TITLE: usize = 80;

/// What was asked and what was answered, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The script it was written in, by and large.
    pub script: Script,
    /// What it is about.
    pub topic: Topic,
    /// What it was called.
    pub title: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// Who it was about: the names are pointed at wherever they stand, until the article is published.
    pub names: Vec<String>,
}

/// Makes a draft of it that nobody sees but the desk; gives the article's key. Nothing is left out by itself: its page points at what
/// looks personal, and it cannot be published while that stands there. Needs [`Permission::EditHelp`].
///
/// # Errors
/// [`domain::Rule::Forbidden`].
pub async fn draft_from(cx: &Cx, staff: &Staff, resolved: &Resolved) -> Result<i64> {
    need(staff.role, Permission::EditHelp)?;
    let script = resolved.script;
    let title: String = resolved.title.trim().chars().take(TITLE).collect();
    let body = format!(
        "## {}\n{}\n\n## {}\n{}",
        t!(script, "help-case-question"),
        resolved.question.trim(),
        t!(script, "help-case-answer"),
        resolved.answer.trim()
    );
    let now = cx.now();
    let tx = cx.begin().await?;
    let row = ActiveModel {
        slug: Set(format!("case-{}", secret::random::<5>()?)),
        topic: Set(resolved.topic.as_str().to_owned()),
        sort: Set(100),
        names: Set(serde_json::to_string(&resolved.names)?),
        created_at: Set(to_micros(now)),
        ..Default::default()
    };
    let id = row.insert(&*tx).await?.id;
    let texts = Texts::of(script, (&title, &body), (None, None));
    write(&tx, id, 1, &texts, Some(staff.id), &t!(script, "help-from-case"), now).await?;
    audit::write(&tx, staff.id, now, "help-drafted", &id.to_string()).await?;
    tx.commit().await?;
    Ok(id)
}
