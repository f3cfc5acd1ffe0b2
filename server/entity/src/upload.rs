//! Files that were sent along with a form. Finders leave the content in the database; only who opens a file reads it.

use domain::upload::{Attachment, FileType};
use sea_orm::{FromQueryResult, QueryOrder as _, QuerySelect as _, entity::prelude::*};

use crate::word;

/// A row of `upload`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    /// 128 random bits, hexadecimal.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub id: String,
    /// Whose it is until it is attached.
    #[sea_orm(column_type = "Text", nullable)]
    pub session_hash: Option<String>,
    /// What it is attached to, such as `case:12`; nothing while its form has not been accepted.
    #[sea_orm(column_type = "Text", nullable)]
    pub subject: Option<String>,
    /// Once attached: the customer may see it, not only staff.
    pub public: bool,
    /// What it is called.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// A word of [`FileType`].
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content, hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    /// The content as it came.
    #[sea_orm(column_type = "Blob")]
    pub content: Vec<u8>,
    /// `clean`, or `unscanned` where no scanner is set up.
    #[sea_orm(column_type = "Text")]
    pub scan: String,
    /// Microseconds.
    pub created_at: i64,
    /// Gone from then on, unless it is attached; microseconds.
    pub expires_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// A file without its content.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Head {
    /// Key.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// A word of [`FileType`].
    pub kind: String,
    /// Bytes.
    pub size: i64,
    /// The customer may see it.
    pub public: bool,
}

impl Entity {
    /// What a session has sent and not attached, as long as it waits.
    #[must_use]
    pub fn waiting(session_hash: &str, now: i64) -> Select<Self> {
        Self::find()
            .filter(Column::SessionHash.eq(session_hash))
            .filter(Column::Subject.is_null())
            .filter(Column::ExpiresAt.gt(now))
    }

    /// What is attached to a subject, in the order in which it came.
    #[must_use]
    pub fn of_subject(subject: &str) -> Select<Self> {
        Self::find().filter(Column::Subject.eq(subject)).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id)
    }

    /// The rows of a finder without their content.
    #[must_use]
    pub fn heads(rows: Select<Self>) -> sea_orm::Selector<sea_orm::SelectModel<Head>> {
        let columns = [Column::Id, Column::Name, Column::Kind, Column::Size, Column::Public];
        rows.select_only().columns(columns).into_model::<Head>()
    }
}

impl Model {
    /// What it is.
    ///
    /// # Errors
    /// When the database holds a word that is no kind of file.
    pub fn kind(&self) -> Result<FileType, DbErr> {
        word::read("upload.kind", &self.kind)
    }
}

impl TryFrom<Head> for Attachment {
    type Error = DbErr;

    fn try_from(head: Head) -> Result<Self, DbErr> {
        let kind = word::read("upload.kind", &head.kind)?;
        Ok(Self { id: head.id, name: head.name, kind, size: head.size })
    }
}
