//! What customers are told of changes: letters, text messages, inbox, and the entry in their calendar.

use domain::{Fen, change::Cut};
use i18n::{Script, format};
use services::{change, job, notice::Letter};

use crate::{
    mind::{Told, entry, nights, of_units, says, says_nothing_of, seats},
    util::{House, on_both, post::ORIGIN, shop::day},
};

fn sequence(letter: &Letter) -> u32 {
    entry(letter, "SEQUENCE").parse().unwrap()
}

#[tokio::test]
async fn a_trip_that_is_moved_keeps_its_entry_and_its_letter_says_which_number_replaces_which() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let coach = &told.scene.coach;
        let (chen, first) = told.scene.sold(coach, seats(3, "09:00", 2)).await;
        let letters = told.letters().await;
        let mut last = letters.into_iter().find(|letter| letter.calendar.is_some()).unwrap();
        let (uid, mut former) = (format!("{first}@yueding.example"), first.clone());
        assert_eq!(entry(&last, "UID"), uid);
        for (wish, starts) in [(seats(3, "15:00", 2), "20261127T070000Z"), (seats(4, "09:00", 2), "20261128T010000Z")] {
            let number = told.scene.changes(&chen, &first, coach, wish).await.unwrap().number;
            let letter = told.letter().await;
            assert!(letter.subject.starts_with("预订已变更，订单号已换：") && letter.subject.contains(number.as_str()));
            says(&letter, &[&format!("{number} 取代原来的 {former}")]);
            assert_eq!((entry(&letter, "UID"), entry(&letter, "DTSTART")), (uid.clone(), starts.to_owned()));
            assert!(sequence(&letter) > sequence(&last), "a later version of the same entry");
            (last, former) = (letter, number);
        }
        told.scene.changes(&chen, &first, coach, seats(4, "09:00", 1)).await.unwrap();
        let letter = told.letter().await;
        assert!(letter.subject.starts_with("预订已变更："), "{}", letter.subject);
        says_nothing_of(&letter, &[first.as_str(), "取代"]);
        assert_eq!(entry(&letter, "UID"), uid);
        let booking = told.scene.booking(&chen, &first).await;
        assert_eq!((booking.former.len(), booking.former[0].as_str()), (2, first.as_str()), "the page says it too");
    })
    .await;
}

#[tokio::test]
async fn text_message_and_inbox_say_which_number_replaces_which() {
    on_both(async |house: House| {
        let told = Told::by_text(house).await;
        let coach = &told.scene.coach;
        let (chen, first) = told.scene.sold(coach, seats(3, "09:00", 2)).await;
        let (member, lin, old) = told.sold_to_a_member(coach, seats(3, "09:00", 1)).await;
        let second = told.scene.changes(&chen, &first, coach, seats(3, "15:00", 2)).await.unwrap().number;
        let text = told.text().await;
        assert!(text.contains(&format!("新订单号 {second}，取代 {first}")) && text.contains("15:00"), "{text}");
        let new = told.scene.changes(&lin, &old, coach, seats(3, "15:00", 1)).await.unwrap().number;
        let text = told.text().await;
        assert!(text.contains(&format!("新訂單編號 {new}，取代 {old}")), "{text}");
        let (title, text, page) = told.newest(&member, Script::Hant).await;
        assert_eq!((title.as_str(), page), ("預訂已變更，訂單編號已更換", format!("/bookings/{new}")));
        assert!(text.contains(&format!("{new} 取代原本的 {old}")), "{text}");
        let (_, text, _) = told.newest(&member, Script::Hans).await;
        assert!(text.contains(&format!("{new} 取代原来的 {old}")), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_change_that_waits_for_its_money_says_how_much_until_when_and_how_it_is_paid() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (room, suite) = (&told.scene.room, &told.scene.suite);
        let (member, lin, number) = told.sold_to_a_member(room, nights(2, 1, 1)).await;
        let quote = told.scene.quote(&lin, &number, suite, nights(3, 2, 1)).await.unwrap();
        for _ in 0..2 {
            told.scene.commit(&lin, &number, &quote).await.unwrap();
        }
        let until = told.scene.receipt(&lin, &number).await.change.unwrap().until;
        let letter = told.letter().await;
        assert!(letter.subject.starts_with("變更待付差額 ¥720："), "{}", letter.subject);
        let pay = format!("/bookings/{number}/pay");
        says(
            &letter,
            &[
                "尚未完成",
                "¥720",
                &format::moment(Script::Hant, until),
                "線上付款",
                "變更後",
                "suite 繁",
                "2026年11月27日 週五 14:00",
                "¥1,200",
                &format!("{ORIGIN}/zh-hant{pay}"),
            ],
        );
        assert_eq!(letter.calendar, None, "it is what it was");
        let (title, text, page) = told.newest(&member, Script::Hans).await;
        assert_eq!((title.as_str(), page), ("变更待付差价", pay));
        assert!(text.contains("¥720") && text.contains(&format::moment(Script::Hans, until)), "{text}");

        told.scene.pays(&lin, &number).await;
        let letter = told.letter().await;
        assert!(letter.subject.starts_with("預訂已變更："), "{}", letter.subject);
        says(&letter, &["差額 ¥720 已經收到", "suite 繁", "¥1,200"]);
        let inbox = services::notice::inbox(&told.scene.house.cx, &member, Script::Hant).await.unwrap();
        assert_eq!([&inbox[0].title, &inbox[1].title], ["預訂已變更", "已收到變更申請"]);
        assert!(
            !inbox[1].text.concat().contains('¥') && !inbox[1].page.contains("pay"),
            "it asks for nothing any more"
        );
    })
    .await;
}

#[tokio::test]
async fn told_late_a_change_that_waits_no_more_asks_for_nothing() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (chen, number) = told.sold(&told.scene.room, nights(2, 1, 1)).await;
        told.scene.changes(&chen, &number, &told.scene.suite, nights(2, 1, 1)).await.unwrap();
        change::undo(&told.scene.house.cx, &chen, &number, "").await.unwrap();
        let letters = told.letters().await;
        assert_eq!(letters.len(), 2);
        for (subject, said) in [("已收到变更申请", "我们已收到"), ("变更已放弃，预订保持原样", "不用付差价")]
        {
            let letter = letters.iter().find(|letter| letter.subject.starts_with(subject)).unwrap();
            says(letter, &[said, number.as_str(), "room 简"]);
            says_nothing_of(letter, &["¥120", "付清", "付款"]);
        }
    })
    .await;
}

#[tokio::test]
async fn by_text_message_a_change_that_waits_says_amount_and_deadline_and_that_it_was_not_paid() {
    on_both(async |house: House| {
        let told = Told::by_text(house).await;
        let (chen, number) = told.scene.sold(&told.scene.room, nights(2, 1, 1)).await;
        services::notice::deliver(&told.scene.house.cx, "here").await.unwrap();
        told.scene.changes(&chen, &number, &told.scene.suite, nights(2, 1, 1)).await.unwrap();
        let until = told.scene.receipt(&chen, &number).await.change.unwrap().until;
        let text = told.text().await;
        for said in ["差价 ¥120", &format::moment(Script::Hans, until), number.as_str()] {
            assert!(text.contains(said), "{said} is not in {text}");
        }
        told.scene.house.clock.turn_to(until);
        job::run_now(&told.scene.house.cx, "worker", Some(domain::job::Job::Holds)).await.unwrap();
        let text = told.text().await;
        assert!(text.contains("变更没有付清差价，未生效") && text.contains(number.as_str()), "{text}");
    })
    .await;
}

#[tokio::test]
async fn what_was_not_paid_in_time_says_that_the_booking_stays_as_it_was() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (member, lin, number) = told.sold_to_a_member(&told.scene.room, nights(2, 1, 1)).await;
        told.scene.changes(&lin, &number, &told.scene.suite, nights(5, 1, 1)).await.unwrap();
        told.letter().await;
        told.scene.house.clock.turn_to(told.scene.receipt(&lin, &number).await.change.unwrap().until);
        job::run_now(&told.scene.house.cx, "worker", Some(domain::job::Job::Holds)).await.unwrap();
        let letter = told.letter().await;
        assert!(letter.subject.starts_with("變更沒有完成，預訂維持原樣"), "{}", letter.subject);
        says(&letter, &["沒有在期限內付清", number.as_str(), "room 繁", "2026年11月26日 週四 14:00"]);
        says_nothing_of(&letter, &["suite", "退還"]);
        assert_eq!(letter.calendar, None, "the entry is right as it is");
        let (title, text, _) = told.newest(&member, Script::Hans).await;
        assert_eq!(title, "变更没有完成");
        assert!(text.contains("预订保持原样"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_cheaper_change_says_what_goes_back_and_by_when() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (chen, number) = told.scene.sold(&told.scene.suite, nights(3, 1, 1)).await;
        let confirmed = told.letters().await.into_iter().find(|letter| letter.calendar.is_some()).unwrap();
        told.scene.changes(&chen, &number, &told.scene.room, nights(4, 1, 1)).await.unwrap();
        let letter = told.letter().await;
        let promised = told.scene.receipt(&chen, &number).await.refunds[0].promised;
        let promised = format::moment(Script::Hans, promised);
        says(&letter, &["差价 ¥120 会退回给您", &promised, "room 简", "¥480", "2026年11月28日 周六 14:00"]);
        assert_eq!(entry(&letter, "UID"), entry(&confirmed, "UID"));
        assert_eq!(entry(&letter, "DTSTART"), "20261128T060000Z");
        assert!(sequence(&letter) > sequence(&confirmed));
    })
    .await;
}

#[tokio::test]
async fn a_change_of_what_is_not_paid_says_what_is_due_and_claims_no_money() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (chen, number) = told.scene.held(&told.scene.room, nights(2, 1, 1)).await;
        told.letters().await;
        told.scene.changes(&chen, &number, &told.scene.suite, nights(2, 1, 1)).await.unwrap();
        let letter = told.letter().await;
        let until = told.scene.receipt(&chen, &number).await.hold_until.unwrap();
        says(&letter, &["预订还没有付款", "付款 ¥600", &format::moment(Script::Hans, until), "在线付款"]);
        says_nothing_of(&letter, &["差价", "已经收到"]);
        told.scene.changes(&chen, &number, &told.scene.room, nights(2, 1, 1)).await.unwrap();
        says_nothing_of(&told.letter().await, &["差价", "退回"]);
    })
    .await;
}

#[tokio::test]
async fn who_divides_is_told_of_what_goes_and_of_what_stays() {
    on_both(async |house: House| {
        let told = Told::of(house).await;
        let (chen, number) = told.scene.sold(&told.scene.room, nights(2, 3, 1)).await;
        let confirmed = told.letters().await.into_iter().find(|letter| letter.calendar.is_some()).unwrap();
        let part = told.scene.divides(&chen, &number, Cut::From(day(4))).await.unwrap();
        let letters = told.letters().await;
        assert_eq!(letters.len(), 2);
        let of = |subject: &str| letters.iter().find(|letter| letter.subject.starts_with(subject)).unwrap();
        let (rest, gone) = (of("订单已拆分，这是留在原订单的部分："), of("订单已拆分：云栖饭店"));
        says(rest, &[number.as_str(), part.as_str(), "留在本订单的内容", "¥960", "2026年11月28日 周六 12:00"]);
        assert_eq!(entry(rest, "UID"), entry(&confirmed, "UID"));
        assert_eq!(entry(rest, "DTEND"), "20261128T040000Z", "a night less");
        assert!(sequence(rest) > sequence(&confirmed));
        says(gone, &[number.as_str(), part.as_str(), "¥480"]);
        assert_eq!(entry(gone, "UID"), format!("{part}@yueding.example"));
        assert_eq!(
            (entry(gone, "DTSTART"), entry(gone, "DTEND")),
            ("20261128T060000Z".into(), entry(&confirmed, "DTEND"))
        );
        assert_eq!(told.scene.booking(&chen, &number).await.row.total, Fen(96_000));
    })
    .await;
}

#[tokio::test]
async fn a_member_who_divides_reads_of_both_in_his_inbox_and_a_guest_in_his_text_messages() {
    on_both(async |house: House| {
        let told = Told::by_text(house).await;
        let (member, lin, number) = told.sold_to_a_member(&told.scene.room, nights(3, 1, 3)).await;
        let part = told.scene.divides(&lin, &number, of_units(1)).await.unwrap();
        let inbox = services::notice::inbox(&told.scene.house.cx, &member, Script::Hant).await.unwrap();
        assert_eq!([&inbox[0].title, &inbox[1].title], ["訂單已拆分", "訂單已拆分，這是留下的部分"]);
        assert_eq!([&inbox[0].page, &inbox[1].page], [&format!("/bookings/{part}"), &format!("/bookings/{number}")]);
        assert!(inbox[1].text[0].contains(number.as_str()) && inbox[1].text[0].contains(part.as_str()));
        let texts = told.texts().await;
        let rest = texts.iter().find(|text| text.contains("留在本訂單")).unwrap();
        assert!(texts.len() == 2 && rest.contains(number.as_str()) && rest.contains(part.as_str()), "{texts:?}");
    })
    .await;
}
