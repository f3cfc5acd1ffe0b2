//! A hotel, a venue or a coach route.

use domain::Kind;
use i18n::Localized;
use sea_orm::entity::prelude::*;

use crate::{both, both_or_blank};

/// A row of `place`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// [`Kind`] by its word.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Its word in addresses.
    #[sea_orm(column_type = "Text", unique)]
    pub slug: String,
    /// Order among its like.
    pub sort: i32,
    /// Recommended by the house.
    pub recommended: bool,
    /// Since when nothing is sold there and it is not shown, in microseconds of UTC; none while it is.
    pub off_since: Option<i64>,
    /// The city's key.
    #[sea_orm(column_type = "Text")]
    pub city: String,
    /// See [`Model::city_name`].
    #[sea_orm(column_type = "Text")]
    pub city_hans: String,
    /// See [`Model::city_name`].
    #[sea_orm(column_type = "Text")]
    pub city_hant: String,
    /// See [`Model::name`].
    #[sea_orm(column_type = "Text")]
    pub name_hans: String,
    /// See [`Model::name`].
    #[sea_orm(column_type = "Text")]
    pub name_hant: String,
    /// See [`Model::summary`].
    #[sea_orm(column_type = "Text")]
    pub summary_hans: String,
    /// See [`Model::summary`].
    #[sea_orm(column_type = "Text")]
    pub summary_hant: String,
    /// See [`Model::about`].
    #[sea_orm(column_type = "Text")]
    pub about_hans: String,
    /// See [`Model::about`].
    #[sea_orm(column_type = "Text")]
    pub about_hant: String,
    /// See [`Model::address`].
    #[sea_orm(column_type = "Text")]
    pub address_hans: String,
    /// See [`Model::address`].
    #[sea_orm(column_type = "Text")]
    pub address_hant: String,
    /// Phone, for people.
    #[sea_orm(column_type = "Text")]
    pub phone: String,
    /// Name of the illustration.
    #[sea_orm(column_type = "Text")]
    pub art: String,
    /// Folded words by which it is found, of both scripts.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// Key of the stop where a route starts.
    #[sea_orm(column_type = "Text", nullable)]
    pub origin: Option<String>,
    /// Key of the stop where a route ends.
    #[sea_orm(column_type = "Text", nullable)]
    pub destination: Option<String>,
    /// See [`Model::origin_name`].
    #[sea_orm(column_type = "Text", nullable)]
    pub origin_hans: Option<String>,
    /// See [`Model::origin_name`].
    #[sea_orm(column_type = "Text", nullable)]
    pub origin_hant: Option<String>,
    /// See [`Model::destination_name`].
    #[sea_orm(column_type = "Text", nullable)]
    pub destination_hans: Option<String>,
    /// See [`Model::destination_name`].
    #[sea_orm(column_type = "Text", nullable)]
    pub destination_hant: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What is sold there.
    pub fn kind(&self) -> Result<Kind, DbErr> {
        self.kind.parse().map_err(DbErr::Type)
    }

    /// The city's name.
    #[must_use]
    pub fn city_name(&self) -> Localized {
        both(&self.city_hans, &self.city_hant)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Localized {
        both(&self.name_hans, &self.name_hant)
    }

    /// One sentence.
    #[must_use]
    pub fn summary(&self) -> Localized {
        both(&self.summary_hans, &self.summary_hant)
    }

    /// Some sentences.
    #[must_use]
    pub fn about(&self) -> Localized {
        both(&self.about_hans, &self.about_hant)
    }

    /// Address; a route's boarding place.
    #[must_use]
    pub fn address(&self) -> Localized {
        both(&self.address_hans, &self.address_hant)
    }

    /// Where a route starts; blank for other kinds.
    #[must_use]
    pub fn origin_name(&self) -> Localized {
        both_or_blank(self.origin_hans.as_deref(), self.origin_hant.as_deref())
    }

    /// Where a route ends; blank for other kinds.
    #[must_use]
    pub fn destination_name(&self) -> Localized {
        both_or_blank(self.destination_hans.as_deref(), self.destination_hant.as_deref())
    }
}
