//! A text message: what, when, the number; no link, because those are what frauds send.

use super::Tale;

/// Two text messages hold so many characters; what is longer costs more and is cut by some networks.
const MOST: usize = 140;

/// The message. A long name is shortened, never what follows it.
pub(super) fn message(tale: &dyn Tale) -> String {
    let id = format!("sms-{}", tale.tone());
    let name: Vec<char> = tale.what().chars().collect();
    let whole = tale.told_of(&id, name.iter().collect());
    let over = length(&whole).saturating_sub(MOST);
    if over == 0 {
        return whole;
    }
    // One character more makes room for the mark.
    let mut kept = name.len().saturating_sub(over + 1);
    loop {
        let cut: String = name.iter().take(kept).chain(&['…']).collect();
        let message = tale.told_of(&id, cut);
        if length(&message) <= MOST || kept == 0 {
            return message;
        }
        kept -= 1;
    }
}

/// As networks count: units of UTF-16.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
