//! A letter as a message: headers, both alternatives, the calendar file.

use lettre::{
    Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use services::notice::{Letter, Undelivered};

const CALENDAR: &str = "text/calendar; method=PUBLISH; charset=utf-8";

/// The message. Its `Message-ID` is the letter's: servers and mail programs see that a repeated one is the same.
pub(super) fn message(from: &Mailbox, letter: &Letter) -> Result<Message, Undelivered> {
    let to = letter.to.parse().map_err(|_| Undelivered::Never("no-address".to_owned()))?;
    let builder = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(line(&letter.subject))
        .date_now()
        .message_id(Some(format!("<{}@{}>", letter.id, from.email.domain())))
        .raw_header(header("Content-Language", letter.lang))
        // Nobody's holiday notice is to come back.
        .raw_header(header("Auto-Submitted", "auto-generated"));
    let both = MultiPart::alternative()
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()));
    let whole = match &letter.calendar {
        Some(calendar) => {
            let kind = ContentType::parse(CALENDAR).map_err(|_| broken())?;
            let file = Attachment::new("booking.ics".to_owned()).body(calendar.clone(), kind);
            MultiPart::mixed().multipart(both).singlepart(file)
        }
        None => both,
    };
    builder.multipart(whole).map_err(|_| broken())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// A header ends where its line ends: what was typed with line ends must not begin another.
fn line(text: &str) -> String {
    text.chars().map(|ch| if ch.is_control() { ' ' } else { ch }).collect()
}

fn broken() -> Undelivered {
    Undelivered::Later("internal".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(subject: &str) -> Letter {
        Letter {
            id: "abc".to_owned(),
            to: "a@example.com".to_owned(),
            subject: subject.to_owned(),
            text: "text".to_owned(),
            html: "<p>text</p>".to_owned(),
            lang: "zh-Hant",
            calendar: None,
        }
    }

    fn wire(letter: &Letter) -> String {
        let from = "Yueding <no-reply@yueding.example>".parse().unwrap();
        String::from_utf8(message(&from, letter).unwrap().formatted()).unwrap()
    }

    #[test]
    fn no_subject_begins_a_header() {
        for subject in ["a\r\nBcc: b@example.com", "a\nBcc: b@example.com", "a\rBcc: b@example.com"] {
            let wire = wire(&letter(subject));
            assert!(wire.lines().all(|line| !line.starts_with("Bcc")), "{wire}");
            assert!(wire.contains("Subject: a"), "{wire}");
        }
    }

    #[test]
    fn the_id_is_the_letters() {
        let wire = wire(&letter("a"));
        assert!(wire.contains("Message-ID: <abc@yueding.example>\r\n"), "{wire}");
        assert!(wire.contains("Content-Language: zh-Hant\r\n"), "{wire}");
    }

    #[test]
    fn who_has_no_address_gets_no_letter() {
        let from = "no-reply@yueding.example".parse().unwrap();
        for to in ["", "a", "a@b\r\nRCPT TO:<c@d>", "a@b>, <c@d"] {
            let refused = message(&from, &Letter { to: to.to_owned(), ..letter("a") });
            assert!(matches!(refused, Err(Undelivered::Never(_))), "{to:?}");
        }
    }
}
