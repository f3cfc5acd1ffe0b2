//! How a booking is shown. Texts are in the reader's script, what customers wrote stays as written.

use chrono::{NaiveDate, NaiveTime};
use i18n::Localized;
use serde::{Deserialize, Serialize};

use super::Status;
use crate::{
    Fen, Instant, Kind,
    change::PastChange,
    terms::{Step, Terms},
};

/// What a line of the price is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// A night of a room.
    Night(NaiveDate),
    /// A head in a slot.
    Head,
    /// A seat of a departure.
    Seat,
    /// An extra, by its name.
    Extra(Localized),
}

/// A line of the price: `count` × `each` = `total`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What for.
    pub item: Item,
    /// How many.
    pub count: u32,
    /// Price of one.
    pub each: Fen,
    /// Price of all.
    pub total: Fen,
}

/// Something that happened to a booking (B19).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// `customer`, `staff` or `system`.
    pub actor: String,
    /// What: a stable word such as `placed`, worded as `event-{what}`.
    pub what: String,
    /// Why, where somebody said so. What staff wrote is for staff.
    pub why: String,
    /// Names the change that it belongs to, see [`PastChange::code`]; blank for anything else.
    pub change: String,
    /// The number of another booking that it is about: of a part, of the whole, or the one that this one had before; else blank.
    pub other: String,
    /// What the desk sees of it beside; nothing for the customer.
    pub desk: Option<DeskLayer>,
}

/// What the desk sees of an event beside what the customer sees. Each word may be blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskLayer {
    /// Name of the staff member who did it.
    pub name: String,
    /// The sum it is about.
    pub amount: Option<Fen>,
    /// Its currency, where it is not ours.
    pub currency: String,
    /// How the money goes, worded as `way-{way}`.
    pub way: String,
    /// What went wrong, worded as `trouble-{trouble}`.
    pub trouble: String,
    /// What was decided, worded as `resolution-{how}`.
    pub how: String,
    /// Why money goes back, worded as `reason-{reason}`.
    pub reason: String,
}

/// A booking in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingRow {
    /// Its number.
    pub number: String,
    /// What was sold.
    pub kind: Kind,
    /// Place.
    pub place: String,
    /// Offer.
    pub offer: String,
    /// Start of the service.
    pub starts: Instant,
    /// End of the service.
    pub ends: Instant,
    /// Rooms, heads or seats.
    pub units: u32,
    /// Guests.
    pub heads: u32,
    /// Amount.
    pub total: Fen,
    /// Where it stands now.
    pub status: Status,
    /// Name of the one who booked, as the desk sees it.
    pub name: String,
    /// His phone number, as the desk sees it.
    pub phone: String,
}

/// A booking, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// What a list shows of it.
    pub row: BookingRow,
    /// The offer's slug.
    pub slug: String,
    /// Address or boarding place.
    pub address: String,
    /// The place's phone.
    pub place_phone: String,
    /// The offer's features.
    pub tags: Vec<String>,
    /// Its illustration.
    pub art: String,
    /// E-mail address or blank.
    pub email: String,
    /// ID number with all but the last four characters masked, or blank.
    pub id_number: String,
    /// When the guests arrive.
    pub arrival: Option<NaiveTime>,
    /// Special remarks.
    pub remarks: String,
    /// Preferences.
    pub preferences: String,
    /// The price as sold, line by line.
    pub lines: Vec<Line>,
    /// The terms as sold.
    pub terms: Terms,
    /// Their hash, hexadecimal.
    pub terms_hash: String,
    /// The terms still have that hash.
    pub terms_intact: bool,
    /// SHA-256 of the price's text as it was agreed last; none for what was sold before prices were hashed.
    pub price_hash: Option<String>,
    /// The price has that hash.
    pub price_intact: bool,
    /// What a cancellation gives back, from now on.
    pub curve: Vec<Step>,
    /// The units are held until then, if unpaid.
    pub hold_until: Option<Instant>,
    /// When it was made.
    pub placed: Instant,
    /// What happened to it, oldest first.
    pub events: Vec<Event>,
    /// Changes that came to their end, oldest first.
    pub changes: Vec<PastChange>,
    /// Fees that stay, whatever becomes of it.
    pub fees: Fen,
    /// It may be moved until then.
    pub change_until: Instant,
    /// Numbers it had before changes gave it others, oldest first.
    pub former: Vec<String>,
    /// Number of the booking that it was a part of.
    pub divided_from: Option<String>,
    /// Numbers of the bookings that parts of it became, oldest first.
    pub parts: Vec<String>,
}
