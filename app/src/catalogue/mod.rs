//! Looking for something and looking at it (B1): home, results, offer. Sells nothing.

pub mod api;
mod availability;
mod home_page;
mod live_quote_island;
mod offer_page;
mod quote;
mod results;
mod results_pages;
mod search_form;
mod terms;
mod wish_form;

pub use home_page::HomePage;
pub(crate) use live_quote_island::LiveQuote;
pub use offer_page::OfferPage;
pub use quote::{NotAvailable, QuoteLines};
pub(crate) use quote::{alternatives, curve_steps, line_label, refused};
pub use results_pages::{StaysPage, TripsPage, VenuesPage};
pub(crate) use search_form::name_of;
pub use terms::FullTerms;
pub(crate) use wish_form::WishInputs;
pub use wish_form::{wish_labels, wish_of};
