//! What a booking may be changed to: what else its place sells; of a trip, every route; and what is wanted elsewhere.

use chrono::NaiveDate;
use domain::{
    Kind,
    booking::Number,
    catalogue::{OfferPage, SlotHit},
    change::Asked,
};
use entity::{offer, place};
use i18n::Script;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use crate::{Asker, Cx, Result, catalogue, payment};

/// The offer that is wanted in place of what is booked, and its slots or departures of a day. What is booked stays known when it is sold
/// no more.
///
/// # Errors
/// [`domain::Rule::Unknown`] for another offer that is not sold.
pub async fn wanted(
    cx: &Cx,
    script: Script,
    booked: &Asked,
    slug: &str,
    day: NaiveDate,
) -> Result<(OfferPage, Vec<SlotHit>)> {
    let heads = booked.wish.heads;
    if slug == booked.slug {
        return catalogue::booked_offer(cx, script, booked, (day, heads)).await;
    }
    let offer = catalogue::offer(cx, script, slug).await?;
    Ok((offer, catalogue::slots(cx, script, slug, day, heads).await?))
}

/// Slugs and names of what it may become. What it is is among them, sold or not, and so is the one that is `wanted`, in another place too.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn offers(
    cx: &Cx,
    asker: &Asker,
    script: Script,
    number: &Number,
    wanted: &str,
) -> Result<Vec<(String, String)>> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let everywhere = booking.kind()? == Kind::Trip;
    let sold = Condition::all().add(offer::Column::OffSince.is_null()).add(offer::Column::Kind.eq(&booking.kind));
    let here = Condition::any().add(offer::Column::PlaceId.eq(booking.place_id)).add(offer::Column::Slug.eq(wanted));
    let sold = if everywhere { sold } else { sold.add(here) };
    let mut offers = offer::Entity::find()
        .filter(Condition::any().add(offer::Column::Id.eq(booking.offer_id)).add(sold))
        .order_by_asc(offer::Column::PlaceId)
        .order_by_asc(offer::Column::Sort)
        .all(&cx.db)
        .await?;
    let is_elsewhere = |offer: &offer::Model| everywhere || offer.place_id != booking.place_id;
    // Of a place with several offers the one that is elsewhere comes last.
    offers.sort_by_key(|offer| !everywhere && is_elsewhere(offer));
    let places = place::Entity::find()
        .filter(place::Column::Id.is_in(offers.iter().map(|offer| offer.place_id)))
        .all(&cx.db)
        .await?;
    let named = |offer: &offer::Model| {
        let place = places.iter().find(|place| place.id == offer.place_id)?;
        let name = offer.name().get(script).to_owned();
        let name = if is_elsewhere(offer) { format!("{} · {name}", place.name().get(script)) } else { name };
        (place.off_since.is_none() || offer.id == booking.offer_id).then(|| (offer.slug.clone(), name))
    };
    Ok(offers.iter().filter_map(named).collect())
}
