//! Who asks. A service that needs a member or staff cannot be called without one.

use domain::desk::Role;

/// A visitor's session, known by the SHA-256 of its secret (hexadecimal). Everybody who has typed something has one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Session {
    /// Hash of the secret in the cookie.
    pub hash: String,
}

/// A member who has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// His row.
    pub id: i64,
    /// His session.
    pub session: Session,
}

/// A staff member who has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The row.
    pub id: i64,
    /// Sign-in name.
    pub login: String,
    /// Role.
    pub role: Role,
    /// The session.
    pub session: Session,
}

/// Who acts for a customer: himself, a guest known by his session only or a member; or staff to whom he speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asker {
    /// Not signed in.
    Guest(Session),
    /// Signed in.
    Member(Member),
    /// Of the staff, who may change bookings.
    Staff(Staff),
}

impl Asker {
    /// The session.
    #[must_use]
    pub const fn session(&self) -> &Session {
        match self {
            Self::Guest(session) => session,
            Self::Member(member) => &member.session,
            Self::Staff(staff) => &staff.session,
        }
    }

    /// The member's row, if signed in.
    #[must_use]
    pub const fn member_id(&self) -> Option<i64> {
        match self {
            Self::Guest(_) | Self::Staff(_) => None,
            Self::Member(member) => Some(member.id),
        }
    }
}
