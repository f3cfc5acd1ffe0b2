//! The wire: probes, the description of the server functions, and the one error shape.

use axum::http::{Method, StatusCode};

use crate::support::House;

const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");

#[tokio::test]
async fn the_process_says_that_it_lives() {
    assert_eq!(House::open().await.guest().get("/healthz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn ready_is_only_a_migrated_database() {
    let house = House::unmigrated(&[]).await;
    let page = house.guest().get("/readyz").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{}", page.text);
    assert_eq!(house.guest().get("/healthz").await.status, StatusCode::OK, "alive all the same");
    house.site.cx.migrate().await.unwrap();
    let page = house.guest().get("/readyz").await;
    assert_eq!((page.status, page.json()["ready"].clone()), (StatusCode::OK, true.into()));
}

#[tokio::test]
async fn figures_name_routes_and_never_addresses() {
    let house = House::open().await;
    house.guest().get("/zh-hans/privacy?name=secret-word").await;
    house.guest().get("/zh-hans/offers/secret-slug").await;
    house.guest().get("/secret-page").await;
    let page = house.guest().get("/metrics").await;
    assert!(page.text.contains("http_requests_total{route=\"/{script}/privacy\",status=\"200\"} 1"), "{}", page.text);
    assert!(page.text.contains("http_request_seconds_bucket"), "{}", page.text);
    assert!(page.text.contains("db_connections"), "{}", page.text);
    assert!(!page.text.contains("secret"), "{}", page.text);
}

#[tokio::test]
async fn every_server_function_is_described() {
    let house = House::open().await;
    let described = house.guest().read("/api/openapi.json").await.json();
    let paths = described["paths"].as_object().unwrap();
    for (path, method) in [("/api/booking/place", "post"), ("/api/booking/find", "post"), ("/api/form/typed", "get")] {
        assert!(paths[path].get(method).is_some(), "{method} {path}");
    }
    let named =
        |path: &str| path.starts_with("/api/") && path.split('/').count() == 4 && !path.contains(char::is_numeric);
    assert!(paths.keys().all(|path| named(path)), "each has an endpoint of its own: {:?}", paths.keys());
}

#[tokio::test]
async fn an_unknown_function_is_a_404_in_the_error_shape() {
    let house = House::open().await;
    for method in [Method::GET, Method::POST, Method::DELETE] {
        let page = house.guest().request(method, "/api/no/such", &[OURS], "").await;
        assert_eq!((page.status, page.code().as_str()), (StatusCode::NOT_FOUND, "unknown"));
    }
}

#[tokio::test]
async fn a_write_by_get_is_a_405_in_the_error_shape() {
    let house = House::open().await;
    let page = house.guest().read("/api/booking/place?draft=1").await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::METHOD_NOT_ALLOWED, "bad-request"));
    assert!(page.header("allow").contains("POST"));
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_a_400_in_the_error_shape() {
    let house = House::open().await;
    let headers = [OURS, ("content-type", "application/x-www-form-urlencoded")];
    let page = house.guest().request(Method::POST, "/api/booking/find", &headers, "number[x]=1&number[y]=2").await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::BAD_REQUEST, "bad-request"), "{}", page.text);
}

#[tokio::test]
async fn a_fault_of_ours_is_masked() {
    let house = House::unmigrated(&[]).await;
    let page = house.guest().call("/api/booking/find", &[("number", "YS-0000-0000"), ("phone", "13800138000")]).await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::INTERNAL_SERVER_ERROR, "internal"));
    assert!(!page.text.contains("table") && !page.text.contains("session"), "{}", page.text);
    let page = house.guest().submit("/zh-hant/bookings/find", "/api/booking/find", &[("number", "x")]).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.text.contains("lang=\"zh-Hant\""), "{}", page.text);
}

#[tokio::test]
async fn robots_are_kept_from_what_is_personal() {
    let page = House::open().await.guest().get("/robots.txt").await;
    assert!(page.text.contains("Disallow: /zh-hant/account"), "{}", page.text);
}

#[tokio::test]
async fn a_page_cannot_be_posted_to() {
    let house = House::open().await;
    let page = house.guest().request(Method::POST, "/zh-hans/privacy", &[OURS], "").await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(page.text.contains("<h1>"), "{}", page.text);
}
