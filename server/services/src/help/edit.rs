//! An article at the desk, with its versions and what in the newest looks personal.

use std::collections::HashMap;

use domain::{
    Rule,
    desk::Permission,
    help::{HelpDesk, HelpStatus, HelpVersion, standing},
    time::from_micros,
};
use entity::{help_article, help_version, staff as colleague};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    list::rows,
    text::{Texts, names},
};
use crate::{Cx, Error, Result, Staff, desk::need};

/// The article. Needs [`Permission::EditHelp`].
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn edit(cx: &Cx, staff: &Staff, script: Script, id: i64) -> Result<HelpDesk> {
    need(staff.role, Permission::EditHelp)?;
    let article = help_article::Entity::find_by_id(id).one(&cx.db).await?.ok_or(Rule::Unknown)?;
    let (sort, row) =
        rows(cx, script, std::slice::from_ref(&article)).await?.into_iter().next().ok_or(Rule::Unknown)?;
    let versions = help_version::Entity::of_article(id).all(&cx.db).await?;
    let newest = versions.last().ok_or_else(|| Error::Internal(format!("article {id} has no version")))?;
    let texts = Texts::read(newest)?;
    let of = |script: Script| (texts.title.get(script).to_owned(), texts.body.get(script).to_owned());
    Ok(HelpDesk {
        row,
        sort: u32::try_from(sort).unwrap_or_default(),
        script: texts.script,
        written: of(texts.script),
        other: of(texts.script.other()),
        own: texts.own,
        suspects: texts.suspects(&names(&article)?),
        versions: told(cx, script, &versions).await?,
        publisher: staff.role.may(Permission::PublishHelp),
    })
}

/// The versions with where they stand, the newest first.
async fn told(cx: &Cx, script: Script, versions: &[help_version::Model]) -> Result<Vec<HelpVersion>> {
    let ids = versions.iter().filter_map(|version| version.staff_id);
    let found = colleague::Entity::find().filter(colleague::Column::Id.is_in(ids)).all(&cx.db).await?;
    let names: HashMap<i64, String> = found.into_iter().map(|row| (row.id, row.name)).collect();
    let standing = standing(&versions.iter().map(help_version::Model::shown).collect::<Vec<_>>(), cx.now());
    let told = |(version, status): (&help_version::Model, HelpStatus)| HelpVersion {
        number: u32::try_from(version.number).unwrap_or_default(),
        title: version.title().get(script).to_owned(),
        status,
        from: version.publish_at.map(from_micros),
        by: version.staff_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
        why: version.why.clone(),
        at: from_micros(version.created_at),
    };
    Ok(versions.iter().zip(standing).rev().map(told).collect())
}
