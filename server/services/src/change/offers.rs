//! What a booking may be changed to: what else its place sells; of a trip, every route.

use domain::{Kind, booking::Number, change::Asked};
use entity::{offer, place};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::plan::asked_of;
use crate::{Asker, Cx, Result, payment};

/// What is booked now.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn booked(cx: &Cx, asker: &Asker, number: &Number) -> Result<Asked> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    asked_of(&cx.db, &booking).await
}

/// Slugs and names of what it may become, what it is among them.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn offers(cx: &Cx, asker: &Asker, script: Script, number: &Number) -> Result<Vec<(String, String)>> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let sold = offer::Entity::sold().filter(offer::Column::Kind.eq(&booking.kind));
    let everywhere = booking.kind()? == Kind::Trip;
    let sold = if everywhere { sold } else { sold.filter(offer::Column::PlaceId.eq(booking.place_id)) };
    let sold = sold.order_by_asc(offer::Column::PlaceId).order_by_asc(offer::Column::Sort).all(&cx.db).await?;
    let places = place::Entity::find()
        .filter(place::Column::Id.is_in(sold.iter().map(|offer| offer.place_id)))
        .filter(place::Column::Active.eq(true))
        .all(&cx.db)
        .await?;
    let named = |offer: &offer::Model| {
        let place = places.iter().find(|place| place.id == offer.place_id)?;
        let name = offer.name().get(script).to_owned();
        let name = if everywhere { format!("{} · {name}", place.name().get(script)) } else { name };
        Some((offer.slug.clone(), name))
    };
    Ok(sold.iter().filter_map(named).collect())
}
