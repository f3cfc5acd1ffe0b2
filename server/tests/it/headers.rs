//! The headers of every answer.

use crate::support::{House, Page};

fn nonce(page: &Page) -> String {
    let policy = page.header("content-security-policy");
    let rest = policy.split_once("'nonce-").map_or("", |(_, rest)| rest);
    rest.split('\'').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_page_lets_only_its_own_scripts_run() {
    let house = House::open().await;
    let page = house.guest().get("/zh-hans/privacy").await;
    let policy = page.header("content-security-policy");
    for part in [
        "default-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.split("; ").any(|it| it == part), "{part}: {policy}");
    }
    assert!(!policy.contains("unsafe-inline"), "{policy}");
    let nonce = nonce(&page);
    for script in page.text.split("<script").skip(1) {
        assert!(script.split('>').next().unwrap().contains(&format!("nonce=\"{nonce}\"")), "<script{script}");
    }
    assert!(!page.text.contains("<style") && !page.text.contains(" style="), "no style in the page");
}

#[tokio::test]
async fn a_form_may_lead_to_the_payment_provider_and_nowhere_else() {
    let house = House::with(&[("PAY_GATEWAY_URL", "https://pay.example/interface")]).await;
    for path in ["/zh-hans/privacy", "/zh-hans/no-such-page", "/healthz"] {
        let page = house.guest().get(path).await;
        let policy = page.header("content-security-policy");
        assert!(policy.split("; ").any(|it| it == "form-action 'self' https://pay.example"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn no_two_answers_have_the_same_nonce() {
    let house = House::open().await;
    let mut guest = house.guest();
    let (one, other) = (guest.get("/zh-hans/privacy").await, guest.get("/zh-hans/privacy").await);
    assert!(nonce(&one).len() >= 22);
    assert_ne!(nonce(&one), nonce(&other));
}

#[tokio::test]
async fn every_answer_has_the_headers_that_guard_it() {
    let house = House::open().await;
    for path in ["/zh-hans/privacy", "/zh-hans/no-such-page", "/healthz", "/api/no/such", "/pkg/yueding.css", "/%FF"] {
        let page = house.guest().get(path).await;
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(page.header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(page.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(page.header("x-request-id").len(), 16, "{path}");
        assert_eq!(page.header("strict-transport-security"), "", "{path}: not over http");
    }
}

#[tokio::test]
async fn over_https_cookies_and_transport_are_bound() {
    let house = House::with(&[
        ("APP_ENV", "production"),
        ("APP_ORIGIN", "https://yueding.example"),
        ("APP_SECRET", "0123456789abcdef0123456789abcdef"),
    ])
    .await;
    let mut guest = house.guest();
    let page = guest.submit("/zh-hans/bookings/find", "/api/booking/find", &[("number", "x"), ("phone", "y")]).await;
    assert!(page.header("strict-transport-security").contains("max-age=31536000"));
    let cookies: Vec<_> = page.headers.get_all("set-cookie").iter().map(|it| it.to_str().unwrap()).collect();
    let session = cookies.iter().find(|cookie| cookie.starts_with("__Host-session=")).unwrap();
    for part in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(session.split("; ").any(|it| it == part), "{part}: {session}");
    }
    assert!(!session.contains("Domain"), "{session}");
}

#[tokio::test]
async fn what_may_be_personal_is_kept_nowhere() {
    let house = House::open().await;
    let mut guest = house.guest();
    assert_eq!(guest.get("/zh-hans/privacy").await.header("cache-control"), "no-store", "it sets the script's cookie");
    assert_eq!(guest.get("/zh-hans/privacy").await.header("cache-control"), "private, no-cache");
    guest.submit("/zh-hans/bookings/find", "/api/booking/find", &[]).await;
    assert_eq!(guest.get("/zh-hans/privacy").await.header("cache-control"), "no-store", "somebody has a session now");
    assert_eq!(guest.read("/api/booking/mine").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn styles_may_be_cached_and_come_compressed() {
    let house = House::open().await;
    let page = house.guest().get_with("/pkg/yueding.css", &[("accept-encoding", "br")]).await;
    assert_eq!(page.header("cache-control"), "public, max-age=3600");
    assert_eq!(page.header("content-encoding"), "br");
    let varies: Vec<_> = page.headers.get_all("vary").iter().collect();
    assert_eq!(varies, ["accept-encoding"]);
    assert_eq!(page.header("content-type"), "text/css");
    assert_eq!(house.guest().get("/favicon.svg").await.header("content-type"), "image/svg+xml");
    assert_eq!(house.guest().get("/pkg/no-such.js").await.status, 404);
    assert_eq!(house.guest().get("/pkg/../../test.db").await.status, 404);
}
