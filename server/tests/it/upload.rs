//! Attachments as the site serves them: downloads for whoever has sent them, nothing at all for anybody else.

use axum::http::{Method, StatusCode};

use crate::support::{Guest, House};

const FIND: &str = "/api/booking/find";

/// A small picture or document under a name.
async fn kept(house: &House, guest: &mut Guest, name: &str, bytes: &[u8]) -> String {
    guest.submit("/zh-hans/bookings/find", FIND, &[]).await;
    let cx = &house.site.cx;
    let session = services::session::load(cx, guest.cookie("session").unwrap()).await.unwrap().unwrap().session;
    services::upload::keep(cx, &session, "192.0.2.7", name, bytes.to_vec()).await.unwrap()
}

#[tokio::test]
async fn a_file_is_a_download_that_no_browser_shows_or_keeps() {
    let house = House::open().await;
    let mut guest = house.guest();
    let document = [b"%PDF-1.7\n".as_slice(), &[b'x'; 5000]].concat();
    let id = kept(&house, &mut guest, "行程单.pdf", &document).await;
    for path in [format!("/files/{id}"), format!("/zh-hant/files/{id}")] {
        let page = guest.get_with(&path, &[("accept-encoding", "gzip, br")]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(page.text.as_bytes() == document, "it comes as it is");
        for (name, value) in [
            ("content-type", "application/pdf"),
            ("content-disposition", "attachment; filename*=UTF-8''%E8%A1%8C%E7%A8%8B%E5%8D%95.pdf"),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "sandbox; default-src 'none'"),
            ("cache-control", "no-store"),
            ("content-length", "5009"),
            ("content-encoding", ""),
        ] {
            assert_eq!(page.header(name), value, "{name}");
        }
        let head = guest.request(Method::HEAD, &path, &[], "").await;
        assert_eq!((head.status, head.header("content-length"), head.text.as_str()), (StatusCode::OK, "5009", ""));
        assert_eq!(head.header("content-type"), "application/pdf");
    }
}

#[tokio::test]
async fn somebody_elses_file_and_none_are_the_same_page_in_the_readers_script() {
    let house = House::open().await;
    let id = kept(&house, &mut house.guest(), "a.pdf", b"%PDF-1.7").await;
    let mut stranger = house.guest();
    kept(&house, &mut stranger, "b.pdf", b"%PDF-1.7").await;
    for (accept, words) in [("zh-CN", "zh-Hans"), ("zh-TW", "zh-Hant")] {
        let mut texts = Vec::new();
        for id in [id.as_str(), "00000000000000000000000000000000", "x", "%3Cscript%3E", "..%2F..%2Fetc%2Fpasswd"] {
            for guest in [&mut stranger, &mut house.guest()] {
                let page =
                    guest.get_with(&format!("/files/{id}"), &[("accept-language", accept), ("cookie", "")]).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}");
                assert!(page.text.contains(&format!("<html lang=\"{words}\"")), "{id}: {}", page.text);
                assert_eq!(
                    (page.header("content-disposition"), page.header("content-type")),
                    ("", "text/html; charset=utf-8")
                );
                texts.push(page.text.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap().to_owned());
            }
        }
        texts.dedup();
        assert_eq!(texts.len(), 1, "{texts:?}");
        let page = stranger.get_with(&format!("/files/{id}"), &[("accept-language", accept)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "with a session of his own too");
    }
}

#[tokio::test]
async fn nothing_but_reading_is_possible_at_a_files_address() {
    let house = House::open().await;
    let mut guest = house.guest();
    let id = kept(&house, &mut guest, "a.pdf", b"%PDF-1.7").await;
    let ours = [("sec-fetch-site", "same-origin")];
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let page = guest.request(method.clone(), &format!("/files/{id}"), &ours, "").await;
        assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    assert_eq!(guest.get("/files").await.status, StatusCode::NOT_FOUND);
    assert_eq!(guest.get(&format!("/files/{id}/x")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_with_files_from_another_site_or_to_another_function_is_refused() {
    let house = House::open().await;
    let mut guest = house.guest();
    let body = "--b\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\nx\r\n--b--\r\n";
    let kind = ("content-type", "multipart/form-data; boundary=b");
    let accept = ("accept", "application/json");
    let foreign = [kind, accept, ("sec-fetch-site", "cross-site")];
    let page = guest.request(Method::POST, "/api/inquiry/ask", &foreign, body).await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::FORBIDDEN, "forbidden-origin"));
    let ours = [kind, accept, ("sec-fetch-site", "same-origin")];
    let page = guest.request(Method::POST, FIND, &ours, body).await;
    assert!(page.status.is_client_error(), "{}", page.status);
    assert_eq!(
        guest.request(Method::POST, FIND, &ours, "x".repeat(200_000)).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn a_scanner_is_asked_when_one_is_named() {
    assert!(House::open().await.site.cx.outside().scanner.is_none());
    let house = House::with(&[("CLAMD_ADDRESS", "127.0.0.1:9")]).await;
    let (_, session) = services::session::start(&house.site.cx).await.unwrap();
    let refused = services::upload::keep(&house.site.cx, &session, "192.0.2.7", "a.pdf", b"%PDF-1.7".to_vec()).await;
    let Err(services::Error::Refused(domain::Rule::Invalid(faults))) = refused else { panic!("{refused:?}") };
    assert_eq!(faults[0].code, "scanner-silent", "nobody is there");
}
