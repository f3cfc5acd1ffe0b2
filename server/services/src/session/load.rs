//! Whose a secret is.

use chrono::TimeDelta;
use domain::time::{from_micros, to_micros};
use entity::{session, staff};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::hash;
use crate::{Asker, Cx, Member, Result, Session, Staff};

/// Being seen is written down no oftener than this: a page view is no write.
const TOUCH: TimeDelta = TimeDelta::minutes(5);

/// A valid session and who is behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The session.
    pub session: Session,
    /// The customer.
    pub asker: Asker,
    /// The staff member, if one signed in.
    pub staff: Option<Staff>,
}

/// Who holds the secret; `None` when there is no such session, or no longer.
pub async fn load(cx: &Cx, secret: &str) -> Result<Option<Loaded>> {
    if secret.len() != 64 || !secret.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(None);
    }
    let now = cx.now();
    let found = session::Entity::find_by_id(hash(secret)).one(&cx.db).await?;
    let Some(row) = found.filter(|row| row.expires_at > to_micros(now)) else { return Ok(None) };
    let session = Session { hash: row.token_hash.clone() };
    let staff = match row.staff_id {
        // Somebody who has left is nobody at once, not at the end of his session.
        Some(id) => match colleague(cx, id, &session).await? {
            Some(staff) => Some(staff),
            None => return Ok(None),
        },
        None => None,
    };
    if now - from_micros(row.seen_at) >= TOUCH {
        touch(cx, &session, to_micros(now)).await;
    }
    let asker = match row.member_id {
        Some(id) => Asker::Member(Member { id, session: session.clone() }),
        None => Asker::Guest(session.clone()),
    };
    Ok(Some(Loaded { session, asker, staff }))
}

async fn colleague(cx: &Cx, id: i64, session: &Session) -> Result<Option<Staff>> {
    let found = staff::Entity::find_by_id(id).one(&cx.db).await?;
    let Some(row) = found.filter(|row| row.active) else { return Ok(None) };
    let role = row.role()?;
    Ok(Some(Staff { id, login: row.login, role, session: session.clone() }))
}

/// A page is not refused because this could not be written.
async fn touch(cx: &Cx, session: &Session, now: i64) {
    let written = async {
        let tx = cx.begin().await?;
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .filter(session::Column::TokenHash.eq(&session.hash))
            .exec(&*tx)
            .await?;
        tx.commit().await
    };
    if let Err(err) = written.await {
        tracing::warn!(error = %err, "a session's last use could not be noted");
    }
}
