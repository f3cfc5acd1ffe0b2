//! The error that crosses the wire: a stable code, words for the reader, the fields at fault.

use std::collections::BTreeMap;

use domain::Rule;
use i18n::{Script, t};
use leptos::{
    prelude::{FromServerFnError, ServerFnErrorErr, use_context},
    server_fn::codec::JsonEncoding,
};
use serde::{Deserialize, Serialize};

use crate::{response, words};

/// Why a server function did not do what it was asked, as JSON `{code, message, fields, fault?, retry_at?}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiError {
    /// Stable code, see [`Rule::code`].
    pub code: String,
    /// For people, in the reader's script.
    pub message: String,
    /// Message by field name.
    pub fields: BTreeMap<String, String>,
    /// Stable code of the first field's fault; blank where no field is at fault.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub fault: String,
    /// When the same request may be tried again, RFC 3339. A text, so that no calendar is in the WASM.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub retry_at: Option<String>,
}

impl ApiError {
    /// A fault of ours: the reader learns no detail.
    #[must_use]
    pub fn internal() -> Self {
        response::status(500);
        Self::plain("internal", t!(use_context::<Script>().unwrap_or_default(), "rule-internal"))
    }

    /// A refusal in words, without saying anything of the response.
    #[must_use]
    pub fn worded(script: Script, rule: &Rule) -> Self {
        let mut error = Self::plain(rule.code(), words::rule(script, rule));
        match rule {
            Rule::Invalid(faults) => {
                error.fault = faults.first().map(|fault| fault.code.clone()).unwrap_or_default();
                error.fields = faults.iter().map(|fault| (fault.field.clone(), words::fault(script, fault))).collect();
            }
            Rule::TooMany(again) => error.retry_at = Some(again.to_rfc3339()),
            _ => {}
        }
        error
    }

    /// The code that a question about it carries, see [`words::about`]: that of the field's fault where a field is at fault.
    #[must_use]
    pub fn cause(&self) -> String {
        if self.fault.is_empty() { self.code.clone() } else { format!("{}{}", words::FAULT, self.fault) }
    }

    fn plain(code: &str, message: String) -> Self {
        Self { code: code.to_owned(), message, fields: BTreeMap::new(), fault: String::new(), retry_at: None }
    }
}

impl From<Rule> for ApiError {
    fn from(rule: Rule) -> Self {
        response::status(rule.status());
        response::refuse(&rule);
        Self::worded(use_context::<Script>().unwrap_or_default(), &rule)
    }
}

impl From<Vec<domain::Fault>> for ApiError {
    fn from(faults: Vec<domain::Fault>) -> Self {
        Rule::Invalid(faults).into()
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let script = use_context::<Script>().unwrap_or_default();
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                response::status(400);
                Self::plain("bad-request", t!(script, "rule-bad-request"))
            }
            _ => Self::internal(),
        }
    }
}
