//! All articles, as the desk sees them.

use std::collections::HashMap;

use domain::{
    desk::Permission,
    help::{HelpRow, HelpStatus, overall, standing},
    time::from_micros,
};
use entity::{help_article, help_version, help_vote};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{Cx, Error, Result, Staff, desk::need};

/// So many are listed, the newest of them.
const MOST: u64 = 500;

/// The articles: first those that wait for somebody to publish them, then those due to be looked at again. Needs
/// [`Permission::EditHelp`].
///
/// # Errors
/// When the database fails.
pub async fn list(cx: &Cx, staff: &Staff, script: Script) -> Result<Vec<HelpRow>> {
    need(staff.role, Permission::EditHelp)?;
    let articles = help_article::Entity::find().order_by_desc(help_article::Column::Id).limit(MOST).all(&cx.db).await?;
    let mut rows = rows(cx, script, &articles).await?;
    rows.sort_by_key(|(sort, row)| (!row.waits, !row.due, row.topic, *sort, row.id));
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// These articles, each with its place among those of its topic.
pub(super) async fn rows(cx: &Cx, script: Script, articles: &[help_article::Model]) -> Result<Vec<(i32, HelpRow)>> {
    let ids: Vec<i64> = articles.iter().map(|article| article.id).collect();
    let found = help_version::Entity::find()
        .filter(help_version::Column::ArticleId.is_in(ids.iter().copied()))
        .order_by_asc(help_version::Column::Number)
        .all(&cx.db)
        .await?;
    let mut versions: HashMap<i64, Vec<help_version::Model>> = HashMap::new();
    for version in found {
        versions.entry(version.article_id).or_default().push(version);
    }
    let mut votes: HashMap<(i64, bool), u32> = HashMap::new();
    for (id, helpful, count) in counted(cx, &ids).await? {
        votes.insert((id, helpful), u32::try_from(count).unwrap_or(u32::MAX));
    }
    let votes = |id: i64, helpful: bool| votes.get(&(id, helpful)).copied().unwrap_or_default();
    articles
        .iter()
        .map(|article| {
            let versions = versions.get(&article.id).map(Vec::as_slice).unwrap_or_default();
            let mut row = row(cx, script, article, versions)?;
            (row.helped, row.unhelped) = (votes(article.id, true), votes(article.id, false));
            Ok((article.sort, row))
        })
        .collect()
}

async fn counted(cx: &Cx, ids: &[i64]) -> Result<Vec<(i64, bool, i64)>> {
    let votes = help_vote::Entity::find()
        .filter(help_vote::Column::ArticleId.is_in(ids.iter().copied()))
        .select_only()
        .column(help_vote::Column::ArticleId)
        .column(help_vote::Column::Helpful)
        .column_as(help_vote::Column::Voter.count(), "votes")
        .group_by(help_vote::Column::ArticleId)
        .group_by(help_vote::Column::Helpful);
    Ok(votes.into_tuple().all(&cx.db).await?)
}

fn row(cx: &Cx, script: Script, article: &help_article::Model, versions: &[help_version::Model]) -> Result<HelpRow> {
    let newest = versions.last().ok_or_else(|| Error::Internal(format!("article {} has no version", article.id)))?;
    let standing = standing(&versions.iter().map(help_version::Model::shown).collect::<Vec<_>>(), cx.now());
    let scheduled = versions.iter().zip(&standing).rfind(|(_, status)| **status == HelpStatus::Scheduled);
    Ok(HelpRow {
        id: article.id,
        slug: article.slug.clone(),
        topic: article.topic()?,
        title: newest.title().get(script).to_owned(),
        status: overall(&standing),
        waits: standing.last() == Some(&HelpStatus::Draft),
        from: scheduled.and_then(|(version, _)| version.publish_at).map(from_micros),
        review_on: article.review_on,
        due: article.review_on.is_some_and(|day| day <= cx.today()),
        helped: 0,
        unhelped: 0,
    })
}
