//! Writes what is to be told into the outbox, in the transaction of what happened.

use domain::{
    Instant,
    notice::{Channel, NoticeStatus, Topic},
    time::to_micros,
};
use entity::{booking, case_file, notice};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use crate::{Cx, Result, Tx};

/// Tells the customer of a booking about something, in his script: by mail if he gave an address, else by a text message, and
/// in his inbox if he is a member. `cause` names the event: telling the same event again writes nothing.
pub(crate) async fn tell(
    cx: &Cx,
    tx: &Tx,
    booking: &booking::Model,
    topic: Topic,
    cause: &str,
    detail: &serde_json::Value,
    now: Instant,
) -> Result<()> {
    let about = notice::ActiveModel {
        script: Set(booking.script.clone()),
        booking_id: Set(Some(booking.id)),
        ..Default::default()
    };
    let who = (booking.email.as_deref(), booking.phone.as_str(), booking.member_id);
    write(cx, tx, who, about, (topic, cause, detail), now).await.map(|_| ())
}

/// The same of a case (C7); gives how many notices there are of it now that were not.
pub(crate) async fn tell_case(
    cx: &Cx,
    tx: &Tx,
    case: &case_file::Model,
    topic: Topic,
    cause: &str,
    detail: &serde_json::Value,
    now: Instant,
) -> Result<u64> {
    let about =
        notice::ActiveModel { script: Set(case.script.clone()), case_id: Set(Some(case.id)), ..Default::default() };
    let who = (case.email.as_deref(), case.phone.as_str(), case.member_id);
    write(cx, tx, who, about, (topic, cause, detail), now).await
}

async fn write(
    cx: &Cx,
    tx: &Tx,
    (email, phone, member_id): (Option<&str>, &str, Option<i64>),
    about: notice::ActiveModel,
    (topic, cause, detail): (Topic, &str, &serde_json::Value),
    now: Instant,
) -> Result<u64> {
    let mut rows = Vec::new();
    let mut row = |channel: Channel, recipient: Option<&str>, member_id| {
        let inbox = channel == Channel::Inbox;
        rows.push(notice::ActiveModel {
            cause: Set(format!("{topic}:{cause}:{channel}")),
            topic: Set(topic.as_str().to_owned()),
            channel: Set(channel.as_str().to_owned()),
            recipient: Set(recipient.map(str::to_owned)),
            member_id: Set(member_id),
            detail: Set(detail.to_string()),
            status: Set(if inbox { NoticeStatus::Sent } else { NoticeStatus::Due }.as_str().to_owned()),
            since: Set(to_micros(now)),
            next_at: Set((!inbox).then(|| to_micros(now))),
            sent_at: Set(inbox.then(|| to_micros(now))),
            ..about.clone()
        });
    };
    let outside = cx.outside();
    match email.filter(|_| outside.mail.is_some()) {
        Some(email) => row(Channel::Mail, Some(email), None),
        None if outside.sms.is_some() => row(Channel::Sms, Some(phone), None),
        None => {}
    }
    if let Some(member) = member_id {
        row(Channel::Inbox, None, Some(member));
    }
    if rows.is_empty() {
        return Ok(0);
    }
    let told = OnConflict::column(notice::Column::Cause).do_nothing().to_owned();
    Ok(notice::Entity::insert_many(rows).on_conflict(told).exec_without_returning(&**tx).await?)
}
