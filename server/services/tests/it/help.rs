//! Public help (C10): found in either script, ranked and marked, shown when its time has come, voted on once.

use chrono::TimeDelta;
use domain::{
    Rule,
    help::{Block, Topic},
};
use entity::help_vote;
use i18n::Script;
use sea_orm::EntityTrait as _;
use services::{Asker, help};

use crate::{
    library::{Library, article, said},
    people::{self, HOME, guest, refusal, registered, visitor},
    util::{House, on_both},
};

/// A few articles of different words.
async fn stocked(house: House) -> Library {
    let library = Library::of(house).await;
    for (slug, title, body) in [
        ("refund", "退款多久到账", "取消以后，款项原路退回，最迟七天到账。柜台付的现金在柜台领取。"),
        ("invoice", "怎样开发票", "付款以后在收据页申请。退款以后发票会更正。"),
        ("pets", "可以带宠物吗", "部分酒店可以，请在备注里写明。Wi-Fi 密码在前台。"),
        ("find", "怎样查预订", "用订单号和手机号码查找。取消、变更都从那里开始。"),
        ("luggage", "行李可以带多少", "每位一件 24 寸行李箱，多带的可以加购。"),
        ("meals", "有忌口怎么办", "订餐时写明忌口，厨房会准备。"),
    ] {
        library.publishes(&article(slug, title, body)).await;
    }
    library
}

#[tokio::test]
async fn both_scripts_find_the_same_and_it_is_marked_in_what_is_read() {
    on_both(async |house: House| {
        let library = stocked(house).await;
        for (hans, hant) in
            [("退款", "退款"), ("发票", "發票"), ("订单号", "訂單號"), ("酒店", "飯店"), ("密码", "密碼")]
        {
            let found = library.slugs(Script::Hans, hans).await;
            assert!(!found.is_empty(), "{hans}");
            assert_eq!(library.slugs(Script::Hant, hant).await, found, "{hans} {hant}");
        }
        // A question in one script is marked in the other.
        let hits = library.finds(Script::Hant, "发票").await;
        assert_eq!(said(&hits[0].title), "怎樣開[發票]");
        assert!(said(&hits[0].excerpt).contains("退款以後[發票]會更正"), "{}", said(&hits[0].excerpt));
        let hits = library.finds(Script::Hans, "wi-fi 密碼").await;
        assert!(said(&hits[0].excerpt).contains("[Wi]-[Fi] [密码]"), "{}", said(&hits[0].excerpt));
    })
    .await;
}

#[tokio::test]
async fn a_title_counts_more_and_what_has_everything_comes_first() {
    on_both(async |house: House| {
        let library = stocked(house).await;
        assert_eq!(library.slugs(Script::Hans, "退款").await, ["refund", "invoice"]);
        let cancel = library.slugs(Script::Hans, "取消").await;
        assert_eq!(cancel.len(), 2, "{cancel:?}");
        // Nobody has all of it: what has the most telling part comes, and nothing else.
        let found = library.slugs(Script::Hans, "请问我的退款什么时候才能到账啊").await;
        assert_eq!(found.first().map(String::as_str), Some("refund"), "{found:?}");
        assert!(library.slugs(Script::Hans, "天文望远镜").await.is_empty());
        for nothing in ["", " ", "！？", "\"'()*:^-", "NEAR OR NOT AND", "a' | 'b & !", "👍🏽\u{200d}", "\u{202e}"]
        {
            assert!(library.slugs(Script::Hans, nothing).await.is_empty(), "{nothing:?}");
        }
        assert_eq!(library.slugs(Script::Hans, "行").await, ["luggage"], "a single character");
        assert_eq!(library.slugs(Script::Hans, "２４ 寸").await, ["luggage"], "full-width digits");
    })
    .await;
}

#[tokio::test]
async fn a_question_being_written_is_given_what_fits_and_nonsense_nothing() {
    on_both(async |house: House| {
        let library = stocked(house).await;
        let suggested = async |text: &str| {
            let hits = help::suggest(&library.house.cx, Script::Hant, text, 3).await.unwrap();
            hits.into_iter().map(|hit| hit.slug).collect::<Vec<_>>()
        };
        let asked = suggested("你好，我上週取消了訂單，想問一下退款要多久才會入帳？到賬會通知嗎").await;
        assert_eq!(asked.first().map(String::as_str), Some("refund"), "{asked:?}");
        assert_eq!(suggested("发票").await, ["invoice"]);
        assert_eq!(suggested("我们带宠物来，酒店可以带吗").await.first().map(String::as_str), Some("pets"));
        for nonsense in ["", "啊啊啊啊啊啊", "asdf jkl qwerty", "今天天气真好啊哈哈哈", "。。。！！！"]
        {
            assert!(suggested(nonsense).await.is_empty(), "{nonsense}");
        }
        assert!(suggested(&"很".repeat(100_000)).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_scheduled_appears_when_the_clock_says_so() {
    on_both(async |house: House| {
        let library = Library::of(house).await;
        let id = library.publishes(&article("refund", "退款多久", "三天。")).await;
        let form = library.form(id).await;
        library.saves(&domain::help::ArticleForm { title: "退款时限".to_owned(), ..form }).await.unwrap();
        library.shows(id, "2026-12-01", "08:00").await.unwrap();
        let found =
            async || library.finds(Script::Hans, "退款").await.iter().map(|hit| said(&hit.title)).collect::<Vec<_>>();
        assert_eq!(found().await, ["[退款]多久"]);
        library.house.clock.turn_to("2026-12-01T08:00:00+08:00".parse().unwrap());
        library.house.clock.forward(-TimeDelta::microseconds(1));
        assert_eq!(
            (library.title("refund").await.unwrap(), found().await),
            ("退款多久".to_owned(), vec!["[退款]多久".to_owned()])
        );
        library.house.clock.forward(TimeDelta::microseconds(1));
        assert_eq!(
            (library.title("refund").await.unwrap(), found().await),
            ("退款时限".to_owned(), vec!["[退款]时限".to_owned()])
        );
        assert!(library.slugs(Script::Hans, "退款多久").await.first().is_none_or(|slug| slug == "refund"));
    })
    .await;
}

#[tokio::test]
async fn the_first_page_lists_topics_and_an_article_its_neighbours() {
    on_both(async |house: House| {
        let library = stocked(house).await;
        let cx = &library.house.cx;
        let body = "## 先看\n用[订单号](/bookings/find)查。\n- 一\n- 二";
        let form =
            domain::help::ArticleForm { topic: "stay".to_owned(), ..article("rooms", "入住要带什么", body) };
        library.publishes(&form).await;
        let topics = help::home(cx, Script::Hant, None).await.unwrap();
        let listed: Vec<_> = topics.iter().map(|one| (one.topic, one.articles.len(), one.more)).collect();
        assert_eq!(listed, [(Topic::Booking, 6, false), (Topic::Stay, 1, false)]);
        assert_eq!(topics[1].articles[0].title, "入住要帶什麼");
        assert_eq!(help::home(cx, Script::Hans, Some(Topic::Trip)).await.unwrap(), []);
        assert_eq!(help::home(cx, Script::Hans, Some(Topic::Stay)).await.unwrap().len(), 1);
        library.publishes(&article("seventh", "第七篇", "文字。")).await;
        assert!(help::home(cx, Script::Hans, None).await.unwrap()[0].more);
        let page = help::show(cx, None, Script::Hant, "rooms").await.unwrap();
        assert!(
            matches!(page.body.as_slice(), [Block::Heading(_), Block::Text(_), Block::List(items)] if items.len() == 2)
        );
        let page = help::show(cx, None, Script::Hans, "refund").await.unwrap();
        assert_eq!(page.related.len(), 4);
        assert!(page.related.iter().all(|link| link.slug != "refund" && link.slug != "rooms"));
        assert_eq!(refusal(help::show(cx, None, Script::Hans, "nothing").await), Rule::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_reader_votes_once_and_may_change_his_mind() {
    on_both(async |house: House| {
        let library = stocked(house).await;
        let cx = &library.house.cx;
        let votes = async || {
            let id = library.looks_at(1).await.row;
            (id.helped, id.unhelped)
        };
        let (ma, li) = (guest(cx).await, guest(cx).await);
        for (who, helpful) in [(&ma, true), (&ma, true), (&li, false), (&ma, false), (&li, true)] {
            help::vote(cx, who, HOME, "refund", helpful).await.unwrap();
        }
        assert_eq!(votes().await, (1, 1));
        let page = help::show(cx, Some(&ma), Script::Hans, "refund").await.unwrap();
        assert_eq!(page.voted, Some(false));
        assert_eq!(help::show(cx, Some(&guest(cx).await), Script::Hans, "refund").await.unwrap().voted, None);
        // A member is one person wherever he signs in.
        registered(cx, "13800138000").await;
        for _ in 0..2 {
            let again = people::signed_in(cx, "13800138000").await;
            help::vote(cx, &Asker::Member(again.member), HOME, "refund", true).await.unwrap();
        }
        assert_eq!(votes().await, (2, 1));
        let stored = help_vote::Entity::find().all(&library.house.db).await.unwrap();
        assert!(stored.iter().all(|vote| vote.voter != ma.session().hash && vote.voter.len() == 64));
        assert_eq!(refusal(help::vote(cx, &ma, HOME, "nothing", true).await), Rule::Unknown);
    })
    .await;
}

#[tokio::test]
async fn who_sends_no_cookie_votes_so_often_only() {
    let library = stocked(House::on_sqlite().await).await;
    let cx = &library.house.cx;
    for _ in 0..60 {
        help::vote(cx, &Asker::Guest(visitor(cx).await.1), HOME, "pets", true).await.unwrap();
    }
    let opens = cx.now() + TimeDelta::hours(1);
    assert_eq!(refusal(help::vote(cx, &guest(cx).await, HOME, "pets", true).await), Rule::TooMany(opens));
    help::vote(cx, &guest(cx).await, "198.51.100.9", "pets", true).await.unwrap();
}
