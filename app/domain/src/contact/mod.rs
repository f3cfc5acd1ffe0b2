//! Who to turn to (B2). Each of the types reads what people type, keeps one canonical text and can be shown masked.

mod email;
mod id_number;
mod phone;

pub use email::Email;
pub use id_number::IdNumber;
pub use phone::Phone;

/// Name and ways to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Name, 1–40 characters.
    pub name: String,
    /// Phone number.
    pub phone: Phone,
    /// E-mail address.
    pub email: Option<Email>,
    /// ID number.
    pub id_number: Option<IdNumber>,
}
