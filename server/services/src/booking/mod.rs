//! A customer's bookings: placing one (B2–B7), seeing it again (B4), finding it by number and phone.
//!
//! Names, phones and numbers of persons never reach the log.

pub(crate) mod cancel;
pub(crate) mod extend;
mod find;
mod guard;
mod mine;
mod over;
mod place;
mod record;
mod repeat;
mod show;
pub(crate) mod timeline;
mod view;

pub use cancel::{Agreed, cancel, cancel_quote};
pub use extend::extend;
pub use find::find;
pub use guard::MOST_UNPAID;
pub use mine::mine;
pub(crate) use over::is_over;
pub use place::place;
pub(crate) use record::{price_hash, share_access};
pub use show::show;
pub(crate) use view::{rows, whole};
