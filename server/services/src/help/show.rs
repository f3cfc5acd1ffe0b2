//! An article as everybody reads it.

use domain::{
    Rule,
    help::{HelpPage, blocks},
    time::from_micros,
};
use entity::{help_article, help_version, help_vote};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    home::{links, of_topic},
    vote::voter,
};
use crate::{Asker, Cx, Result};

/// So many others of its topic are named.
const RELATED: usize = 4;

/// The article's version in force.
///
/// # Errors
/// [`Rule::Unknown`] for a slug that is none, and for an article that is not shown.
pub async fn show(cx: &Cx, asker: Option<&Asker>, script: Script, slug: &str) -> Result<HelpPage> {
    let (article, version) = shown(cx, slug).await?;
    let voted = match asker {
        Some(asker) => help_vote::Entity::find_by_id((article.id, voter(cx, asker)?)).one(&cx.db).await?,
        None => None,
    };
    let topic = article.topic()?;
    let others = of_topic(topic, cx.now()).filter(help_article::Column::Id.ne(article.id));
    Ok(HelpPage {
        slug: article.slug,
        topic,
        title: version.title().get(script).to_owned(),
        body: blocks(version.body().get(script)),
        since: from_micros(version.publish_at.unwrap_or_default()),
        voted: voted.map(|vote| vote.helpful),
        related: links(cx, script, others, RELATED).await?,
    })
}

/// An article that is shown, with its version in force.
pub(super) async fn shown(cx: &Cx, slug: &str) -> Result<(help_article::Model, help_version::Model)> {
    let article = help_article::Entity::find().filter(help_article::Column::Slug.eq(slug)).one(&cx.db).await?;
    let article = article.ok_or(Rule::Unknown)?;
    let version = help_version::Entity::in_force(cx.now()).filter(help_version::Column::ArticleId.eq(article.id));
    let version = version.one(&cx.db).await?.ok_or(Rule::Unknown)?;
    Ok((article, version))
}
