//! What is filled in: a question, a message, an answer.

use serde::{Deserialize, Serialize};

use super::{CaseNumber, Category, Closer, Deed};
use crate::{
    Fault, booking,
    contact::{Email, Phone},
    reader::Reader,
    text,
    upload::read_files,
};

/// Most characters of a message.
pub const LONGEST: u32 = 3_000;

/// Longest code of a refusal that somebody asks about.
const CODE: usize = 40;

/// A question as typed (C1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AskForm {
    /// A word of [`Category`]; blank lets us judge.
    pub topic: String,
    /// What is asked.
    pub text: String,
    /// Name, 1–40 characters.
    pub name: String,
    /// Phone number, needed.
    pub phone: String,
    /// E-mail address, may be blank.
    pub email: String,
    /// Number of the booking it is about; may be blank.
    pub booking: String,
    /// Code of the refusal it is about; may be blank.
    pub code: String,
    /// Ids of files that were taken in.
    pub files: String,
    /// What was wrong with a file.
    pub files_fault: String,
}

/// A question as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// About what; nothing where the customer has not said.
    pub topic: Option<Category>,
    /// What is asked.
    pub text: String,
    /// Who asks.
    pub name: String,
    /// How he is reached.
    pub phone: Phone,
    /// His address, if he gave one.
    pub email: Option<Email>,
    /// The booking it is about.
    pub booking: Option<booking::Number>,
    /// Code of the refusal it is about; blank for none.
    pub code: String,
    /// Ids of files.
    pub files: String,
}

/// How somebody finds his question again, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FindCaseForm {
    /// Its number.
    pub number: String,
    /// The phone number it was asked with.
    pub phone: String,
}

/// What staff write, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReplyForm {
    /// Number of the case.
    pub number: String,
    /// What is said.
    pub text: String,
    /// What it is: `replied`, `asked`, `noted` or `resolved`.
    pub deed: String,
    /// The last entry that was seen.
    pub seen: String,
    /// Ids of files.
    pub files: String,
    /// What was wrong with a file.
    pub files_fault: String,
}

/// What staff write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The case.
    pub number: CaseNumber,
    /// What is said.
    pub text: String,
    /// What it is.
    pub deed: Deed,
    /// The last entry that was seen.
    pub seen: u32,
    /// Ids of files.
    pub files: String,
}

impl AskForm {
    /// The question.
    ///
    /// # Errors
    /// Every fault: `required`, `too-long`, `bad-characters`, `unknown`, `not-a-phone`, `not-an-email`, `not-a-number-of-ours`, and
    /// what was wrong with files.
    pub fn parse(&self) -> Result<Asking, Vec<Fault>> {
        let mut reader = Reader::default();
        let topic = match self.topic.trim() {
            "" => None,
            word => word.parse().map_err(|_| reader.fault("topic", "unknown")).ok(),
        };
        let text = message(&mut reader, &self.text);
        let name = reader.name("name", &self.name);
        let phone: Option<Phone> = reader.needed("phone", &self.phone);
        let email = reader.optional("email", &self.email);
        let booking = reader.optional("booking", &self.booking);
        self::files(&mut reader, &self.files, &self.files_fault);
        let code: String = self.code.trim().chars().take(CODE).collect();
        let code = if text::is_key(&code) { code } else { String::new() };
        let files = self.files.clone();
        reader.done(phone.map(|phone| Asking { topic, text, name, phone, email, booking, code, files }))
    }
}

impl FindCaseForm {
    /// Number and phone.
    ///
    /// # Errors
    /// Every fault: `required`, `not-a-number-of-ours`, `not-a-phone`.
    pub fn parse(&self) -> Result<(CaseNumber, Phone), Vec<Fault>> {
        let mut reader = Reader::default();
        let number: Option<CaseNumber> = reader.needed("number", &self.number);
        let phone: Option<Phone> = reader.needed("phone", &self.phone);
        reader.done(number.zip(phone))
    }
}

impl ReplyForm {
    /// What is said.
    ///
    /// # Errors
    /// Every fault: `required`, `too-long`, `bad-characters`, `unknown`, and what was wrong with files.
    pub fn parse(&self) -> Result<Reply, Vec<Fault>> {
        let mut reader = Reader::default();
        let number = self.number.parse().map_err(|code| reader.fault("number", code)).ok();
        let text = message(&mut reader, &self.text);
        let deed = match self.deed.as_str() {
            "replied" => Some(Deed::Replied),
            "asked" => Some(Deed::Asked),
            "noted" => Some(Deed::Noted),
            "resolved" => Some(Deed::Resolved { by: Closer::Staff }),
            _ => {
                reader.fault("deed", "unknown");
                None
            }
        };
        self::files(&mut reader, &self.files, &self.files_fault);
        let (seen, files) = (self.seen.parse().unwrap_or_default(), self.files.clone());
        reader.done(number.zip(deed).map(|(number, deed)| Reply { number, text, deed, seen, files }))
    }
}

/// A message of a customer's.
///
/// # Errors
/// `required`, `too-long`, `bad-characters` at `text`, and what was wrong with files.
pub fn read_message(typed: &str, files: &str, files_fault: &str) -> Result<String, Vec<Fault>> {
    let mut reader = Reader::default();
    let text = message(&mut reader, typed);
    self::files(&mut reader, files, files_fault);
    reader.done(Some(text))
}

fn message(reader: &mut Reader, typed: &str) -> String {
    let text = reader.lines("text", typed, LONGEST);
    if text.chars().all(is_unseen) && !reader.blames("text") {
        reader.fault("text", "required");
    }
    text
}

/// Nobody sees it.
fn is_unseen(ch: char) -> bool {
    ch.is_whitespace()
        || matches!(ch, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}')
}

fn files(reader: &mut Reader, files: &str, fault: &str) {
    if let Err(faults) = read_files(files, fault) {
        reader.faults(faults);
    }
}
