//! Articles: what is typed, how bodies are read, where versions stand.

mod redact;

use chrono::{NaiveDate, TimeDelta};
use i18n::Script;
use proptest::prelude::*;

use super::*;
use crate::{
    Instant,
    testing::{said, today},
    time::from_micros,
};

fn form() -> ArticleForm {
    let text = str::to_owned;
    ArticleForm {
        slug: text("find-a-booking"),
        topic: text("booking"),
        script: text("zh-hans"),
        title: text("怎样查预订"),
        body: text("第一行\r\n\r\n- 第一项"),
        ..ArticleForm::default()
    }
}

#[test]
fn an_article_is_read_with_what_may_stay_blank() {
    let article = form().parse(today()).unwrap();
    assert_eq!((article.topic, article.script, article.sort), (Topic::Booking, Script::Hans, 100));
    assert_eq!(article.body, "第一行\n\n- 第一项");
    assert_eq!((article.other_title, article.other_body, article.review_on), (None, None, None));
    let whole = ArticleForm {
        sort: "3".to_owned(),
        other_title: " 怎樣查預訂 ".to_owned(),
        review_on: "2026-11-23".to_owned(),
        ..form()
    };
    let article = whole.parse(today()).unwrap();
    assert_eq!((article.sort, article.other_title.as_deref()), (3, Some("怎樣查預訂")));
    assert_eq!(article.review_on, Some(today()));
}

#[test]
fn every_fault_of_an_article_is_told() {
    let faults = said(ArticleForm::default().parse(today()).unwrap_err());
    assert_eq!(faults, ["slug required", "topic required", "script required", "title required", "body required"]);
    let text = str::to_owned;
    let form = ArticleForm {
        slug: text("Über_uns"),
        topic: text("boat"),
        sort: text("-1"),
        script: text("en"),
        title: "题".repeat(81),
        body: "文".repeat(200_000),
        other_title: text("a\u{202e}b"),
        review_on: text("2020-01-01"),
        ..form()
    };
    let faults = said(form.parse(today()).unwrap_err());
    assert_eq!(
        faults,
        [
            "slug not-a-slug",
            "topic unknown",
            "sort too-few 0",
            "script unknown",
            "title too-long 80",
            "body too-long 3000",
            "other_title bad-characters",
            "review_on past",
        ]
    );
}

#[test]
fn a_slug_is_a_word_of_an_address() {
    for (slug, fits) in [("a", true), ("a-1", true), ("-a", false), ("a-", false), ("a_b", false), ("a b", false)] {
        let form = ArticleForm { slug: slug.to_owned(), ..form() };
        assert_eq!(form.parse(today()).is_ok(), fits, "{slug}");
    }
}

#[test]
fn it_is_published_at_once_or_at_a_time_to_come() {
    let now: Instant = "2026-11-23T10:00:00+08:00".parse().unwrap();
    let at = |day: &str, time: &str| PublishForm { day: day.to_owned(), time: time.to_owned(), ..Default::default() };
    assert_eq!(at("", "").parse(now), Ok(None));
    let noon: Instant = "2026-11-23T12:00:00+08:00".parse().unwrap();
    assert_eq!(at("2026-11-23", "12:00").parse(now), Ok(Some(noon)));
    assert_eq!(at("2026-11-24", "").parse(now), Ok(Some(noon + TimeDelta::hours(12))));
    for (day, time, fault) in [
        ("2026-11-23", "10:00", "day past"),
        ("", "12:00", "day required"),
        ("tomorrow", "", "day not-a-date"),
        ("2026-11-24", "25:00", "time not-a-time"),
    ] {
        assert_eq!(said(at(day, time).parse(now).unwrap_err()), [fault]);
    }
    assert_eq!(read_review(" ", today()), Ok(None));
    assert_eq!(said(read_review("2026-11-22", today()).unwrap_err()), ["next_review past"]);
}

#[test]
fn a_search_is_words_and_perhaps_a_topic() {
    let search = |q: &str, topic: &str| HelpSearch { q: q.to_owned(), topic: topic.to_owned() }.parse();
    assert_eq!(search(" 退款 ", "change"), Ok(Wanted { q: "退款".to_owned(), topic: Some(Topic::Change) }));
    let faults = said(search(&"q".repeat(101), "boat").unwrap_err());
    assert_eq!(faults, ["q too-long 100", "topic unknown"]);
}

#[test]
fn a_body_has_headings_lists_and_links_of_this_site() {
    let text = |text: &str| Piece { text: text.to_owned(), path: String::new() };
    let to = |text: &str, path: &str| Piece { text: text.to_owned(), path: path.to_owned() };
    let body = "## 标题\n看[这里](/bookings/find)再说\n\n- 一\n- [二](/help)\n三";
    let read = [
        Block::Heading("标题".to_owned()),
        Block::Text(vec![text("看"), to("这里", "/bookings/find"), text("再说")]),
        Block::List(vec![vec![text("一")], vec![to("二", "/help")]]),
        Block::Text(vec![text("三")]),
    ];
    assert_eq!(blocks(body), read);
    assert_eq!(plain(body), "标题\n看这里再说\n一\n二\n三");
}

#[test]
fn no_link_leads_elsewhere_and_markup_is_text() {
    for line in [
        "[a](https://evil.example)",
        "[a](//evil.example)",
        "[a](/\\evil)",
        "[a](javascript:alert(1))",
        "[](/help)",
        "[a](/help",
        "<script>alert(1)</script>",
        "[[a](//b)",
    ] {
        assert_eq!(blocks(line), [Block::Text(vec![Piece { text: line.to_owned(), path: String::new() }])], "{line}");
    }
}

#[test]
fn versions_follow_one_another() {
    let at = |hours: i64| from_micros(0) + TimeDelta::hours(hours);
    let shown = |from: Option<i64>, withdrawn: Option<i64>| Shown { from: from.map(at), withdrawn: withdrawn.map(at) };
    let versions =
        [shown(Some(1), None), shown(None, None), shown(Some(5), None), shown(Some(3), None), shown(None, None)];
    assert_eq!(until(&versions), [Some(at(3)), Some(at(3)), Some(at(3)), None, None]);
    use HelpStatus::{Draft, Past, Published, Scheduled, Withdrawn};
    for (hours, expected) in [
        (0, [Scheduled, Draft, Scheduled, Scheduled, Draft]),
        (2, [Published, Draft, Scheduled, Scheduled, Draft]),
        (4, [Past, Draft, Past, Published, Draft]),
        (6, [Past, Draft, Past, Published, Draft]),
    ] {
        assert_eq!(standing(&versions, at(hours)), expected, "after {hours} hours");
    }
    let taken = [shown(Some(1), Some(2))];
    assert_eq!((standing(&taken, at(3)), overall(&[Withdrawn])), (vec![Withdrawn], Withdrawn));
    for (standing, whole) in [
        (vec![], Draft),
        (vec![Past, Published, Draft], Published),
        (vec![Scheduled, Draft], Scheduled),
        (vec![Withdrawn, Draft], Withdrawn),
    ] {
        assert_eq!(overall(&standing), whole, "{standing:?}");
    }
}

fn versions() -> impl Strategy<Value = Vec<Shown>> {
    let instant = |hours: i64| from_micros(0) + TimeDelta::hours(hours);
    let version = (proptest::option::of(0i64..20), proptest::option::weighted(0.2, 0i64..20));
    let shown = version.prop_map(move |(from, withdrawn)| Shown {
        from: from.map(instant),
        withdrawn: from.and(withdrawn).map(instant),
    });
    proptest::collection::vec(shown, 0..6)
}

proptest! {
    #[test]
    fn the_one_in_force_is_the_one_that_is_shown(versions in versions(), hours in 20i64..40, early in 0i64..20) {
        // Whoever asks does so after everything that was withdrawn was, or nothing was.
        let untouched = versions.iter().all(|version| version.withdrawn.is_none());
        let now = from_micros(0) + TimeDelta::hours(if untouched { early } else { hours });
        let ends = until(&versions);
        let in_force = |(version, end): (&Shown, &Option<Instant>)| {
            version.from.is_some_and(|from| from <= now) && end.is_none_or(|end| end > now)
        };
        let shown: Vec<bool> = versions.iter().zip(&ends).map(in_force).collect();
        let said: Vec<bool> = standing(&versions, now).iter().map(|one| *one == HelpStatus::Published).collect();
        prop_assert_eq!(&shown, &said);
        prop_assert!(shown.iter().filter(|shown| **shown).count() <= 1);
    }

    #[test]
    fn no_body_loses_its_words_or_panics(body in "[a-z\\[\\]()/#\\- \n好的]{0,60}|.{0,60}") {
        let kept = |text: &str| text.chars().filter(|ch| matches!(ch, 'a'..='z' | '好' | '的')).count();
        prop_assert!(kept(&plain(&body)) <= kept(&body));
        let _ = blocks(&body);
    }

    #[test]
    fn nothing_typed_makes_it_panic(one: String, other: String, third: String) {
        let form = ArticleForm { slug: one.clone(), title: other.clone(), body: third.clone(), ..ArticleForm::default() };
        let _ = form.parse(today());
        let _ = HelpSearch { q: one.clone(), topic: other.clone() }.parse();
        let _ = PublishForm { day: one, time: other, ..Default::default() }.parse(from_micros(0));
        let _: Result<Option<NaiveDate>, _> = read_review(&third, today());
    }
}
