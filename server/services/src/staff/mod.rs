//! Those who work here: taking them on, signing them in (A1).

mod add;
mod card;
mod sign_in;

pub use add::add;
pub use card::card;
pub use sign_in::{StaffIn, sign_in};
