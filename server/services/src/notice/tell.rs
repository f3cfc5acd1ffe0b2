//! Writes what is to be told into the outbox, in the transaction of what happened.

use domain::{
    Instant,
    notice::{Channel, NoticeStatus, Topic},
    time::to_micros,
};
use entity::{booking, notice};
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
    let mut rows = Vec::new();
    let mut row = |channel: Channel, recipient: Option<&str>, member_id| {
        let inbox = channel == Channel::Inbox;
        rows.push(notice::ActiveModel {
            cause: Set(format!("{topic}:{cause}:{channel}")),
            topic: Set(topic.as_str().to_owned()),
            channel: Set(channel.as_str().to_owned()),
            script: Set(booking.script.clone()),
            recipient: Set(recipient.map(str::to_owned)),
            member_id: Set(member_id),
            booking_id: Set(booking.id),
            detail: Set(detail.to_string()),
            status: Set(if inbox { NoticeStatus::Sent } else { NoticeStatus::Due }.as_str().to_owned()),
            since: Set(to_micros(now)),
            next_at: Set((!inbox).then(|| to_micros(now))),
            sent_at: Set(inbox.then(|| to_micros(now))),
            ..Default::default()
        });
    };
    let outside = cx.outside();
    match booking.email.as_deref().filter(|_| outside.mail.is_some()) {
        Some(email) => row(Channel::Mail, Some(email), None),
        None if outside.sms.is_some() => row(Channel::Sms, Some(&booking.phone), None),
        None => {}
    }
    if let Some(member) = booking.member_id {
        row(Channel::Inbox, None, Some(member));
    }
    if rows.is_empty() {
        return Ok(());
    }
    let told = OnConflict::column(notice::Column::Cause).do_nothing().to_owned();
    notice::Entity::insert_many(rows).on_conflict(told).exec_without_returning(&**tx).await?;
    Ok(())
}
