//! Help (C3, C9, C10): topics, search and articles for everybody; writing and publishing at the desk.

pub mod api;
mod article_page;
mod edit_form;
mod edit_page;
mod hits;
mod home_page;
mod list_page;
mod markup;
mod publish_forms;
mod suspects;

pub use article_page::ArticlePage;
pub use edit_page::HelpEditPage;
pub use home_page::HelpPage;
pub use list_page::HelpListPage;
