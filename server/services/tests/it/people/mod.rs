//! Who comes to the house: guests, members, staff, and what they ask for.

use domain::{
    Rule,
    desk::Role,
    membership::{RegisterForm, SignInForm},
};
use i18n::Script;
use services::{
    Asker, Cx, Error, Session, Staff,
    membership::{self, SignedIn},
    session, staff,
};

/// Where requests come from, unless a test says otherwise.
pub const HOME: &str = "192.0.2.7";

/// A password that fits all accounts here.
pub const PASSWORD: &str = "pears in autumn";

/// A visitor with a new session: what his cookie holds, and his session.
pub async fn visitor(cx: &Cx) -> (String, Session) {
    session::start(cx).await.expect("a session can be started")
}

/// A guest with a new session.
pub async fn guest(cx: &Cx) -> Asker {
    Asker::Guest(visitor(cx).await.1)
}

/// Registration of a phone number or an address.
pub fn registration(login: &str) -> RegisterForm {
    RegisterForm {
        name: "林美玲".to_owned(),
        login: login.to_owned(),
        password: PASSWORD.to_owned(),
        again: PASSWORD.to_owned(),
        consent: "on".to_owned(),
        next: String::new(),
    }
}

/// Sign-in with the usual password.
pub fn credentials(login: &str) -> SignInForm {
    with_password(login, PASSWORD)
}

/// Sign-in with some password.
pub fn with_password(login: &str, password: &str) -> SignInForm {
    SignInForm { login: login.to_owned(), password: password.to_owned(), next: String::new() }
}

/// Somebody who has just registered.
pub async fn registered(cx: &Cx, login: &str) -> SignedIn {
    let (_, session) = visitor(cx).await;
    membership::register(cx, &session, HOME, Script::Hant, &registration(login)).await.expect("registers")
}

/// Signs in from a new browser.
pub async fn signed_in(cx: &Cx, login: &str) -> SignedIn {
    let (_, session) = visitor(cx).await;
    membership::sign_in(cx, &session, HOME, &credentials(login)).await.expect("signs in")
}

/// A staff member, taken on and signed in; with the secret in his cookie.
pub async fn colleague(cx: &Cx, login: &str, role: Role) -> (String, Staff) {
    staff::add(cx, login, "周敏", role, PASSWORD).await.expect("is taken on");
    let (_, session) = visitor(cx).await;
    let signed_in = staff::sign_in(cx, &session, HOME, &credentials(login)).await.expect("signs in");
    (signed_in.secret, signed_in.staff)
}

/// The refusal a call ended with.
pub fn refusal<T>(outcome: Result<T, Error>) -> Rule {
    match outcome {
        Err(Error::Refused(rule)) => rule,
        Err(fault) => panic!("a refusal was expected, not the fault: {fault}"),
        Ok(_) => panic!("a refusal was expected"),
    }
}
