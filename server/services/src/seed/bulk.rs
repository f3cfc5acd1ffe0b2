//! A catalogue of any size, for measuring.

use chrono::NaiveDate;
use domain::{Kind, terms::Terms, time::day_of};
use entity::{offer, place, resource, slice};
use i18n::convert::fold;
use rand::{SeedableRng, rngs::StdRng};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::{calendar::cells, content::Cut, rows::insert};
use crate::{Cx, Result, Tx};

/// Offers of a place.
const OFFERS: u32 = 3;

/// Places of one transaction: enough to be quick, few enough to let others write in between.
const AT_ONCE: u32 = 50;

/// Adds hotels until they have `slices` nights or a few more; gives how many slices were written.
pub async fn bulk(cx: &Cx, slices: u32) -> Result<u32> {
    let today = day_of(cx.now());
    let mut rng = StdRng::seed_from_u64(u64::from(slices));
    let tx = cx.begin().await?;
    let policy = crate::policy::first(&tx, Kind::Stay, &Terms::standard(), cx.now()).await?;
    let there = place::Entity::find().filter(place::Column::Slug.starts_with("bulk-")).count(&*tx).await?;
    tx.commit().await?;
    let (mut written, mut number) = (0, u32::try_from(there).unwrap_or(u32::MAX));
    while written < slices {
        let tx = cx.begin().await?;
        for _ in 0..AT_ONCE {
            if written < slices {
                number += 1;
                written += hotel(&tx, number, policy, today, &mut rng).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(written)
}

/// Writes one hotel; gives how many slices it has.
async fn hotel(tx: &Tx, number: u32, policy: i64, today: NaiveDate, rng: &mut StdRng) -> Result<u32> {
    let place = place::Entity::insert(place_row(number)).exec(&**tx).await?.last_insert_id;
    let cut = Cut::Nights { capacity: 20, price: i64::from(300 + number % 400), weekend: 80, holiday: 200 };
    let mut written = 0;
    for room in 0..OFFERS {
        let row = resource::ActiveModel { id: NotSet, place_id: Set(place), label: Set(format!("{number}-{room}")) };
        let resource = resource::Entity::insert(row).exec(&**tx).await?.last_insert_id;
        let rows: Vec<slice::ActiveModel> = cells(&cut, today, rng).iter().map(|cell| cell.row(resource)).collect();
        written += u32::try_from(rows.len()).unwrap_or(u32::MAX);
        insert(tx, rows).await?;
        insert(tx, vec![offer_row(number, room, place, resource, policy)]).await?;
    }
    Ok(written)
}

fn place_row(number: u32) -> place::ActiveModel {
    let city = number % 20;
    let hans = |what: &str| Set(format!("{what} {number}"));
    place::ActiveModel {
        id: NotSet,
        kind: Set(Kind::Stay.as_str().to_owned()),
        slug: Set(format!("bulk-{number}")),
        sort: Set(i32::try_from(1000 + number).unwrap_or(i32::MAX)),
        recommended: Set(number.is_multiple_of(10)),
        off_since: Set(None),
        city: Set(format!("bulk-{city}")),
        city_hans: Set(format!("测试城 {city}")),
        city_hant: Set(format!("測試城 {city}")),
        name_hans: hans("测试酒店"),
        name_hant: hans("測試酒店"),
        summary_hans: hans("用于测量的酒店"),
        summary_hant: hans("用於測量的飯店"),
        about_hans: hans("用于测量的酒店"),
        about_hant: hans("用於測量的飯店"),
        address_hans: hans("测试路"),
        address_hant: hans("測試路"),
        phone: Set(String::new()),
        art: Set("hotel-river".to_owned()),
        search_text: Set(fold(&format!("测试酒店 {number} 测试城 {city}"))),
        origin: Set(None),
        destination: Set(None),
        origin_hans: Set(None),
        origin_hant: Set(None),
        destination_hans: Set(None),
        destination_hant: Set(None),
    }
}

fn offer_row(number: u32, room: u32, place: i64, resource: i64, policy: i64) -> offer::ActiveModel {
    let class = ["standard", "deluxe", "suite"][room as usize % 3];
    offer::ActiveModel {
        id: NotSet,
        place_id: Set(place),
        kind: Set(Kind::Stay.as_str().to_owned()),
        slug: Set(format!("bulk-{number}-{class}")),
        sort: Set(i32::try_from(room).unwrap_or(0)),
        off_since: Set(None),
        name_hans: Set(format!("客房 {class}")),
        name_hant: Set(format!("客房 {class}")),
        details_hans: Set(String::new()),
        details_hant: Set(String::new()),
        tags_hans: Set(String::new()),
        tags_hant: Set(String::new()),
        resource_id: Set(resource),
        pacing_resource_id: Set(None),
        surcharge_fen: Set(i64::from(room) * 8_000),
        heads_per_unit: Set(2),
        least: Set(1),
        most: Set(10),
        least_nights: Set(1),
        span_slots: Set(1),
        late_minutes: Set(0),
        needs_id: Set(false),
        class: Set(class.to_owned()),
        policy_id: Set(policy),
    }
}
