//! What no request gets past: other sites, oversized bodies, addresses that are no text.

use axum::http::{Method, StatusCode};

use crate::support::House;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn a_form_of_another_site_is_refused_in_the_error_shape() {
    let house = House::open().await;
    for headers in [
        vec![FORM, ("sec-fetch-site", "cross-site")],
        vec![FORM, ("sec-fetch-site", "same-site"), ("origin", "http://127.0.0.1:3000")],
        vec![FORM, ("origin", "https://evil.example"), ("host", "127.0.0.1:3000")],
        vec![FORM, ("origin", "null")],
        vec![FORM],
    ] {
        let page = house.guest().request(Method::POST, "/api/booking/find", &headers, "number=1&phone=2").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(page.code(), "forbidden-origin");
        assert_eq!(page.header("set-cookie"), "", "nobody gets a session for that");
    }
}

#[tokio::test]
async fn a_form_of_ours_is_let_through() {
    let house = House::open().await;
    for headers in [
        vec![FORM, ("sec-fetch-site", "same-origin")],
        vec![FORM, ("origin", "http://127.0.0.1:3000")],
        vec![FORM, ("origin", "http://localhost:3000"), ("host", "localhost:3000")],
    ] {
        let page = house.guest().request(Method::POST, "/api/booking/find", &headers, "number=1&phone=2").await;
        assert_eq!(page.code(), "invalid", "{headers:?}");
    }
}

#[tokio::test]
async fn another_site_is_told_so_on_a_page_when_a_browser_navigates() {
    let house = House::open().await;
    let headers = [FORM, ("sec-fetch-site", "cross-site"), ("accept", "text/html")];
    let page = house.guest().request(Method::POST, "/api/booking/find", &headers, "number=1").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.header("content-type").starts_with("text/html"));
    assert!(page.text.contains("lang=\"zh-Hans\"") && !page.text.contains('⟦'), "{}", page.text);
}

#[tokio::test]
async fn a_body_of_megabytes_is_too_large() {
    let house = House::open().await;
    let body = format!("number=1&phone={}", "9".repeat(5 * 1024 * 1024));
    let headers = [FORM, ("sec-fetch-site", "same-origin")];
    let page = house.guest().request(Method::POST, "/api/booking/find", &headers, body.clone()).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(page.code(), "too-large");
    let headers = [FORM, ("sec-fetch-site", "same-origin"), ("accept", "text/html")];
    let page = house.guest().request(Method::POST, "/api/booking/find", &headers, body).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text.starts_with("<!DOCTYPE html>"), "{}", page.text);
    assert!(page.text.contains("“后退”"), "it says how to get back to the form: {}", page.text);
}

#[tokio::test]
async fn a_body_of_sixty_kilobytes_is_read() {
    let house = House::open().await;
    let body = format!("number=1&phone={}", "9".repeat(60 * 1024));
    let headers = [FORM, ("sec-fetch-site", "same-origin")];
    assert_eq!(house.guest().request(Method::POST, "/api/booking/find", &headers, body).await.code(), "invalid");
}

#[tokio::test]
async fn an_address_that_is_no_text_is_no_fault_of_ours() {
    let house = House::open().await;
    for path in [
        "/%FF",
        "/%",
        "/zh-hans/offers/%E9%A2",
        "/zh-hans/stays?q=%FF",
        "/zh-hant/stays?q=%zz",
        "/zh-hans/stays?q=%00",
        "/?x=%E9",
    ] {
        let page = house.guest().get(path).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(page.text.contains("<h1>") && !page.text.contains('⟦'), "{path}: {}", page.text);
    }
    let page = house.guest().read("/api/form/typed?form=%FF&id=1").await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::BAD_REQUEST, "bad-request"));
}

#[tokio::test]
async fn broken_text_in_a_form_is_a_refusal_and_not_a_fault() {
    let house = House::open().await;
    for accept in ["application/json", "text/html"] {
        let headers = [FORM, ("sec-fetch-site", "same-origin"), ("accept", accept)];
        let page = house.guest().request(Method::POST, "/api/booking/find", &headers, "number=%FF&phone=%").await;
        assert!(!page.status.is_server_error(), "{accept}: {}", page.status);
    }
}

#[tokio::test]
async fn whoever_comes_when_all_hands_are_full_is_told_to_come_back() {
    let house = House::with(&[("MAX_REQUESTS", "0")]).await;
    let page = house.guest().read("/api/booking/mine").await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "busy"));
    assert_eq!(page.header("retry-after"), "1");
    assert_eq!(house.guest().get("/zh-hant").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(house.guest().get("/healthz").await.status, StatusCode::OK, "the probe is answered all the same");
}
