//! Questions: what their forms begin with, what waits before it is sent, how outcomes are rated.

use domain::{
    Rule,
    case::{AskForm, CaseNumber, read_rating},
    help::HelpHit,
};
use i18n::format;

use super::Request;
use crate::{
    ApiError,
    booking::api::Next,
    form::{Typed, as_pairs},
    inquiry::api::{FORM, Start},
    words,
};

/// So many articles are offered.
const OFFERS: usize = 3;

impl Request {
    /// What is known of who asks and of what it is about; a booking that is not his is not named.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn asking(&self, booking: &str, code: &str) -> Result<Start, ApiError> {
        let mut start = Start::default();
        if let Some(refusal) = words::about(self.script, code) {
            start.refusal = refusal;
            start.form.code = code.to_owned();
        }
        let Some(asker) = &self.asker else { return Ok(start) };
        if let Ok(member) = self.member() {
            let profile = services::membership::profile(&self.cx, &member).await?;
            start.form.name = profile.name;
            start.form.phone = profile.phone;
            start.form.email = profile.email;
        }
        if let Ok(number) = booking.parse()
            && let Ok(booking) = services::booking::show(&self.cx, asker, self.script, &number).await
        {
            let row = &booking.row;
            start.booking = format!("{} {} {}", row.place, row.offer, format::moment_full(self.script, row.starts));
            start.form.booking = row.number.clone();
            start.form.name = row.name.clone();
            start.form.phone = row.phone.clone();
            start.form.email = booking.email;
        }
        Ok(start)
    }

    /// Keeps a question where help may answer it and has not been offered: the page that shows that; nothing otherwise.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn offer_first(&self, form: &AskForm, offered: &str) -> Result<Option<Next>, ApiError> {
        if !offered.is_empty() || self.offers(&form.text).await?.is_empty() {
            return Ok(None);
        }
        let id = services::draft::save(&self.cx, &self.session()?, FORM, &as_pairs(form), "", &[]).await?;
        let path = format!("/{}/inquiries/new/check?draft={id}", self.script);
        crate::response::go(&path);
        Ok(Some(Next { id, path }))
    }

    /// Articles that may answer a question.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn offers(&self, text: &str) -> Result<Vec<HelpHit>, ApiError> {
        Ok(services::help::suggest(&self.cx, self.script, text, OFFERS).await?)
    }

    /// A question that waits to be sent.
    ///
    /// # Errors
    /// `draft-gone`.
    pub async fn asked(&self, id: &str) -> Result<AskForm, ApiError> {
        let draft = services::draft::load(&self.cx, &self.session()?, FORM, id).await?;
        Ok(Typed { fields: draft.fields, refusal: None }.form())
    }

    /// Rates an outcome by a link, else as who asked.
    ///
    /// # Errors
    /// `unknown`, `link-over`, `already-rated`, `changed`, `invalid`.
    pub async fn rate(&self, token: &str, number: &str, level: &str, why: &str) -> Result<(), ApiError> {
        let (level, why) = read_rating(level, why)?;
        if token.is_empty() {
            let number = number.parse().map_err(|_| Rule::Unknown)?;
            services::case::rate(&self.cx, &self.actor("")?, &number, level, &why).await?;
            to_inquiry(self, &number, "");
            return Ok(());
        }
        services::case::rate_by_token(&self.cx, token, level, &why).await?;
        crate::response::go(&format!("/{}/rate/{token}", self.script));
        Ok(())
    }
}

/// The page of a question of the asker's, where he goes on.
pub(crate) fn to_inquiry(request: &Request, number: &CaseNumber, rest: &str) -> Next {
    let path = format!("/{}/inquiries/{number}{rest}", request.script);
    crate::response::go(&path);
    Next { id: number.to_string(), path }
}

/// The desk's page of a question.
pub(crate) fn to_desk_inquiry(request: &Request, number: &str) -> Next {
    let path = format!("/{}/desk/inquiries/{number}", request.script);
    crate::response::go(&path);
    Next { id: number.to_owned(), path }
}
