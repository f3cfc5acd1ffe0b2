//! One address per script, and the way there.

use axum::http::StatusCode;
use services::seed;

use crate::support::House;

#[tokio::test]
async fn the_root_leads_to_the_script_the_browser_asks_for() {
    let house = House::open().await;
    for (accept, home) in [
        ("zh-TW,zh;q=0.9", "/zh-hant/"),
        ("zh-HK", "/zh-hant/"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "/zh-hans/"),
        ("en-US,en", "/zh-hans/"),
    ] {
        let page = house.guest().get_with("/", &[("accept-language", accept)]).await;
        assert_eq!((page.status, page.location()), (StatusCode::TEMPORARY_REDIRECT, home), "{accept}");
        assert!(page.header("vary").contains("accept-language"));
    }
}

#[tokio::test]
async fn the_script_read_last_is_remembered() {
    let house = House::open().await;
    let mut guest = house.guest();
    assert_eq!(guest.get("/zh-hant/privacy").await.status, StatusCode::OK);
    assert_eq!(guest.cookie("script"), Some("zh-hant"));
    assert_eq!(guest.get_with("/", &[("accept-language", "zh-CN")]).await.location(), "/zh-hant/");
    let again = guest.get("/zh-hant/privacy").await;
    assert!(!again.headers.contains_key("set-cookie"), "said once, not each time");
    guest.get("/zh-hans/privacy").await;
    assert_eq!(guest.get("/").await.location(), "/zh-hans/");
}

#[tokio::test]
async fn a_page_without_script_leads_to_the_one_with_it_and_keeps_its_query() {
    let house = House::open().await;
    let page = house.guest().get_with("/stays?city=taipei&q=%E9%A3%AF", &[("accept-language", "zh-TW")]).await;
    assert_eq!(page.status, StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(page.location(), "/zh-hant/stays?city=taipei&q=%E9%A3%AF");
}

#[tokio::test]
async fn an_unknown_script_or_page_is_not_found_in_the_readers_script() {
    let house = House::open().await;
    for path in ["/en/stays", "/zh-hans-x", "/no/such/page", "//evil.example", "/zh-Hant/stays"] {
        let page = house.guest().get_with(path, &[("accept-language", "zh-TW")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.text.contains("lang=\"zh-Hant\""), "{path}: {}", page.text);
    }
    let page = house.guest().get_with("/zh-hans/no-such-page", &[("accept-language", "zh-TW")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.text.contains("lang=\"zh-Hans\""), "the address says which script");
}

#[tokio::test]
async fn the_home_page_has_both_its_addresses_and_other_pages_one() {
    let house = House::open().await;
    for path in ["/zh-hans", "/zh-hant/"] {
        assert_eq!(house.guest().get(path).await.status, StatusCode::OK, "{path}");
    }
    let page = house.guest().get("/zh-hans/privacy/?x=1").await;
    assert_eq!((page.status, page.location()), (StatusCode::PERMANENT_REDIRECT, "/zh-hans/privacy?x=1"));
}

#[tokio::test]
async fn a_server_function_answers_in_the_script_of_the_page_it_is_called_from() {
    let house = House::open().await;
    let mut words = Vec::new();
    for script in ["zh-hans", "zh-hant"] {
        let referer = format!("http://127.0.0.1:3000/{script}/bookings/find");
        let headers = [("sec-fetch-site", "same-origin"), ("referer", referer.as_str())];
        let page = house.guest().request(axum::http::Method::POST, "/api/no/such", &headers, "").await;
        assert_eq!(page.code(), "unknown");
        words.push(page.json()["message"].clone());
    }
    assert_ne!(words[0], words[1]);
}

#[tokio::test]
async fn content_is_converted_where_nobody_has_written_it_in_the_other_script() {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    for (script, name, address) in
        [("zh-hans", "梧桐里花园酒店", "上海市徐汇区湖南路"), ("zh-hant", "梧桐里花園飯店", "上海市徐匯區湖南路")]
    {
        let page = house.guest().get(&format!("/{script}/offers/wutong-classic-queen")).await;
        assert!(page.text.contains(name), "as it was given: {}", page.text);
        assert!(page.text.contains(address), "as it was converted: {}", page.text);
        assert!(!page.text.contains("梧桐裡"), "what was given beats what would be converted");
    }
}
