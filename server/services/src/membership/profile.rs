//! What a member sees of himself and may change.

use domain::{Rule, booking::read_preferences, membership::Profile, time::to_micros};
use entity::{
    member::{Column, Entity},
    session,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use crate::{Cx, Member, Result};

/// The member's own data.
///
/// # Errors
/// [`Rule::SignIn`] when he is no member any more.
pub async fn profile(cx: &Cx, member: &Member) -> Result<Profile> {
    let row = Entity::find_by_id(member.id).one(&cx.db).await?.ok_or(Rule::SignIn)?;
    let sessions = session::Entity::of_member(member.id, to_micros(cx.now())).count(&cx.db).await?;
    Ok(Profile {
        name: row.name,
        phone: row.phone.unwrap_or_default(),
        email: row.email.unwrap_or_default(),
        card: row.card,
        preferences: row.preferences,
        sessions: u32::try_from(sessions).unwrap_or(u32::MAX),
    })
}

/// Keeps what is proposed when he books.
///
/// # Errors
/// [`Rule::Invalid`] when it is too long or holds what cannot be kept.
pub async fn save_preferences(cx: &Cx, member: &Member, preferences: &str) -> Result<()> {
    let preferences = read_preferences(preferences).map_err(Rule::Invalid)?;
    let tx = cx.begin().await?;
    let saved = Entity::update_many()
        .col_expr(Column::Preferences, Expr::value(preferences))
        .filter(Column::Id.eq(member.id))
        .exec(&*tx)
        .await?;
    tx.commit().await?;
    if saved.rows_affected == 0 { Err(Rule::SignIn.into()) } else { Ok(()) }
}
