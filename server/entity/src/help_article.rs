//! An article of the knowledge base; its texts are its versions.

use domain::help::Topic;
use sea_orm::entity::prelude::*;

use crate::word;

/// A row of `help_article`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "help_article")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its name in addresses.
    #[sea_orm(unique, column_type = "Text")]
    pub slug: String,
    /// A word of [`Topic`].
    #[sea_orm(column_type = "Text")]
    pub topic: String,
    /// Its place among those of its topic.
    pub sort: i32,
    /// When somebody should look at it again.
    pub review_on: Option<Date>,
    /// JSON: the names of people that it was made of, until it is published.
    #[sea_orm(column_type = "Text")]
    pub names: String,
    /// Microseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What it is about.
    ///
    /// # Errors
    /// When the database holds a word that is no topic.
    pub fn topic(&self) -> Result<Topic, DbErr> {
        word::read("help_article.topic", &self.topic)
    }

    /// The names of people that it was made of.
    ///
    /// # Errors
    /// When the database holds something else.
    pub fn names(&self) -> Result<Vec<String>, DbErr> {
        word::json("help_article.names", &self.names)
    }
}
