//! Telling anew what costs nothing: when the guests come, what they need. Possible until the service ends, in a full house too.

use chrono::NaiveTime;
use domain::{Rule, booking::Number, change::DetailsForm};
use entity::booking::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use serde_json::json;

use crate::{
    Asker, Cx, Error, Result, audit,
    booking::{
        is_over,
        timeline::{self, By},
    },
    payment,
};

/// What a booking says now, as the form has it.
pub(super) fn details(booking: Model) -> DetailsForm {
    DetailsForm {
        number: booking.number,
        arrival: booking.arrival.unwrap_or_default(),
        remarks: booking.remarks,
        preferences: booking.preferences,
    }
}

/// Writes what is told anew; gives the booking's number. Saying the same again writes nothing. Staff say why.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Over`] when the booking or its service is over; [`Rule::Invalid`].
pub async fn tell_details(cx: &Cx, asker: &Asker, form: &DetailsForm, why: &str) -> Result<Number> {
    let why = audit::reason(asker, why)?;
    let number: Number = form.number.parse().map_err(|_| Rule::Unknown)?;
    let seen = payment::seen(&cx.db, asker, &number).await?;
    let (arrival, remarks, preferences) = form.parse(seen.kind()?).map_err(Rule::Invalid)?;
    let arrival = arrival.map(|time: NaiveTime| time.format("%H:%M").to_string());
    let tx = cx.begin().await?;
    let booking = timeline::lock(&tx, seen.id).await?;
    let now = cx.now();
    if let Some(over) = is_over(&*tx, &booking, now).await? {
        return Err(over.into());
    }
    if (&booking.arrival, &booking.remarks, &booking.preferences) != (&arrival, &remarks, &preferences) {
        Entity::update_many()
            .col_expr(Column::Arrival, Expr::value(arrival))
            .col_expr(Column::Remarks, Expr::value(remarks))
            .col_expr(Column::Preferences, Expr::value(preferences))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::Id.eq(booking.id))
            .exec(&*tx)
            .await?;
        let by = By::of(asker);
        timeline::note(&tx, booking.id, now, by, "details-changed", &why, &json!({})).await?;
        audit::acted(&tx, asker, now, "details-changed", &booking.number).await?;
    }
    tx.commit().await?;
    booking.number.parse().map_err(|_| Error::Internal("a stored booking number is none".to_owned()))
}
