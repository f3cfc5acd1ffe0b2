//! Reading back what was typed.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use leptos::prelude::*;

use super::Typed;
use crate::ApiError;

/// What this session typed into a form; nothing when it has lapsed or belongs to another session.
///
/// # Errors
/// When the database fails.
#[server(name = TypedCall, endpoint = "form/typed", input = server_fn::codec::GetUrl)]
pub async fn typed(form: String, id: String) -> Result<Option<Typed>, ApiError> {
    let request = crate::server::request();
    let Ok(session) = request.session() else { return Ok(None) };
    match services::draft::load(&request.cx, &session, &form, &id).await {
        Ok(draft) => {
            let rule: Option<domain::Rule> = serde_json::from_str(&draft.code).ok();
            Ok(Some(Typed { fields: draft.fields, refusal: rule.map(|rule| ApiError::worded(request.script, &rule)) }))
        }
        Err(services::Error::Refused(_)) => Ok(None),
        Err(fault) => Err(fault.into()),
    }
}
