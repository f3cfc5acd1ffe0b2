//! The supervisor's board, the queues it leads to, and prepared answers (A3, C4).

use domain::{
    Rule,
    case::{BoardLine, Deed, Department, Holder, QueueQuery, Tab, TemplateRow},
};
use i18n::Script;
use services::{Staff, case};

use crate::{
    inquiry::{Counter, handed},
    people::refusal,
    util::{House, on_both},
};

/// A line in words: who, and open, at risk, broken, waiting.
fn said(line: &BoardLine) -> (String, [u32; 4]) {
    let who = match &line.holder {
        Some(Holder::Department(department)) => department.to_string(),
        Some(Holder::Partner(name)) => name.clone(),
        None => line.person.clone(),
    };
    (who, [line.open, line.risk, line.broken, line.waiting])
}

async fn board(counter: &Counter) -> Vec<(String, [u32; 4])> {
    case::desk::board(counter.cx(), &counter.wang).await.unwrap().iter().map(said).collect()
}

#[tokio::test]
async fn the_board_counts_by_department_and_by_person() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        assert!(board(&counter).await.is_empty());
        let mut numbers = Vec::new();
        for place in 0..6 {
            numbers.push(counter.asks(&format!("问题 {place}")).await.1);
        }
        // One is answered, one waits, one is with the rooms, one with a partner, one is taken, one is nobody's.
        counter.answers(&numbers[0]).await;
        counter.says(&counter.ding, &numbers[1], Deed::Asked, "哪一间？").await.unwrap();
        counter.hands(&numbers[2], Department::Rooms).await;
        let partner = handed(Holder::Partner("山水旅行社".to_owned()), 60);
        case::desk::transfer(counter.cx(), &counter.chen, &numbers[3], &partner, "由地接社安排").await.unwrap();
        counter.says(&counter.chen, &numbers[4], Deed::Replied, "在问").await.unwrap();
        assert_eq!(
            board(&counter).await,
            [
                ("service".to_owned(), [3, 0, 0, 1]),
                ("rooms".to_owned(), [1, 0, 0, 0]),
                (String::new(), [3, 0, 0, 0]),
                ("chen 明".to_owned(), [1, 0, 0, 0]),
                ("ding 明".to_owned(), [0, 0, 0, 1]),
            ]
        );
        counter.is("2026-11-23T10:45");
        assert_eq!(board(&counter).await[0], ("service".to_owned(), [3, 2, 0, 1]), "a quarter of an hour is left");
        counter.is("2026-11-23T11:01");
        assert_eq!(board(&counter).await[0], ("service".to_owned(), [3, 0, 2, 1]));
        assert_eq!(board(&counter).await[2], (String::new(), [3, 0, 3, 0]));
    })
    .await;
}

async fn titles(counter: &Counter, staff: &Staff, tab: Tab, words: &str) -> Vec<String> {
    let query = QueueQuery { tab, words: words.to_owned(), page: 1 };
    let page = case::desk::queue(counter.cx(), staff, query).await.unwrap();
    page.rows.into_iter().map(|row| row.title).collect()
}

#[tokio::test]
async fn a_queue_holds_what_its_name_says_the_most_pressing_first() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (_, late) = counter.asks("几点退房？").await;
        counter.is("2026-11-23T10:10");
        let (_, taken) = counter.asks("发票怎么开？").await;
        case::desk::claim(counter.cx(), &counter.chen, &taken, None).await.unwrap();
        counter.hands(&late, Department::Rooms).await;
        counter.is("2026-11-23T10:20");
        let (_, fresh) = counter.asks("積分什麼時候過期").await;
        let (_, asked) = counter.asks("可以加床吗？").await;
        counter.says(&counter.ding, &asked, Deed::Asked, "哪一间？").await.unwrap();
        let (_, done) = counter.asks("有停车场吗？").await;
        counter.answers(&done).await;
        let (chen, fang) = (&counter.chen, &counter.fang);
        for (staff, tab, found) in [
            (chen, Tab::Open, vec!["几点退房？", "发票怎么开？", "積分什麼時候過期"]),
            (chen, Tab::Mine, vec!["发票怎么开？"]),
            (chen, Tab::Department, vec!["发票怎么开？", "積分什麼時候過期"]),
            (fang, Tab::Department, vec!["几点退房？"]),
            (chen, Tab::Unclaimed, vec!["几点退房？", "積分什麼時候過期"]),
            (chen, Tab::Waiting, vec!["可以加床吗？"]),
            (chen, Tab::Resolved, vec!["有停车场吗？"]),
        ] {
            assert_eq!(titles(&counter, staff, tab, "").await, found, "{tab}");
        }
        // Either script, the number with and without hyphens, the phone.
        for words in ["积分 过期", "積分", fresh.as_str(), &fresh.as_str().replace('-', "")] {
            assert_eq!(titles(&counter, chen, Tab::Open, words).await, ["積分什麼時候過期"], "{words}");
        }
        assert_eq!(titles(&counter, chen, Tab::Open, "13800138000").await.len(), 3);
        assert!(titles(&counter, chen, Tab::Open, "1380013").await.is_empty(), "nobody guesses a number by its parts");
        assert!(titles(&counter, chen, Tab::Open, "100% _").await.is_empty(), "wild cards are letters");
        let query = QueueQuery { tab: Tab::Open, words: String::new(), page: 99 };
        let page = case::desk::queue(counter.cx(), chen, query).await.unwrap();
        assert_eq!((page.counts, page.page, page.department), (vec![1, 2, 2, 3, 1], 1, Department::Service));
    })
    .await;
}

fn template(title_hans: &str, body_hant: &str) -> TemplateRow {
    TemplateRow {
        title_hans: title_hans.to_owned(),
        body_hant: body_hant.to_owned(),
        active: true,
        ..TemplateRow::default()
    }
}

#[tokio::test]
async fn a_prepared_answer_is_written_once_and_filled_in_for_each() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (cx, wang) = (counter.cx(), &counter.wang);
        let row = template("退房时间", "{name}，您好：{number} 最遲 {due} 答覆。{x} {staff}");
        assert_eq!(
            refusal(case::desk::save_template(cx, &counter.fang, Script::Hans, row.clone()).await),
            Rule::Forbidden
        );
        case::desk::save_template(cx, wang, Script::Hans, row).await.unwrap();
        let saved = case::desk::templates(cx, &counter.fang).await.unwrap().pop().unwrap();
        assert_eq!(
            (saved.title_hant.as_str(), saved.body_hans.as_str()),
            ("退房時間", "{name}，您好：{number} 最迟 {due} 答复。{x} {staff}")
        );
        let (_, number) = counter.asks("几点退房？").await;
        let id = saved.id.to_string();
        case::desk::insert(cx, &counter.chen, &number, &id, "在看 {name} ").await.unwrap();
        let shown = case::desk::show(cx, &counter.chen, Script::Hans, &number).await.unwrap();
        let filled = format!("在看 {{name}}\n\n林美玲，您好：{number} 最迟 11月23日 周一 11:00 答复。{{x}} chen 明");
        assert_eq!(shown.view.draft, filled);
        case::desk::save_template(cx, wang, Script::Hant, TemplateRow { active: false, ..saved.clone() })
            .await
            .unwrap();
        let shown = case::desk::show(cx, &counter.chen, Script::Hans, &number).await.unwrap();
        assert!(shown.templates.iter().all(|(key, _)| *key != id), "what is switched off is not offered");
        let gone = TemplateRow { id: 4_711, ..saved };
        assert_eq!(refusal(case::desk::save_template(cx, wang, Script::Hans, gone).await), Rule::Unknown);
        let empty = case::desk::save_template(cx, wang, Script::Hans, template("", "甲")).await;
        assert!(matches!(refusal(empty), Rule::Invalid(faults) if faults[0].field == "title_hans"));
        assert_eq!(refusal(case::desk::insert(cx, &counter.chen, &number, "4711", "").await), Rule::Unknown);
    })
    .await;
}
