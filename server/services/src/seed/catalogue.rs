//! Writes what is sold.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::Kind;
use entity::{extra, offer, place, resource, slice};
use i18n::{
    Localized,
    convert::{fold, to_hant},
};
use rand::rngs::StdRng;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use super::{
    calendar::cells,
    content::{Content, Extra, Offer, Place, Policy, Text},
    rows::insert,
};
use crate::{Error, Result, Tx};

/// A closure: which stock, from which day counted from today, for how many days, and why.
const CLOSED: [(&str, u64, u64, &str); 5] = [
    ("云栖 独院", 18, 3, "汤池设备检修"),
    ("京雅 家庭套房", 33, 2, "客房空调更换"),
    ("江景露台", 6, 1, "防汛演练"),
    ("茶舍包间", 9, 1, "设备检修"),
    ("阳朔线 标准座", 12, 1, "怀集段道路施工"),
];

/// Rows by the names under which the files speak of them.
#[derive(Default)]
struct Keys {
    policies: HashMap<String, i64>,
    resources: HashMap<String, i64>,
}

/// How much was written.
#[derive(Default)]
pub(super) struct Written {
    pub(super) places: usize,
    pub(super) offers: usize,
    pub(super) slices: usize,
}

/// Writes terms, places, offers and their slices around `today`.
pub(super) async fn write(tx: &Tx, content: &Content, today: NaiveDate, rng: &mut StdRng) -> Result<Written> {
    let mut written = Written::default();
    let mut keys = Keys::default();
    for policy in &content.policies {
        keys.policies.insert(policy.key.clone(), write_policy(tx, policy, today).await?);
    }
    for (sort, place) in (0..).zip(&content.places) {
        let id = place::Entity::insert(place_row(place, sort)).exec(&**tx).await?.last_insert_id;
        for stock in &place.stock {
            let row = resource::ActiveModel { id: NotSet, place_id: Set(id), label: Set(stock.label.clone()) };
            let resource = resource::Entity::insert(row).exec(&**tx).await?.last_insert_id;
            keys.resources.insert(stock.label.clone(), resource);
            let rows: Vec<_> = cells(&stock.cut, today, rng).iter().map(|cell| cell.row(resource)).collect();
            written.slices += rows.len();
            insert(tx, rows).await?;
        }
        for (sort, offer) in (0..).zip(&place.offers) {
            let row = offer_row(offer, place, id, sort, &keys)?;
            let id = offer::Entity::insert(row).exec(&**tx).await?.last_insert_id;
            insert(tx, (0..).zip(&offer.extras).map(|(sort, extra)| extra_row(extra, id, sort)).collect()).await?;
            written.offers += 1;
        }
        written.places += 1;
    }
    close(tx, &keys, today).await?;
    Ok(written)
}

async fn write_policy(tx: &Tx, policy: &Policy, today: NaiveDate) -> Result<i64> {
    let terms = &policy.terms;
    let since = today.checked_sub_days(Days::new(90)).unwrap_or(today);
    let kind: Kind = policy.kind.parse().map_err(Error::Internal)?;
    crate::policy::first(tx, kind, terms, domain::time::at(since, chrono::NaiveTime::MIN)).await
}

fn place_row(place: &Place, sort: i32) -> place::ActiveModel {
    let names = [&place.city_name, &place.name, &place.summary, &place.address];
    let stops = [place.origin_name.as_ref(), place.destination_name.as_ref()];
    let words = names.into_iter().chain(stops.into_iter().flatten());
    let words = words.chain(place.offers.iter().map(|offer| &offer.name));
    let words: Vec<&str> = words.flat_map(|text| [text.0.hans.as_str(), text.0.hant.as_str()]).collect();
    let optional = |text: Option<&Text>, pick: fn(&Localized) -> &String| text.map(|text| pick(&text.0).clone());
    place::ActiveModel {
        id: NotSet,
        kind: Set(place.kind.clone()),
        slug: Set(place.slug.clone()),
        sort: Set(sort),
        recommended: Set(place.recommended),
        off_since: Set(None),
        city: Set(place.city.clone()),
        city_hans: Set(place.city_name.0.hans.clone()),
        city_hant: Set(place.city_name.0.hant.clone()),
        name_hans: Set(place.name.0.hans.clone()),
        name_hant: Set(place.name.0.hant.clone()),
        summary_hans: Set(place.summary.0.hans.clone()),
        summary_hant: Set(place.summary.0.hant.clone()),
        about_hans: Set(place.about.0.hans.clone()),
        about_hant: Set(place.about.0.hant.clone()),
        address_hans: Set(place.address.0.hans.clone()),
        address_hant: Set(place.address.0.hant.clone()),
        phone: Set(place.phone.clone()),
        art: Set(place.art.clone()),
        search_text: Set(fold(&words.join(" "))),
        origin: Set(place.origin.clone()),
        destination: Set(place.destination.clone()),
        origin_hans: Set(optional(place.origin_name.as_ref(), |text| &text.hans)),
        origin_hant: Set(optional(place.origin_name.as_ref(), |text| &text.hant)),
        destination_hans: Set(optional(place.destination_name.as_ref(), |text| &text.hans)),
        destination_hant: Set(optional(place.destination_name.as_ref(), |text| &text.hant)),
    }
}

fn offer_row(offer: &Offer, place: &Place, place_id: i64, sort: i32, keys: &Keys) -> Result<offer::ActiveModel> {
    let tags = |pick: fn(&Localized) -> &String| {
        offer.tags.iter().map(|tag| pick(&tag.0).as_str()).collect::<Vec<_>>().join("|")
    };
    let pacing = offer.pacing.as_ref().map(|label| named(&keys.resources, label)).transpose()?;
    Ok(offer::ActiveModel {
        id: NotSet,
        place_id: Set(place_id),
        kind: Set(place.kind.clone()),
        slug: Set(offer.slug.clone()),
        sort: Set(sort),
        off_since: Set(None),
        name_hans: Set(offer.name.0.hans.clone()),
        name_hant: Set(offer.name.0.hant.clone()),
        details_hans: Set(offer.details.0.hans.clone()),
        details_hant: Set(offer.details.0.hant.clone()),
        tags_hans: Set(tags(|text| &text.hans)),
        tags_hant: Set(tags(|text| &text.hant)),
        resource_id: Set(named(&keys.resources, &offer.resource)?),
        pacing_resource_id: Set(pacing),
        surcharge_fen: Set(0),
        heads_per_unit: Set(offer.heads_per_unit),
        least: Set(offer.least),
        most: Set(offer.most),
        least_nights: Set(offer.least_nights),
        span_slots: Set(offer.span_slots),
        late_minutes: Set(offer.late_minutes),
        needs_id: Set(offer.needs_id),
        class: Set(offer.class.clone()),
        policy_id: Set(named(&keys.policies, &offer.policy)?),
    })
}

fn extra_row(extra: &Extra, offer_id: i64, sort: i32) -> extra::ActiveModel {
    extra::ActiveModel {
        id: NotSet,
        offer_id: Set(offer_id),
        code: Set(extra.code.clone()),
        name_hans: Set(extra.name.0.hans.clone()),
        name_hant: Set(extra.name.0.hant.clone()),
        price_fen: Set(extra.price * 100),
        per_head: Set(extra.per_head),
        sort: Set(sort),
    }
}

async fn close(tx: &Tx, keys: &Keys, today: NaiveDate) -> Result<()> {
    for (label, first, count, why) in CLOSED {
        let first = today + Days::new(first);
        slice::Entity::update_many()
            .col_expr(slice::Column::Closed, Expr::value(true))
            .col_expr(slice::Column::ClosedHans, Expr::value(why))
            .col_expr(slice::Column::ClosedHant, Expr::value(to_hant(why)))
            .filter(slice::Column::ResourceId.eq(named(&keys.resources, label)?))
            .filter(slice::Column::Day.gte(first))
            .filter(slice::Column::Day.lt(first + Days::new(count)))
            .exec(&**tx)
            .await?;
    }
    Ok(())
}

fn named(keys: &HashMap<String, i64>, name: &str) -> Result<i64> {
    keys.get(name).copied().ok_or_else(|| Error::Internal(format!("the demo data names no {name}")))
}
