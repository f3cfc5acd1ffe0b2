//! Booking forms that no page of ours would send: refused at the field, with everything typed kept, in both scripts.

use axum::http::StatusCode;
use chrono::Days;
use services::seed;

use crate::{
    seller::{Fields, filled_in, with},
    support::House,
};

const CHECK: &str = "/api/booking/check";

/// Scripts with what they call a fault of a number that is too large.
const SCRIPTS: [(&str, &str); 2] = [("zh-hans", "最多为"), ("zh-hant", "最多為")];

async fn open() -> (House, Fields) {
    let house = House::open().await;
    seed::demo(&house.site.cx).await.unwrap();
    let trip = filled_in(&house, "王芳").await;
    (house, trip)
}

/// The form of a stay, whatever the trip was.
fn stay<'a>(trip: &'a Fields, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields =
        vec![("slug", "wutong-classic-queen"), ("nights", "2"), ("rooms", "1"), ("heads", "2"), ("at", "")];
    fields.retain(|(name, _)| changed.iter().all(|(field, _)| field != name));
    fields.extend(changed);
    with(trip, &fields)
}

#[tokio::test]
async fn a_wish_that_no_page_offers_is_refused_at_its_field() {
    let (house, trip) = open().await;
    let yesterday = (house.site.cx.today() - Days::new(1)).to_string();
    for (field, value) in [
        ("heads", "0"),
        ("heads", "10000"),
        ("heads", "-1"),
        ("heads", "two"),
        ("nights", "-1"),
        ("nights", "0"),
        ("nights", "99999999999999999999"),
        ("rooms", "0"),
        ("rooms", "999"),
        ("day", &yesterday),
        ("day", "2026-02-30"),
        ("day", "9999-12-31"),
        ("day", ""),
        ("extras", "no-such-extra"),
    ] {
        let page = house.guest().call(CHECK, &stay(&trip, &[(field, value)])).await;
        assert_eq!(
            (page.status, page.code().as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            "{field}={value}"
        );
        assert!(page.json()["fields"][field].is_string(), "{field}={value}: {}", page.text);
    }
    for (field, value) in [("at", ""), ("at", "25:61"), ("heads", "0"), ("heads", "10000"), ("id_number", "")] {
        let page = house.guest().call(CHECK, &with(&trip, &[(field, value)])).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}={value}");
        assert!(page.json()["fields"][field].is_string(), "{field}={value}: {}", page.text);
    }
}

#[tokio::test]
async fn an_offer_that_there_is_not_is_a_404_in_either_script() {
    let (house, trip) = open().await;
    for (script, title) in [("zh-hans", "没有找到"), ("zh-hant", "找不到")] {
        for slug in ["no-such-offer", "", "../../etc/passwd", "%00", "<script>"] {
            let fields = with(&trip, &[("slug", slug)]);
            let page = house.guest().call(CHECK, &fields).await;
            assert_eq!((page.status, page.code().as_str()), (StatusCode::NOT_FOUND, "unknown"), "{slug}");
            let mut guest = house.guest();
            let from = format!("/{script}/book/no-such-offer");
            let page = guest.submit(&from, CHECK, &fields).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{slug}: {}", page.text);
            let shown = guest.get(page.location()).await;
            assert_eq!(shown.status, StatusCode::NOT_FOUND);
            assert!(shown.text.contains(title), "{slug}: {}", shown.text);
        }
    }
}

#[tokio::test]
async fn a_form_with_an_impossible_wish_comes_back_whole_and_can_be_put_right() {
    let (house, trip) = open().await;
    let yesterday = (house.site.cx.today() - Days::new(1)).to_string();
    for (script, fault) in SCRIPTS {
        let mut guest = house.guest();
        let from = format!("/{script}/book/wutong-classic-queen");
        let fields = stay(&trip, &[("heads", "10000"), ("day", &yesterday), ("nights", "-1")]);
        let page = guest.submit(&from, CHECK, &fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
        let shown = guest.get(page.location()).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", page.location());
        assert!(shown.text.contains(fault), "{}", shown.text);
        for (name, value) in [
            ("name", "王芳"),
            ("phone", "13812345678"),
            ("email", "wang.fang@example.com"),
            ("preferences", "靠窗"),
            ("heads", "10000"),
            ("day", &yesterday),
            ("nights", "-1"),
        ] {
            let input = shown.text.split("<input").find(|input| input.contains(&format!("name=\"{name}\"")));
            let input = input.and_then(|input| input.split('>').next()).unwrap_or_default();
            assert!(input.contains(&format!("value=\"{value}\"")), "{script} {name}: {input}");
            let hidden = input.contains("type=\"hidden\"");
            assert!(!hidden, "{script} {name} can be put right: {input}");
        }
        assert!(shown.text.contains("对花生过敏"), "{}", shown.text);

        let page = guest.submit(&from, CHECK, &stay(&trip, &[])).await;
        assert!(page.location().contains("/check?draft="), "put right, it goes on: {}", page.location());
    }
}
