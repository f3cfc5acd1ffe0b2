//! What the house has told a member.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::notice::InboxRow;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::ApiError;

/// The member's notices, newest first.
///
/// # Errors
/// `sign-in`.
#[server(name = InboxCall, endpoint = "notice/inbox", input = GetUrl)]
pub async fn inbox() -> Result<Vec<InboxRow>, ApiError> {
    let request = crate::server::request();
    Ok(services::notice::inbox(&request.cx, &request.member()?, request.script).await?)
}

/// How many of them he has not opened yet.
///
/// # Errors
/// `sign-in`.
#[server(name = UnreadCall, endpoint = "notice/unread", input = GetUrl)]
pub async fn unread() -> Result<u64, ApiError> {
    let request = crate::server::request();
    Ok(services::notice::unread(&request.cx, &request.member()?).await?)
}

/// Marks all of them as read.
///
/// # Errors
/// `sign-in`.
#[server(endpoint = "notice/mark-read")]
pub async fn mark_read() -> Result<(), ApiError> {
    let request = crate::server::request();
    services::notice::mark_read(&request.cx, &request.member()?).await?;
    crate::response::go(&format!("/{}/account/notices", request.script));
    Ok(())
}
