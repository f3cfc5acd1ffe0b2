//! What staff see (A1). Reading somebody's booking is written down (A8); lists are not.

pub(crate) mod contact;
mod day;
mod show;
mod timeline;

pub use day::day;
pub use show::show;

use domain::{
    Rule,
    desk::{Permission, Role},
};

/// # Errors
/// [`Rule::Forbidden`] when the role may not do it.
pub(crate) fn need(role: Role, permission: Permission) -> Result<(), Rule> {
    if role.may(permission) { Ok(()) } else { Err(Rule::Forbidden) }
}
