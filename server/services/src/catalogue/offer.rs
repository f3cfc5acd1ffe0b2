//! The page of one offer.

use domain::{catalogue::OfferPage, change::Asked};
use entity::offer as row;
use i18n::Script;
use sea_orm::{ColumnTrait as _, QueryFilter as _};

use super::plan::Ware;
use crate::{Cx, Result};

/// Everything about an offer that does not depend on the date.
///
/// # Errors
/// [`domain::Rule::Unknown`] for a slug that is not sold.
pub async fn offer(cx: &Cx, script: Script, slug: &str) -> Result<OfferPage> {
    page(cx, script, Ware::load(&cx.db, slug, cx.now()).await?).await
}

/// The same of the offer that somebody has booked, on sale or not.
///
/// # Errors
/// When the database fails.
pub(crate) async fn booked_offer(cx: &Cx, script: Script, booked: &Asked) -> Result<OfferPage> {
    page(cx, script, Ware::booked(&cx.db, booked, cx.now()).await?).await
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
