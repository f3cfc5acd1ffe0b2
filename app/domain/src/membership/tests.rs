//! Registering, signing in, and where to go afterwards.

use proptest::prelude::*;

use super::*;
use crate::testing::said;

fn good() -> RegisterForm {
    RegisterForm {
        name: "李雷".to_owned(),
        login: "138-0013-8000".to_owned(),
        password: "晴天 walks 42".to_owned(),
        again: "晴天 walks 42".to_owned(),
        consent: "on".to_owned(),
        next: String::new(),
    }
}

fn with_password(password: &str, login: &str) -> Vec<String> {
    let form =
        RegisterForm { login: login.to_owned(), password: password.to_owned(), again: password.to_owned(), ..good() };
    form.parse().map_or_else(said, |_| Vec::new())
}

#[test]
fn a_registration_is_read_by_phone_or_email() {
    let by_phone = good().parse().unwrap();
    assert_eq!((by_phone.name.as_str(), by_phone.login.to_string().as_str()), ("李雷", "+8613800138000"));
    assert_eq!(by_phone.password, "晴天 walks 42");
    assert!(!format!("{by_phone:?}").contains("walks"));
    let by_email = RegisterForm { login: " Li.Lei@Example.com".to_owned(), ..good() }.parse().unwrap();
    assert_eq!(by_email.login.to_string(), "li.lei@example.com");
}

#[test]
fn a_blank_registration_tells_all_that_is_missing() {
    assert_eq!(
        said(RegisterForm::default().parse().unwrap_err()),
        ["name required", "login required", "password required", "again required", "consent required"]
    );
}

#[test]
fn the_login_fault_says_what_it_was_meant_to_be() {
    for (login, fault) in
        [("a@b", "login not-an-email"), ("12345", "login not-a-phone"), ("lilei", "login not-a-phone")]
    {
        assert_eq!(with_password("晴天 walks 42", login), [fault]);
    }
}

#[test]
fn weak_passwords_are_refused() {
    let phone = "13800138000";
    assert_eq!(with_password("1234567", phone), ["password too-short 8"]);
    assert_eq!(with_password("晴天晴天晴天晴", phone), ["password too-short 8"]);
    assert_eq!(with_password(&"长a".repeat(64), phone), [""; 0]);
    assert_eq!(with_password(&("长a".repeat(64) + "b"), phone), ["password too-long 128"]);
    for common in ["12345678", "PassWord", "5201314520", "aaaaaaaa", "        ", "密密密密密密密密"] {
        assert_eq!(with_password(common, phone), ["password common"], "{common}");
    }
    for own in ["13800138000", "+86 138 0013 8000", "１３８００１３８０００"] {
        assert_eq!(with_password(own, phone), ["password common"], "{own}");
    }
    assert_eq!(with_password("LI@EXAMPLE.COM", "li@example.com"), ["password common"]);
    let form = RegisterForm { again: "晴天 walks 43".to_owned(), ..good() };
    assert_eq!(said(form.parse().unwrap_err()), ["again mismatch"]);
}

#[test]
fn signing_in_asks_for_both() {
    let form = |login: &str, password: &str| SignInForm {
        login: login.to_owned(),
        password: password.to_owned(),
        next: String::new(),
    };
    let (login, password) = form("0086 13800138000", " x ").parse().unwrap();
    assert_eq!((login.to_string().as_str(), password.as_str()), ("+8613800138000", " x "));
    assert_eq!(said(form(" ", "").parse().unwrap_err()), ["login required", "password required"]);
    assert_eq!(said(form("1", &"p".repeat(129)).parse().unwrap_err()), ["login not-a-phone", "password too-long 128"]);
    assert_eq!(form(" Wang.Fang ", "p").parse_staff(), Ok(("wang.fang".to_owned(), "p".to_owned())));
    assert_eq!(said(form("", "").parse_staff().unwrap_err()), ["login required", "password required"]);
}

#[test]
fn afterwards_only_to_a_page_of_ours() {
    for path in ["/zh-hans/", "/zh-hant/bookings", "/zh-hans/stays?q=%E5%B1%B1&day=2026-11-30#top", "/zh-hans/a..b/c.d"]
    {
        assert_eq!(safe_next(path), Some(path));
    }
    for path in [
        "",
        "/",
        "/zh-hans",
        "/zh-hansx/",
        "zh-hans/",
        "//zh-hans/",
        "/zh-hans//evil.example",
        "//evil.example/zh-hans/",
        "https://evil.example/zh-hans/",
        "/zh-hans/\\evil",
        "/\\evil",
        "/zh-hans/\r\nSet-Cookie:a=b",
        "/zh-hans/\t",
        "/zh-hans/a b",
        "/zh-hans/../api/x",
        "/zh-hans/%2e%2E/api/x",
        "/zh-hans/.%2e?x",
        "/zh-hans/.",
        "/zh-hans/山",
        " /zh-hans/",
        "/desk",
        "/zh-hans/x?next=https://evil.example",
        "javascript:alert(1)",
    ] {
        assert_eq!(safe_next(path), None, "{path:?}");
    }
    assert_eq!(safe_next(&format!("/zh-hans/{}", "a".repeat(2_000))), None);
}

proptest! {
    #[test]
    fn nothing_typed_makes_it_panic(login: String, password: String, next: String) {
        let form = RegisterForm { login: login.clone(), again: password.clone(), password: password.clone(), ..good() };
        let _ = form.parse();
        let form = SignInForm { login, password, next: String::new() };
        let _ = (form.parse(), form.parse_staff(), safe_next(&next));
    }
}
