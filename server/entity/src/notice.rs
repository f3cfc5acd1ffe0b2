//! Notices: the outbox, which is the members' inbox too.

use domain::notice::{Channel, NoticeStatus, Topic};
use sea_orm::{QueryOrder as _, entity::prelude::*};

use crate::word;

/// A row of `notice`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// What it tells of, and how: one event is told once over one channel.
    #[sea_orm(column_type = "Text", unique)]
    pub cause: String,
    /// A word of [`Topic`].
    #[sea_orm(column_type = "Text")]
    pub topic: String,
    /// A word of [`Channel`].
    #[sea_orm(column_type = "Text")]
    pub channel: String,
    /// The recipient's script.
    #[sea_orm(column_type = "Text")]
    pub script: String,
    /// E-mail address or phone number; none for the inbox.
    #[sea_orm(column_type = "Text", nullable)]
    pub recipient: Option<String>,
    /// Whose inbox it lies in.
    pub member_id: Option<i64>,
    /// The booking it is about.
    pub booking_id: Option<i64>,
    /// JSON: what the topic needs beside the booking.
    #[sea_orm(column_type = "Text")]
    pub detail: String,
    /// A word of [`NoticeStatus`].
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// Since when it is due; microseconds.
    pub since: i64,
    /// It is tried then; microseconds.
    pub next_at: Option<i64>,
    /// How often it was tried.
    pub tries: i32,
    /// What the other side said last.
    #[sea_orm(column_type = "Text")]
    pub trouble: String,
    /// The worker that is at it.
    #[sea_orm(column_type = "Text")]
    pub lease: String,
    /// The end of the worker's lease; microseconds.
    pub leased_until: Option<i64>,
    /// When it was delivered; microseconds.
    pub sent_at: Option<i64>,
    /// When the member opened it; microseconds.
    pub read_at: Option<i64>,
    /// The case it is about.
    pub case_id: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// A member's inbox, newest first.
    #[must_use]
    pub fn inbox(member_id: i64) -> Select<Self> {
        Self::find()
            .filter(Column::MemberId.eq(member_id))
            .filter(Column::Channel.eq(Channel::Inbox.as_str()))
            .order_by_desc(Column::Since)
            .order_by_desc(Column::Id)
    }
}

impl Model {
    /// What it is about.
    ///
    /// # Errors
    /// When the database holds a word that is no topic.
    pub fn topic(&self) -> Result<Topic, DbErr> {
        word::read("notice.topic", &self.topic)
    }

    /// How it is told.
    ///
    /// # Errors
    /// When the database holds a word that is no channel.
    pub fn channel(&self) -> Result<Channel, DbErr> {
        word::read("notice.channel", &self.channel)
    }

    /// Where it stands.
    ///
    /// # Errors
    /// When the database holds a word that is no status.
    pub fn status(&self) -> Result<NoticeStatus, DbErr> {
        word::read("notice.status", &self.status)
    }
}
