//! Whatever is written into whichever field of whichever form: a refusal, never a fault of ours, on both engines.

use axum::http::{Method, StatusCode};
use services::seed::{self, DEMO_PASSWORD};

use crate::{
    cluster,
    seller::{Fields, filled_in, with},
    support::{Guest, House, Page},
};

/// What is typed, as a body carries it.
const GARBAGE: [&str; 10] = [
    "%00",
    "a%00b",
    "%FF%FE",
    "%",
    "",
    "+++",
    "99999999999999999999999999",
    "-1",
    "%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%27%3B--",
    "%E2%80%AE%F0%9F%92%A5%EF%BF%BF%0D%0A",
];

/// Those that are tried in one field at a time.
const SINGLE: [&str; 4] = ["a%00b", "%FF%FE", "99999999999999999999999999", "%3Cb%3E%27%3B--"];

/// A house that sells, and somebody in it who may everything: he has booked, and has signed in at the desk.
async fn open(database: Option<&str>) -> (House, Guest, Fields) {
    let variables: Vec<_> = database.map(|url| ("DATABASE_URL", url)).into_iter().collect();
    let house = House::with(&variables).await;
    seed::demo(&house.site.cx).await.unwrap();
    let mut guest = house.guest();
    let entered = guest.call("/api/desk/sign-in", &[("login", "sun.finance"), ("password", DEMO_PASSWORD)]).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
    let mut fields = filled_in(&house, "王芳").await;
    let draft = guest.call("/api/booking/check", &with(&fields, &[])).await.json()["id"].as_str().unwrap().to_owned();
    let booked = guest.call("/api/booking/place", &[("draft", &draft), ("way", "counter")]).await;
    let number = booked.json()["id"].as_str().unwrap().to_owned();
    let given = [
        ("draft", draft.as_str()),
        ("number", &number),
        ("way", "transfer"),
        ("amount", "1"),
        ("slip", "88"),
        ("payment", "YP0"),
        ("refund", "YR0"),
        ("how", "forget"),
        ("why", "test"),
        ("id", "1"),
        ("login", "13800138000"),
        ("password", "not the password"),
        ("again", "not the password"),
        ("key", "key"),
        ("agreed", "1"),
        ("next", "/zh-hans/"),
        ("back", "/zh-hans/stays"),
        ("q", "words"),
        ("kind", "stay"),
        ("page", "1"),
    ];
    fields.extend(given.map(|(name, value)| (name, value.to_owned())));
    (house, guest, fields)
}

/// Every server function that writes; those that end the session come last.
async fn writes(guest: &mut Guest) -> Vec<String> {
    let described = guest.read("/api/openapi.json").await.json();
    let paths = described["paths"].as_object().unwrap();
    let mut paths: Vec<_> =
        paths.iter().filter(|(_, methods)| methods.get("post").is_some()).map(|(path, _)| path.clone()).collect();
    paths.sort_by_key(|path| (path.contains("sign-out"), path.clone()));
    assert!(paths.len() > 15, "{paths:?}");
    paths
}

async fn send(guest: &mut Guest, path: &str, accept: &str, body: &str) -> Page {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("referer", "http://127.0.0.1:3000/zh-hant/stays"),
        ("accept", accept),
    ];
    guest.request(Method::POST, path, &headers, body.to_owned()).await
}

fn encoded(fields: &[(&str, String)], typed: impl Fn(&str) -> Option<&'static str>) -> String {
    let pair = |(name, value): &(&str, String)| match typed(name) {
        Some(garbage) => format!("{name}={garbage}"),
        None => form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish(),
    };
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}

async fn nothing_is_a_fault_of_ours(database: Option<&str>) {
    let (_house, mut guest, fields) = open(database).await;
    let mut faults = Vec::new();
    for path in writes(&mut guest).await {
        let whole = GARBAGE.map(|garbage| encoded(&fields, |_| Some(garbage)));
        let single = fields
            .iter()
            .flat_map(|(field, _)| SINGLE.map(|typed| encoded(&fields, |name| (name == *field).then_some(typed))));
        for (number, body) in whole.into_iter().chain(single).enumerate() {
            let accept = if number % 2 == 0 { "text/html" } else { "application/json" };
            let page = send(&mut guest, &path, accept, &body).await;
            // There is no payment provider in this house, and nothing else may be too busy.
            let silent = page.status == StatusCode::SERVICE_UNAVAILABLE && page.text.contains("provider-silent");
            if page.status.is_server_error() && !silent {
                faults.push(format!("{path} {}: {body}", page.status));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn no_garbage_is_a_fault_of_ours_on_sqlite() {
    nothing_is_a_fault_of_ours(None).await;
}

#[tokio::test]
async fn no_garbage_is_a_fault_of_ours_on_postgres() {
    nothing_is_a_fault_of_ours(Some(&cluster::database().await)).await;
}

#[tokio::test]
async fn nul_in_a_field_is_said_at_the_field_and_to_a_program_is_no_request() {
    let house = House::open().await;
    let mut guest = house.guest();
    let body = "name=a%00b&login=13800138000&password=long+enough+1&again=long+enough+1&consent=on";
    let page = send(&mut guest, "/api/membership/register", "application/json", body).await;
    assert_eq!((page.status, page.code().as_str()), (StatusCode::BAD_REQUEST, "bad-request"));
    let page = send(&mut guest, "/api/membership/register", "text/html", body).await;
    let id = page.location().strip_prefix("/zh-hant/stays?retry=").unwrap().to_owned();
    let typed = guest.read(&format!("/api/form/typed?form=membership%2Fregister&id={id}")).await.json();
    assert!(typed["refusal"]["fields"]["name"].is_string(), "{typed}");
    assert_eq!(typed["fields"]["login"], "13800138000");
}
