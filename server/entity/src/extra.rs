//! Something to add to a booking.

use i18n::{Localized, Script};
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::both;

/// A row of `extra`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "extra")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Offer it belongs to.
    pub offer_id: i64,
    /// Its code, unique in the offer.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// See [`Model::name`].
    #[sea_orm(column_type = "Text")]
    pub name_hans: String,
    /// See [`Model::name`].
    #[sea_orm(column_type = "Text")]
    pub name_hant: String,
    /// Price of one.
    pub price_fen: i64,
    /// Charged for each head, else once.
    pub per_head: bool,
    /// Order in the offer.
    pub sort: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// What can be added to an offer, in the house's order.
    #[must_use]
    pub fn of_offer(offer: i64) -> Select<Self> {
        Self::find().filter(Column::OfferId.eq(offer)).order_by_asc(Column::Sort).order_by_asc(Column::Id)
    }
}

impl Model {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> Localized {
        both(&self.name_hans, &self.name_hant)
    }

    /// For the page.
    #[must_use]
    pub fn view(&self, script: Script) -> domain::catalogue::Extra {
        domain::catalogue::Extra {
            code: self.code.clone(),
            name: self.name().get(script).to_owned(),
            each: domain::Fen(self.price_fen),
            per_head: self.per_head,
        }
    }
}
