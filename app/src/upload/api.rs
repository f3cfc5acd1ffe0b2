//! What a visitor has sent along with a form that was refused.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::upload::Attachment;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::ApiError;

/// Those of the files (ids, separated by commas) that this session has sent and that still wait; nothing of anybody else's.
///
/// # Errors
/// When the database fails.
#[server(name = MineCall, endpoint = "upload/mine", input = GetUrl)]
pub async fn mine(#[server(default)] files: String) -> Result<Vec<Attachment>, ApiError> {
    let request = crate::server::request();
    let Ok(session) = request.session() else { return Ok(Vec::new()) };
    Ok(services::upload::mine(&request.cx, &session, &files).await?)
}
