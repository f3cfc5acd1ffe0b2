//! Nobody without the secret is believed, and nothing that was changed on the way.

use gateway::{Key, LEEWAY, MERCHANT, NONCE, News, Notification, SIGNATURE, TIME, Untrusted, VERSION, nonce, origin};

const NOW: i64 = 1_795_000_000;
const BODY: &[u8] = b"{\"number\":\"P-1\"}";

type Headers = Vec<(&'static str, String)>;

fn key() -> Key {
    Key::new("yueding", "a secret that nobody knows")
}

fn signed() -> Headers {
    key().sign("POST", "/v1/orders", NOW, &nonce(), BODY).to_vec()
}

fn judged(headers: &Headers, method: &str, path: &str, body: &[u8], now: i64) -> Result<String, Untrusted> {
    let get = |name: &str| headers.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
    key().verify(method, path, &get, body, now)
}

fn with(name: &str, value: &str) -> Headers {
    signed().into_iter().map(|(key, its)| (key, if key == name { value.to_owned() } else { its })).collect()
}

fn after(headers: &Headers) -> Result<String, Untrusted> {
    judged(headers, "POST", "/v1/orders", BODY, NOW)
}

#[test]
fn what_was_signed_is_believed() {
    assert!(after(&signed()).is_ok_and(|nonce| nonce.len() == 32));
}

#[test]
fn a_known_message_has_a_known_signature() {
    let headers = key().sign("GET", "/v1/orders/P-1", NOW, &"0f".repeat(16), b"");
    let text = format!(
        "1\nGET\n/v1/orders/P-1\n{NOW}\n{}\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "0f".repeat(16)
    );
    let mut mac = <hmac::Hmac<sha2::Sha256> as hmac::Mac>::new_from_slice(b"a secret that nobody knows").unwrap();
    hmac::Mac::update(&mut mac, text.as_bytes());
    assert_eq!(headers[4].1, format!("v1={}", hex::encode(hmac::Mac::finalize(mac).into_bytes())));
}

#[test]
fn a_changed_message_is_not_believed() {
    let headers = signed();
    let wrong = Err(Untrusted::Signature);
    assert_eq!(judged(&headers, "POST", "/v1/orders", b"{\"number\":\"P-2\"}", NOW), wrong, "body");
    assert_eq!(judged(&headers, "POST", "/v1/refunds", BODY, NOW), wrong, "path");
    assert_eq!(judged(&headers, "GET", "/v1/orders", BODY, NOW), wrong, "method");
    assert_eq!(after(&with(TIME, &(NOW + 1).to_string())), wrong, "time");
    assert_eq!(after(&with(NONCE, &nonce())), wrong, "nonce");
    assert_eq!(after(&with(SIGNATURE, &format!("v1={}", "0".repeat(64)))), wrong, "signature");
    assert_eq!(after(&with(SIGNATURE, "v1=")), wrong, "blank signature");
    assert_eq!(after(&with(SIGNATURE, "v2=00")), wrong, "another scheme");
    assert_eq!(after(&with(MERCHANT, "somebody")), Err(Untrusted::Merchant));
    assert_eq!(after(&with(VERSION, "2")), Err(Untrusted::Headers));
}

#[test]
fn a_header_that_is_missing_or_broken_is_not_believed() {
    for name in [VERSION, MERCHANT, TIME, NONCE, SIGNATURE] {
        let headers: Headers = signed().into_iter().filter(|(key, _)| *key != name).collect();
        assert_eq!(after(&headers), Err(Untrusted::Headers), "{name}");
    }
    for (name, value) in [(TIME, "now"), (TIME, ""), (NONCE, "00"), (NONCE, "zz")] {
        assert_eq!(after(&with(name, value)), Err(Untrusted::Headers), "{name}: {value}");
    }
}

#[test]
fn a_message_is_good_for_five_minutes_either_way() {
    let headers = signed();
    for now in [NOW - LEEWAY, NOW, NOW + LEEWAY] {
        assert!(judged(&headers, "POST", "/v1/orders", BODY, now).is_ok(), "{now}");
    }
    for now in [NOW - LEEWAY - 1, NOW + LEEWAY + 1, 0, i64::MIN] {
        assert_eq!(judged(&headers, "POST", "/v1/orders", BODY, now), Err(Untrusted::Time), "{now}");
    }
}

#[test]
fn another_secret_signs_otherwise() {
    let headers = Key::new("yueding", "another secret").sign("POST", "/v1/orders", NOW, &nonce(), BODY).to_vec();
    assert_eq!(after(&headers), Err(Untrusted::Signature));
}

#[test]
fn a_key_does_not_show_its_secret() {
    assert_eq!(format!("{:?}", key()), "Key { merchant: \"yueding\", .. }");
}

#[test]
fn an_origin_is_scheme_host_and_port() {
    assert_eq!(origin("http://127.0.0.1:3100/pay/x?y").as_deref(), Some("http://127.0.0.1:3100"));
    assert_eq!(origin("https://pay.example:443/").as_deref(), Some("https://pay.example"));
    assert_eq!(origin("https://user@pay.example").as_deref(), Some("https://pay.example"));
    for text in ["javascript:alert(1)", "/pay", "", "ftp://pay.example", "http://"] {
        assert_eq!(origin(text), None, "{text}");
    }
}

#[test]
fn a_notification_is_about_an_order_or_a_refund() {
    let text =
        r#"{"id":"n1","kind":"refund","at":1,"refund":{"number":"R-1","order":"P-1","amount_fen":5,"status":"done"}}"#;
    let read: Notification = serde_json::from_str(text).unwrap();
    assert!(matches!(&read.news, News::Refund { refund } if refund.amount_fen == 5 && refund.reason.is_empty()));
    assert!(serde_json::to_string(&read).unwrap().contains(r#""kind":"refund""#));
    assert!(serde_json::from_str::<Notification>(r#"{"id":"n1","kind":"order","at":1}"#).is_err());
}
