//! What was typed into a form and what was wrong with it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::query;
use crate::ApiError;

/// The values of a form as typed, with the refusal they met, if any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Value by field name.
    pub fields: BTreeMap<String, String>,
    /// Why it was refused, in the reader's script.
    pub refusal: Option<ApiError>,
}

impl Typed {
    /// Values that nobody has refused.
    #[must_use]
    pub fn of(form: &impl Serialize) -> Self {
        Self { fields: as_pairs(form), refusal: None }
    }

    /// Values that were refused.
    #[must_use]
    pub fn refused(form: &impl Serialize, refusal: ApiError) -> Self {
        Self { fields: as_pairs(form), refusal: Some(refusal) }
    }

    /// The value of a field; blank if there is none.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        self.fields.get(name).cloned().unwrap_or_default()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<String> {
        self.refusal.as_ref()?.fields.get(name).cloned()
    }

    /// The form as a struct.
    #[must_use]
    pub fn form<T: DeserializeOwned + Serialize + Default>(&self) -> T {
        let pairs: Vec<_> = self.fields.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        query::read(&pairs)
    }
}

/// The fields of a struct that has only strings. Other kinds of values are left out.
#[must_use]
pub fn as_pairs(form: &impl Serialize) -> BTreeMap<String, String> {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(form) else { return BTreeMap::new() };
    fields.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_owned()))).collect()
}
