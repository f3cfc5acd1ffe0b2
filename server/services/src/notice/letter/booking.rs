//! What a notice of a booking tells: its paragraphs, and where to go from there.

use domain::{
    Fen, Instant, Kind,
    booking::{Status, Step},
    notice::Topic,
    payment::{Reason, Way},
    time::{from_micros, to_micros},
    voucher::last_day,
};
use entity::{booking, booking_event, notice, offer, payment, place};
use i18n::{Arg, Script, format, text, text_with};
use serde::Deserialize;

use super::{
    Shelf, Tale, calendar,
    facts::{Facts, facts},
    shelf::Wanted,
    words::line,
};
use crate::{Cx, Result, booking::timeline};

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
    /// Number of the booking that it was a part of, or that a part of it became; blank for none.
    other: String,
    /// It is what stayed when a part of it became another.
    rest: bool,
    /// Number that it had until then, where it got another; blank for none.
    former: String,
    /// Number of an invoice; blank for none.
    invoice: String,
    expires: Option<i64>,
    /// The change was taken back.
    undone: bool,
    /// Code of a change that waits; blank for none.
    code: String,
    /// The change waits until then.
    until: Option<i64>,
}

/// A notice of a booking with everything it is about.
pub(super) struct BookingTale {
    pub(super) topic: Topic,
    pub(super) booking: booking::Model,
    pub(super) script: Script,
    pub(super) kind: Kind,
    pub(super) status: Status,
    pub(super) place: place::Model,
    pub(super) offer: offer::Model,
    /// What was received for it, where the notice is the receipt too.
    pub(super) payments: Vec<payment::Model>,
    /// The number it had first: its entry in a calendar is called by it.
    pub(super) first: String,
    /// It was sold once, whatever it is now; known of letters.
    was_sold: bool,
    /// The site's address, without a slash at its end.
    pub(super) origin: String,
    /// Since when it is to be told; microseconds.
    pub(super) since: i64,
    pub(super) due: Fen,
    /// The change that it tells of, while that waits for its difference.
    pub(super) wanted: Option<Wanted>,
    detail: Detail,
}

impl BookingTale {
    /// With what only letters have: the payments of its booking, where it is the receipt too, and the number it had first.
    pub(super) async fn whole(mut self, cx: &Cx) -> Result<Self> {
        if self.is_confirmation() {
            let payments = payment::Entity::of_booking(self.booking.id).all(&cx.db).await?;
            self.payments = payments.into_iter().filter(|payment| payment.settled_at.is_some()).collect();
        }
        if self.is_confirmation() || self.topic == Topic::Cancelled {
            let events = booking_event::Entity::of_booking(self.booking.id).all(&cx.db).await?;
            let sold = [Step::Pay.as_str(), Step::Retake.as_str()];
            self.was_sold =
                self.booking.divided_from.is_some() || events.iter().any(|event| sold.contains(&event.what.as_str()));
            if let Some(first) = timeline::former(&events).into_iter().next() {
                self.first = first;
            }
        }
        Ok(self)
    }

    /// In some script.
    pub(super) fn on(cx: &Cx, row: &notice::Model, booking_id: i64, script: Script, shelf: &Shelf) -> Result<Self> {
        let (booking, place, offer) = shelf.booking(booking_id)?;
        let detail: Detail = serde_json::from_str(&row.detail)?;
        Ok(Self {
            topic: row.topic()?,
            script,
            kind: booking.kind()?,
            status: booking.status_at(cx.now())?,
            due: booking.due_at(cx.now())?,
            place,
            offer,
            payments: Vec::new(),
            first: booking.number.clone(),
            was_sold: false,
            origin: cx.outside().origin.clone(),
            since: row.since,
            wanted: shelf.wanted(&detail.code, cx.now()),
            detail,
            booking,
        })
    }

    /// It says what is booked now, with everything about it (B4, B10).
    pub(super) fn is_confirmation(&self) -> bool {
        let anew = matches!(self.topic, Topic::Changed | Topic::Divided) && self.status == Status::Confirmed;
        self.topic == Topic::Confirmed || anew
    }

    /// Its date is to be kept, or was and is not any more. A confirmation that comes after its booking's end has none.
    pub(super) fn has_calendar(&self) -> bool {
        (self.is_confirmation() && self.status == Status::Confirmed) || self.is_withdrawn()
    }

    /// What had been confirmed is given up; what was never sold is in nobody's calendar.
    pub(super) fn is_withdrawn(&self) -> bool {
        self.topic == Topic::Cancelled && self.was_sold
    }
}

impl Tale for BookingTale {
    fn script(&self) -> Script {
        self.script
    }

    fn name(&self) -> &str {
        &self.booking.name
    }

    /// What waits for money leads to where it is paid.
    fn page(&self) -> String {
        let pay = if self.wanted.is_some() { "/pay" } else { "" };
        format!("/bookings/{}{pay}", self.booking.number)
    }

    fn open(&self) -> String {
        let pays = self.wanted.is_some() && self.booking.member_id.is_some();
        text(self.script, if pays { "mail-open-pay" } else { "mail-open" })
    }

    fn facts(&self) -> Result<Facts> {
        facts(self)
    }

    fn calendar(&self) -> Option<String> {
        self.has_calendar().then(|| calendar::file(self))
    }

    /// A reminder of something that has begun or will not be helps nobody.
    fn is_void(&self, now: Instant) -> bool {
        let stands = self.status == Status::Confirmed && self.booking.starts_at > to_micros(now);
        self.topic == Topic::Reminder && !stands
    }

    /// What happened, and what can be done.
    fn paragraphs(&self) -> Result<Vec<String>> {
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
                if self.status == Status::Held {
                    told.push(self.told("mail-changed-due"));
                    told.push(self.told(&format!("mail-pay-{}", self.booking.way()?)));
                }
            }
            Topic::Changing => {
                told.push(self.told(&lead));
                if self.wanted.is_some() {
                    told.push(self.told(&format!("mail-pay-{}", self.booking.way()?)));
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
            Topic::Placed | Topic::Expired | Topic::Refunded | Topic::Unchanged | Topic::Divided | Topic::Invoiced => {
                told.push(self.told(&lead));
            }
            // These tell of questions.
            Topic::Asked | Topic::Answered | Topic::Question | Topic::Handed | Topic::Postponed | Topic::Rate => {}
        }
        Ok(told)
    }

    /// What its texts are called by: the topic, unless the booking has moved on. Told late, a booking that was placed must not
    /// ask for money that has come, nor promise units that are gone; no more must a change that waits no longer. A trip that was
    /// moved says which number replaces which.
    fn tone(&self) -> &'static str {
        match self.topic {
            Topic::Placed if self.status != Status::Held => "received",
            Topic::Changing if self.wanted.is_none() => "applied",
            Topic::Unchanged if self.detail.undone => "kept",
            Topic::Divided if self.detail.rest => "rest",
            Topic::Changed if !self.detail.former.is_empty() => "moved",
            topic => topic.as_str(),
        }
    }

    /// Place and offer.
    fn what(&self) -> String {
        format!("{} {}", line(self.place.name().get(self.script)), line(self.offer.name().get(self.script)))
    }

    /// Where it is looked at: a member signs in, a guest proves himself by his phone number.
    fn link(&self) -> String {
        let page = if self.booking.member_id.is_some() { self.page() } else { "/bookings/find".to_owned() };
        format!("{}/{}{page}", self.origin, self.script)
    }

    /// What stands beside the link.
    fn way_in(&self) -> String {
        let id = if self.booking.member_id.is_some() { "mail-sign-in" } else { "mail-find" };
        text(self.script, id)
    }

    /// The same with another name for what was booked.
    fn told_of(&self, id: &str, what: String) -> String {
        let moment =
            |micros: Option<i64>| micros.map(|at| format::moment(self.script, from_micros(at))).unwrap_or_default();
        let counter = if self.kind == Kind::Trip { self.place.address() } else { self.place.name() };
        let last =
            self.detail.expires.map(|at| format::day(self.script, last_day(from_micros(at)))).unwrap_or_default();
        let args = [
            ("number", Arg::from(self.booking.number.as_str())),
            ("what", Arg::from(what)),
            ("when", Arg::from(moment(Some(self.booking.starts_at)))),
            ("until", Arg::from(moment(self.detail.until.or(self.booking.hold_until)))),
            ("due", Arg::from(format::money(self.due.0))),
            ("amount", Arg::from(format::money_in(&self.detail.currency, self.detail.amount.abs()))),
            ("fee", Arg::from(format::money(self.detail.fee))),
            ("owed", Arg::from(format::money(self.detail.due))),
            ("promised", Arg::from(moment(self.detail.promised))),
            ("voucher", Arg::from(self.detail.voucher.as_str())),
            ("invoice", Arg::from(self.detail.invoice.as_str())),
            ("former", Arg::from(self.detail.former.as_str())),
            ("other", Arg::from(self.detail.other.as_str())),
            ("worth", Arg::from(format::money(self.detail.worth))),
            ("expires", Arg::from(last)),
            ("counter", Arg::from(line(counter.get(self.script)))),
        ];
        text_with(self.script, id, &args)
    }
}
