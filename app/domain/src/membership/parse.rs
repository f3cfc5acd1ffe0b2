//! Reading what was typed to register or to sign in.

use super::{Login, RegisterForm, SignInForm};
use crate::{Fault, reader::Reader, text::narrowed};

/// Bounds of a password, in characters. The upper one keeps the cost of hashing within bounds.
const SHORTEST: usize = 8;
const LONGEST: usize = 128;

/// The passwords that are tried first, of eight characters or more; runs of one character are refused besides.
const COMMON: [&str; 48] = [
    "0123456789",
    "11223344",
    "1122334455",
    "112233445566",
    "123123123",
    "1234567890",
    "123456789",
    "12345678",
    "1234567a",
    "12345678a",
    "123456abc",
    "1234qwer",
    "147258369",
    "147852369",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "1qaz2wsx",
    "1qazxsw2",
    "5201314520",
    "52013145",
    "66668888",
    "87654321",
    "88886666",
    "987654321",
    "9876543210",
    "a1234567",
    "a12345678",
    "a123456789",
    "aa123456",
    "aa12345678",
    "abc12345",
    "abc123456",
    "abcd1234",
    "abcdefgh",
    "asdfghjkl",
    "iloveyou",
    "password",
    "password1",
    "password123",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "q1w2e3r4",
    "qq123456",
    "qwer1234",
    "qwertyui",
    "qwertyuiop",
    "woaini1314",
];

/// A registration, as understood.
#[derive(Clone, PartialEq, Eq)]
pub struct Registration {
    /// Name.
    pub name: String,
    /// What to sign in with.
    pub login: Login,
    /// The password, exactly as typed.
    pub password: String,
}

impl std::fmt::Debug for Registration {
    /// Without the password, which must not get into a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Registration").field("name", &self.name).field("login", &self.login).finish_non_exhaustive()
    }
}

impl RegisterForm {
    /// Reads the registration.
    ///
    /// # Errors
    /// Every fault: `required`, `too-long`, `bad-characters`, `not-a-phone`, `not-an-email`, `too-short`, `common`,
    /// `mismatch`.
    pub fn parse(&self) -> Result<Registration, Vec<Fault>> {
        let mut reader = Reader::default();
        let name = reader.name("name", &self.name);
        let login: Option<Login> = reader.needed("login", &self.login);
        self.judge_password(&mut reader, login.as_ref());
        if self.again.is_empty() {
            reader.fault("again", "required");
        } else if self.again != self.password {
            reader.fault("again", "mismatch");
        }
        if !matches!(self.consent.trim(), "on" | "true" | "1") {
            reader.fault("consent", "required");
        }
        reader.done(login.map(|login| Registration { name, login, password: self.password.clone() }))
    }

    fn judge_password(&self, reader: &mut Reader, login: Option<&Login>) {
        let password = &self.password;
        if password.is_empty() {
            reader.fault("password", "required");
        } else if password.chars().nth(SHORTEST - 1).is_none() {
            reader.bound("password", "too-short", SHORTEST as u32);
        } else if password.chars().nth(LONGEST).is_some() {
            reader.bound("password", "too-long", LONGEST as u32);
        } else if is_common(password) || self.is_login(password, login) {
            reader.fault("password", "common");
        }
    }

    /// The password is what is signed in with, as typed or in another writing of it.
    fn is_login(&self, password: &str, login: Option<&Login>) -> bool {
        let password = narrowed(password).to_lowercase();
        password == narrowed(&self.login).to_lowercase()
            || login.is_some_and(|login| password.parse().is_ok_and(|other: Login| other == *login))
    }
}

fn is_common(password: &str) -> bool {
    let lower = password.trim().to_lowercase();
    let mut chars = lower.chars();
    let first = chars.next();
    COMMON.contains(&lower.as_str()) || chars.all(|ch| Some(ch) == first)
}

impl SignInForm {
    /// Reads a member's sign-in. The password is not judged beyond its length: it was when it was chosen.
    ///
    /// # Errors
    /// Every fault: `required`, `not-a-phone`, `not-an-email`, `too-long`.
    pub fn parse(&self) -> Result<(Login, String), Vec<Fault>> {
        let mut reader = Reader::default();
        let login: Option<Login> = reader.needed("login", &self.login);
        let password = self.password(&mut reader);
        reader.done(login.map(|login| (login, password)))
    }

    /// Reads a staff member's sign-in: a sign-in name in lower case and a password.
    ///
    /// # Errors
    /// Every fault: `required`, `too-long`, `bad-characters`.
    pub fn parse_staff(&self) -> Result<(String, String), Vec<Fault>> {
        let mut reader = Reader::default();
        let login = reader.line("login", &narrowed(&self.login).to_lowercase(), 40);
        if login.is_empty() && !reader.blames("login") {
            reader.fault("login", "required");
        }
        let password = self.password(&mut reader);
        reader.done(Some((login, password)))
    }

    fn password(&self, reader: &mut Reader) -> String {
        if self.password.is_empty() {
            reader.fault("password", "required");
        } else if self.password.chars().nth(LONGEST).is_some() {
            reader.bound("password", "too-long", LONGEST as u32);
        }
        self.password.clone()
    }
}

/// `path`, if it is a page of this site: an absolute path under one of the scripts that a browser cannot take for
/// another host or for a way out of it. Everything else might be somebody's bait.
#[must_use]
pub fn safe_next(path: &str) -> Option<&str> {
    let ours = path.starts_with("/zh-hans/") || path.starts_with("/zh-hant/");
    let plain = path.len() <= 2_000 && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let climbs = path[..end].split('/').any(|step| {
        let step = step.to_ascii_lowercase().replace("%2e", ".");
        step == "." || step == ".."
    });
    (ours && plain && !path.contains("//") && !climbs).then_some(path)
}
