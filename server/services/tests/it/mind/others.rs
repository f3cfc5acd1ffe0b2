//! What else a scene may sell: a second coach line, one that asks for ID numbers, a restaurant.

use sea_orm::ActiveValue::Set;

use super::Scene;
use crate::util::shop::{Ware, day};

impl Scene {
    /// A second line at 120 yuan a seat, which leaves at ten and at four.
    pub async fn express(&self, seats: i32) -> Ware {
        self.line("express", seats, false).await
    }

    /// A third one that takes nobody without an ID number.
    pub async fn guarded(&self, seats: i32) -> Ware {
        self.line("guarded", seats, true).await
    }

    async fn line(&self, slug: &str, seats: i32, needs_id: bool) -> Ware {
        let place = self.house.place("trip", &format!("{slug}-line"), "云栖快线").await;
        let resource = self.house.resource(&place).await;
        let ware = self.house.offer_of(&place, slug, resource, |row| row.needs_id = Set(needs_id)).await;
        for after in 1..11 {
            for departure in ["10:00", "16:00"] {
                let seat = self.house.slot(resource, day(after), departure, 60, seats).await;
                self.house.prices(seat, 12_000).await;
            }
        }
        ware
    }

    /// A restaurant with so many heads in each half hour from eleven to one. A party takes two of them, pays for the first, and only so
    /// many may start at a time.
    pub async fn table(&self, heads: i32, parties: i32) -> Ware {
        let place = self.house.place("venue", "restaurant", "云栖餐厅").await;
        let (hall, door) = (self.house.resource(&place).await, self.house.resource(&place).await);
        for after in 1..11 {
            for start in ["11:00", "11:30", "12:00", "12:30"] {
                self.house.slot(hall, day(after), start, 30, heads).await;
                self.house.slot(door, day(after), start, 30, parties).await;
            }
        }
        let paced = |row: &mut entity::offer::ActiveModel| {
            row.span_slots = Set(2);
            row.pacing_resource_id = Set(Some(door));
        };
        self.house.offer_of(&place, "dinner", hall, paced).await
    }

    /// Parties that start, slot by slot, of a restaurant.
    pub async fn parties(&self, ware: &Ware) -> Vec<i32> {
        let door = ware.offer.pacing_resource_id.expect("it counts parties");
        self.house.slices(door).await.iter().map(|slice| slice.taken).collect()
    }
}
