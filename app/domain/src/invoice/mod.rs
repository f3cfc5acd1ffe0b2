//! Invoices 发票 (A4): asked for by the customer, issued by finance in the tax office's own system, whose number is noted here.

mod form;
mod view;

use serde::{Deserialize, Serialize};

pub use form::{Billed, InvoiceForm, read_code};
pub use view::{Invoice, InvoiceQueue, InvoiceRow};

use crate::word::words;

/// Where a request for an invoice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InvoiceStatus {
    /// Finance has it to do.
    Asked,
    /// It is issued.
    Issued,
    /// Finance could not issue it, and said why; the customer may ask again.
    Refused,
    /// It was issued and taken back, because money went back; the customer may ask again.
    Corrected,
}

words!(InvoiceStatus { Asked = "asked", Issued = "issued", Refused = "refused", Corrected = "corrected" });

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InvoiceStep {
    /// Finance notes the number.
    Issue,
    /// Finance says why not.
    Refuse,
    /// Finance has taken it back.
    Correct,
}

words!(InvoiceStep { Issue = "issue", Refuse = "refuse", Correct = "correct" });

impl InvoiceStatus {
    /// One that stands; the customer has no need of another.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Asked | Self::Issued)
    }

    /// What it becomes, or `None` where the step changes nothing.
    #[must_use]
    pub const fn after(self, step: InvoiceStep) -> Option<Self> {
        match (self, step) {
            (Self::Asked, InvoiceStep::Issue) => Some(Self::Issued),
            (Self::Asked, InvoiceStep::Refuse) => Some(Self::Refused),
            (Self::Issued, InvoiceStep::Correct) => Some(Self::Corrected),
            _ => None,
        }
    }
}
