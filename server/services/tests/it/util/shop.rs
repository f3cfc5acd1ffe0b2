//! What a house sells in tests: a hotel, a restaurant, a coach line, filled slice by slice.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use domain::{
    Instant,
    catalogue::Wish,
    terms::Terms,
    time::{at, to_micros},
};
use entity::{booking, claim, extra, offer, place, policy, resource, slice};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use services::{Result, inventory};

use super::House;
use i18n::Script;

/// The day after the clock's first.
pub const TOMORROW: &str = "2026-11-24";

/// A day so many days after tomorrow.
pub fn day(after: u64) -> NaiveDate {
    TOMORROW.parse::<NaiveDate>().unwrap() + Days::new(after)
}

/// A time of day.
pub fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// An offer with what it is made of.
#[derive(Clone, Debug)]
pub struct Ware {
    pub offer: offer::Model,
    pub place: place::Model,
}

impl House {
    /// A place that is shown.
    pub async fn place(&self, kind: &str, slug: &str, name: &str) -> place::Model {
        let text = |text: &str| Set(text.to_owned());
        place::ActiveModel {
            kind: text(kind),
            slug: text(slug),
            sort: Set(0),
            recommended: Set(false),
            off_since: Set(None),
            city: text("beijing"),
            city_hans: text("北京"),
            city_hant: text("北京"),
            name_hans: text(name),
            name_hant: Set(i18n::convert::to_hant(name)),
            summary_hans: text(""),
            summary_hant: text(""),
            about_hans: text(""),
            about_hant: text(""),
            address_hans: text("东城区"),
            address_hant: text("東城區"),
            phone: text(""),
            art: text("none"),
            search_text: Set(i18n::convert::fold(name)),
            origin: Set((kind == "trip").then(|| "beijing".to_owned())),
            destination: Set((kind == "trip").then(|| "tianjin".to_owned())),
            origin_hans: Set((kind == "trip").then(|| "北京".to_owned())),
            origin_hant: Set((kind == "trip").then(|| "北京".to_owned())),
            destination_hans: Set((kind == "trip").then(|| "天津".to_owned())),
            destination_hant: Set((kind == "trip").then(|| "天津".to_owned())),
            ..Default::default()
        }
        .insert(&self.db)
        .await
        .unwrap()
    }

    /// Something that has slices.
    pub async fn resource(&self, place: &place::Model) -> i64 {
        let row =
            resource::ActiveModel { place_id: Set(place.id), label: Set("test".to_owned()), ..Default::default() };
        row.insert(&self.db).await.unwrap().id
    }

    /// An offer of a place, with a resource of its own, the standard terms and few bounds.
    pub async fn offer(&self, place: &place::Model, slug: &str) -> Ware {
        let resource = self.resource(place).await;
        self.offer_of(place, slug, resource, |_| {}).await
    }

    /// An offer that sells a resource, changed as a test needs it.
    pub async fn offer_of(
        &self,
        place: &place::Model,
        slug: &str,
        resource: i64,
        change: impl FnOnce(&mut offer::ActiveModel),
    ) -> Ware {
        let mut row = offer::ActiveModel {
            place_id: Set(place.id),
            kind: Set(place.kind.clone()),
            slug: Set(slug.to_owned()),
            sort: Set(0),
            off_since: Set(None),
            name_hans: Set(format!("{slug} 简")),
            name_hant: Set(format!("{slug} 繁")),
            details_hans: Set(String::new()),
            details_hant: Set(String::new()),
            tags_hans: Set("含早餐|可取消".to_owned()),
            tags_hant: Set("含早餐|可取消".to_owned()),
            resource_id: Set(resource),
            surcharge_fen: Set(0),
            heads_per_unit: Set(if place.kind == "stay" { 2 } else { 1 }),
            least: Set(1),
            most: Set(50),
            span_slots: Set(1),
            needs_id: Set(false),
            class: Set("standard".to_owned()),
            policy_id: Set(self.policy(&Terms::standard()).await),
            ..Default::default()
        };
        change(&mut row);
        Ware { offer: row.insert(&self.db).await.unwrap(), place: place.clone() }
    }

    /// From now on it is sold by other terms.
    pub async fn sells_by(&self, ware: &Ware, terms: &Terms) {
        let policy = self.policy(terms).await;
        offer::Entity::update_many()
            .col_expr(offer::Column::PolicyId, Expr::value(policy))
            .filter(offer::Column::Id.eq(ware.offer.id))
            .exec(&self.db)
            .await
            .unwrap();
    }

    async fn policy(&self, terms: &Terms) -> i64 {
        let row = policy::ActiveModel {
            kind: Set("stay".to_owned()),
            version: Set(terms.version.clone()),
            effective_from: Set(0),
            body: Set(serde_json::to_string(terms).unwrap()),
            hash: Set(String::new()),
            ..Default::default()
        };
        let id = row.insert(&self.db).await.unwrap().id;
        let first = policy::ActiveModel { id: Set(id), family: Set(id), ..Default::default() };
        first.update(&self.db).await.unwrap();
        id
    }

    /// Something to add to an offer.
    pub async fn extra(&self, ware: &Ware, code: &str, price_fen: i64, per_head: bool) {
        let row = extra::ActiveModel {
            offer_id: Set(ware.offer.id),
            code: Set(code.to_owned()),
            name_hans: Set(code.to_owned()),
            name_hant: Set(code.to_owned()),
            price_fen: Set(price_fen),
            per_head: Set(per_head),
            sort: Set(0),
            ..Default::default()
        };
        row.insert(&self.db).await.unwrap();
    }

    /// A hotel with one room type: so many rooms in so many nights from tomorrow on.
    pub async fn hotel(&self, slug: &str, rooms: i32, nights: u64) -> Ware {
        let place = self.place("stay", &format!("{slug}-place"), &format!("{slug} 饭店")).await;
        let ware = self.offer(&place, slug).await;
        for night in 0..nights {
            self.night(ware.offer.resource_id, day(night), rooms).await;
        }
        ware
    }

    /// A coach line with one departure tomorrow.
    pub async fn coach(&self, slug: &str, seats: i32, departure: &str) -> Ware {
        let place = self.place("trip", &format!("{slug}-place"), &format!("{slug} 专线")).await;
        let ware = self.offer(&place, slug).await;
        self.slot(ware.offer.resource_id, day(0), departure, 90, seats).await;
        ware
    }

    /// A night of a room type at 480 yuan.
    pub async fn night(&self, resource: i64, day: NaiveDate, rooms: i32) -> i64 {
        let (starts, ends) = (at(day, time("14:00")), at(day + Days::new(1), time("12:00")));
        self.slice(resource, day, (starts, ends), rooms, 48_000).await
    }

    /// A slot or a departure at 80 yuan.
    pub async fn slot(&self, resource: i64, day: NaiveDate, start: &str, minutes: i64, units: i32) -> i64 {
        let starts = at(day, time(start));
        self.slice(resource, day, (starts, starts + TimeDelta::minutes(minutes)), units, 8_000).await
    }

    /// A slice.
    pub async fn slice(&self, resource: i64, day: NaiveDate, span: (Instant, Instant), units: i32, price: i64) -> i64 {
        let row = slice::ActiveModel {
            resource_id: Set(resource),
            day: Set(day),
            starts_at: Set(to_micros(span.0)),
            ends_at: Set(to_micros(span.1)),
            capacity: Set(units),
            price_fen: Set(price),
            ..Default::default()
        };
        row.insert(&self.db).await.unwrap().id
    }

    /// A slice has another price from now on.
    pub async fn prices(&self, slice: i64, price: i64) {
        let row = slice::ActiveModel { id: Set(slice), price_fen: Set(price), ..Default::default() };
        row.update(&self.db).await.unwrap();
    }

    /// Slices of a resource in order of time.
    pub async fn slices(&self, resource: i64) -> Vec<slice::Model> {
        let rows = slice::Entity::find().filter(slice::Column::ResourceId.eq(resource));
        rows.order_by_asc(slice::Column::StartsAt).all(&self.db).await.unwrap()
    }

    /// Closes a slice with a reason.
    pub async fn close(&self, slice: i64, hans: &str, hant: &str) {
        let row = slice::ActiveModel {
            id: Set(slice),
            closed: Set(true),
            closed_hans: Set(Some(hans.to_owned())),
            closed_hant: Set(Some(hant.to_owned())),
            ..Default::default()
        };
        row.update(&self.db).await.unwrap();
    }

    /// The row of a held booking, without claims: what `booking::place` writes before it claims.
    pub async fn booking(&self, ware: &Ware, wish: &Wish, held_until: Instant) -> i64 {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = format!("T-{}", COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        let row = booking::ActiveModel {
            number: Set(number.clone()),
            kind: Set(ware.offer.kind.clone()),
            offer_id: Set(ware.offer.id),
            place_id: Set(ware.place.id),
            script: Set("zh-hans".to_owned()),
            name: Set("林美玲".to_owned()),
            phone: Set("+8613800138000".to_owned()),
            remarks: Set(String::new()),
            preferences: Set(String::new()),
            heads: Set(i32::try_from(wish.heads).unwrap()),
            units: Set(i32::try_from(wish.units).unwrap()),
            day: Set(wish.day),
            nights: Set(1),
            extras: Set(String::new()),
            starts_at: Set(to_micros(held_until)),
            ends_at: Set(to_micros(held_until)),
            total_fen: Set(0),
            lines: Set("[]".to_owned()),
            terms: Set("{}".to_owned()),
            terms_hash: Set(String::new()),
            status: Set("held".to_owned()),
            hold_until: Set(Some(to_micros(held_until))),
            placed_at: Set(to_micros(held_until)),
            version: Set(1),
            place_key: Set(number),
            request_hash: Set(String::new()),
            search_text: Set(String::new()),
            ..Default::default()
        };
        row.insert(&self.db).await.unwrap().id
    }

    /// Buys a wish: plan and claim in one transaction, held for an hour.
    pub async fn buys(&self, ware: &Ware, wish: &Wish) -> Result<i64> {
        self.holds(ware, wish, TimeDelta::hours(1)).await
    }

    /// The same, held for some time.
    pub async fn holds(&self, ware: &Ware, wish: &Wish, held: TimeDelta) -> Result<i64> {
        let now = self.cx.now();
        let booking = self.booking(ware, wish, now + held).await;
        let claimed = async {
            let tx = self.cx.begin().await?;
            let plan = services::catalogue::plan(&*tx, &ware.offer.slug, wish, now).await?;
            inventory::claim(&tx, booking, &plan.wants, now + held, now, Script::Hant).await?;
            tx.commit().await
        };
        match claimed.await {
            Ok(()) => Ok(booking),
            Err(refused) => {
                booking::Entity::delete_by_id(booking).exec(&self.db).await.unwrap();
                Err(refused)
            }
        }
    }

    /// Pays for a booking: its units are sold.
    pub async fn pays(&self, booking: i64) -> Result<()> {
        let tx = self.cx.begin().await?;
        inventory::sell(&tx, booking, self.cx.now()).await?;
        tx.commit().await?;
        self.mark(booking, "confirmed").await;
        Ok(())
    }

    /// Cancels a booking: its units come back.
    pub async fn cancels(&self, booking: i64) -> Result<()> {
        let tx = self.cx.begin().await?;
        inventory::release(&tx, booking).await?;
        tx.commit().await?;
        self.mark(booking, "cancelled").await;
        Ok(())
    }

    async fn mark(&self, booking: i64, status: &str) {
        let row = booking::ActiveModel { id: Set(booking), status: Set(status.to_owned()), ..Default::default() };
        row.update(&self.db).await.unwrap();
    }

    /// How many claims are worth something.
    pub async fn live_claims(&self) -> usize {
        let live = claim::Entity::find().filter(claim::Column::State.ne(claim::State::Released));
        live.all(&self.db).await.unwrap().len()
    }

    /// The check's findings, which every test may ask for at its end.
    pub async fn faults(&self) -> Vec<String> {
        services::check::run(&self.cx).await.unwrap().faults
    }
}

/// A wish for rooms of a stay.
pub fn stay(arrival: NaiveDate, nights: u32, rooms: u32) -> Wish {
    Wish { day: arrival, nights, units: rooms, heads: rooms, at: None, extras: Vec::new() }
}

/// A wish for heads at a time.
pub fn party(day: NaiveDate, start: &str, heads: u32) -> Wish {
    Wish { day, nights: 1, units: heads, heads, at: Some(time(start)), extras: Vec::new() }
}
