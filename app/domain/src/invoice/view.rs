//! How invoices are shown.

use serde::{Deserialize, Serialize};

use super::InvoiceStatus;
use crate::{Fen, Instant, booking::BookingRow};

/// A request for an invoice, as the customer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// Key.
    pub id: i64,
    /// Who is billed.
    pub title: String,
    /// Taxpayer number; blank for a person.
    pub tax_no: String,
    /// What it is over: what was paid and has not gone back, at its issue or now.
    pub amount: Fen,
    /// Where it stands.
    pub status: InvoiceStatus,
    /// When it was asked for.
    pub asked: Instant,
    /// Its number, once it is issued.
    pub code: String,
    /// Why it could not be issued.
    pub why: String,
}

/// A request as finance sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceRow {
    /// The request.
    pub invoice: Invoice,
    /// Where the invoice is sent.
    pub email: String,
    /// Its booking.
    pub booking: BookingRow,
    /// What was paid and has not gone back: once it is issued, another amount than the invoice's must be corrected.
    pub net: Fen,
}

/// The desk's page about invoices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceQueue {
    /// To be issued, the oldest first.
    pub asked: Vec<InvoiceRow>,
    /// Issued over another amount than what is left of the payments, the oldest first.
    pub wrong: Vec<InvoiceRow>,
    /// Issued in the last thirty days, the newest first.
    pub issued: Vec<InvoiceRow>,
}
