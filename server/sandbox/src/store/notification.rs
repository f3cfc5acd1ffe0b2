//! The queue of notifications.

use gateway::{News, Notification};
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect, entity::prelude::*};

/// A row of `notification`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    /// The same however often it is sent.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub id: String,
    /// Of which order, or of which order's refund.
    #[sea_orm(column_type = "Text")]
    pub order_number: String,
    /// Where to.
    #[sea_orm(column_type = "Text")]
    pub url: String,
    /// JSON, as it is sent.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// It is signed by somebody without the secret.
    pub forged: bool,
    /// `waiting`, `done`, `lost` (on purpose), `given_up`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// It is to be sent then; milliseconds.
    pub due_at: i64,
    /// It was sent so many times in vain.
    pub tries: i64,
    /// It is to be sent so many times more after it was acknowledged.
    pub again: i64,
    /// How often it was sent in all.
    pub sent: i64,
    /// Status of the last answer; 0 for none.
    pub answer: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// What is to be told, and how.
pub(crate) struct Telling<'a> {
    pub(crate) order_number: &'a str,
    pub(crate) url: &'a str,
    pub(crate) news: News,
    pub(crate) at: i64,
    pub(crate) due_at: i64,
    pub(crate) again: i64,
    pub(crate) forged: bool,
    pub(crate) lost: bool,
}

/// Puts a notification into the queue.
pub(crate) async fn add(db: &impl ConnectionTrait, telling: Telling<'_>) -> Result<(), DbErr> {
    let id = gateway::nonce();
    let body = Notification { id: id.clone(), at: telling.at, news: telling.news };
    let row = ActiveModel {
        id: Set(id),
        order_number: Set(telling.order_number.to_owned()),
        url: Set(telling.url.to_owned()),
        body: Set(serde_json::to_string(&body).map_err(|error| DbErr::Custom(error.to_string()))?),
        forged: Set(telling.forged),
        state: Set(if telling.lost { "lost" } else { "waiting" }.to_owned()),
        due_at: Set(telling.due_at),
        tries: Set(0),
        again: Set(telling.again),
        sent: Set(0),
        answer: Set(0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// The next that are due, but none of `underway`.
pub(crate) async fn due(db: &impl ConnectionTrait, now: i64, underway: Vec<String>) -> Result<Vec<Model>, DbErr> {
    let waiting = Entity::find().filter(Column::State.eq("waiting")).filter(Column::DueAt.lte(now));
    waiting.filter(Column::Id.is_not_in(underway)).order_by_asc(Column::DueAt).limit(64).all(db).await
}

/// Those of an order, in the order in which they fell due.
pub(crate) async fn of_order(db: &impl ConnectionTrait, number: &str) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::OrderNumber.eq(number)).order_by_asc(Column::DueAt).all(db).await
}
