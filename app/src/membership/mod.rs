//! Members (M1): signing in, registering, one's own account, and what is kept about whom. Knows nothing of staff.

mod account_page;
mod account_parts;
pub mod api;
mod login_page;
pub(crate) mod onward;
mod privacy_page;
mod register_page;

pub use account_page::AccountPage;
pub use login_page::LoginPage;
pub(crate) use onward::SignInNeeded;
pub use privacy_page::PrivacyPage;
pub use register_page::RegisterPage;
