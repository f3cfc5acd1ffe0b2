//! Writes members and staff. They share one password, so that one hash is computed for all of them.

use domain::{Instant, desk::Role, time::to_micros};
use entity::{member, staff};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    EntityTrait,
};

use super::content::People;
use crate::{Error, Result, Session, Staff, Tx};

/// Who was written, by position in the file.
pub(super) struct Written {
    pub(super) members: Vec<i64>,
    /// The one who takes money in the bookings' history.
    pub(super) clerk: Staff,
    pub(super) staff: usize,
}

pub(super) async fn write(tx: &Tx, people: &People, password_hash: &str, now: Instant) -> Result<Written> {
    let nobody = Staff { id: 0, login: String::new(), role: Role::Agent, session: Session { hash: String::new() } };
    let mut written = Written { members: Vec::new(), clerk: nobody, staff: people.staff.len() };
    for person in &people.staff {
        let role: Role = person.role.parse().map_err(Error::Internal)?;
        let row = staff::ActiveModel {
            id: NotSet,
            login: Set(person.login.clone()),
            name: Set(person.name.clone()),
            role: Set(role.as_str().to_owned()),
            password_hash: Set(password_hash.to_owned()),
            active: Set(true),
            created_at: Set(to_micros(now)),
        };
        let id = staff::Entity::insert(row).exec(&**tx).await?.last_insert_id;
        if role == Role::Agent {
            written.clerk = Staff { id, login: person.login.clone(), ..written.clerk };
        }
    }
    for (place, person) in (1..).zip(&people.members) {
        let row = member::ActiveModel {
            id: NotSet,
            phone: Set(Some(person.phone.clone())),
            email: Set(Some(person.email.clone()).filter(|email| !email.is_empty())),
            name: Set(person.name.clone()),
            password_hash: Set(password_hash.to_owned()),
            script: Set(person.script.prefix().to_owned()),
            card: Set(card(place)),
            preferences: Set(person.preferences.clone()),
            created_at: Set(to_micros(now)),
        };
        written.members.push(member::Entity::insert(row).exec(&**tx).await?.last_insert_id);
    }
    Ok(written)
}

/// Cards of a series of their own.
fn card(place: u32) -> String {
    format!("YD 8800 {place:04}")
}
