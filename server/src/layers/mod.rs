//! What happens around every request, one concern per file.
//!
//! Outside, for everything: `request_id`, `record`, `headers`, `answer`, panics, compression. Inside, for pages and
//! server functions only: `shed`, `patience`, `wellformed`, `script`, `origin`, `body`, `session`, `upload`,
//! `plain_form`, `write_key`.

pub(crate) mod answer;
pub(crate) mod body;

mod fault_page;
pub(crate) mod headers;
pub(crate) mod origin;
pub(crate) mod patience;
pub(crate) mod plain_form;
pub(crate) mod record;
pub(crate) mod request_id;
pub(crate) mod script;
pub(crate) mod session;
pub(crate) mod shed;
mod shorten;
mod typed;
pub(crate) mod upload;
pub(crate) mod wellformed;
pub(crate) mod write_key;
