//! Versions that were found, as they are shown.

use std::collections::HashMap;

use domain::help::{HelpHit, plain};
use entity::{help_article, help_version};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    excerpt::{excerpt, marked},
    grams::Gram,
};
use crate::{Cx, Result};

/// The versions in the order given, what was asked for marked in the reader's script.
pub(super) async fn hits(cx: &Cx, script: Script, found: &[i64], asked: &[Gram]) -> Result<Vec<HelpHit>> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let versions = help_version::Entity::find().filter(help_version::Column::Id.is_in(found.iter().copied()));
    let versions: HashMap<i64, help_version::Model> =
        versions.all(&cx.db).await?.into_iter().map(|version| (version.id, version)).collect();
    let ids = versions.values().map(|version| version.article_id);
    let articles = help_article::Entity::find().filter(help_article::Column::Id.is_in(ids));
    let articles: HashMap<i64, help_article::Model> =
        articles.all(&cx.db).await?.into_iter().map(|article| (article.id, article)).collect();
    let known = found.iter().filter_map(|id| versions.get(id));
    let known = known.filter_map(|version| Some((version, articles.get(&version.article_id)?)));
    known
        .map(|(version, article)| {
            Ok(HelpHit {
                slug: article.slug.clone(),
                title: marked(version.title().get(script), asked),
                topic: article.topic()?,
                excerpt: excerpt(&plain(version.body().get(script)), asked),
            })
        })
        .collect()
}
