//! Keeps a file that came with a form.

use chrono::TimeDelta;
use domain::{
    Instant, Rule,
    time::to_micros,
    upload::{FileFault, MOST_BYTES, file_name, sniff},
};
use entity::upload::{ActiveModel, Column, Entity};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{LIFE, Verdict};
use crate::{Cx, Error, Result, Session, Tx, secret, throttle};

/// So many files of one session wait to be attached; the oldest go first.
const WAITING: u64 = 15;

/// So many files are taken from one session, and so many from one address, where an office may sit behind it.
const BY_SESSION: u32 = 60;
const BY_ADDRESS: u32 = 300;

/// Within this time.
const WINDOW: TimeDelta = TimeDelta::hours(1);

/// Checks a file by its content, has it scanned and keeps it under the session for 24 hours; gives its id. Whatever is wrong with it is
/// found before anything is stored. `name` may be any text.
///
/// # Errors
/// [`Rule::Invalid`] with one fault at `files` (a word of [`FileFault`]); [`Rule::TooMany`].
pub async fn keep(cx: &Cx, session: &Session, address: &str, name: &str, bytes: Vec<u8>) -> Result<String> {
    if bytes.is_empty() {
        return Err(refused(FileFault::EmptyFile));
    }
    if bytes.len() > MOST_BYTES {
        return Err(refused(FileFault::TooLarge));
    }
    let kind = sniff(&bytes).ok_or_else(|| refused(FileFault::NotAFileType))?;
    throttle::hit(cx, "upload-session", &session.hash, BY_SESSION, WINDOW).await?;
    throttle::hit(cx, "upload-address", address, BY_ADDRESS, WINDOW).await?;
    let scan = scanned(cx, &bytes).await?;
    let id = secret::random::<16>()?;
    let now = cx.now();
    let row = ActiveModel {
        id: Set(id.clone()),
        session_hash: Set(Some(session.hash.clone())),
        subject: Set(None),
        public: Set(false),
        name: Set(file_name(name, kind)),
        kind: Set(kind.as_str().to_owned()),
        size: Set(i64::try_from(bytes.len()).unwrap_or(i64::MAX)),
        sha256: Set(secret::sha256(&bytes)),
        content: Set(bytes),
        scan: Set(scan.to_owned()),
        created_at: Set(to_micros(now)),
        expires_at: Set(Some(to_micros(now + LIFE))),
    };
    let tx = cx.begin().await?;
    make_room(&tx, session, now).await?;
    Entity::insert(row).exec_without_returning(&*tx).await?;
    tx.commit().await?;
    Ok(id)
}

/// The word for what the scanner said. One that is set up and silent lets nothing pass.
async fn scanned(cx: &Cx, bytes: &[u8]) -> Result<&'static str> {
    let Some(scanner) = &cx.outside().scanner else { return Ok("unscanned") };
    match scanner.scan(bytes).await {
        Ok(Verdict::Clean) => Ok("clean"),
        Ok(Verdict::Infected) => Err(refused(FileFault::Infected)),
        Err(error) => {
            tracing::error!(%error, "a file was refused because it could not be scanned");
            Err(refused(FileFault::ScannerSilent))
        }
    }
}

async fn make_room(tx: &Tx, session: &Session, now: Instant) -> Result<()> {
    let waiting = Entity::find().filter(Column::SessionHash.eq(&session.hash));
    let too_many: Vec<String> = waiting
        .select_only()
        .column(Column::Id)
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .offset(WAITING - 1)
        .limit(WAITING)
        .into_tuple()
        .all(&**tx)
        .await?;
    Entity::delete_many()
        .filter(Column::SessionHash.eq(&session.hash))
        .filter(Condition::any().add(Column::ExpiresAt.lte(to_micros(now))).add(Column::Id.is_in(too_many)))
        .exec(&**tx)
        .await?;
    Ok(())
}

fn refused(fault: FileFault) -> Error {
    Rule::Invalid(vec![fault.fault()]).into()
}
