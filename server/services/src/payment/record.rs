//! Staff record that money came at the counter or by transfer.

use domain::{
    Fault, Fen, Rule,
    booking::{Number, Status},
    desk::Permission,
    payment::{PaymentStatus, ReceiptForm, Way},
    time::to_micros,
};
use entity::payment;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{
    arrive::{CURRENCY, Came, arrive, something},
    ask, owed, scope,
};
use crate::{
    Cx, Error, Result, Staff, Tx, audit,
    booking::timeline::{self, By},
    change,
    desk::need,
    secret, voucher,
};

/// Records the receipt and confirms the booking; gives its number. `key` is the form's own: sent again it records nothing more.
/// Money for a booking whose hold has run out takes the units again, or is owed back to the customer at once.
///
/// # Errors
/// [`Rule::Unknown`] when there is no such booking; [`Rule::Invalid`]. At the counter also when the amount is not the one that
/// is due, and [`Rule::NothingDue`] when the booking is paid or cancelled.
pub async fn record(cx: &Cx, staff: &Staff, key: &str, form: &ReceiptForm) -> Result<Number> {
    need(staff.role, Permission::TakeMoney)?;
    let (way, amount, slip) = form.parse().map_err(Rule::Invalid)?;
    let number: Number = form.number.parse().map_err(|_| Rule::Unknown)?;
    let booking = scope::any(&cx.db, number.as_str()).await?;
    let start_key = format!("{number}/{}", secret::sha256(key));
    if recorded(cx, &start_key).await? {
        return Ok(number);
    }
    match ask::close(cx, booking.id).await {
        // The customer stands at the counter: what he may yet pay online besides goes back by itself.
        Err(Error::Refused(Rule::ProviderSilent)) => {}
        closed => closed?,
    }
    let tx = cx.begin().await?;
    match written(cx, &tx, staff, booking.id, (way, amount, &slip), start_key).await {
        Ok(()) => tx.commit().await?,
        Err(error) => return Err(error),
    }
    Ok(number)
}

async fn recorded(cx: &Cx, start_key: &str) -> Result<bool> {
    let found = payment::Entity::find().filter(payment::Column::StartKey.eq(start_key)).one(&cx.db).await?;
    Ok(found.is_some())
}

async fn written(
    cx: &Cx,
    tx: &Tx,
    staff: &Staff,
    booking_id: i64,
    (way, amount, slip): (Way, Fen, &str),
    start_key: String,
) -> Result<()> {
    let booking = timeline::lock(tx, booking_id).await?;
    let now = cx.now();
    let again = payment::Entity::find().filter(payment::Column::StartKey.eq(start_key.as_str())).one(&**tx).await?;
    if again.is_some() {
        return Ok(());
    }
    let change = change::live_of(&**tx, booking.id, now).await?;
    voucher::lock_standing(tx, &booking, now).await?;
    let due = match &change {
        Some(change) => owed::of_change(&**tx, &booking, change, now).await?,
        None => owed::outstanding(tx, &booking, now).await?,
    };
    // At the counter the customer is told before he pays. A transfer has come, whatever it is and whatever has happened since:
    // it is settled like any money.
    if way == Way::Counter {
        if booking.status_at(now)? == Status::Confirmed && change.is_none() {
            return Err(Rule::NothingDue.into());
        }
        if amount != something(due)? {
            return Err(Rule::Invalid(vec![Fault::bound("amount", "not-what-is-due", due.0 / 100)]).into());
        }
    }
    let number = format!("YP{}", secret::random::<8>()?.to_ascii_uppercase());
    let row = payment::ActiveModel {
        number: Set(number.clone()),
        booking_id: Set(booking.id),
        way: Set(way.as_str().to_owned()),
        provider: Set(String::new()),
        status: Set(PaymentStatus::Open.as_str().to_owned()),
        amount_fen: Set(if due > Fen::ZERO { due.0 } else { amount.0 }),
        currency: Set(CURRENCY.to_owned()),
        start_key: Set(start_key),
        begun_at: Set(to_micros(now)),
        expires_at: Set(to_micros(now)),
        slip: Set(slip.to_owned()),
        staff_id: Set(Some(staff.id)),
        change_id: Set(change.map(|change| change.id)),
        ..Default::default()
    };
    let row = row.insert(&**tx).await?;
    let by = By::Staff(staff.id);
    timeline::note(
        tx,
        booking.id,
        now,
        by,
        "receipt-recorded",
        "",
        &json!({ "amount": amount.0, "way": way.as_str() }),
    )
    .await?;
    audit::write(tx, staff.id, now, "payment-recorded", &booking.number).await?;
    let came = Came { amount, currency: CURRENCY.to_owned(), reference: slip.to_owned() };
    arrive(cx, tx, &booking, row, &came, by, now).await.inspect_err(|error| match error {
        Error::Refused(_) => {}
        fault => tracing::error!(%fault, payment.number = number, "a receipt could not be recorded"),
    })
}
