//! Articles that a house begins with.

use chrono::NaiveDate;
use domain::{Instant, help::Topic, time::to_micros};
use entity::{help_article, help_version};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{save::write, sync, text::Texts};
use crate::{Result, Tx};

/// An article, written in Simplified Chinese.
pub(crate) struct Beginning<'a> {
    pub(crate) slug: &'a str,
    pub(crate) topic: Topic,
    pub(crate) sort: i32,
    pub(crate) title: &'a str,
    pub(crate) body: &'a str,
    /// Title and body in the other script, where they are not converted.
    pub(crate) hant: Option<(&'a str, &'a str)>,
    pub(crate) staff_id: Option<i64>,
    /// Shown from then on; none: a draft.
    pub(crate) publish: Option<Instant>,
    pub(crate) review_on: Option<NaiveDate>,
}

/// Writes it.
pub(crate) async fn begin(tx: &Tx, beginning: &Beginning<'_>, now: Instant) -> Result<()> {
    let from = beginning.publish.unwrap_or(now);
    let row = help_article::ActiveModel {
        slug: Set(beginning.slug.to_owned()),
        topic: Set(beginning.topic.as_str().to_owned()),
        sort: Set(beginning.sort),
        review_on: Set(beginning.review_on),
        names: Set("[]".to_owned()),
        created_at: Set(to_micros(from.min(now))),
        ..Default::default()
    };
    let article = row.insert(&**tx).await?;
    let other = (beginning.hant.map(|(title, _)| title), beginning.hant.map(|(_, body)| body));
    let texts = Texts::of(Script::Hans, (beginning.title, beginning.body), other);
    let version = write(tx, article.id, 1, &texts, beginning.staff_id, "", from.min(now)).await?;
    if let Some(from) = beginning.publish {
        let row = help_version::ActiveModel {
            id: Set(version),
            publish_at: Set(Some(to_micros(from))),
            ..Default::default()
        };
        row.update(&**tx).await?;
        sync(tx, article.id, now).await?;
    }
    Ok(())
}
