//! The words of a case.

use serde::{Deserialize, Serialize};

use crate::word::words;

/// Which policy a case is under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A question (002).
    #[default]
    Inquiry,
    /// A complaint (001, 004).
    Complaint,
}

words!(Kind { Inquiry = "inquiry", Complaint = "complaint" });

/// What a case is about (C3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Booking, changing, cancelling.
    Booking,
    /// Payments, refunds, invoices.
    Payment,
    /// Rooms and hotels.
    Stay,
    /// Venues and meals.
    Venue,
    /// Coaches.
    Trip,
    /// Membership, points, prizes.
    Member,
    /// Anything else.
    #[default]
    Other,
}

words!(Category {
    Booking = "booking",
    Payment = "payment",
    Stay = "stay",
    Venue = "venue",
    Trip = "trip",
    Member = "member",
    Other = "other",
});

impl Category {
    /// The department that knows most of it: proposed where a case is handed on.
    #[must_use]
    pub const fn department(self) -> Department {
        match self {
            Self::Booking => Department::Booking,
            Self::Payment => Department::Finance,
            Self::Stay => Department::Rooms,
            Self::Venue => Department::Dining,
            Self::Trip => Department::Coach,
            Self::Member | Self::Other => Department::Service,
        }
    }
}

/// Who answers for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Department {
    /// Customer service: answers what comes in on the web.
    #[default]
    Service,
    /// Bookings.
    Booking,
    /// Hotels: rooms and front offices.
    Rooms,
    /// Venues and restaurants.
    Dining,
    /// Coaches.
    Coach,
    /// Finance.
    Finance,
    /// Administration.
    Office,
}

words!(Department {
    Service = "service",
    Booking = "booking",
    Rooms = "rooms",
    Dining = "dining",
    Coach = "coach",
    Finance = "finance",
    Office = "office",
});

/// How hard a question is (C3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Answered by who takes it.
    #[default]
    Simple,
    /// Others must be asked.
    Complex,
}

words!(Level { Simple = "simple", Complex = "complex" });

/// How much a case presses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// In its turn.
    #[default]
    Normal,
    /// Before others, in a share of the time.
    Urgent,
}

words!(Priority { Normal = "normal", Urgent = "urgent" });

/// What we owe a customer who asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Duty {
    /// A first word from a person.
    First,
    /// The answer.
    Answer,
}

words!(Duty { First = "first", Answer = "answer" });
