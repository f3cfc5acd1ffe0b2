//! What staff fill in when money came at the counter or by transfer.

use serde::{Deserialize, Serialize};

use super::Way;
use crate::{Fault, Fen, reader::Reader};

/// A receipt as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReceiptForm {
    /// Number of the booking.
    pub number: String,
    /// `counter` or `transfer`.
    pub way: String,
    /// Amount in yuan, such as `688` or `688.50`.
    pub amount: String,
    /// Number of the slip or of the transfer; may be blank at the counter.
    pub slip: String,
}

/// Most characters of a slip's number.
const SLIP: u32 = 60;

/// Most characters of the reason that a person gives.
const REASON: u32 = 200;

/// The number of a slip that must be there.
///
/// # Errors
/// `required`, `too-long`, `bad-characters`, each at `slip`.
pub fn read_slip(typed: &str) -> Result<String, Vec<Fault>> {
    needed("slip", typed, SLIP)
}

/// The reason that a person gives for what he decides.
///
/// # Errors
/// `required`, `too-long`, `bad-characters`, each at `why`.
pub fn read_reason(typed: &str) -> Result<String, Vec<Fault>> {
    needed("why", typed, REASON)
}

fn needed(field: &str, typed: &str, most: u32) -> Result<String, Vec<Fault>> {
    let mut reader = Reader::default();
    let line = reader.line(field, typed, most);
    if line.is_empty() && !reader.blames(field) {
        reader.fault(field, "required");
    }
    reader.done(Some(line))
}

impl ReceiptForm {
    /// The way, the amount and the slip's number.
    ///
    /// # Errors
    /// Every fault: `required`, `unknown` (a way that staff do not record), `not-an-amount`, `too-long`, `bad-characters`.
    pub fn parse(&self) -> Result<(Way, Fen, String), Vec<Fault>> {
        let mut reader = Reader::default();
        let way = match self.way.parse::<Way>() {
            Ok(way) if way.is_offline() => Some(way),
            _ if self.way.trim().is_empty() => {
                reader.fault("way", "required");
                None
            }
            _ => {
                reader.fault("way", "unknown");
                None
            }
        };
        let amount = match (self.amount.trim(), Fen::read_yuan(&self.amount)) {
            ("", _) => {
                reader.fault("amount", "required");
                None
            }
            (_, Some(amount)) if amount > Fen::ZERO => Some(amount),
            _ => {
                reader.fault("amount", "not-an-amount");
                None
            }
        };
        let slip = reader.line("slip", &self.slip, SLIP);
        if way == Some(Way::Transfer) && slip.is_empty() && !reader.blames("slip") {
            reader.fault("slip", "required");
        }
        reader.done(way.zip(amount).map(|(way, amount)| (way, amount, slip)))
    }
}
