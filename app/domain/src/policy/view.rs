//! How policies are shown at the desk.

use serde::{Deserialize, Serialize};

use super::Replay;
use crate::{Instant, Kind, terms::Terms};

/// Where a version of a policy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Others have followed it.
    Past,
    /// Sales are made by it now.
    Current,
    /// They will be.
    Coming,
}

crate::word::words!(Standing { Past = "past", Current = "current", Coming = "coming" });

/// A version of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyVersion {
    /// What it says.
    pub terms: Terms,
    /// Its hash, hexadecimal.
    pub hash: String,
    /// Sales are made by it from then on.
    pub from: Instant,
    /// Where it stands.
    pub standing: Standing,
    /// Name of the staff member who published it; blank for the first.
    pub by: String,
    /// Why.
    pub why: String,
}

/// A policy in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRow {
    /// Its key.
    pub id: i64,
    /// What it is for.
    pub kind: Kind,
    /// The version that sales are made by now.
    pub version: String,
    /// The one that follows, with its beginning, if there is one.
    pub next: Option<(String, Instant)>,
    /// What is sold by it: place and offer.
    pub offers: Vec<String>,
}

/// A policy with its versions, and a proposal for the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyPage {
    /// What a list shows of it.
    pub row: PolicyRow,
    /// What is sold by it: slug, and place and offer.
    pub offers: Vec<(String, String)>,
    /// Newest first.
    pub versions: Vec<PolicyVersion>,
    /// What the proposal would have meant in the last days, if there is one.
    pub replay: Option<Replay>,
    /// So many days.
    pub days: u32,
    /// Counts the versions: a publication is given it back.
    pub count: u32,
}
