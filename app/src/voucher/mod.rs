//! Vouchers (B13): the ones a member has, the one that a cancellation gave, and using one for a booking that is not paid yet.

pub mod api;
mod card;
mod use_form;

pub(crate) use card::{VoucherCards, voucher_rows};
pub(crate) use use_form::VoucherUse;
