//! What is sold of a resource: a room type, a place in a venue, a seat class.

use chrono::TimeDelta;
use domain::{Fen, Instant, Kind, catalogue::OfferLimits};
use i18n::{Localized, Script};
use sea_orm::entity::prelude::*;

use crate::both;

/// A row of `offer`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offer")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its place.
    pub place_id: i64,
    /// [`Kind`] by its word.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Its word in addresses.
    #[sea_orm(column_type = "Text", unique)]
    pub slug: String,
    /// Order at its place.
    pub sort: i32,
    /// Since when it is not sold, in microseconds of UTC; none while it is.
    pub off_since: Option<i64>,
    /// See [`Model::name`].
    #[sea_orm(column_type = "Text")]
    pub name_hans: String,
    /// See [`Model::name`].
    #[sea_orm(column_type = "Text")]
    pub name_hant: String,
    /// See [`Model::details`].
    #[sea_orm(column_type = "Text")]
    pub details_hans: String,
    /// See [`Model::details`].
    #[sea_orm(column_type = "Text")]
    pub details_hant: String,
    /// See [`Model::tags`].
    #[sea_orm(column_type = "Text")]
    pub tags_hans: String,
    /// See [`Model::tags`].
    #[sea_orm(column_type = "Text")]
    pub tags_hant: String,
    /// Whose slices are sold.
    pub resource_id: i64,
    /// Whose slices count the parties that start.
    pub pacing_resource_id: Option<i64>,
    /// Added to the slice's price of a unit.
    pub surcharge_fen: i64,
    /// Guests that fit into a room; else 1.
    pub heads_per_unit: i32,
    /// Fewest units of a booking.
    pub least: i32,
    /// Most units of a booking.
    pub most: i32,
    /// Fewest nights of a stay.
    pub least_nights: i32,
    /// How many consecutive slices a party takes.
    pub span_slots: i32,
    /// It may still be booked so many minutes after its start.
    pub late_minutes: i32,
    /// Each guest's ID number is needed.
    pub needs_id: bool,
    /// Offers of one class stand in for one another.
    #[sea_orm(column_type = "Text")]
    pub class: String,
    /// The policy whose version in force says the terms of a sale.
    pub policy_id: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Offers that are sold.
    #[must_use]
    pub fn sold() -> Select<Self> {
        Self::find().filter(Column::OffSince.is_null())
    }

    /// The offer with a word, if it is sold.
    #[must_use]
    pub fn by_slug(slug: &str) -> Select<Self> {
        Self::sold().filter(Column::Slug.eq(slug))
    }

    /// The offer with a word, sold or not: somebody may have booked it when it was.
    #[must_use]
    pub fn named(slug: &str) -> Select<Self> {
        Self::find().filter(Column::Slug.eq(slug))
    }

    /// What the places sell, in the house's order.
    pub fn of_places(places: impl IntoIterator<Item = i64>) -> Select<Self> {
        use sea_orm::QueryOrder as _;
        Self::sold().filter(Column::PlaceId.is_in(places)).order_by_asc(Column::Sort).order_by_asc(Column::Id)
    }
}

impl Model {
    /// What is sold.
    pub fn kind(&self) -> Result<Kind, DbErr> {
        self.kind.parse().map_err(DbErr::Type)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Localized {
        both(&self.name_hans, &self.name_hant)
    }

    /// What it is, some sentences.
    #[must_use]
    pub fn details(&self) -> Localized {
        both(&self.details_hans, &self.details_hant)
    }

    /// Short features.
    #[must_use]
    pub fn tags(&self, script: Script) -> Vec<String> {
        let text = match script {
            Script::Hans => &self.tags_hans,
            Script::Hant => &self.tags_hant,
        };
        text.split('|').map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
    }

    /// Added to the slice's price of a unit.
    #[must_use]
    pub const fn surcharge(&self) -> Fen {
        Fen(self.surcharge_fen)
    }

    /// The last instant at which something that starts then can be entered, and so be booked: it must not have come yet.
    #[must_use]
    pub fn latest(&self, starts: Instant) -> Instant {
        starts + TimeDelta::minutes(i64::from(self.late_minutes.max(0)))
    }

    /// How many consecutive slices a party takes, at least one.
    #[must_use]
    pub fn span(&self) -> usize {
        usize::try_from(self.span_slots).unwrap_or(1).max(1)
    }

    /// Bounds of a booking, given the codes of its extras.
    pub fn limits(&self, extras: Vec<String>) -> Result<OfferLimits, DbErr> {
        let whole = |count: i32| u32::try_from(count).unwrap_or(1).max(1);
        Ok(OfferLimits {
            kind: self.kind()?,
            heads_per_unit: whole(self.heads_per_unit),
            least: whole(self.least),
            most: whole(self.most),
            least_nights: whole(self.least_nights),
            extras,
        })
    }
}
