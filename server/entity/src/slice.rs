//! A resource in a stretch of time: a night, a slot, a departure.

use domain::{Fen, Instant, time::from_micros};
use i18n::Script;
use sea_orm::{QueryOrder as _, entity::prelude::*};

/// A row of `slice`. Only `services::inventory` writes `taken`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "slice")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Whose time it is.
    pub resource_id: i64,
    /// Business day of its start.
    pub day: Date,
    /// Start.
    pub starts_at: i64,
    /// End.
    pub ends_at: i64,
    /// Units there are.
    pub capacity: i32,
    /// Units held or sold, expired holds that are not swept yet among them.
    pub taken: i32,
    /// Price of a unit before the offer's surcharge.
    pub price_fen: i64,
    /// Closed by the house.
    pub closed: bool,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub closed_hans: Option<String>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub closed_hant: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Slices of resources from one day to another, both included, in order of time.
    pub fn of_resources(resources: impl IntoIterator<Item = i64>, first: Date, last: Date) -> Select<Self> {
        Self::find()
            .filter(Column::ResourceId.is_in(resources))
            .filter(Column::Day.gte(first))
            .filter(Column::Day.lte(last))
            .order_by_asc(Column::StartsAt)
            .order_by_asc(Column::Id)
    }
}

impl Model {
    /// Start.
    #[must_use]
    pub fn starts(&self) -> Instant {
        from_micros(self.starts_at)
    }

    /// End.
    #[must_use]
    pub fn ends(&self) -> Instant {
        from_micros(self.ends_at)
    }

    /// Price of a unit before the offer's surcharge.
    #[must_use]
    pub const fn price(&self) -> Fen {
        Fen(self.price_fen)
    }

    /// Why it is closed, if it is.
    #[must_use]
    pub fn closed_because(&self, script: Script) -> Option<String> {
        let reason = match script {
            Script::Hans => &self.closed_hans,
            Script::Hant => &self.closed_hant,
        };
        self.closed.then(|| reason.clone().unwrap_or_default())
    }
}
