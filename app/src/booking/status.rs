//! Where a booking stands, in words and colour.

use domain::booking::Status;
use i18n::{Script, t};
use ui::Tone;

/// In words.
#[must_use]
pub fn status_text(script: Script, status: Status) -> String {
    match status {
        Status::Held => t!(script, "status-held"),
        Status::Confirmed => t!(script, "status-confirmed"),
        Status::Cancelled => t!(script, "status-cancelled"),
        Status::Expired => t!(script, "status-expired"),
    }
}

/// In colour.
#[must_use]
pub const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Held => Tone::Warn,
        Status::Confirmed => Tone::Good,
        Status::Cancelled | Status::Expired => Tone::Plain,
    }
}
