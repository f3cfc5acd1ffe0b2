//! E-mail addresses.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::{narrowed, text_type};

/// An e-mail address, lower case in its domain.
///
/// Whether it exists only a mail can tell; reading catches slips of the hand. ASCII only: nothing else is delivered
/// everywhere, and look-alikes from other scripts are kept out. Else `not-an-email`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

text_type!(Email);

impl Email {
    /// The address in lower case altogether: two that differ in case only are taken to be one person's.
    #[must_use]
    pub fn folded(&self) -> Self {
        Self(self.0.to_ascii_lowercase())
    }

    /// The address with its name hidden but for the first character, such as `l***@example.com`.
    #[must_use]
    pub fn masked(&self) -> String {
        let (name, domain) = self.0.split_once('@').unwrap_or_default();
        format!("{}***@{domain}", name.chars().take(1).collect::<String>())
    }
}

impl FromStr for Email {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FAULT: &str = "not-an-email";
        // Full-width characters take three bytes: an address can be at most so long before it is narrowed.
        if text.trim().len() > 3 * 254 {
            return Err(FAULT);
        }
        let text = narrowed(text);
        let (name, domain) = text.split_once('@').ok_or(FAULT)?;
        let valid = text.len() <= 254 && is_name(name) && is_domain(domain);
        valid.then(|| Self(format!("{name}@{}", domain.to_ascii_lowercase()))).ok_or(FAULT)
    }
}

fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.split('.').all(|atom| {
            !atom.is_empty()
                && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte))
        })
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    domain.split('.').all(label)
        && domain
            .rsplit_once('.')
            .is_some_and(|(_, top)| top.len() >= 2 && top.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_read() {
        for (typed, kept) in [
            ("li.lei@example.com", "li.lei@example.com"),
            (" Li.Lei+hotel@Mail.Example.COM ", "Li.Lei+hotel@mail.example.com"),
            ("ａ＠ｂ．ｃｎ", "a@b.cn"),
            ("10001@qq.com", "10001@qq.com"),
            ("o'hara@xn--fiqs8s.xn--fiqs8s", "o'hara@xn--fiqs8s.xn--fiqs8s"),
        ] {
            assert_eq!(typed.parse::<Email>().map(String::from).as_deref(), Ok(kept), "{typed}");
        }
    }

    /// A well-formed address of so many characters.
    fn of_length(length: usize) -> String {
        let start = format!("{}@{}", "a".repeat(64), "b.".repeat(90));
        format!("{start}{}", "c".repeat(length - start.len()))
    }

    #[test]
    fn an_address_has_at_most_254_characters() {
        assert!(of_length(254).parse::<Email>().is_ok());
        assert!(of_length(255).parse::<Email>().is_err());
    }

    #[test]
    fn slips_are_caught() {
        let huge = "a@".repeat(1_000_000);
        for typed in [
            "",
            "@",
            "a",
            "a@",
            "@b.com",
            "a@b",
            "a@@b.com",
            "a@b@c.com",
            "a b@c.com",
            "a@b .com",
            "a@.com",
            "a@b..com",
            "a@b.com.",
            ".a@b.com",
            "a.@b.com",
            "a..b@c.com",
            "a@-b.com",
            "a@b-.com",
            "a@b.c",
            "a@b.12",
            "a\n@b.com",
            "a@b.com\u{202e}x",
            "李@例子.中国",
            "<a@b.com>",
            "a,b@c.com",
            "a@[127.0.0.1]",
            &huge,
        ] {
            assert_eq!(typed.parse::<Email>(), Err("not-an-email"), "{typed}");
        }
    }

    #[test]
    fn folding_and_masking() {
        let email: Email = "Li.Lei@Example.com".parse().unwrap();
        assert_eq!(email.folded().as_str(), "li.lei@example.com");
        assert_eq!(email.masked(), "L***@example.com");
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_is_stable(typed in ".{0,40}|[a-zA-Z.@ -]{0,24}") {
            if let Ok(email) = typed.parse::<Email>() {
                prop_assert_eq!(email.as_str().parse::<Email>(), Ok(email));
            }
        }
    }
}
