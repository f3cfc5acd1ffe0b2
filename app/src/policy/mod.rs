//! The house's terms of sale at the desk (B5, B10–B13): what holds, what held, what will; a proposal told again over what customers did
//! before it is published.

pub mod api;
mod form;
mod list_page;
mod policy_page;
mod replay;
mod versions;

pub use list_page::PoliciesPage;
pub use policy_page::PolicyPage;
