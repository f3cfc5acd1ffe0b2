//! What these tests book, and orders for it. What the house sells comes from [`crate::util::shop`].

use chrono::NaiveDate;
use domain::{booking::Order, catalogue::Wish, contact::Contact};

use crate::util::{
    House,
    shop::{Ware, day, party, stay},
};

/// Far enough ahead for a hold of some length.
pub fn service_day() -> NaiveDate {
    day(2)
}

/// A coach at nine o'clock with so many seats, 80 yuan each.
pub async fn coach(house: &House, seats: i32) -> Ware {
    let place = house.place("trip", "coach-place", "云栖专线").await;
    let ware = house.offer(&place, "coach").await;
    house.slot(ware.offer.resource_id, service_day(), "09:00", 90, seats).await;
    ware
}

/// A room type with so many rooms in each of three nights, 480 yuan each.
pub async fn room(house: &House, rooms: i32) -> Ware {
    let place = house.place("stay", "room-place", "云栖饭店").await;
    let ware = house.offer(&place, "room").await;
    for night in 2..5 {
        house.night(ware.offer.resource_id, day(night), rooms).await;
    }
    ware
}

/// So many units; of a stay for one night.
pub fn wish(ware: &Ware, units: u32) -> Wish {
    if ware.offer.kind == "stay" { stay(service_day(), 1, units) } else { party(service_day(), "09:00", units) }
}

/// Miss Chen's order of so many units.
pub fn order(ware: &Ware, units: u32) -> Order {
    Order {
        slug: ware.offer.slug.clone(),
        wish: wish(ware, units),
        contact: Contact {
            name: "陳怡君".to_owned(),
            phone: "13800138000".parse().unwrap(),
            email: Some("yijun@example.com".parse().unwrap()),
            id_number: None,
        },
        arrival: None,
        remarks: "花生過敏".to_owned(),
        preferences: "靠窗".to_owned(),
        agreed: None,
        terms: None,
        way: domain::payment::Way::Counter,
    }
}
