//! Personal data is found in whatever form it is written, and nothing else is touched.

use proptest::prelude::*;

use super::super::redact::{Secret, apply, find};
use crate::{Kind, booking::Number};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The text with each secret's word in brackets.
fn redacted(text: &str, names: &[String]) -> String {
    apply(text, &find(text, names), |secret| format!("<{secret}>"))
}

#[test]
fn what_tells_of_a_person_is_found() {
    for (text, without) in [
        ("请打13800138000找我", "请打<phone>找我"),
        ("请打 138 0013 8000。", "请打 <phone>。"),
        ("手机１３８－００１３－８０００", "手机<phone>"),
        ("(+86)13800138000", "<phone>"),
        ("+886 912 345 678 或 0912-345-678", "<phone> 或 <phone>"),
        ("+852 9123 4567、+853 6612 3456、9123 4567", "<phone>、<phone>、<phone>"),
        ("座机 010-5550 0700", "座机 <phone>"),
        ("写信到 li.lei+hotel@mail.example.com。", "写信到 <email>。"),
        ("信箱ａ＠ｂ．ｃｎ", "信箱<email>"),
        ("身份证11010519491231002X，", "身份证<document>，"),
        ("11010519491231002x", "<document>"),
        ("护照 E12345678 和 EA1234567", "护照 <document> 和 <document>"),
        ("A123456(7) 與 A123456789", "<document> 與 <document>"),
        ("订单 YS-7K3M-92QF", "订单 <number>"),
        ("ys7k3m92qf 和 YQ 7K3M 92QF", "<number> 和 <number>"),
        ("xYS-7K3M-92QFx", "x<number>"),
        ("卡号 6222 0212 3456 7890 123", "卡号 <card>"),
        ("6222021234567890", "<card>"),
        ("王小明先生（王小明）", "<name>先生（<name>）"),
    ] {
        assert_eq!(redacted(text, &names(&["王小明", "明"])), without, "{text}");
    }
}

#[test]
fn what_tells_of_nobody_is_left() {
    for text in [
        "2026-12-24 到 2026-12-26 住两晚，每晚 ¥1,280.50",
        "2026/12/24，14:00–12:00",
        "请拨 400-000-0000",
        "提前 48、24、12 小时",
        "房间 28 平方米，第 8000 位客人",
        "yourfriend yesterdays",
        "@ 大厅，1@，@2",
        "",
    ] {
        assert_eq!(find(text, &names(&["王小明"])), [], "{text}");
    }
}

#[test]
fn names_that_overlap_leave_nothing() {
    assert_eq!(redacted("阿布阿布阿", &names(&["阿布阿"])), "<name>");
    assert_eq!(redacted("王小明明", &names(&["王小明", "小明明"])), "<name>");
}

/// A person's data, as people write it.
fn secret() -> impl Strategy<Value = (Secret, String)> {
    let phone = (
        prop_oneof!["1[3-9][0-9]{9}", "\\+86 1[3-9][0-9] [0-9]{4} [0-9]{4}", "1[3-9][0-9]-[0-9]{4}-[0-9]{4}"],
        prop_oneof!["\\+886 9[0-9]{2} [0-9]{3} [0-9]{3}", "09[0-9]{2}-[0-9]{3}-[0-9]{3}"],
        prop_oneof!["\\+852 [2-9][0-9]{3} [0-9]{4}", "\\+853 6[0-9]{7}", "[5-9][0-9]{3} [0-9]{4}"],
    );
    prop_oneof![
        phone.clone().prop_map(|(one, ..)| (Secret::Phone, one)),
        phone.clone().prop_map(|(_, one, _)| (Secret::Phone, one)),
        phone.prop_map(|(.., one)| (Secret::Phone, one)),
        "[a-z][a-z0-9.]{0,8}[a-z]@[a-z]{2,8}\\.(com|cn|tw)".prop_map(|one| (Secret::Email, one)),
        "[1-9][0-9]{5}19[0-9]{9}[0-9X]".prop_map(|one| (Secret::Document, one)),
        "[A-Z]{1,2}[0-9]{7,9}".prop_map(|one| (Secret::Document, one)),
        "62[0-9]{14,17}".prop_map(|one| (Secret::Card, one)),
        any::<u64>().prop_map(|entropy| (Secret::Number, Number::generate(Kind::Trip, entropy).to_string())),
        "[王李陈欧阳怡君小明]{2,4}".prop_map(|one| (Secret::Name, one)),
    ]
}

/// What stands around it.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[请问预订退款，。 \n]{0,12}", "[a-z ,.0-9:-]{0,10}", ".{0,10}"]
}

proptest! {
    #[test]
    fn nothing_that_was_given_is_left(pieces in proptest::collection::vec((words(), secret()), 1..5), last in words()) {
        let mut text = String::new();
        for (words, (_, secret)) in &pieces {
            text.push_str(words);
            text.push_str(secret);
        }
        text.push_str(&last);
        let names: Vec<String> =
            pieces.iter().filter(|(_, (secret, _))| *secret == Secret::Name).map(|(_, (_, name))| name.clone()).collect();
        let without = apply(&text, &find(&text, &names), |_| "（…）".to_owned());
        for (_, (kind, secret)) in &pieces {
            prop_assert!(!without.contains(secret.as_str()), "{kind} {secret} is left in {without}, of {text}");
        }
        prop_assert!(find(&without, &names).is_empty(), "{without}");
    }

    #[test]
    fn nothing_else_changes(text in "([请问预订退款，。 \n]|[a-z0-9@.+-]){0,40}|.{0,60}", names in proptest::collection::vec(".{0,3}", 0..3)) {
        let spans = find(&text, &names);
        let mut at = 0;
        for span in &spans {
            prop_assert!(span.at.start >= at && span.at.start < span.at.end, "{spans:?}");
            at = span.at.end;
        }
        let mut rest = String::new();
        let mut from = 0;
        for span in &spans {
            rest.push_str(&text[from..span.at.start]);
            from = span.at.end;
        }
        rest.push_str(&text[from..]);
        prop_assert_eq!(apply(&text, &spans, |_| String::new()), rest);
    }
}
