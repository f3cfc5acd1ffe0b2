//! A knowledge base of any size, for measuring.

use domain::help::Topic;
use entity::help_article;
use i18n::convert::to_hant;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    Cx, Result,
    help::{Beginning, begin},
};

/// What articles are put together from: things, what is asked of them, what is answered.
const THINGS: [&str; 24] = [
    "退款",
    "发票",
    "抵用券",
    "订单",
    "改期",
    "早餐",
    "停车场",
    "行李",
    "座位",
    "会议室",
    "露台",
    "包间",
    "亲子房",
    "无线网络",
    "加床",
    "押金",
    "接送",
    "导游",
    "门票",
    "宠物",
    "轮椅",
    "空调",
    "寄存",
    "会员卡",
];
const QUESTIONS: [&str; 12] = [
    "怎么办理",
    "多久到账",
    "可以取消吗",
    "在哪里看",
    "需要提前吗",
    "怎样收费",
    "能不能更改",
    "忘了怎么办",
    "要带什么",
    "有没有优惠",
    "什么时候开放",
    "由谁负责",
];
const ANSWERS: [&str; 16] = [
    "请在订单页面办理，随时可以看到进度。",
    "一般三个工作日以内完成，节假日顺延。",
    "提前告诉我们，会为您安排妥当。",
    "费用按当天公布的价格计算，没有别的收费。",
    "柜台与电话都能办，请报订单号。",
    "如果情况有变，以最新的通知为准。",
    "需要时请联系客服，我们会尽快回复。",
    "规则在预订时已经写明，以后的调整不影响这一笔。",
    "儿童与长者可以优先办理。",
    "请保留好凭证，以便核对。",
    "雨天照常开放，恶劣天气另行通知。",
    "人数较多时请分批到场。",
    "名额有限，先到先得。",
    "可以改到别的日期，差价多退少补。",
    "证件要与预订时填写的一致。",
    "当天没有用完的部分不保留。",
];

/// Sentences of an article.
const SENTENCES: usize = 10;

/// Articles of one transaction.
const AT_ONCE: u32 = 500;

/// Adds so many articles, all published; each one says in its body what all say.
pub async fn help_bulk(cx: &Cx, articles: u32) -> Result<()> {
    let mut rng = StdRng::seed_from_u64(u64::from(articles));
    let there = u32::try_from(help_article::Entity::find().count(&cx.db).await?).unwrap_or(u32::MAX);
    let mut number = there;
    while number < there + articles {
        let tx = cx.begin().await?;
        for _ in 0..AT_ONCE.min(there + articles - number) {
            number += 1;
            let (title, body) = article(number, &mut rng);
            let (title_hant, body_hant) = (to_hant(&title), to_hant(&body));
            let beginning = Beginning {
                slug: &format!("bulk-{number}"),
                topic: Topic::ALL.choose(&mut rng).copied().unwrap_or_default(),
                sort: 1_000,
                title: &title,
                body: &body,
                hant: Some((&title_hant, &body_hant)),
                staff_id: None,
                publish: Some(cx.now()),
                review_on: None,
            };
            begin(&tx, &beginning, cx.now()).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

fn article(number: u32, rng: &mut StdRng) -> (String, String) {
    let mut pick = |words: &[&'static str]| words.choose(rng).copied().unwrap_or_default();
    let thing = pick(&THINGS);
    let title = format!("{thing}{}（{number}）", pick(&QUESTIONS));
    let mut body = format!("关于{thing}的说明，编号 {number}。\n");
    for _ in 0..SENTENCES {
        body.push_str(pick(&THINGS));
        body.push('：');
        body.push_str(pick(&ANSWERS));
        body.push('\n');
    }
    body.push_str(&format!("第 {} 条到此为止，感谢您选择悦订。", rng.random_range(1..1_000_000)));
    (title, body)
}
