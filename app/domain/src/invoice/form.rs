//! What a customer fills in to have an invoice.

use serde::{Deserialize, Serialize};

use crate::{Fault, contact::Email, reader::Reader};

/// Most characters of who is billed, and of an invoice's number.
const TITLE: u32 = 100;
const CODE: u32 = 40;

/// A taxpayer's number has so many letters and digits.
const TAX_NO: std::ops::RangeInclusive<usize> = 8..=20;

/// The request as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvoiceForm {
    /// Number of the booking.
    pub number: String,
    /// Who is billed: a company or a person.
    pub title: String,
    /// A company's taxpayer number; blank for a person.
    pub tax_no: String,
    /// Where the invoice is sent.
    pub email: String,
}

/// Who is billed, and where the invoice goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Billed {
    /// Name.
    pub title: String,
    /// Taxpayer number, capitals and digits; blank for a person.
    pub tax_no: String,
    /// Address.
    pub email: Email,
}

impl InvoiceForm {
    /// Who is billed.
    ///
    /// # Errors
    /// Every fault: `required`, `too-long`, `bad-characters`, `not-a-tax-number`, `not-an-email`.
    pub fn parse(&self) -> Result<Billed, Vec<Fault>> {
        let mut reader = Reader::default();
        let title = reader.line("title", &self.title, TITLE);
        if title.is_empty() && !reader.blames("title") {
            reader.fault("title", "required");
        }
        let tax_no: String =
            self.tax_no.chars().filter(|ch| !ch.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let fits = tax_no.bytes().all(|byte| byte.is_ascii_alphanumeric()) && TAX_NO.contains(&tax_no.len());
        if !tax_no.is_empty() && !fits {
            reader.fault("tax_no", "not-a-tax-number");
        }
        let email = reader.needed("email", &self.email);
        reader.done(email.map(|email| Billed { title, tax_no, email }))
    }
}

/// The number of an invoice that was issued.
///
/// # Errors
/// `required`, `too-long`, `bad-characters`, each at `code`.
pub fn read_code(typed: &str) -> Result<String, Vec<Fault>> {
    let mut reader = Reader::default();
    let code = reader.line("code", typed, CODE);
    if code.is_empty() && !reader.blames("code") {
        reader.fault("code", "required");
    }
    reader.done(Some(code))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::said;

    fn form(title: &str, tax_no: &str, email: &str) -> InvoiceForm {
        let text = str::to_owned;
        InvoiceForm { number: String::new(), title: text(title), tax_no: text(tax_no), email: text(email) }
    }

    #[test]
    fn a_company_and_a_person_are_read() {
        let billed = form(" 云栖文化有限公司 ", "91 3301 00ma27 w1xy2a", "fp@example.com").parse().unwrap();
        assert_eq!((billed.title.as_str(), billed.tax_no.as_str()), ("云栖文化有限公司", "91330100MA27W1XY2A"));
        assert_eq!(form("陳怡君", "", "chen@example.com").parse().unwrap().tax_no, "");
    }

    #[test]
    fn every_fault_is_told() {
        let faults = said(form(" ", "91-33", "nobody").parse().unwrap_err());
        assert_eq!(faults, ["title required", "tax_no not-a-tax-number", "email not-an-email"]);
        assert_eq!(said(read_code(" ").unwrap_err()), ["code required"]);
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(title: String, tax_no: String, email: String) {
            let _ = form(&title, &tax_no, &email).parse();
        }
    }
}
