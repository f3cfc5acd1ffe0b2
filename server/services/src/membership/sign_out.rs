//! Ends sessions.

use domain::Rule;
use entity::session::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::SignedIn;
use crate::{
    Cx, Member, Result, Session,
    session::{Who, rotate},
};

/// Ends the session, a member's or a staff member's, with all that waits under it.
pub async fn sign_out(cx: &Cx, session: &Session) -> Result<()> {
    let tx = cx.begin().await?;
    Entity::delete_by_id(&session.hash).exec(&*tx).await?;
    tx.commit().await
}

/// Ends every session of the member but this one, which gets a new secret.
///
/// # Errors
/// [`Rule::SignIn`] when this session has itself been ended meanwhile, from another place.
pub async fn sign_out_everywhere(cx: &Cx, member: &Member) -> Result<SignedIn> {
    let tx = cx.begin().await?;
    let (secret, session, was_there) = rotate(&tx, &member.session, Who::Member(member.id), cx.now()).await?;
    if !was_there {
        return Err(Rule::SignIn.into());
    }
    Entity::delete_many()
        .filter(Column::MemberId.eq(member.id))
        .filter(Column::TokenHash.ne(&session.hash))
        .exec(&*tx)
        .await?;
    tx.commit().await?;
    Ok(SignedIn { secret, member: Member { id: member.id, session } })
}
