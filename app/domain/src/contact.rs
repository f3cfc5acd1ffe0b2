//! Who to turn to (B2).

/// A phone number in E.164 form, such as `+8613800138000`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// An e-mail address, lower case in its domain.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

/// The number of an identity document, upper case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdNumber(String);

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
