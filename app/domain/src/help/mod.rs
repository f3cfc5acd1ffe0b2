//! The knowledge base (C3, C9, C10): articles by topic, in both scripts, version by version.
//!
//! A version is a draft until it is given an instant from which it is shown. Where it stands is read off the clock, so that nothing
//! has to run for an article to appear on its day.

mod form;
mod markup;
pub mod redact;
mod status;
#[cfg(test)]
mod tests;
mod view;

use serde::{Deserialize, Serialize};

pub use form::{Article, ArticleForm, HelpSearch, PublishForm, Wanted, read_review};
pub use markup::{Block, Piece, blocks, plain};
pub use status::{HelpStatus, Shown, overall, standing, until};
pub use view::{HelpDesk, HelpHit, HelpHome, HelpLink, HelpPage, HelpRow, HelpTopic, HelpVersion, Passage, Suspect};

use crate::word::words;

/// What an article is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Topic {
    /// Finding, booking, seeing bookings again.
    Booking,
    /// Paying, invoices, vouchers.
    Payment,
    /// Changing, cancelling, what goes back.
    Change,
    /// Rooms and hotels.
    Stay,
    /// Venues and meals.
    Venue,
    /// Coaches.
    Trip,
    /// Accounts and members.
    Member,
    /// Anything else.
    #[default]
    Other,
}

words!(Topic {
    Booking = "booking",
    Payment = "payment",
    Change = "change",
    Stay = "stay",
    Venue = "venue",
    Trip = "trip",
    Member = "member",
    Other = "other",
});

impl Topic {
    /// The word under which a person is asked about it: changes are questions about a booking.
    #[must_use]
    pub const fn asked_as(self) -> &'static str {
        match self {
            Self::Change => Self::Booking.as_str(),
            other => other.as_str(),
        }
    }
}
