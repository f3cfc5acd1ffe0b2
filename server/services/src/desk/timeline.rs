//! A booking's timeline with the desk's own layer: who of the staff it was, which sums, and what staff told each other (B19).

use std::collections::HashMap;

use domain::{
    Fen,
    booking::{DeskLayer, Event},
    desk::Permission,
};
use entity::{booking_event, staff};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Deserialize;

use crate::{Result, Staff};

/// What an event keeps beside its words; whatever else it keeps is not shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    amount: Option<i64>,
    difference: Option<i64>,
    currency: Option<String>,
    way: Option<String>,
    trouble: Option<String>,
    how: Option<String>,
    reason: Option<String>,
}

/// The events of a booking as this staff member may see them, oldest first.
pub(super) async fn timeline(db: &impl ConnectionTrait, viewer: &Staff, booking_id: i64) -> Result<Vec<Event>> {
    let rows = booking_event::Entity::of_booking(booking_id).all(db).await?;
    let names = names(db, &rows).await?;
    let sums = viewer.role.may(Permission::SeeMoney);
    let event = |row: booking_event::Model| {
        let detail: Detail = serde_json::from_str(&row.detail).unwrap_or_default();
        let name = (row.actor == "staff").then(|| row.actor_id.and_then(|id| names.get(&id).cloned())).flatten();
        // A change that costs nothing more and gives nothing back is about no sum.
        let amount = detail.amount.or(detail.difference.filter(|difference| *difference != 0));
        let desk = DeskLayer {
            name: name.unwrap_or_default(),
            amount: amount.map(Fen).filter(|_| sums),
            currency: detail.currency.unwrap_or_default(),
            way: detail.way.unwrap_or_default(),
            trouble: detail.trouble.unwrap_or_default(),
            how: detail.how.unwrap_or_default(),
            reason: detail.reason.unwrap_or_default(),
        };
        Event { why: row.why.clone(), desk: Some(desk), ..row.into() }
    };
    Ok(rows.into_iter().map(event).collect())
}

/// The names of the staff who did something.
async fn names(db: &impl ConnectionTrait, rows: &[booking_event::Model]) -> Result<HashMap<i64, String>> {
    let ids = rows.iter().filter(|row| row.actor == "staff").filter_map(|row| row.actor_id);
    let found = staff::Entity::find().filter(staff::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|staff| (staff.id, staff.name)).collect())
}
