//! The topics with their articles.

use domain::{
    Instant,
    help::{HelpLink, HelpTopic, Topic},
};
use entity::{help_article, help_version};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::{Cx, Result};

/// So many articles of a topic are listed where all topics are, and where it is the only one.
const FIRST: usize = 6;
const ALL: usize = 200;

/// Every topic that has articles, or one of them with all it has.
///
/// # Errors
/// When the database fails.
pub async fn home(cx: &Cx, script: Script, only: Option<Topic>) -> Result<Vec<HelpTopic>> {
    let mut topics = Vec::new();
    let most = if only.is_some() { ALL } else { FIRST };
    for topic in Topic::ALL.iter().copied().filter(|topic| only.is_none_or(|only| only == *topic)) {
        let mut articles = links(cx, script, of_topic(topic, cx.now()), most + 1).await?;
        let more = articles.len() > most;
        articles.truncate(most);
        if !articles.is_empty() {
            topics.push(HelpTopic { topic, articles, more });
        }
    }
    Ok(topics)
}

/// What is shown of a topic, in its order.
pub(super) fn of_topic(topic: Topic, now: Instant) -> Select<help_version::Entity> {
    let article = help_version::Entity::belongs_to(help_article::Entity)
        .from(help_version::Column::ArticleId)
        .to(help_article::Column::Id)
        .into();
    help_version::Entity::in_force(now)
        .join(JoinType::InnerJoin, article)
        .filter(help_article::Column::Topic.eq(topic.as_str()))
        .order_by_asc(help_article::Column::Sort)
        .order_by_asc(help_article::Column::Id)
}

/// At most so many of these as links.
pub(super) async fn links(
    cx: &Cx,
    script: Script,
    shown: Select<help_version::Entity>,
    most: usize,
) -> Result<Vec<HelpLink>> {
    let title = match script {
        Script::Hans => help_version::Column::TitleHans,
        Script::Hant => help_version::Column::TitleHant,
    };
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let shown = shown.select_only().column(help_article::Column::Slug).column(title).limit(most);
    let rows: Vec<(String, String)> = shown.into_tuple().all(&cx.db).await?;
    Ok(rows.into_iter().map(|(slug, title)| HelpLink { slug, title }).collect())
}
