//! What can be had, when, and at what price (B1). Knows nothing of who asks.

mod search;
#[cfg(test)]
mod tests;
mod view;
mod wish;

pub use search::{Search, SearchForm};
pub use view::{
    Alternative, DayCell, Extra, OfferHit, OfferPage, PartyBounds, PlaceCard, PlaceHit, Quoted, SearchPage, SlotHit,
    Way,
};
pub use wish::{OfferLimits, Wish, WishForm};
