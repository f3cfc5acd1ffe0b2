//! Limits as customers meet them: 429 with the time at which it is possible again, in the reader's script, nothing typed lost.

use axum::http::StatusCode;
use domain::{Kind, booking::Number};

use crate::support::{Guest, House, Page};

const FIND: &str = "/api/booking/find";
const SIGN_IN: &str = "/api/membership/sign-in";

/// How the scripts say that there were too many attempts.
const SCRIPTS: [(&str, &str); 2] = [("zh-hans", "尝试次数过多"), ("zh-hant", "嘗試次數過多")];

/// A number that might be a booking's, another for each `entropy`.
fn number(entropy: u64) -> String {
    Number::generate(Kind::Stay, entropy).to_string()
}

/// Calls until it is refused for their number, at most so often.
async fn until_refused(guest: &mut Guest, function: &str, fields: &[(&str, &str)], most: usize) -> Page {
    for _ in 0..most {
        let page = guest.call(function, fields).await;
        if page.status == StatusCode::TOO_MANY_REQUESTS {
            return page;
        }
    }
    panic!("{function} is not limited");
}

fn says_when(house: &House, page: &Page) {
    assert_eq!(page.code(), "too-many");
    let again = page.json()["retry_at"].as_str().unwrap_or_else(|| panic!("{}", page.text)).to_owned();
    let again: domain::Instant = again.parse().unwrap();
    let wait = again - house.site.cx.now();
    assert!(wait > chrono::TimeDelta::zero() && wait <= chrono::TimeDelta::hours(1), "{wait}");
}

#[tokio::test]
async fn whoever_tries_numbers_is_told_when_he_may_again() {
    let house = House::open().await;
    let number = number(1);
    let page = until_refused(&mut house.guest(), FIND, &[("number", &number), ("phone", "13800138000")], 12).await;
    says_when(&house, &page);
}

#[tokio::test]
async fn whoever_tries_passwords_is_told_when_he_may_again() {
    let house = House::open().await;
    let fields = [("login", "13800138000"), ("password", "not the password")];
    let page = until_refused(&mut house.guest(), SIGN_IN, &fields, 40).await;
    says_when(&house, &page);
    let fields = [("login", "lin.agent"), ("password", "not the password")];
    let page = until_refused(&mut house.guest(), "/api/desk/sign-in", &fields, 40).await;
    says_when(&house, &page);
}

#[tokio::test]
async fn a_form_that_came_too_often_comes_back_with_what_was_typed() {
    for (script, words) in SCRIPTS {
        let house = House::open().await;
        let mut guest = house.guest();
        let (back, mut shown) = (format!("/{script}/bookings/find"), None);
        for attempt in 0..12 {
            let number = number(attempt);
            let page = guest.submit(&back, FIND, &[("number", &number), ("phone", "+86 138 0013 8000")]).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
            let page = guest.get(page.location()).await;
            assert_eq!(page.status, StatusCode::OK);
            if page.text.contains(words) {
                shown = Some((page, number));
                break;
            }
        }
        let (page, number) = shown.unwrap_or_else(|| panic!("never refused in {script}"));
        assert!(page.text.contains(&format!("value=\"{number}\"")), "{}", page.text);
        assert!(page.text.contains("value=\"+86 138 0013 8000\""), "{}", page.text);
        assert!(page.text.contains("role=\"status\""), "it is read out: {}", page.text);
    }
}

#[tokio::test]
async fn a_limit_answers_in_the_script_of_the_page_it_is_met_on() {
    for (script, words) in SCRIPTS {
        let house = House::open().await;
        let referer = format!("http://127.0.0.1:3000/{script}/login");
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
            ("accept", "application/json"),
            ("referer", referer.as_str()),
        ];
        let mut guest = house.guest();
        let mut said = String::new();
        for _ in 0..40 {
            let body = "login=13800138000&password=not+the+password";
            let page = guest.request(axum::http::Method::POST, SIGN_IN, &headers, body).await;
            if page.status == StatusCode::TOO_MANY_REQUESTS {
                said = page.json()["message"].as_str().unwrap().to_owned();
                break;
            }
        }
        assert!(said.contains(words), "{script}: {said}");
    }
}
