//! Begins an anonymous session.

use entity::session::ActiveModel;
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{GUEST, hash};
use crate::{Cx, Result, Session, secret};
use domain::time::to_micros;

/// A new anonymous session; the secret goes into the visitor's cookie and nowhere else.
pub async fn start(cx: &Cx) -> Result<(String, Session)> {
    let secret = secret::random::<32>()?;
    let session = Session { hash: hash(&secret) };
    let now = cx.now();
    let row = ActiveModel {
        token_hash: Set(session.hash.clone()),
        member_id: Set(None),
        staff_id: Set(None),
        created_at: Set(to_micros(now)),
        seen_at: Set(to_micros(now)),
        expires_at: Set(to_micros(now + GUEST)),
    };
    let tx = cx.begin().await?;
    entity::session::Entity::insert(row).exec_without_returning(&*tx).await?;
    tx.commit().await?;
    Ok((secret, session))
}
