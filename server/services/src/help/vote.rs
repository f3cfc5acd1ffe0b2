//! A reader says whether an article helped him.

use chrono::TimeDelta;
use domain::time::to_micros;
use entity::help_vote::{ActiveModel, Column, Entity};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use super::show::shown;
use crate::{Asker, Cx, Result, secret, throttle};

/// So many votes of one address within an hour count: whoever sends no cookie is somebody new each time.
const PER_ADDRESS: u32 = 60;

/// Says it; saying it again changes it. A member, or a visitor's session, counts once per article. `address` is where the request came
/// from.
///
/// # Errors
/// [`domain::Rule::Unknown`] for an article that is not shown; [`domain::Rule::TooMany`].
pub async fn vote(cx: &Cx, asker: &Asker, address: &str, slug: &str, helpful: bool) -> Result<()> {
    let (article, _) = shown(cx, slug).await?;
    throttle::hit(cx, "help-vote", address, PER_ADDRESS, TimeDelta::hours(1)).await?;
    let row = ActiveModel {
        article_id: Set(article.id),
        voter: Set(voter(cx, asker)?),
        helpful: Set(helpful),
        at: Set(to_micros(cx.now())),
    };
    let again = OnConflict::columns([Column::ArticleId, Column::Voter])
        .update_columns([Column::Helpful, Column::At])
        .to_owned();
    let tx = cx.begin().await?;
    Entity::insert(row).on_conflict(again).exec_without_returning(&*tx).await?;
    tx.commit().await
}

/// Who votes, as it is stored.
pub(super) fn voter(cx: &Cx, asker: &Asker) -> Result<String> {
    match asker.member_id() {
        Some(id) => secret::keyed(&cx.settings.secret, &["help-vote", "member", &id.to_string()]),
        None => secret::keyed(&cx.settings.secret, &["help-vote", "session", &asker.session().hash]),
    }
}
