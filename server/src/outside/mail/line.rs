//! One letter over a connection, and what the server's answers mean.

use std::{error::Error as _, io};

use lettre::{
    Message,
    transport::smtp::{
        Error,
        client::AsyncSmtpConnection,
        commands::{Data, Mail, Rcpt},
    },
};
use services::notice::Undelivered;

/// Answers that speak of us and not of the letter: sign in first, encrypt first, this login is not known.
const OURS: [&str; 4] = ["530", "534", "535", "538"];

/// Hands a letter over. A connection on which this failed is of no use any more.
pub(super) async fn hand_over(connection: &mut AsyncSmtpConnection, message: &Message) -> Result<(), Undelivered> {
    let envelope = message.envelope();
    let talk = async {
        connection.command(Mail::new(envelope.from().cloned(), Vec::new())).await?;
        for to in envelope.to() {
            connection.command(Rcpt::new(to.clone(), Vec::new())).await?;
        }
        connection.command(Data).await?;
        connection.message(&message.formatted()).await
    };
    match talk.await {
        Ok(_) => Ok(()),
        Err(error) if error.is_permanent() && !is_ours(&error) => Err(Undelivered::Never(word(&error))),
        Err(error) => Err(not_now(&error)),
    }
}

/// Whatever goes wrong before the letter is named may come right later: it is about the server, or about us.
pub(super) fn not_now(error: &Error) -> Undelivered {
    Undelivered::Later(word(error))
}

fn is_ours(error: &Error) -> bool {
    error.status().is_some_and(|code| OURS.contains(&code.to_string().as_str()))
}

/// The server's code, with the enhanced one where it gives one; else a word of ours. What it says beside them may name the
/// recipient.
fn word(error: &Error) -> String {
    if let Some(code) = error.status() {
        let said = error.source().map(ToString::to_string).unwrap_or_default();
        return match said.split_whitespace().next().filter(|first| is_enhanced(first)) {
            Some(enhanced) => format!("{code} {enhanced}"),
            None => code.to_string(),
        };
    }
    let word = if error.is_tls() || is_unsafe(error) {
        "no-encryption"
    } else if error.is_timeout() {
        "no-answer"
    } else if error.is_response() && !is_cut(error) {
        "no-sense"
    } else {
        "no-connection"
    };
    word.to_owned()
}

/// It cannot encrypt, or nobody vouches for who it says it is.
fn is_unsafe(error: &Error) -> bool {
    let mut cause = error.source().filter(|_| !error.is_response());
    while let Some(its) = cause {
        // What the TLS library refuses comes as data that is invalid.
        let refused = its.downcast_ref::<io::Error>().is_some_and(|it| it.kind() == io::ErrorKind::InvalidData);
        if refused || its.to_string().starts_with("STARTTLS is not supported") {
            return true;
        }
        cause = its.source();
    }
    false
}

/// The connection ended where an answer was to come.
fn is_cut(error: &Error) -> bool {
    error.source().is_some_and(|source| source.to_string() == "incomplete response")
}

/// `5.1.1` and its like (RFC 3463).
fn is_enhanced(text: &str) -> bool {
    let parts: Vec<_> = text.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_enhanced;

    #[test]
    fn enhanced_codes_are_told_from_words() {
        for text in ["5.1.1", "4.7.0", "5.1.350"] {
            assert!(is_enhanced(text), "{text}");
        }
        for text in ["", "5.1", "a@b.c", "1.2.3.4", "5..1", "5.1.x", "<a@5.1.1>"] {
            assert!(!is_enhanced(text), "{text}");
        }
    }
}
