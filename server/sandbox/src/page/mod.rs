//! The pages: where a customer pays, and the text messages. Every word is of `locales/*/sandbox.ftl`; nothing needs a script.

mod frame;
mod order;

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n::Script;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

pub(crate) use frame::sms;

use crate::{Mode, Sandbox, act::Acted, now, signed::Refused, store::order as stored};

/// The longest a customer may let a payment or an answer wait, in seconds.
const LONGEST: i64 = 3600;

/// `GET /pay/{reference}`.
pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Path(reference): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    Ok(match find(&sandbox, reference).await? {
        Some(found) => order::page(script(&found), &found, now()),
        None => missing(&headers),
    })
}

/// `POST /pay/{reference}`: a button was pressed. Afterwards the customer goes back to the merchant.
pub(crate) async fn act(
    State(sandbox): State<Sandbox>,
    Path(reference): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refused> {
    let Some(found) = find(&sandbox, reference).await? else { return Ok(missing(&headers)) };
    let field = |name: &str| {
        let form = std::str::from_utf8(&body).unwrap_or_default();
        form.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let wait = field("seconds").and_then(|text| text.parse::<i64>().ok()).unwrap_or(20).clamp(0, LONGEST);
    let acted = match field("act").unwrap_or_default() {
        "pay" => sandbox.pay(&found.number, None).await?,
        "decline" => sandbox.decline(&found.number).await?,
        case => match Mode::named(case, Some(wait * 1000)) {
            Some(mode) => sandbox.pay(&found.number, Some(mode)).await?,
            None => return Err(Refused::FORMAT),
        },
    };
    let back = found.asked().map(|asked| asked.return_url).unwrap_or_default();
    Ok(match acted {
        Acted::Done(_) => (StatusCode::SEE_OTHER, [(header::LOCATION, back)]).into_response(),
        // Somebody was quicker, or the time has run out: the page says so.
        Acted::TooLate | Acted::Unknown => match find(&sandbox, found.reference).await? {
            Some(found) => order::page(script(&found), &found, now()),
            None => missing(&headers),
        },
    })
}

/// `GET /sandbox.css`.
pub(crate) async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("sandbox.css"))
}

async fn find(sandbox: &Sandbox, reference: String) -> Result<Option<stored::Model>, DbErr> {
    stored::Entity::find().filter(stored::Column::Reference.eq(reference)).one(&sandbox.0.db).await
}

fn missing(headers: &HeaderMap) -> Response {
    let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    frame::missing(i18n::negotiate(None, accept))
}

/// The script an order names; Simplified when it names none.
fn script(found: &stored::Model) -> Script {
    let lang = found.asked().map(|asked| asked.lang).unwrap_or_default();
    Script::ALL.into_iter().find(|script| script.tag().eq_ignore_ascii_case(&lang)).unwrap_or_default()
}
