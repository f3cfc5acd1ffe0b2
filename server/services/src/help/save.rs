//! An article is written, or written anew.

use domain::{
    Fault, Instant, Rule,
    desk::Permission,
    help::{Article, ArticleForm, overall, standing},
    time::to_micros,
};
use entity::{help_article, help_version};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, QuerySelect, sea_query::LockType};

use super::{settle::newest, text::Texts};
use crate::{Cx, Error, Result, Staff, Tx, audit, desk::need, error::is_duplicate};

/// Saves what was typed as the article's next version, which is a draft; gives the article's key. Where only its place, its name in
/// addresses or its next review are other, no version is made of that. Needs [`Permission::EditHelp`]; of an article that is shown,
/// place and name need [`Permission::PublishHelp`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] (`slug-taken` besides what the form says); [`Rule::Changed`] when somebody has saved it
/// meanwhile; [`Rule::Forbidden`].
pub async fn save(cx: &Cx, staff: &Staff, form: &ArticleForm) -> Result<i64> {
    need(staff.role, Permission::EditHelp)?;
    let article = form.parse(cx.today()).map_err(Rule::Invalid)?;
    let texts = Texts::of(
        article.script,
        (&article.title, &article.body),
        (article.other_title.as_deref(), article.other_body.as_deref()),
    );
    let tx = cx.begin().await?;
    let now = cx.now();
    let id = match form.id.trim() {
        "" | "new" => {
            let row = created(&article, now).insert(&*tx).await.map_err(taken)?;
            write(&tx, row.id, 1, &texts, Some(staff.id), &article.why, now).await?;
            row.id
        }
        id => {
            let id = id.parse().map_err(|_| Rule::Unknown)?;
            rewrite(&tx, staff, id, form.seen.parse().map_err(|_| Rule::Changed)?, &article, &texts, now).await?;
            id
        }
    };
    audit::write(&tx, staff.id, now, "help-saved", &id.to_string()).await?;
    tx.commit().await?;
    Ok(id)
}

/// Locks an article until the end of the transaction, so that its versions follow one another.
///
/// # Errors
/// [`Rule::Unknown`] when there is none.
pub(super) async fn lock(tx: &Tx, id: i64) -> Result<help_article::Model> {
    let row = help_article::Entity::find_by_id(id).lock(LockType::Update).one(&**tx).await?;
    Ok(row.ok_or(Rule::Unknown)?)
}

/// Writes a version, a draft; gives its key.
pub(super) async fn write(
    tx: &Tx,
    article_id: i64,
    number: i32,
    texts: &Texts,
    staff_id: Option<i64>,
    why: &str,
    now: Instant,
) -> Result<i64> {
    let row = help_version::ActiveModel {
        article_id: Set(article_id),
        number: Set(number),
        script: Set(texts.script.prefix().to_owned()),
        own: Set(texts.own),
        title_hans: Set(texts.title.hans.clone()),
        title_hant: Set(texts.title.hant.clone()),
        body_hans: Set(texts.body.hans.clone()),
        body_hant: Set(texts.body.hant.clone()),
        staff_id: Set(staff_id),
        why: Set(why.to_owned()),
        created_at: Set(to_micros(now)),
        ..Default::default()
    };
    Ok(row.insert(&**tx).await?.id)
}

async fn rewrite(
    tx: &Tx,
    staff: &Staff,
    id: i64,
    seen: i32,
    article: &Article,
    texts: &Texts,
    now: Instant,
) -> Result<()> {
    let known = lock(tx, id).await?;
    let last = newest(tx, id, seen).await?;
    let (sort, topic) = (sort(article), article.topic.as_str());
    let moved = known.slug != article.slug || known.topic != topic || known.sort != sort;
    if moved && !staff.role.may(Permission::PublishHelp) && is_public(tx, id, now).await? {
        return Err(Rule::Forbidden.into());
    }
    let row = help_article::ActiveModel {
        id: Set(id),
        slug: Set(article.slug.clone()),
        topic: Set(topic.to_owned()),
        sort: Set(sort),
        review_on: Set(article.review_on),
        ..Default::default()
    };
    row.update(&**tx).await.map_err(taken)?;
    if Texts::read(&last)? != *texts {
        write(tx, id, last.number + 1, texts, Some(staff.id), &article.why, now).await?;
    }
    Ok(())
}

/// It is shown, or will be.
async fn is_public(tx: &Tx, id: i64, now: Instant) -> Result<bool> {
    let versions = help_version::Entity::of_article(id).all(&**tx).await?;
    let standing = standing(&versions.iter().map(help_version::Model::shown).collect::<Vec<_>>(), now);
    use domain::help::HelpStatus::{Published, Scheduled};
    Ok(matches!(overall(&standing), Published | Scheduled))
}

fn created(article: &Article, now: Instant) -> help_article::ActiveModel {
    help_article::ActiveModel {
        slug: Set(article.slug.clone()),
        topic: Set(article.topic.as_str().to_owned()),
        sort: Set(sort(article)),
        review_on: Set(article.review_on),
        names: Set("[]".to_owned()),
        created_at: Set(to_micros(now)),
        ..Default::default()
    }
}

fn sort(article: &Article) -> i32 {
    i32::try_from(article.sort).unwrap_or(i32::MAX)
}

/// No two articles have one name.
fn taken(err: DbErr) -> Error {
    if is_duplicate(&err) { Rule::Invalid(vec![Fault::new("slug", "slug-taken")]).into() } else { err.into() }
}
