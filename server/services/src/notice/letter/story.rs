//! What a notice tells: its title, its paragraphs, and where to go from there.

use domain::{
    Fen, Kind,
    booking::Status,
    notice::Topic,
    payment::{Reason, Way},
    time::from_micros,
    voucher::last_day,
};
use entity::{booking, notice, offer, payment, place};
use i18n::{Arg, Script, format, t, text, text_with};
use serde::Deserialize;

use super::{Shelf, calendar, html, plain, short, words::line};
use crate::{
    Cx, Error, Result,
    notice::{Letter, Text},
    secret,
};

/// What the event said beside the booking.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    amount: i64,
    fee: i64,
    due: i64,
    currency: String,
    reason: Option<Reason>,
    promised: Option<i64>,
    way: Option<Way>,
    /// Number of a voucher that was given; blank for none.
    voucher: String,
    worth: i64,
    /// Number of an invoice; blank for none.
    invoice: String,
    expires: Option<i64>,
}

/// A notice with everything it is about.
pub(in crate::notice) struct Story {
    pub(in crate::notice) topic: Topic,
    pub(in crate::notice) booking: booking::Model,
    pub(super) script: Script,
    pub(super) kind: Kind,
    pub(super) status: Status,
    pub(super) place: place::Model,
    pub(super) offer: offer::Model,
    /// What was received for it, where the notice is the receipt too.
    pub(super) payments: Vec<payment::Model>,
    /// The site's address, without a slash at its end.
    pub(super) origin: String,
    /// Since when it is to be told; microseconds.
    pub(super) since: i64,
    pub(super) due: Fen,
    detail: Detail,
    /// The same whenever it is sent, and guessed by nobody.
    id: String,
}

impl Story {
    /// In the recipient's script, as it is to be sent.
    pub(in crate::notice) async fn load(cx: &Cx, row: &notice::Model) -> Result<Self> {
        let shelf = Shelf::of(cx, std::slice::from_ref(row)).await?;
        let script = row.script.parse().map_err(Error::Internal)?;
        let mut story = Self::on(cx, row, script, &shelf)?;
        if story.is_confirmation() {
            let payments = payment::Entity::of_booking(row.booking_id).all(&cx.db).await?;
            story.payments = payments.into_iter().filter(|payment| payment.settled_at.is_some()).collect();
        }
        Ok(story)
    }

    /// In some script, as it is shown.
    pub(in crate::notice) fn on(cx: &Cx, row: &notice::Model, script: Script, shelf: &Shelf) -> Result<Self> {
        let (booking, place, offer) = shelf.get(row.booking_id)?;
        Ok(Self {
            topic: row.topic()?,
            script,
            kind: booking.kind()?,
            status: booking.status_at(cx.now())?,
            due: booking.due_at(cx.now())?,
            place,
            offer,
            payments: Vec::new(),
            origin: cx.outside().origin.clone(),
            since: row.since,
            detail: serde_json::from_str(&row.detail)?,
            id: secret::keyed(&cx.settings.secret, &["notice", &row.cause])?,
            booking,
        })
    }

    /// The e-mail.
    pub(in crate::notice) fn letter(&self, to: String) -> Result<Letter> {
        Ok(Letter {
            id: self.id.clone(),
            to,
            subject: self.told(&format!("mail-subject-{}", self.tone())),
            text: plain::page(self)?,
            html: html::page(self)?,
            lang: self.script.tag(),
            calendar: self.is_confirmation().then(|| calendar::file(self)),
        })
    }

    /// The text message.
    pub(in crate::notice) fn text(&self, to: String) -> Result<Text> {
        Ok(Text { id: self.id.clone(), to, text: short::message(self) })
    }

    /// What the inbox calls it.
    pub(in crate::notice) fn title(&self) -> String {
        self.told(&format!("inbox-title-{}", self.tone()))
    }

    /// What happened, and what can be done.
    pub(in crate::notice) fn paragraphs(&self) -> Result<Vec<String>> {
        let mut told = Vec::new();
        let lead = format!("mail-lead-{}", self.tone());
        match self.topic {
            Topic::Placed if self.status == Status::Held => {
                told.push(self.told(&lead));
                told.push(self.told(&format!("mail-pay-{}", self.booking.way()?)));
            }
            Topic::Returned => {
                told.push(self.told(&format!("mail-returned-{}", self.detail.reason.unwrap_or(Reason::Staff))));
                told.push(self.told(&format!("mail-back-{}", self.detail.way.unwrap_or_default())));
            }
            Topic::Confirmed | Topic::Reminder => {
                told.push(self.told(&lead));
                if self.offer.needs_id {
                    told.push(self.told("mail-papers"));
                }
            }
            Topic::Changed => {
                told.push(self.told(&lead));
                match self.detail.amount {
                    paid if paid < 0 => told.push(self.told("mail-changed-paid")),
                    0 => {}
                    _ => told.push(self.told("mail-changed-back")),
                }
            }
            Topic::Cancelled => {
                told.push(self.told(&lead));
                if self.detail.fee > 0 {
                    told.push(self.told("mail-cancelled-fee"));
                }
                if self.detail.amount > 0 {
                    told.push(self.told("mail-cancelled-back"));
                }
                if self.detail.due > 0 {
                    told.push(self.told("mail-cancelled-due"));
                }
                if !self.detail.voucher.is_empty() {
                    told.push(self.told("mail-cancelled-voucher"));
                }
            }
            Topic::Placed | Topic::Expired | Topic::Refunded | Topic::Unchanged | Topic::Invoiced => {
                told.push(self.told(&lead));
            }
        }
        Ok(told)
    }

    /// It says what is booked now, with everything about it (B4, B10).
    pub(super) fn is_confirmation(&self) -> bool {
        self.topic == Topic::Confirmed || (self.topic == Topic::Changed && self.status == Status::Confirmed)
    }

    /// What its texts are called by: the topic, unless the booking has moved on. Told late, a booking that was placed must not
    /// ask for money that has come, nor promise units that are gone.
    pub(super) fn tone(&self) -> &'static str {
        if self.topic == Topic::Placed && self.status != Status::Held { "received" } else { self.topic.as_str() }
    }

    /// How the recipient is called.
    pub(super) fn greeting(&self) -> String {
        t!(self.script, "mail-greeting", name = line(&self.booking.name))
    }

    /// Place and offer.
    pub(super) fn what(&self) -> String {
        format!("{} {}", line(self.place.name().get(self.script)), line(self.offer.name().get(self.script)))
    }

    /// Where it is looked at: a member signs in, a guest proves himself by his phone number.
    pub(super) fn link(&self) -> String {
        let page = match self.booking.member_id {
            Some(_) => self.booking.number.as_str(),
            None => "find",
        };
        format!("{}/{}/bookings/{page}", self.origin, self.script)
    }

    /// What stands beside the link.
    pub(super) fn way_in(&self) -> String {
        let id = if self.booking.member_id.is_some() { "mail-sign-in" } else { "mail-find" };
        text(self.script, id)
    }

    /// A text with the values that all texts of notices may name.
    pub(super) fn told(&self, id: &str) -> String {
        self.told_of(id, self.what())
    }

    /// The same with another name for what was booked.
    pub(super) fn told_of(&self, id: &str, what: String) -> String {
        let moment =
            |micros: Option<i64>| micros.map(|at| format::moment(self.script, from_micros(at))).unwrap_or_default();
        let counter = if self.kind == Kind::Trip { self.place.address() } else { self.place.name() };
        let last =
            self.detail.expires.map(|at| format::day(self.script, last_day(from_micros(at)))).unwrap_or_default();
        let args = [
            ("number", Arg::from(self.booking.number.as_str())),
            ("what", Arg::from(what)),
            ("when", Arg::from(moment(Some(self.booking.starts_at)))),
            ("until", Arg::from(moment(self.booking.hold_until))),
            ("due", Arg::from(format::money(self.due.0))),
            ("amount", Arg::from(format::money_in(&self.detail.currency, self.detail.amount.abs()))),
            ("fee", Arg::from(format::money(self.detail.fee))),
            ("owed", Arg::from(format::money(self.detail.due))),
            ("promised", Arg::from(moment(self.detail.promised))),
            ("voucher", Arg::from(self.detail.voucher.as_str())),
            ("invoice", Arg::from(self.detail.invoice.as_str())),
            ("worth", Arg::from(format::money(self.detail.worth))),
            ("expires", Arg::from(last)),
            ("counter", Arg::from(line(counter.get(self.script)))),
        ];
        text_with(self.script, id, &args)
    }
}
