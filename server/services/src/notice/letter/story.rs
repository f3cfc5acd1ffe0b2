//! A notice as it is sent and shown.

use domain::Instant;
use entity::notice;
use i18n::Script;

use super::{Shelf, Tale, booking::BookingTale, case::CaseTale, html, plain, short};
use crate::{
    Cx, Error, Result,
    notice::{Letter, Text},
    secret,
};

/// A notice with everything it is about.
pub(in crate::notice) struct Story {
    tale: Box<dyn Tale>,
    /// The same whenever it is sent, and guessed by nobody.
    id: String,
}

impl Story {
    /// In the recipient's script, as it is to be sent.
    pub(in crate::notice) async fn load(cx: &Cx, row: &notice::Model) -> Result<Self> {
        let shelf = Shelf::of(cx, std::slice::from_ref(row)).await?;
        let script = row.script.parse().map_err(Error::Internal)?;
        let tale: Box<dyn Tale> = match row.booking_id {
            Some(id) => Box::new(BookingTale::on(cx, row, id, script, &shelf)?.whole(cx).await?),
            None => Box::new(CaseTale::on(cx, row, script, &shelf)?),
        };
        Ok(Self { tale, id: id(cx, row)? })
    }

    /// In some script, as it is shown.
    pub(in crate::notice) fn on(cx: &Cx, row: &notice::Model, script: Script, shelf: &Shelf) -> Result<Self> {
        let tale: Box<dyn Tale> = match row.booking_id {
            Some(id) => Box::new(BookingTale::on(cx, row, id, script, shelf)?),
            None => Box::new(CaseTale::on(cx, row, script, shelf)?),
        };
        Ok(Self { tale, id: id(cx, row)? })
    }

    /// The e-mail.
    pub(in crate::notice) fn letter(&self, to: String) -> Result<Letter> {
        let tale = self.tale.as_ref();
        Ok(Letter {
            id: self.id.clone(),
            to,
            subject: tale.told(&format!("mail-subject-{}", tale.tone())),
            text: plain::page(tale)?,
            html: html::page(tale)?,
            lang: tale.script().tag(),
            calendar: tale.calendar(),
        })
    }

    /// The text message.
    pub(in crate::notice) fn text(&self, to: String) -> Result<Text> {
        Ok(Text { id: self.id.clone(), to, text: short::message(self.tale.as_ref()) })
    }

    /// What the inbox calls it.
    pub(in crate::notice) fn title(&self) -> String {
        self.tale.title()
    }

    /// What happened, and what can be done.
    pub(in crate::notice) fn paragraphs(&self) -> Result<Vec<String>> {
        self.tale.paragraphs()
    }

    /// The page of what it is about, without the script's prefix.
    pub(in crate::notice) fn page(&self) -> String {
        self.tale.page()
    }

    /// There is nothing to be told any more.
    pub(in crate::notice) fn is_void(&self, now: Instant) -> bool {
        self.tale.is_void(now)
    }
}

fn id(cx: &Cx, row: &notice::Model) -> Result<String> {
    secret::keyed(&cx.settings.secret, &["notice", &row.cause])
}
