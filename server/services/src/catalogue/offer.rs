//! The page of one offer.

use chrono::NaiveDate;
use domain::{
    catalogue::{OfferPage, SlotHit},
    change::Asked,
};
use entity::offer as row;
use i18n::Script;
use sea_orm::{ColumnTrait as _, QueryFilter as _};

use super::{calendar::booked_slots, plan::Ware};
use crate::{Cx, Result};

/// Everything about an offer that does not depend on the date.
///
/// # Errors
/// [`domain::Rule::Unknown`] for a slug that is not sold.
pub async fn offer(cx: &Cx, script: Script, slug: &str) -> Result<OfferPage> {
    page(cx, script, Ware::load(&cx.db, slug, cx.now()).await?).await
}

/// The same of the offer that somebody has booked, on sale or not, and its slots of a day for so many heads.
///
/// # Errors
/// When the database fails.
pub(crate) async fn booked_offer(
    cx: &Cx,
    script: Script,
    booked: &Asked,
    (day, heads): (NaiveDate, u32),
) -> Result<(OfferPage, Vec<SlotHit>)> {
    let ware = Ware::booked(&cx.db, booked, cx.now()).await?;
    let slots = booked_slots(cx, script, &ware, day, heads).await?;
    Ok((page(cx, script, ware).await?, slots))
}

async fn page(cx: &Cx, script: Script, ware: Ware) -> Result<OfferPage> {
    let Ware { kind, offer, place, extras, terms } = ware;
    let siblings =
        row::Entity::of_places([place.id]).filter(row::Column::Id.ne(offer.id)).all(&cx.db).await?.into_iter();
    Ok(OfferPage {
        kind,
        name: offer.name().get(script).to_owned(),
        tags: offer.tags(script),
        details: offer.details().get(script).to_owned(),
        place: place.name().get(script).to_owned(),
        about: place.about().get(script).to_owned(),
        city: place.city_name().get(script).to_owned(),
        address: place.address().get(script).to_owned(),
        phone: place.phone,
        art: place.art,
        limits: offer.limits(extras.iter().map(|extra| extra.code.clone()).collect())?,
        extras: extras.iter().map(|extra| extra.view(script)).collect(),
        needs_id: offer.needs_id,
        terms,
        siblings: siblings.map(|other| (other.slug.clone(), other.name().get(script).to_owned())).collect(),
        slug: offer.slug,
    })
}
