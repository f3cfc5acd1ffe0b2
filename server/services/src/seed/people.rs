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
    pub(super) staff: Vec<Staff>,
}

impl Written {
    /// The one of that role who acts in the bookings' history.
    pub(super) fn colleague(&self, role: Role) -> Result<&Staff> {
        let found = self.staff.iter().find(|staff| staff.role == role);
        found.ok_or_else(|| Error::Internal(format!("the demo data has no staff of the role {role}")))
    }
}

pub(super) async fn write(tx: &Tx, people: &People, password_hash: &str, now: Instant) -> Result<Written> {
    let mut written = Written { members: Vec::new(), staff: Vec::new() };
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
            department: Set(role.department().as_str().to_owned()),
        };
        let id = staff::Entity::insert(row).exec(&**tx).await?.last_insert_id;
        let session = Session { hash: String::new() };
        written.staff.push(Staff { id, login: person.login.clone(), role, session });
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
