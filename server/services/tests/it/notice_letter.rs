//! What letters and text messages say, in the recipient's script, and that nothing typed can break out of them.

use std::sync::atomic::{AtomicU32, Ordering};

use domain::{booking::Number, booking::Order, desk::Role, payment::ReceiptForm};
use entity::{booking as bookings, offer};
use i18n::Script;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use services::{Asker, Cx, booking, job, notice::Letter, payment};

use crate::{
    people::{colleague, guest, registered},
    util::{
        House, on_both,
        post::{ORIGIN, with_post, with_sms},
    },
    wares::{coach, order, room},
};

async fn deliver(cx: &Cx) -> u64 {
    services::notice::deliver(cx, "here").await.unwrap()
}

async fn place(cx: &Cx, asker: &Asker, script: Script, order: &Order) -> Number {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let key = format!("key-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    booking::place(cx, asker, script, &key, order).await.unwrap()
}

async fn pays(cx: &Cx, number: &Number, yuan: &str) {
    let clerk = colleague(cx, "sun.finance", Role::Finance).await.1;
    let form = ReceiptForm {
        number: number.to_string(),
        way: "counter".to_owned(),
        amount: yuan.to_owned(),
        slip: String::new(),
    };
    payment::record(cx, &clerk, "slip", &form).await.unwrap();
}

fn both(letter: &Letter) -> [&str; 2] {
    [&letter.text, &letter.html]
}

#[tokio::test]
async fn a_booking_that_waits_for_its_money_says_until_when_how_much_where_and_what_a_cancellation_gives_back() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let ware = coach(&house, 5).await;
        let number = place(&cx, &guest(&cx).await, Script::Hans, &order(&ware, 2)).await;
        deliver(&cx).await;
        let letter = &post.letters()[0];
        assert_eq!((letter.lang, letter.calendar.as_deref()), ("zh-Hans", None));
        assert_eq!(letter.to, "yijun@example.com");
        assert!(letter.subject.contains(number.as_str()), "{}", letter.subject);
        for text in both(letter) {
            for said in [
                number.as_str(),
                "陳怡君，您好",
                "云栖专线",
                "coach 简",
                "北京 东城区",
                "2026年11月26日 周四 09:00",
                "10:30",
                "2 位乘客",
                "¥80 × 2",
                "¥160",
                "2026年11月24日 周二 10:00",
                "11月24日 周二 09:00 前",
                "退 80%，即 ¥128",
                "规则版本 standard-1",
                &format!("{ORIGIN}/zh-hans/bookings/find"),
                "400-000-0000",
            ] {
                assert!(text.contains(said), "{said} is not in {text}");
            }
            assert!(!text.contains('⟦'), "{text}");
        }
        assert!(letter.html.starts_with("<!DOCTYPE html><html lang=\"zh-Hans\">"), "{}", letter.html);
    })
    .await;
}

#[tokio::test]
async fn a_confirmation_is_the_receipt_too_and_carries_the_date() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let ware = room(&house, 3).await;
        let number = place(&cx, &guest(&cx).await, Script::Hant, &order(&ware, 1)).await;
        pays(&cx, &number, "480").await;
        deliver(&cx).await;
        let letters = post.letters();
        let letter = letters.iter().find(|letter| letter.calendar.is_some()).unwrap();
        assert_eq!(letter.lang, "zh-Hant");
        assert!(letter.subject.starts_with("預訂已確認："), "{}", letter.subject);
        for text in both(letter) {
            for said in ["room 繁", "臨櫃付款", "2026年11月23日 週一 10:00", "已付", "¥480", "1 間，1 人", "行事曆"]
            {
                assert!(text.contains(said), "{said} is not in {text}");
            }
            assert!(!text.contains("预订") && !text.contains("待付"), "{text}");
        }
        let file = letter.calendar.as_ref().unwrap();
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "METHOD:PUBLISH",
            &format!("UID:{number}@yueding.example"),
            "DTSTART:20261126T060000Z",
            "DTEND:20261127T040000Z",
            "DTSTAMP:20261123T020000Z",
            "STATUS:CONFIRMED",
            "END:VCALENDAR",
        ] {
            assert!(file.split("\r\n").any(|its| its == line), "{line} is not in {file}");
        }
        assert!(file.contains("LOCATION:雲棲飯店\\, 北京"), "{file}");
        assert!(!file.contains("VALARM") && file.split("\r\n").all(|line| line.len() <= 75), "{file}");

        let placed = letters.iter().find(|letter| letter.calendar.is_none()).unwrap();
        assert!(placed.subject.starts_with("已收到您的預訂"), "told late, it asks for nothing: {}", placed.subject);
        assert!(both(placed).iter().all(|text| !text.contains("待付") && !text.contains("請於此之前付款")));
    })
    .await;
}

#[tokio::test]
async fn a_member_is_led_to_his_booking_and_a_guest_to_where_it_is_found() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let ware = coach(&house, 5).await;
        let lin = Asker::Member(registered(&cx, "13900139000").await.member);
        let number = place(&cx, &lin, Script::Hant, &order(&ware, 1)).await;
        deliver(&cx).await;
        let letter = &post.letters()[0];
        let link = format!("{ORIGIN}/zh-hant/bookings/{number}");
        assert!(letter.text.contains(&link) && letter.html.contains(&format!("href=\"{link}\"")), "{}", letter.html);
        assert!(!letter.text.contains("bookings/find"));
    })
    .await;
}

#[tokio::test]
async fn nothing_that_was_typed_breaks_out() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let ware = coach(&house, 5).await;
        let number = place(&cx, &guest(&cx).await, Script::Hans, &order(&ware, 1)).await;
        let typed = "<script>alert(1)</script>\r\nBcc: a@example.com\r\n\r\n\"&'";
        bookings::Entity::update_many()
            .col_expr(bookings::Column::Name, Expr::value(typed))
            .filter(bookings::Column::Number.eq(number.as_str()))
            .exec(&house.db)
            .await
            .unwrap();
        offer::Entity::update_many()
            .col_expr(offer::Column::NameHans, Expr::value("a\r\nBcc: b@example.com\r\nATTENDEE:c;d,e\\f<b>"))
            .exec(&house.db)
            .await
            .unwrap();
        pays(&cx, &number, "80").await;
        deliver(&cx).await;
        let letters = post.letters();
        assert_eq!(letters.len(), 2);
        for letter in &letters {
            assert!(!letter.subject.contains(['\r', '\n']), "{:?}", letter.subject);
            assert!(letter.html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{}", letter.html);
            assert!(!letter.html.contains("<script") && !letter.html.contains("<b>"), "{}", letter.html);
            assert!(letter.text.lines().all(|line| !line.starts_with("Bcc")), "{}", letter.text);
        }
        let file = letters.iter().find_map(|letter| letter.calendar.as_ref()).unwrap();
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains("a Bcc: b@example.com ATTENDEE:c\\;d\\,e\\\\f<b>"), "{unfolded}");
        assert!(unfolded.split("\r\n").all(|line| !line.starts_with("ATTENDEE") && !line.contains('\n')), "{file:?}");
    })
    .await;
}

#[tokio::test]
async fn a_text_message_is_short_and_keeps_its_number_however_long_the_names_are() {
    on_both(async |house: House| {
        let (cx, post) = with_sms(&house);
        let ware = coach(&house, 5).await;
        offer::Entity::update_many()
            .col_expr(offer::Column::NameHans, Expr::value("很长的名字".repeat(40)))
            .exec(&house.db)
            .await
            .unwrap();
        let number = place(&cx, &guest(&cx).await, Script::Hans, &order(&ware, 1)).await;
        deliver(&cx).await;
        pays(&cx, &number, "80").await;
        deliver(&cx).await;
        let texts = post.texts();
        assert_eq!(texts.len(), 2);
        for text in texts {
            let said = &text.text;
            assert!(said.encode_utf16().count() <= 140, "{said}");
            assert!(said.starts_with("【悦订】") && said.contains('…') && said.contains(number.as_str()), "{said}");
            assert!(!said.contains("http") && !said.contains('⟦'), "{said}");
        }
        let said = &post.texts()[0].text;
        assert!(said.contains("11月24日 周二 10:00") && said.contains("¥80"), "{said}");
    })
    .await;
}

#[tokio::test]
async fn money_that_comes_too_late_is_explained_with_an_apology_and_a_date() {
    on_both(async |house: House| {
        let (cx, post) = with_post(&house);
        let ware = coach(&house, 1).await;
        let number = place(&cx, &guest(&cx).await, Script::Hant, &order(&ware, 1)).await;
        house.clock.turn_to("2026-11-24T10:00:00+08:00".parse().unwrap());
        job::run_now(&cx, "here", None).await.unwrap();
        place(&cx, &guest(&cx).await, Script::Hant, &order(&ware, 1)).await;
        pays(&cx, &number, "80").await;
        deliver(&cx).await;
        let letters = post.letters();
        assert_eq!(letters.len(), 4, "two bookings, the end of one, money on its way back");
        let back = letters.iter().find(|letter| letter.subject.starts_with("款項將退還給您")).unwrap();
        for text in both(back) {
            for said in ["¥80", "非常抱歉", "全額退還", "12月1日 週二 23:59", number.as_str()] {
                assert!(text.contains(said), "{said} is not in {text}");
            }
        }
        let ended = letters.iter().find(|letter| letter.subject.starts_with("保留已到期")).unwrap();
        assert!(ended.text.contains("名額已經釋出"), "{}", ended.text);
    })
    .await;
}
