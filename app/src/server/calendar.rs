//! The working calendar at the desk: what counts, what was typed instead, and what that would do.

use chrono::Datelike;
use domain::{
    Rule,
    calendar::{Calendar, CalendarForm},
    case::{Kind, PromiseForm},
};
use services::case::desk;

use super::Request;
use crate::{
    ApiError,
    booking::api::Next,
    form::Typed,
    inquiry_desk::api::{CalendarLook, Effects},
};

impl Request {
    /// The calendar and what is promised; see [`crate::inquiry_desk::api::calendar`].
    ///
    /// # Errors
    /// `sign-in`, `forbidden`.
    pub async fn calendar(&self, form: CalendarForm, asked: bool) -> Result<CalendarLook, ApiError> {
        let (cx, staff) = (&self.cx, self.staff()?);
        let (proposal, refusal): (Option<Calendar>, _) = match form.parse() {
            _ if !asked => (None, None),
            Ok(proposal) => (Some(proposal), None),
            Err(faults) => (None, Some(ApiError::worded(self.script, &Rule::Invalid(faults)))),
        };
        let page = desk::calendar(cx, &staff, proposal.as_ref()).await?;
        let (promise, promise_version) = desk::promise(cx, &staff, Kind::Inquiry).await?;
        let form = if asked { form } else { CalendarForm::of(&page.calendar) };
        let first = page.effects.into_iter().map(|effect| (effect.number, effect.before, effect.after)).collect();
        let (owed, changed, broken) = (page.owed, page.changed, page.broken);
        Ok(CalendarLook {
            version: page.version,
            typed: Typed { refusal, ..Typed::of(&form) },
            effects: proposal.map(|_| Effects { owed, changed, broken, first }),
            year: cx.today().year(),
            days: desk::special_days(cx, &staff, self.script).await?,
            day_minutes: page.calendar.day_minutes(),
            promise: PromiseForm::of(&promise),
            promise_version,
        })
    }

    /// Promises something else; see [`crate::inquiry_desk::api::publish_promise`].
    ///
    /// # Errors
    /// `sign-in`, `forbidden`, `invalid`, `changed`.
    pub async fn promise(&self, version: i64, form: &PromiseForm, why: &str) -> Result<(), ApiError> {
        let (cx, staff) = (&self.cx, self.staff()?);
        let (was, _) = desk::promise(cx, &staff, Kind::Inquiry).await?;
        Ok(desk::publish_promise(cx, &staff, Kind::Inquiry, version, &form.parse(&was)?, why).await?)
    }
}

/// The page of the calendar, which says what was published.
pub(crate) fn to_calendar(request: &Request, published: &str) -> Next {
    let path = format!("/{}/desk/inquiries/calendar?published={published}", request.script);
    crate::response::go(&path);
    Next { id: published.to_owned(), path }
}

/// The list of prepared answers, which says that one was saved.
pub(crate) fn to_replies(request: &Request) -> Next {
    let path = format!("/{}/desk/inquiries/replies?saved=1", request.script);
    crate::response::go(&path);
    Next { id: String::new(), path }
}
