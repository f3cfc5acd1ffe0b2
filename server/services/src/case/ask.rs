//! Somebody asks (C1, C2): number and promised time at once.

use chrono::TimeDelta;
use domain::{
    Fault, Rule,
    case::{Asking, CaseNumber, Category, Deed, Department, Kind, Level, Priority},
    notice::Topic,
    time::to_micros,
};
use entity::{
    booking,
    case_file::{ActiveModel, Column, Entity, Model},
};
use i18n::{Script, convert::fold};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{bus, files, log, promise, scope, topics};
use crate::{
    Asker, Cx, Error, Result, Tx, booking::timeline::By, error::is_duplicate, notice, payment, secret, throttle,
};

/// Questions of one address in an hour: a family's, not a machine's.
const MOST: u32 = 20;

/// Questions of one session in an hour.
const MINE: u32 = 10;

/// How often it is tried again after another took the number or the key first.
const TRIES: usize = 5;

/// Characters of a case's title.
const TITLE: usize = 80;

/// Opens a case for a question; gives its number. The same question of the same session on the same day is the same case.
///
/// # Errors
/// [`Rule::TooMany`] after too many; [`Rule::Invalid`] when the booking it names is not the asker's, or a file is gone.
pub async fn ask(cx: &Cx, asker: &Asker, address: &str, script: Script, asking: &Asking) -> Result<CaseNumber> {
    let question = serde_json::to_string(&(
        asking.text.as_str(),
        asking.name.as_str(),
        asking.phone.as_str(),
        asking.booking.as_ref().map(domain::booking::Number::as_str),
        asking.email.as_ref().map(domain::contact::Email::as_str),
        asking.files.is_empty(),
    ))?;
    let fingerprint = secret::keyed(&cx.settings.secret, &["question", &question])?;
    let key =
        secret::keyed(&cx.settings.secret, &["ask", &asker.session().hash, &fingerprint, &cx.today().to_string()])?;
    if let Some(known) = Entity::find().filter(Column::AskKey.eq(&key)).one(&cx.db).await? {
        return number(&known);
    }
    throttle::hit(cx, "ask-address", address, MOST, TimeDelta::hours(1)).await?;
    throttle::hit(cx, "ask-session", &asker.session().hash, MINE, TimeDelta::hours(1)).await?;
    let booking = about(cx, asker, asking).await?;
    for _ in 0..TRIES {
        match attempt(cx, asker, script, (&key, &fingerprint), asking, booking.as_ref()).await {
            Err(Error::Database(err)) if is_duplicate(&err) => {
                if let Some(known) = Entity::find().filter(Column::AskKey.eq(&key)).one(&cx.db).await? {
                    return number(&known);
                }
            }
            outcome => return outcome,
        }
    }
    Err(Rule::Busy.into())
}

/// The booking a question is about: the asker's own, or one whose phone number he knows.
async fn about(cx: &Cx, asker: &Asker, asking: &Asking) -> Result<Option<booking::Model>> {
    let Some(number) = &asking.booking else { return Ok(None) };
    match payment::seen(&cx.db, asker, number).await {
        Ok(booking) => Ok(Some(booking)),
        Err(Error::Refused(Rule::Unknown)) => {
            let found = booking::Entity::by_number(number.as_str()).one(&cx.db).await?;
            let known = found.filter(|row| row.phone == asking.phone.as_str());
            Ok(Some(known.ok_or_else(|| Rule::Invalid(vec![Fault::new("booking", "not-your-booking")]))?))
        }
        Err(error) => Err(error),
    }
}

/// Whether a question could be asked so, before it is.
///
/// # Errors
/// [`Rule::Invalid`] when the booking it names is not the asker's.
pub async fn may_ask(cx: &Cx, asker: &Asker, asking: &Asking) -> Result<()> {
    about(cx, asker, asking).await.map(|_| ())
}

async fn attempt(
    cx: &Cx,
    asker: &Asker,
    script: Script,
    (key, fingerprint): (&str, &str),
    asking: &Asking,
    booking: Option<&booking::Model>,
) -> Result<CaseNumber> {
    let kind = Kind::Inquiry;
    let category = asking.topic.unwrap_or_else(|| topics::suggest(&asking.text));
    let number = CaseNumber::generate(kind, rand::random());
    let now = cx.now();
    let tx = cx.begin().await?;
    let row = ActiveModel {
        number: Set(number.as_str().to_owned()),
        kind: Set(kind.as_str().to_owned()),
        status: Set("waiting".to_owned()),
        category: Set(category.as_str().to_owned()),
        level: Set(Level::Simple.as_str().to_owned()),
        priority: Set(Priority::Normal.as_str().to_owned()),
        department: Set(Department::Service.as_str().to_owned()),
        member_id: Set(asker.member_id()),
        booking_id: Set(booking.map(|booking| booking.id)),
        script: Set(script.prefix().to_owned()),
        channel: Set("web".to_owned()),
        name: Set(asking.name.clone()),
        phone: Set(asking.phone.as_str().to_owned()),
        email: Set(asking.email.as_ref().map(|email| email.as_str().to_owned())),
        code: Set(asking.code.clone()),
        title: Set(title(&asking.text)),
        opened_at: Set(to_micros(now)),
        seq: Set(0),
        round: Set(1),
        last_by: Set("customer".to_owned()),
        seen_seq: Set(1),
        promise: Set(serde_json::to_string(&promise::promise(&*tx, kind).await?)?),
        search_text: Set(search_text(&number, asking, booking)),
        ask_key: Set(key.to_owned()),
        request_hash: Set(fingerprint.to_owned()),
        ..Default::default()
    };
    let case = row.insert(&*tx).await?;
    if asker.member_id().is_none() {
        scope::grant(&tx, asker.session(), case.id).await?;
    }
    let case = opened(cx, &tx, asker, &case, category, &asking.text).await?;
    files::attach(cx, &tx, asker.session(), &asking.files, (case.id, case.seq), true).await?;
    let due = case.due_at;
    notice::tell_case(cx, &tx, &case, Topic::Asked, number.as_str(), &json!({ "due": due }), now).await?;
    bus::commit(cx, tx, case.id).await?;
    tracing::info!(case.number = number.as_str(), category = category.as_str(), "a question was asked");
    Ok(number)
}

/// The first entry of the log.
async fn opened(cx: &Cx, tx: &Tx, asker: &Asker, case: &Model, category: Category, text: &str) -> Result<Model> {
    let (level, priority, department) = (Level::Simple, Priority::Normal, Department::Service);
    let deed = Deed::Opened { category, level, priority, department };
    log::begin(cx, tx, case, By::of(asker), &deed, text).await
}

fn number(case: &Model) -> Result<CaseNumber> {
    case.number.parse().map_err(|_| Error::Internal("a stored case number is none".to_owned()))
}

/// The beginning of what was asked, as one line.
fn title(text: &str) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    if line.chars().nth(TITLE).is_none() {
        return line;
    }
    line.chars().take(TITLE - 1).chain(['…']).collect()
}

/// What the desk finds it by. Not by parts of the phone number: who must not see it could guess it digit by digit.
fn search_text(number: &CaseNumber, asking: &Asking, booking: Option<&booking::Model>) -> String {
    let number = number.as_str();
    let booked = booking.map(|booking| booking.number.as_str()).unwrap_or_default();
    let plain = number.replace('-', "");
    fold(&format!("{number} {plain} {} {booked} {}", asking.name, asking.text))
}
