//! Samples of answers (C11): drawn by lot, each answer once, judged once and by nobody who gave it.

use std::collections::BTreeSet;

use domain::{
    Fault, Rule,
    case::Deed,
    figure::{By, Draw, FigureQuery, Share, Span, Verdict},
};
use entity::{audit, audit_item};
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use services::{case, figure};

use crate::{
    desk_talk::{Desk, Question},
    people::refusal,
    util::{House, on_both},
};

const DAY: &str = "2026-11-23";

fn of(from: &str, until: &str, size: u32) -> Draw {
    Draw { span: Span { from: from.parse().unwrap(), until: until.parse().unwrap() }, size }
}

/// Questions of a day that somebody has answered at once.
async fn answered(desk: &Desk, count: usize) -> Vec<Question> {
    let mut questions = Vec::new();
    for _ in 0..count {
        let question = desk.asks("几点发车").await;
        desk.answers(&desk.chen, &question).await;
        questions.push(question);
    }
    questions
}

#[tokio::test]
async fn no_answer_is_drawn_twice() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let cx = &desk.house.cx;
        answered(&desk, 7).await;
        desk.asks("asdf").await;
        let closed = desk.asks("asdf").await;
        desk.closes(&closed).await;
        let nothing = Rule::Invalid(vec![Fault::new("size", "nothing-to-draw")]);
        assert_eq!(refusal(figure::draw(cx, &desk.wang, &of("2026-11-22", "2026-11-22", 5)).await), nothing);
        let first = figure::draw(cx, &desk.wang, &of(DAY, DAY, 3)).await.unwrap();
        let second = figure::draw(cx, &desk.li, &of(DAY, DAY, 100)).await.unwrap();
        let samples = figure::samples(cx, &desk.wang).await.unwrap();
        let rows: Vec<_> = samples.iter().map(|row| (row.id, row.size, row.right)).collect();
        assert_eq!(
            rows,
            [(second, 4, Share::default()), (first, 3, Share::default())],
            "what is not answered is not drawn"
        );
        assert_eq!(refusal(figure::draw(cx, &desk.wang, &of(DAY, DAY, 5)).await), nothing);
        let items = audit_item::Entity::find().all(&desk.house.db).await.unwrap();
        let drawn: BTreeSet<i64> = items.iter().map(|item| item.round_id).collect();
        assert_eq!((items.len(), drawn.len()), (7, 7));
        assert!(items.iter().all(|item| item.answered_by == Some(desk.chen.id)));
        let again = format!(
            "INSERT INTO audit_item (sample_id, round_id, verdict, why) VALUES ({first}, {}, '', '')",
            items[6].round_id
        );
        assert!(desk.house.db.execute_unprepared(&again).await.is_err(), "the database says no as well");
        assert_eq!(refusal(figure::draw(cx, &desk.chen, &of(DAY, DAY, 5)).await), Rule::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn two_who_draw_at_once_do_not_draw_the_same() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let cx = &desk.house.cx;
        answered(&desk, 6).await;
        let draw = of(DAY, DAY, 4);
        let (one, other) = tokio::join!(figure::draw(cx, &desk.wang, &draw), figure::draw(cx, &desk.li, &draw));
        for drawn in [&one, &other] {
            if let Err(error) = drawn {
                assert_eq!(error.rule(), Some(&Rule::Busy));
            }
        }
        assert!(one.is_ok() || other.is_ok());
        let items = audit_item::Entity::find().all(&desk.house.db).await.unwrap();
        assert_eq!(items.iter().map(|item| item.round_id).collect::<BTreeSet<_>>().len(), items.len());
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_judged_once_and_counts_where_its_question_does() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let cx = &desk.house.cx;
        let questions = answered(&desk, 3).await;
        desk.at("2026-11-24T10:00");
        let id = figure::draw(cx, &desk.wang, &of(DAY, DAY, 3)).await.unwrap();
        for (verdict, why) in
            [(Verdict::Accurate, ""), (Verdict::Inaccurate, "早班车是六点半"), (Verdict::Accurate, "")]
        {
            let page = figure::sample(cx, &desk.wang, id).await.unwrap();
            let item = page.next.unwrap();
            assert!(questions.iter().any(|question| question.number == item.number));
            let said: Vec<_> = item.said.iter().map(|said| (said.ours, said.text.as_str())).collect();
            assert_eq!(said, [(false, "几点发车"), (true, "答复")]);
            figure::judge(cx, &desk.wang, id, item.id, verdict, why).await.unwrap();
            assert_eq!(refusal(figure::judge(cx, &desk.li, id, item.id, Verdict::Accurate, "").await), Rule::Changed);
        }
        let page = figure::sample(cx, &desk.wang, id).await.unwrap();
        assert_eq!((page.next, page.own, page.row.right), (None, 0, Share { part: 2, whole: 3 }));
        let wrong: Vec<_> = page.judged.iter().filter(|row| row.verdict == Verdict::Inaccurate).collect();
        assert_eq!((wrong.len(), wrong[0].why.as_str(), wrong[0].judge.as_str()), (1, "早班车是六点半", "周敏"));
        let asked =
            |from: &str, until: &str| FigureQuery { span: of(from, until, 1).span, by: By::Day, department: None };
        let figures = figure::figures(cx, &desk.wang, &asked(DAY, "2026-11-24")).await.unwrap();
        let rights: Vec<_> = figures.lines.iter().map(|line| line.tally.right()).collect();
        assert_eq!(rights, [Share { part: 2, whole: 3 }, Share::default()], "on the day of the question");
        assert_eq!((figures.total.right(), figures.total.rounds), (Share { part: 2, whole: 3 }, 3));
        assert_eq!(figures.topics[0].tally.right(), Share { part: 2, whole: 3 });
        let later = figure::figures(cx, &desk.wang, &asked("2026-11-24", "2026-11-24")).await.unwrap();
        assert_eq!((later.total.right(), later.earlier.right()), (Share::default(), Share { part: 2, whole: 3 }));
        let done = audit::Entity::find().all(&desk.house.db).await.unwrap();
        let of = |what: &str| done.iter().filter(|row| row.what == what).count();
        assert_eq!((of("sample-drawn"), of("sample-seen"), of("sample-judged")), (1, 4, 3));
    })
    .await;
}

#[tokio::test]
async fn nobody_judges_what_he_has_said() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let cx = &desk.house.cx;
        let mine = desk.asks("asdf").await;
        desk.answers(&desk.wang, &mine).await;
        // Wang has only said a word in the second; Chen has answered it.
        let shared = desk.asks("asdf").await;
        desk.says(&desk.wang, &shared, Deed::Replied).await;
        desk.answers(&desk.chen, &shared).await;
        let id = figure::draw(cx, &desk.wang, &of(DAY, DAY, 5)).await.unwrap();
        let page = figure::sample(cx, &desk.wang, id).await.unwrap();
        assert_eq!((page.next, page.own), (None, 2));
        let items = audit_item::Entity::find().all(&desk.house.db).await.unwrap();
        for item in &items {
            let judged = figure::judge(cx, &desk.wang, id, item.id, Verdict::Accurate, "").await;
            assert_eq!(refusal(judged), Rule::SamePerson);
        }
        let answered_by = items.iter().map(|item| item.answered_by).collect::<BTreeSet<_>>();
        assert_eq!(answered_by, BTreeSet::from([Some(desk.wang.id), Some(desk.chen.id)]));
        let past_the_services =
            format!("UPDATE audit_item SET verdict = 'accurate', judged_by = answered_by WHERE id = {}", items[0].id);
        let outcome = desk.house.db.execute_unprepared(&past_the_services).await;
        assert!(outcome.unwrap_err().to_string().contains("audit_item_two_persons"), "the database says no as well");
        let next = figure::sample(cx, &desk.li, id).await.unwrap().next.unwrap();
        figure::judge(cx, &desk.li, id, next.id, Verdict::Accurate, "").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_round_is_judged_by_what_was_said_in_it() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let cx = &desk.house.cx;
        let question = desk.asks("asdf").await;
        desk.answers(&desk.wang, &question).await;
        desk.writes(&question).await;
        desk.says(&desk.chen, &question, Deed::Noted).await;
        desk.answers(&desk.chen, &question).await;
        // Whoever opens it again for the customer has not answered it.
        case::desk::reopen(cx, &desk.li, &question.number, "来电补充").await.unwrap();
        desk.answers(&desk.wang, &question).await;
        let id = figure::draw(cx, &desk.wang, &of(DAY, DAY, 5)).await.unwrap();
        let page = figure::sample(cx, &desk.wang, id).await.unwrap();
        let item = page.next.unwrap();
        assert_eq!((item.round, page.own), (2, 2), "the first and the third were Wang's");
        let said: Vec<_> = item.said.iter().map(|said| said.text.as_str()).collect();
        assert_eq!(said, ["还有一点", "答复"], "no note, nothing of the round before");
        let of_li: Vec<_> = audit_item::Entity::find().all(&desk.house.db).await.unwrap();
        for item in of_li {
            figure::judge(cx, &desk.li, id, item.id, Verdict::Accurate, "").await.unwrap();
        }
        let other = figure::draw(cx, &desk.wang, &of(DAY, DAY, 5)).await;
        assert!(matches!(refusal(other), Rule::Invalid(_)));
        for (sample, item) in [(id, 999_999), (id + 1, item.id)] {
            let judged = figure::judge(cx, &desk.li, sample, item, Verdict::Accurate, "").await;
            assert_eq!(refusal(judged), Rule::Unknown);
        }
        assert_eq!(refusal(figure::sample(cx, &desk.wang, id + 1).await), Rule::Unknown);
    })
    .await;
}
