//! Letters, over SMTP, at a real mail server: they arrive as they were written, and whatever the server does is understood.

use std::{collections::HashSet, sync::Arc};

use chrono::{DateTime, Days, NaiveDateTime};
use domain::{
    Kind,
    booking::{Number, Order},
    catalogue::Wish,
    contact::Contact,
    desk::Role,
    payment::{ReceiptForm, Way},
};
use i18n::Script;
use services::{
    Asker, Cx, Outside, Session, Staff, booking,
    notice::{Letter, Mail, Undelivered, deliver, queue},
    payment, seed, session, staff,
};

use crate::{postmaster::Postmaster, support::House};

fn letter(id: &str) -> Letter {
    Letter {
        id: id.to_owned(),
        to: "yijun@example.com".to_owned(),
        subject: "預訂已確認：雲棲專線\r\nBcc: other@example.com".to_owned(),
        text: "陳怡君，您好：\n.\n一行只有一點\n".to_owned(),
        html: "<!DOCTYPE html><html lang=\"zh-Hant\"><p>陳怡君，您好</p></html>".to_owned(),
        lang: "zh-Hant",
        calendar: Some("BEGIN:VCALENDAR\r\nSUMMARY:雲棲專線\r\nEND:VCALENDAR\r\n".to_owned()),
    }
}

async fn house(postmaster: &Postmaster) -> House {
    House::with(&[("SMTP_URL", &postmaster.url()), ("MAIL_FROM", "悦订 <no-reply@yueding.example>")]).await
}

fn mail(house: &House) -> Arc<dyn Mail> {
    Arc::clone(house.site.cx.outside().mail.as_ref().unwrap())
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let mut postmaster = Postmaster::open().await;
    let house = house(&postmaster).await;
    mail(&house).send(&letter("abc")).await.unwrap();
    let came = postmaster.mail().await;
    assert_eq!(came["recipients"], serde_json::json!(["yijun@example.com"]), "nobody was added");
    assert_eq!(came["subject"], "預訂已確認：雲棲專線  Bcc: other@example.com");
    assert_eq!(came["from"], "\"悦订\" <no-reply@yueding.example>");
    assert_eq!(came["messageId"], "<abc@yueding.example>");
    assert!(came["text"].as_str().unwrap().contains("\n.\n一行只有一點"), "{came}");
    assert!(came["html"].as_str().unwrap().contains("<p>陳怡君，您好</p>"), "{came}");
    let file = &came["attachments"][0];
    assert_eq!((file["name"].as_str(), file["type"].as_str()), (Some("booking.ics"), Some("text/calendar")));
    assert!(file["content"].as_str().unwrap().contains("\r\nSUMMARY:雲棲專線\r\n"), "{came}");
    let headers: Vec<_> = came["headers"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    assert!(headers.contains(&"Content-Language: zh-Hant") && headers.contains(&"Auto-Submitted: auto-generated"));
    assert!(headers.iter().all(|line| !line.starts_with("Bcc")), "{headers:?}");
}

#[tokio::test]
async fn connections_are_used_again_and_many_letters_go_at_once() {
    let mut postmaster = Postmaster::open().await;
    let house = house(&postmaster).await;
    let mail = mail(&house);
    mail.send(&letter("1")).await.unwrap();
    mail.send(&letter("2")).await.unwrap();
    assert_eq!(postmaster.mail().await["connection"], postmaster.mail().await["connection"]);
    let ids: Vec<_> = (10..40).map(|id| id.to_string()).collect();
    let sending: Vec<_> = ids
        .iter()
        .map(|id| {
            let (mail, letter) = (Arc::clone(&mail), letter(id));
            tokio::spawn(async move { mail.send(&letter).await })
        })
        .collect();
    for sent in sending {
        sent.await.unwrap().unwrap();
    }
    let mut came = HashSet::new();
    for _ in &ids {
        assert!(came.insert(postmaster.mail().await["messageId"].to_string()));
    }
}

#[tokio::test]
async fn what_a_server_says_is_told_apart_and_never_repeats_the_address() {
    let mut postmaster = Postmaster::open().await;
    let house = house(&postmaster).await;
    let mail = mail(&house);
    let later = |why: &str| Err(Undelivered::Later(why.to_owned()));
    for (mode, outcome) in [
        ("refuse", Err(Undelivered::Never("550 5.1.1".to_owned()))),
        ("defer", later("451 4.7.1")),
        ("refuse-all", later("554 5.3.2")),
        ("garbage", later("no-sense")),
        ("drop", later("no-connection")),
    ] {
        postmaster.turn(mode).await;
        assert_eq!(mail.send(&letter(mode)).await, outcome, "{mode}");
    }
    drop(postmaster);
    assert_eq!(mail.send(&letter("gone")).await, later("no-connection"));
}

#[tokio::test]
async fn a_server_that_hangs_is_left_and_its_connection_too() {
    let mut postmaster = Postmaster::open().await;
    let house = house(&postmaster).await;
    let mail = mail(&house);
    mail.send(&letter("before")).await.unwrap();
    let before = postmaster.mail().await;
    postmaster.turn("hang").await;
    assert_eq!(mail.send(&letter("in-between")).await, Err(Undelivered::Later("no-answer".to_owned())));
    let hung = postmaster.mail().await;
    assert_eq!(before["connection"], hung["connection"]);
    postmaster.turn("take").await;
    mail.send(&letter("after")).await.unwrap();
    let after = postmaster.mail().await;
    assert_eq!(after["messageId"], "<after@yueding.example>");
    assert_ne!(after["connection"], hung["connection"], "what it may still answer is about another letter");
}

/// A demo house whose bookings so far were told to nobody.
async fn furnished(postmaster: &Postmaster) -> House {
    let house = house(postmaster).await;
    seed::demo(&house.site.cx.clone().with_outside(Outside::default())).await.unwrap();
    house
}

/// Miss Chen books a room for one of the next days.
async fn books(cx: &Cx, script: Script) -> (Number, i64) {
    let cards = services::catalogue::featured(cx, script).await.unwrap();
    let slug = cards.iter().find(|card| card.kind == Kind::Stay).map(|card| card.offer.clone()).unwrap();
    let (_, visitor) = session::start(cx).await.unwrap();
    for days in 3..40 {
        let day = cx.today() + Days::new(days);
        let order = Order {
            slug: slug.clone(),
            wish: Wish { day, nights: 1, units: 1, heads: 1, at: None, extras: Vec::new() },
            contact: Contact {
                name: "<b>陳怡君</b>".to_owned(),
                phone: "13800138000".parse().unwrap(),
                email: Some("yijun@example.com".parse().unwrap()),
                id_number: Some("A123456789".parse().unwrap()),
            },
            arrival: None,
            remarks: String::new(),
            preferences: String::new(),
            agreed: None,
            terms: None,
            way: Way::Counter,
        };
        let asker = Asker::Guest(visitor.clone());
        if let Ok(number) = booking::place(cx, &asker, script, &format!("key-{days}-{}", visitor.hash), &order).await {
            let total = booking::show(cx, &asker, script, &number).await.unwrap().row.total;
            return (number, total.0 / 100);
        }
    }
    panic!("no room is free in the demo house");
}

async fn colleague(cx: &Cx, login: &str) -> Staff {
    let (_, visitor) = session::start(cx).await.unwrap();
    let form = domain::membership::SignInForm {
        login: login.to_owned(),
        password: "yueding-demo".to_owned(),
        next: String::new(),
    };
    staff::sign_in(cx, &visitor, "192.0.2.1", &form).await.unwrap().staff
}

#[tokio::test]
async fn a_confirmation_comes_in_the_script_it_was_booked_in_with_a_date_that_calendars_understand() {
    let mut postmaster = Postmaster::open().await;
    let house = furnished(&postmaster).await;
    let cx = &house.site.cx;
    let (number, yuan) = books(cx, Script::Hant).await;
    assert_eq!(deliver(cx, "here").await.unwrap(), 1);
    let placed = postmaster.mail().await;
    assert!(placed["subject"].as_str().unwrap().starts_with("名額已為您保留"), "{placed}");
    assert!(placed["attachments"].as_array().unwrap().is_empty());

    let form = ReceiptForm {
        number: number.to_string(),
        way: "counter".to_owned(),
        amount: yuan.to_string(),
        slip: String::new(),
    };
    payment::record(cx, &colleague(cx, "sun.finance").await, "slip", &form).await.unwrap();
    assert_eq!(deliver(cx, "here").await.unwrap(), 1);
    assert_eq!(deliver(cx, "here").await.unwrap(), 0);
    let came = postmaster.mail().await;
    let (text, html) = (came["text"].as_str().unwrap(), came["html"].as_str().unwrap());
    for said in ["預訂已確認", number.as_str(), "bookings/find"] {
        assert!(text.contains(said) && html.contains(said), "{said}: {came}");
    }
    assert!(html.contains("lang=\"zh-Hant\"") && html.contains("&lt;b&gt;陳怡君"), "{html}");
    assert_ne!(came["messageId"], placed["messageId"]);
    let file = came["attachments"][0]["content"].as_str().unwrap();
    assert!(file.contains(&format!("UID:{number}@127.0.0.1")), "{file}");
    let instant = |name: &str| {
        let line = file.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        NaiveDateTime::parse_from_str(line, "%Y%m%dT%H%M%SZ").unwrap()
    };
    assert!(instant("DTSTART:") < instant("DTEND:") && instant("DTSTART:").and_utc() > DateTime::UNIX_EPOCH);
}

#[tokio::test]
async fn a_notice_waits_or_is_given_up_as_the_server_says() {
    let mut postmaster = Postmaster::open().await;
    let house = furnished(&postmaster).await;
    let cx = &house.site.cx;
    let boss =
        Staff { id: 1, login: "boss".to_owned(), role: Role::Supervisor, session: Session { hash: String::new() } };
    for (mode, trouble) in
        [("refuse", "550 5.1.1"), ("defer", "451 4.7.1"), ("garbage", "no-sense"), ("hang", "no-answer")]
    {
        postmaster.turn(mode).await;
        let (number, _) = books(cx, Script::Hans).await;
        assert_eq!(deliver(cx, "here").await.unwrap(), 0, "{mode}");
        let queue = queue(cx, &boss).await.unwrap();
        let rows = if mode == "refuse" { &queue.dead } else { &queue.waiting };
        let row = rows.iter().find(|row| row.number == number.as_str()).unwrap();
        assert_eq!((row.trouble.as_str(), row.tries), (trouble, 1), "{mode}");
        assert!(!row.to.contains("yijun"), "{}", row.to);
    }
}
