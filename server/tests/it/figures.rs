//! Figures of inquiries (C11) through the real router: the page, its file, and the samples.

use axum::http::StatusCode;
use domain::{
    case::{AskForm, Closer, Deed, Reply},
    desk::Role,
    membership::SignInForm,
};
use i18n::{Script, text};
use services::{Asker, Staff, case, seed::DEMO_PASSWORD, session, staff};

use crate::support::{Guest, House};

/// A house with people at its desk, in which nobody has asked anything yet.
async fn open() -> House {
    let house = House::open().await;
    let people = [
        ("lin.agent", Role::Agent),
        ("chen.service", Role::Service),
        ("wang.supervisor", Role::Supervisor),
        ("sun.finance", Role::Finance),
        ("admin", Role::Admin),
    ];
    for (login, role) in people {
        staff::add(&house.site.cx, login, login, role, DEMO_PASSWORD).await.unwrap();
    }
    house
}

async fn colleague(house: &House, login: &str) -> Guest {
    let mut guest = house.guest();
    let entered = guest.call("/api/desk/sign-in", &[("login", login), ("password", DEMO_PASSWORD)]).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
    guest
}

async fn staff_member(house: &House, login: &str) -> Staff {
    let (_, session) = session::start(&house.site.cx).await.unwrap();
    let form = SignInForm { login: login.to_owned(), password: DEMO_PASSWORD.to_owned(), next: String::new() };
    staff::sign_in(&house.site.cx, &session, "192.0.2.1", &form).await.unwrap().staff
}

/// Somebody asks, and customer service answers.
async fn answered(house: &House, question: &str) -> String {
    let cx = &house.site.cx;
    let asker = Asker::Guest(session::start(cx).await.unwrap().1);
    let form = AskForm {
        text: question.to_owned(),
        name: "王芳".to_owned(),
        phone: "13800138000".to_owned(),
        ..AskForm::default()
    };
    let number = case::ask(cx, &asker, "192.0.2.9", Script::Hans, &form.parse().unwrap()).await.unwrap();
    let reply = Reply {
        number: number.clone(),
        text: "六点半".to_owned(),
        deed: Deed::Resolved { by: Closer::Staff },
        seen: 1,
        files: String::new(),
    };
    case::desk::reply(cx, &staff_member(house, "chen.service").await, &reply).await.unwrap();
    number.to_string()
}

#[tokio::test]
async fn the_figures_are_a_page_and_a_file_of_the_same() {
    let house = open().await;
    answered(&house, "<script>alert(1)</script>").await;
    let mut wang = colleague(&house, "wang.supervisor").await;
    let page = wang.get("/zh-hant/desk/figures?by=week").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.text.matches("role=\"img\"").count(), 6, "a chart is missing: {}", page.text);
    assert!(page.text.matches("<details").count() >= 6 && !page.text.contains(" style="), "each chart has its table");
    assert!(!page.text.contains("alert(1)"), "nothing that customers wrote is among figures");
    let link = page.text.split("href=\"").find(|rest| rest.starts_with("/zh-hant/desk/figures.csv?")).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let file = wang.get(&link).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8; header=present");
    assert_eq!(file.header("cache-control"), "no-store");
    let disposition = file.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; filename=\"figures-20") && disposition.ends_with(".csv\""),
        "{disposition}"
    );
    assert!(
        file.text.starts_with('\u{feff}') && file.text.contains(&text(Script::Hant, "figure-by-week")),
        "{}",
        file.text
    );
    let weeks = file.text.lines().filter(|line| line.starts_with(&text(Script::Hant, "figure-by-week"))).count();
    assert_eq!(weeks, 12, "{}", file.text);
    assert!(file.text.lines().last().unwrap().contains(",1,1,0,100.0,1,0,100.0,1,"), "{}", file.text);
}

#[tokio::test]
async fn who_may_not_see_the_page_does_not_get_the_file() {
    let house = open().await;
    let mut stranger = house.guest();
    let mut lin = colleague(&house, "lin.agent").await;
    let mut wang = colleague(&house, "wang.supervisor").await;
    for (guest, query, said) in [
        (&mut stranger, "", "rule-sign-in"),
        (&mut lin, "", "rule-forbidden"),
        (&mut wang, "?from=2026-02-30&by=year", "rule-bad-request"),
    ] {
        let page = guest.get(&format!("/zh-hans/desk/figures{query}")).await;
        let file = guest.get(&format!("/zh-hans/desk/figures.csv{query}")).await;
        assert!(page.status.is_client_error());
        assert_eq!(page.status, file.status, "{said}");
        assert_eq!(file.header("content-disposition"), "", "{said}");
        assert!(file.text.contains(&text(Script::Hans, said)), "{said}: {}", file.text);
    }
    let beyond = wang.get(&format!("/zh-hans/desk/figures.csv?until={}", "9".repeat(9_000))).await;
    assert!(beyond.status.is_client_error());
}

#[tokio::test]
async fn a_query_that_cannot_be_understood_comes_back_with_its_faults() {
    let house = open().await;
    let mut wang = colleague(&house, "wang.supervisor").await;
    let page = wang.get("/zh-hans/desk/figures?from=2026-11-02&until=2026-11-01&department=boats").await;
    assert!(page.text.contains("value=\"2026-11-02\""), "{}", page.text);
    for fault in ["fault-until-before-from", "fault-unknown"] {
        assert!(page.text.contains(&text(Script::Hans, fault)), "{fault}: {}", page.text);
    }
}

#[tokio::test]
async fn a_sample_is_drawn_and_judged_without_script() {
    let house = open().await;
    let number = answered(&house, "几点发车").await;
    let mut wang = colleague(&house, "wang.supervisor").await;
    let list = "/zh-hans/desk/figures/samples";
    let draw = |size: &'static str| [("back", list), ("key", "once"), ("from", ""), ("until", ""), ("size", size)];
    let refused = wang.submit(list, "/api/figure/draw", &draw("many")).await;
    let shown = wang.get(refused.location()).await;
    assert!(shown.text.contains("value=\"many\"") && shown.text.contains(&text(Script::Hans, "fault-not-a-number")));
    let drawn = wang.submit(list, "/api/figure/draw", &draw("1")).await;
    let one = drawn.location().to_owned();
    assert!(one.starts_with("/zh-hans/desk/figures/samples/"), "{one}");
    let page = wang.get(&one).await;
    assert!(
        page.text.contains(&number) && page.text.contains("几点发车") && page.text.contains("六点半"),
        "{}",
        page.text
    );
    let item = page.text.split("name=\"item\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let id = one.rsplit('/').next().unwrap().to_owned();
    let verdict = |why: &'static str| {
        [
            ("back", one.clone()),
            ("id", id.clone()),
            ("item", item.clone()),
            ("verdict", "inaccurate".to_owned()),
            ("why", why.to_owned()),
        ]
    };
    let mut judge = async |why| {
        let fields = verdict(why);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        wang.submit(&one, "/api/figure/judge", &fields).await.location().to_owned()
    };
    let refused = judge("").await;
    assert!(refused.contains("retry="), "{refused}");
    assert_eq!(judge("冬季七点").await, one);
    let again = judge("冬季八点").await;
    let page = wang.get(&again).await;
    assert!(page.text.contains("冬季七点") && page.text.contains(&text(Script::Hans, "sample-done")), "{}", page.text);
    assert!(page.text.contains(&text(Script::Hans, "rule-changed")), "what is judged stays: {}", page.text);
    let mut lin = colleague(&house, "chen.service").await;
    assert_eq!(lin.get(&one).await.status, StatusCode::FORBIDDEN);
    assert_eq!(wang.get(&format!("{list}/x")).await.status, StatusCode::NOT_FOUND);
}
