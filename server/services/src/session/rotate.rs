//! Gives a session a new secret when somebody signs in, so that a secret known before is worth nothing.

use chrono::TimeDelta;
use domain::{Instant, time::to_micros};
use entity::{booking_access, case_access, case_draft, draft, session, upload};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{MEMBER, STAFF, hash, hold};
use crate::{Result, Session, Tx, secret};

/// Whose the new session is.
#[derive(Clone, Copy)]
pub(crate) enum Who {
    Member(i64),
    Staff(i64),
}

/// Replaces the session: what was typed and what the guest may see is carried over, the old secret is void. Gives the
/// new secret, the new session, and whether the old one was still there.
pub(crate) async fn rotate(tx: &Tx, old: &Session, who: Who, now: Instant) -> Result<(String, Session, bool)> {
    // First, so that an order being placed under the old session is done and moved along, or has not begun.
    let was_there = hold(tx, old, now).await?;
    let secret = secret::random::<32>()?;
    let new = Session { hash: hash(&secret) };
    let (member_id, staff_id, life) = who.parts();
    let row = session::ActiveModel {
        token_hash: Set(new.hash.clone()),
        member_id: Set(member_id),
        staff_id: Set(staff_id),
        created_at: Set(to_micros(now)),
        seen_at: Set(to_micros(now)),
        expires_at: Set(to_micros(now + life)),
    };
    session::Entity::insert(row).exec_without_returning(&**tx).await?;
    draft::Entity::update_many()
        .col_expr(draft::Column::SessionHash, Expr::value(&new.hash))
        .filter(draft::Column::SessionHash.eq(&old.hash))
        .exec(&**tx)
        .await?;
    upload::Entity::update_many()
        .col_expr(upload::Column::SessionHash, Expr::value(&new.hash))
        .filter(upload::Column::SessionHash.eq(&old.hash))
        .exec(&**tx)
        .await?;
    booking_access::Entity::update_many()
        .col_expr(booking_access::Column::SessionHash, Expr::value(&new.hash))
        .filter(booking_access::Column::SessionHash.eq(&old.hash))
        .exec(&**tx)
        .await?;
    case_access::Entity::update_many()
        .col_expr(case_access::Column::SessionHash, Expr::value(&new.hash))
        .filter(case_access::Column::SessionHash.eq(&old.hash))
        .exec(&**tx)
        .await?;
    let author = |session: &Session| format!("session:{}", session.hash);
    case_draft::Entity::update_many()
        .col_expr(case_draft::Column::Author, Expr::value(author(&new)))
        .filter(case_draft::Column::Author.eq(author(old)))
        .exec(&**tx)
        .await?;
    session::Entity::delete_by_id(&old.hash).exec(&**tx).await?;
    Ok((secret, new, was_there))
}

impl Who {
    const fn parts(self) -> (Option<i64>, Option<i64>, TimeDelta) {
        match self {
            Self::Member(id) => (Some(id), None, MEMBER),
            Self::Staff(id) => (None, Some(id), STAFF),
        }
    }
}
