//! What customers are told of cancellations, and of the terms they are made by.

use domain::{
    Fen,
    booking::Number,
    terms::{PriceRule, Relief, Terms},
};
use i18n::{Script, format};
use services::{
    Asker,
    booking::{self, Agreed},
};

use crate::{
    mind::{Told, entry, nights, says, says_nothing_of},
    util::{House, on_both},
};

/// Gives a booking up so many hours before it, with a voucher if one is offered; gives its number.
async fn cancels(told: &Told, asker: &Asker, number: &Number, hours: i64) -> Option<String> {
    told.scene.hours_before(asker, number, hours).await;
    let cx = &told.scene.house.cx;
    let quote = booking::cancel_quote(cx, asker, number).await.unwrap();
    let voucher = quote.voucher.map(|offer| offer.worth);
    let agreed = Agreed { version: quote.version, refund: quote.refund, voucher };
    booking::cancel(cx, asker, number, agreed, "").await.unwrap();
    told.scene.receipt(asker, number).await.granted.map(|voucher| voucher.number)
}

#[tokio::test]
async fn a_cancellation_says_what_is_kept_what_goes_back_and_by_when() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (member, lin, number) = told.sold_to_a_member(&told.scene.room, nights(4, 1, 1)).await;
        cancels(&told, &lin, &number, 30).await;
        let letter = told.letter().await;
        let promised = told.scene.receipt(&lin, &number).await.refunds[0].promised;
        assert!(letter.subject.starts_with("預訂已取消") && letter.subject.contains(number.as_str()));
        let by = format!("¥384，最遲 {} 入帳", format::moment(Script::Hant, promised));
        says(&letter, &["規定收取 ¥96", &by, "名額已經釋出", "room 繁"]);
        says_nothing_of(&letter, &["尚差", "抵用券"]);
        says(&letter, &["行程標示為已取消"]);
        assert_eq!(entry(&letter, "STATUS"), "CANCELLED");
        assert!(entry(&letter, "UID").starts_with(&format!("{number}@")), "the entry of its confirmation");
        let (title, text, page) = told.newest(&member, Script::Hans).await;
        assert_eq!((title.as_str(), page), ("预订已取消", format!("/bookings/{number}")));
        let by = format!("退回 ¥384，最迟 {} 到账", format::moment(Script::Hans, promised));
        assert!(text.contains("收取 ¥96") && text.contains(&by), "{text}");
    })
    .await;
}

#[tokio::test]
async fn what_was_never_paid_for_is_taken_out_of_no_calendar() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (chen, number) = told.scene.held(&told.scene.room, nights(4, 1, 1)).await;
        told.scene.cancels(&chen, &number).await.unwrap();
        let letters = told.letters().await;
        assert!(letters.iter().any(|letter| letter.subject.contains("已取消")));
        assert!(letters.iter().all(|letter| letter.calendar.is_none()));
    })
    .await;
}

#[tokio::test]
async fn a_free_cancellation_names_no_fee() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (chen, number) = told.sold(&told.scene.room, nights(4, 1, 1)).await;
        cancels(&told, &chen, &number, 60).await;
        let letter = told.letter().await;
        says(&letter, &["退回 ¥480"]);
        says_nothing_of(&letter, &["收取", "还差", "抵用券"]);
    })
    .await;
}

#[tokio::test]
async fn a_fee_above_what_was_paid_is_asked_for() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (room, suite) = (&told.scene.room, &told.scene.suite);
        let cheap = told.scene.house.slices(room.offer.resource_id).await[8].id;
        told.scene.house.prices(cheap, 1_000).await;
        let (chen, number) = told.sold(suite, nights(2, 1, 1)).await;
        told.scene.hours_before(&chen, &number, 10).await;
        told.scene.changes(&chen, &number, room, nights(9, 1, 1)).await.unwrap();
        told.letter().await;
        told.scene.cancels(&chen, &number).await.unwrap();
        let letter = told.letter().await;
        says(&letter, &["收取 ¥300", "还差 ¥290"]);
        says_nothing_of(&letter, &["退回"]);
        assert_eq!(told.scene.receipt(&chen, &number).await.due, Fen(29_000));
    })
    .await;
}

#[tokio::test]
async fn the_voucher_for_a_fee_is_named_with_its_worth_and_its_end() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let relief = Relief { voucher_percent: 100, voucher_days: 90, ..Relief::default() };
        told.scene.house.sells_by(&told.scene.room, &Terms { relief, ..Terms::standard() }).await;
        let (chen, number) = told.sold(&told.scene.room, nights(4, 1, 1)).await;
        let voucher = cancels(&told, &chen, &number, 10).await.unwrap();
        let letter = told.letter().await;
        says(&letter, &["收取 ¥240", "退回 ¥240", &voucher, "面值 ¥240", "2027年2月"]);
    })
    .await;
}

#[tokio::test]
async fn by_text_message_a_cancellation_keeps_its_number() {
    on_both(async |house: House| {
        let told = Told::by_text(house).await;
        let (chen, number) = told.sold(&told.scene.room, nights(4, 1, 1)).await;
        cancels(&told, &chen, &number, 30).await;
        let text = told.text().await;
        assert!(text.contains("已取消") && text.contains(number.as_str()), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_letter_says_all_of_the_terms_that_the_page_says() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let relief = Relief { voucher_percent: 60, voucher_days: 90, move_days: 5, ..Relief::default() };
        let fees = (Fen(1_500), Fen(2_000));
        let terms = Terms {
            relief,
            minimum_fee: fees.0,
            change_fee: fees.1,
            change_price: PriceRule::Least,
            ..Terms::standard()
        };
        told.scene.house.sells_by(&told.scene.room, &terms).await;
        told.scene.sold(&told.scene.room, nights(4, 1, 1)).await;
        let letters = told.letters().await;
        let letter = letters.iter().find(|letter| letter.calendar.is_some()).unwrap();
        says(
            letter,
            &[
                "4 小时前",
                "每次改期或换项目收取变更手续费 ¥20",
                "不能低于原来",
                "至少收取 ¥15",
                "最多往后 5 天",
                "60% 可以换成抵用券",
            ],
        );
        let sentences = terms.sentences(Script::Hans);
        assert_eq!(sentences.len(), 6);
        says(letter, &sentences.iter().map(String::as_str).collect::<Vec<_>>());
        let same = Terms { change_price: PriceRule::Same, ..Terms::standard() };
        assert_eq!(same.sentences(Script::Hant)[1], "改期後的價格須與原來相同。");
    })
    .await;
}
