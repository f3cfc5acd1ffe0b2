//! What a customer fills in, as typed and as understood.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Number;
use crate::{
    Fault, Fen, Kind,
    catalogue::{OfferLimits, Wish, WishForm},
    contact::{Contact, IdNumber, Phone},
    payment::Way,
    reader::Reader,
};

/// The booking form as typed: the wish (carried along) and who it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BookingForm {
    /// The offer's slug.
    pub slug: String,
    /// See [`WishForm::day`].
    pub day: String,
    /// See [`WishForm::nights`].
    pub nights: String,
    /// See [`WishForm::rooms`].
    pub rooms: String,
    /// See [`WishForm::heads`].
    pub heads: String,
    /// See [`WishForm::at`].
    pub at: String,
    /// See [`WishForm::extras`].
    pub extras: String,
    /// Name, 1–40 characters.
    pub name: String,
    /// Phone number, needed.
    pub phone: String,
    /// E-mail address, may be blank.
    pub email: String,
    /// ID number, where the offer needs it.
    pub id_number: String,
    /// When a stay's guests arrive, `HH:MM`; may be blank.
    pub arrival: String,
    /// Allergy, religious diet, accessibility and the like; at most 500 characters.
    pub remarks: String,
    /// Preferences, at most 200 characters.
    pub preferences: String,
}

/// What is ordered, as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The offer's slug.
    pub slug: String,
    /// What is wanted of it.
    pub wish: Wish,
    /// Who wants it.
    pub contact: Contact,
    /// When a stay's guests arrive.
    pub arrival: Option<chrono::NaiveTime>,
    /// Special remarks.
    pub remarks: String,
    /// Preferences.
    pub preferences: String,
    /// The total the customer agreed to; the sale is refused when it is another by then. Set by the server.
    pub agreed: Option<Fen>,
    /// The version of the terms that he read; the sale is refused when it is another by then. Set by the server.
    pub terms: Option<String>,
    /// How it is to be paid. Set by the server from the summary.
    pub way: Way,
}

/// How a guest finds his booking, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FindForm {
    /// The booking's number.
    pub number: String,
    /// The phone number it was made with.
    pub phone: String,
}

impl BookingForm {
    /// The wish in it.
    #[must_use]
    pub fn wish(&self) -> WishForm {
        WishForm {
            day: self.day.clone(),
            nights: self.nights.clone(),
            rooms: self.rooms.clone(),
            heads: self.heads.clone(),
            at: self.at.clone(),
            extras: self.extras.clone(),
        }
    }
}

/// Most characters of the remarks.
pub(crate) const REMARKS: u32 = 500;
/// Most characters of the preferences.
pub(crate) const PREFERENCES: u32 = 200;

/// What somebody prefers; may be blank.
///
/// # Errors
/// `too-long`, `bad-characters`, each at `preferences`.
pub fn read_preferences(typed: &str) -> Result<String, Vec<Fault>> {
    let mut reader = Reader::default();
    let preferences = reader.lines("preferences", typed, PREFERENCES);
    reader.done(Some(preferences))
}

/// The ID number that an offer needs.
///
/// # Errors
/// `required`, `not-an-id`, each at `id_number`.
pub fn read_id(typed: &str, today: NaiveDate) -> Result<IdNumber, Vec<Fault>> {
    let mut reader = Reader::default();
    if typed.trim().is_empty() {
        reader.fault("id_number", "required");
        return reader.done(None);
    }
    let number = IdNumber::parse(typed, today).map_err(|code| reader.fault("id_number", code)).ok();
    reader.done(number)
}

impl BookingForm {
    /// Reads the order within what the offer allows. The ID number is read where it is needed and else not even kept.
    ///
    /// # Errors
    /// Every fault of the wish (see [`WishForm::parse`]) and: `required`, `too-long`, `bad-characters`, `not-a-phone`,
    /// `not-an-email`, `not-an-id`, `not-a-time`; `unknown` for a slug that cannot be one.
    pub fn parse(&self, limits: &OfferLimits, needs_id: bool, today: NaiveDate) -> Result<Order, Vec<Fault>> {
        let mut reader = Reader::default();
        let slug = reader.key("slug", &self.slug);
        if self.slug.trim().is_empty() {
            reader.fault("slug", "required");
        }
        let wish = self.wish().parse(limits, today).map_err(|faults| reader.faults(faults)).ok();
        let name = reader.name("name", &self.name);
        let phone = reader.needed("phone", &self.phone);
        let email = reader.optional("email", &self.email);
        let id_number =
            if needs_id { read_id(&self.id_number, today).map_err(|faults| reader.faults(faults)).ok() } else { None };
        let arrival = if limits.kind == Kind::Stay { reader.time("arrival", &self.arrival) } else { None };
        let remarks = reader.lines("remarks", &self.remarks, REMARKS);
        let preferences = reader.lines("preferences", &self.preferences, PREFERENCES);
        let order = wish.zip(phone).map(|(wish, phone)| Order {
            slug,
            wish,
            contact: Contact { name, phone, email, id_number },
            arrival,
            remarks,
            preferences,
            agreed: None,
            terms: None,
            way: Way::default(),
        });
        reader.done(order)
    }
}

impl FindForm {
    /// Reads number and phone.
    ///
    /// # Errors
    /// Every fault: `required`, `not-a-number-of-ours`, `not-a-phone`.
    pub fn parse(&self) -> Result<(Number, Phone), Vec<Fault>> {
        let mut reader = Reader::default();
        let number: Option<Number> = reader.needed("number", &self.number);
        let phone: Option<Phone> = reader.needed("phone", &self.phone);
        reader.done(number.zip(phone))
    }
}
