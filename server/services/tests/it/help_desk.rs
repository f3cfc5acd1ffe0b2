//! The desk's side of help (C9, C10): written in one script, published by another person, taken back, and never with personal data.

use domain::{
    Fault, Rule,
    desk::Role,
    help::{ArticleForm, HelpStatus, PublishForm, Topic, redact::Secret},
};
use entity::{audit, help_article};
use i18n::Script;
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use services::help::{self, Resolved};

use crate::{
    library::{Library, article},
    people::{colleague, refusal},
    util::{House, on_both},
};

fn fault(field: &str, code: &str) -> Rule {
    Rule::Invalid(vec![Fault::new(field, code)])
}

#[tokio::test]
async fn one_script_is_written_and_the_other_converted_or_overridden() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let id = library.saves(&article("rooms", "酒店前台", "请在前台办理。")).await.unwrap();
        let desk = library.looks_at(id).await;
        assert_eq!((desk.other.0.as_str(), desk.other.1.as_str()), ("飯店櫃檯", "請在櫃檯辦理。"));
        assert!(!desk.own && desk.row.status == HelpStatus::Draft && desk.row.waits);
        // Only the body is overridden; the title goes on being converted.
        let form = ArticleForm { other_body: "請洽櫃檯。".to_owned(), ..library.form(id).await };
        library.saves(&form).await.unwrap();
        let desk = library.looks_at(id).await;
        assert_eq!((desk.other.0.as_str(), desk.other.1.as_str(), desk.own), ("飯店櫃檯", "請洽櫃檯。", true));
        // Written in the other script, the first is converted.
        let form = ArticleForm { script: "zh-hant".to_owned(), ..article("rooms-2", "軟體與網路", "說明。") };
        let id = library.saves(&form).await.unwrap();
        assert_eq!(library.looks_at(id).await.other.0, "软件与网络");
    })
    .await;
}

#[tokio::test]
async fn an_agent_writes_and_a_supervisor_publishes() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let cx = &library.house.cx;
        let id = library.saves(&article("rooms", "入住", "文字。")).await.unwrap();
        let publish = PublishForm { id: id.to_string(), seen: "1".to_owned(), ..PublishForm::default() };
        assert_eq!(refusal(help::publish(cx, &library.chen, &publish).await), Rule::Forbidden);
        assert_eq!(refusal(help::withdraw(cx, &library.chen, id, 1).await), Rule::Forbidden);
        let (_, lin) = colleague(cx, "lin", Role::Agent).await;
        for refused in [
            help::save(cx, &lin, &article("a", "b", "c")).await.err(),
            help::list(cx, &lin, Script::Hans).await.err(),
            help::edit(cx, &lin, Script::Hans, id).await.err(),
            help::reviewed(cx, &lin, id, "").await.err(),
            help::redact(cx, &lin, Script::Hans, id, 1).await.err(),
        ] {
            assert_eq!(refused.and_then(|error| error.rule().cloned()), Some(Rule::Forbidden));
        }
        assert_eq!(refusal(library.title("rooms").await), Rule::Unknown, "a draft is nobody's to read");
        assert!(library.slugs(Script::Hans, "入住").await.is_empty());
        help::publish(cx, &library.wang, &publish).await.unwrap();
        help::publish(cx, &library.wang, &publish).await.unwrap();
        assert_eq!(library.title("rooms").await.unwrap(), "入住");
        // What is shown keeps its name and place unless somebody who publishes says so.
        let form = ArticleForm { slug: "stay".to_owned(), ..library.form(id).await };
        assert_eq!(refusal(library.saves(&form).await), Rule::Forbidden);
        help::save(cx, &library.wang, &form).await.unwrap();
        assert_eq!(library.title("stay").await.unwrap(), "入住");
        let done: Vec<_> = audit::Entity::find().all(&library.house.db).await.unwrap();
        let done: Vec<_> = done.into_iter().map(|row| row.what).filter(|what| what.starts_with("help")).collect();
        assert_eq!(done, ["help-saved", "help-published", "help-saved"]);
    })
    .await;
}

#[tokio::test]
async fn a_draft_waits_beside_what_is_shown_and_the_second_to_save_is_told() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let id = library.publishes(&article("rooms", "入住", "从前的规矩。")).await;
        let form = library.form(id).await;
        library
            .saves(&ArticleForm { body: "现行办法。".to_owned(), why: "更清楚".to_owned(), ..form.clone() })
            .await
            .unwrap();
        let second = library.saves(&ArticleForm { body: "别的文字。".to_owned(), ..form }).await;
        assert_eq!(refusal(second), Rule::Changed);
        let desk = library.looks_at(id).await;
        let told: Vec<_> = desk.versions.iter().map(|one| (one.number, one.status, one.why.as_str())).collect();
        assert_eq!(told, [(2, HelpStatus::Draft, "更清楚"), (1, HelpStatus::Published, "")]);
        assert_eq!(desk.versions[0].by, "周敏");
        assert!(desk.row.waits && desk.row.status == HelpStatus::Published);
        assert!(library.slugs(Script::Hans, "现行").await.is_empty(), "search does not know it");
        // What says the same is no version of its own.
        library.saves(&library.form(id).await).await.unwrap();
        assert_eq!(library.looks_at(id).await.versions.len(), 2);
        let old = PublishForm { id: id.to_string(), seen: "1".to_owned(), ..PublishForm::default() };
        assert_eq!(refusal(help::publish(&library.house.cx, &library.wang, &old).await), Rule::Changed);
        library.shows(id, "", "").await.unwrap();
        let statuses: Vec<_> = library.looks_at(id).await.versions.iter().map(|one| one.status).collect();
        assert_eq!(statuses, [HelpStatus::Published, HelpStatus::Past]);
        assert_eq!(library.slugs(Script::Hans, "现行").await, ["rooms"]);
        assert!(library.slugs(Script::Hans, "从前").await.is_empty());
        let taken = library.saves(&article("rooms", "另一篇", "文字。")).await;
        assert_eq!(refusal(taken), fault("slug", "slug-taken"));
    })
    .await;
}

#[tokio::test]
async fn what_is_withdrawn_is_gone_with_all_before_it_and_can_come_back() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let cx = &library.house.cx;
        let id = library.publishes(&article("rooms", "入住一", "文字。")).await;
        library.saves(&ArticleForm { title: "入住二".to_owned(), ..library.form(id).await }).await.unwrap();
        library.shows(id, "", "").await.unwrap();
        library.saves(&ArticleForm { title: "入住三".to_owned(), ..library.form(id).await }).await.unwrap();
        library.shows(id, "2026-12-01", "").await.unwrap();
        help::withdraw(cx, &library.wang, id, 3).await.unwrap();
        assert_eq!(refusal(help::withdraw(cx, &library.wang, id, 3).await), Rule::Changed);
        library.house.clock.turn_to("2026-12-02T00:00:00+08:00".parse().unwrap());
        assert_eq!(refusal(library.title("rooms").await), Rule::Unknown);
        assert!(library.slugs(Script::Hans, "入住").await.is_empty());
        assert_eq!(library.looks_at(id).await.row.status, HelpStatus::Withdrawn);
        library.shows(id, "", "").await.unwrap();
        assert_eq!(library.title("rooms").await.unwrap(), "入住三");
        assert_eq!(library.slugs(Script::Hans, "入住").await, ["rooms"]);
        let past = PublishForm {
            id: id.to_string(),
            seen: "3".to_owned(),
            day: "2026-11-01".to_owned(),
            ..Default::default()
        };
        assert_eq!(refusal(help::publish(cx, &library.wang, &past).await), fault("day", "past"));
    })
    .await;
}

#[tokio::test]
async fn what_waits_or_is_due_comes_first() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let cx = &library.house.cx;
        for slug in ["a", "b", "c"] {
            library.publishes(&article(slug, slug, "文字。")).await;
        }
        help::reviewed(cx, &library.chen, 3, "2026-11-23").await.unwrap();
        assert_eq!(refusal(help::reviewed(cx, &library.chen, 3, "2026-11-22").await), fault("next_review", "past"));
        assert_eq!(refusal(help::reviewed(cx, &library.chen, 99, "").await), Rule::Unknown);
        library.saves(&ArticleForm { body: "新。".to_owned(), ..library.form(2).await }).await.unwrap();
        let rows = help::list(cx, &library.chen, Script::Hans).await.unwrap();
        let listed: Vec<_> = rows.iter().map(|row| (row.slug.as_str(), row.waits, row.due)).collect();
        assert_eq!(listed, [("b", true, false), ("c", false, true), ("a", false, false)]);
        help::reviewed(cx, &library.chen, 3, "2027-05-01").await.unwrap();
        assert!(help::list(cx, &library.chen, Script::Hans).await.unwrap().iter().all(|row| !row.due));
    })
    .await;
}

#[tokio::test]
async fn a_resolved_case_is_published_only_without_whom_it_was_about() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let cx = &library.house.cx;
        let resolved = Resolved {
            script: Script::Hans,
            topic: Topic::Change,
            title: "退款没有到账".to_owned(),
            question: "我是陈怡君，订单 YS-7K3M-92QF，电话 138 0013 8000，退款还没到。".to_owned(),
            answer: "陳怡君您好，已于三天内原路退回，通知发到 chen@example.com。".to_owned(),
            names: vec!["陈怡君".to_owned()],
        };
        let id = help::draft_from(cx, &library.chen, &resolved).await.unwrap();
        let desk = library.looks_at(id).await;
        assert_eq!((desk.row.status, desk.row.topic, desk.suspects.len()), (HelpStatus::Draft, Topic::Change, 2));
        let found: Vec<_> =
            desk.suspects.iter().flatten().filter_map(|(part, secret)| Some((part.as_str(), (*secret)?))).collect();
        assert_eq!(
            found,
            [
                ("陈怡君", Secret::Name),
                ("YS-7K3M-92QF", Secret::Number),
                ("138 0013 8000", Secret::Phone),
                ("陳怡君", Secret::Name),
                ("chen@example.com", Secret::Email),
            ]
        );
        assert_eq!(refusal(library.shows(id, "", "").await), fault("body", "personal-data"));
        assert_eq!(refusal(help::redact(cx, &library.chen, Script::Hans, id, 7).await), Rule::Changed);
        help::redact(cx, &library.chen, Script::Hans, id, 1).await.unwrap();
        help::redact(cx, &library.chen, Script::Hans, id, 2).await.unwrap();
        let desk = library.looks_at(id).await;
        assert!(desk.suspects.is_empty() && desk.versions.len() == 2, "{desk:?}");
        assert!(
            desk.written.1.contains("我是（姓名），订单 （单号），电话 （电话），退款还没到。"),
            "{}",
            desk.written.1
        );
        assert!(desk.other.1.contains("（姓名）您好") && desk.other.1.contains("退款還沒到"), "{}", desk.other.1);
        library.shows(id, "", "").await.unwrap();
        let stored = help_article::Entity::find_by_id(id).one(&library.house.db).await.unwrap().unwrap();
        assert_eq!(stored.names, "[]", "whom it was about is forgotten");
    })
    .await;
}

#[tokio::test]
async fn a_person_may_say_that_what_looks_personal_may_stay() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let cx = &library.house.cx;
        let form = ArticleForm {
            other_body: "請打 0912-345-678。".to_owned(), ..article("call", "电话", "请来电。")
        };
        let id = library.saves(&form).await.unwrap();
        assert_eq!(library.looks_at(id).await.suspects.len(), 1, "what was overridden is looked at too");
        let mut publish =
            PublishForm { id: id.to_string(), seen: "1".to_owned(), time: "x".to_owned(), ..Default::default() };
        let Rule::Invalid(faults) = refusal(help::publish(cx, &library.wang, &publish).await) else {
            panic!("invalid")
        };
        let told: Vec<_> = faults.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(told, ["not-a-time", "personal-data"], "everything at once");
        publish.time = String::new();
        publish.checked = "yes".to_owned();
        help::publish(cx, &library.wang, &publish).await.unwrap();
        assert_eq!(library.title("call").await.unwrap(), "电话");
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_what_the_services_never_do() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let id = library.saves(&article("rooms", "入住", "文字。")).await.unwrap();
        let withdrawn = format!("UPDATE help_version SET withdrawn_at = 1 WHERE article_id = {id}");
        let outcome = library.house.db.execute_unprepared(&withdrawn).await;
        assert!(outcome.unwrap_err().to_string().contains("help_version_withdrawn"));
    })
    .await;
}
