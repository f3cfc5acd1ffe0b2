//! What a customer fills in, as typed and as understood.

use serde::{Deserialize, Serialize};

use crate::{
    Fen,
    catalogue::{Wish, WishForm},
    contact::Contact,
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
