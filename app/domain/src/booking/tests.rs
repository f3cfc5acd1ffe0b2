//! The booking form: what is kept as typed, what is cleaned, and that all faults come at once.

use proptest::prelude::*;

use super::*;
use crate::{
    Kind,
    catalogue::OfferLimits,
    testing::{said, today},
};

fn limits(kind: Kind) -> OfferLimits {
    OfferLimits { kind, heads_per_unit: 2, least: 1, most: 5, least_nights: 1, extras: Vec::new() }
}

fn good() -> BookingForm {
    BookingForm {
        slug: "garden-twin".to_owned(),
        day: "2026-11-30".to_owned(),
        nights: "2".to_owned(),
        rooms: "1".to_owned(),
        heads: "2".to_owned(),
        name: " 欧阳·娜娜 ".to_owned(),
        phone: "138 0013 8000".to_owned(),
        email: "nana@Example.com".to_owned(),
        id_number: "E1234 5678".to_owned(),
        arrival: "21:30".to_owned(),
        remarks: " 对花生过敏\r\n清真\t".to_owned(),
        preferences: "高层".to_owned(),
        ..BookingForm::default()
    }
}

fn faults(form: &BookingForm) -> Vec<String> {
    form.parse(&limits(Kind::Stay), true, today()).map_or_else(said, |_| Vec::new())
}

#[test]
fn an_order_is_cleaned_but_not_reworded() {
    let order = good().parse(&limits(Kind::Stay), true, today()).unwrap();
    assert_eq!(order.slug, "garden-twin");
    assert_eq!((order.wish.nights, order.wish.units, order.wish.heads), (2, 1, 2));
    assert_eq!(order.contact.name, "欧阳·娜娜");
    assert_eq!(order.contact.phone.as_str(), "+8613800138000");
    assert_eq!(order.contact.email.map(String::from).as_deref(), Some("nana@example.com"));
    assert_eq!(order.contact.id_number.map(String::from).as_deref(), Some("E12345678"));
    assert_eq!(order.arrival, chrono::NaiveTime::from_hms_opt(21, 30, 0));
    assert_eq!(order.remarks, "对花生过敏\n清真");
    assert_eq!(order.agreed, None);
}

#[test]
fn a_phone_number_is_enough() {
    let blank = String::new;
    let form = BookingForm {
        email: blank(),
        id_number: blank(),
        arrival: blank(),
        remarks: blank(),
        preferences: blank(),
        ..good()
    };
    let order = form.parse(&limits(Kind::Stay), false, today()).unwrap();
    assert_eq!((order.contact.email, order.contact.id_number, order.arrival), (None, None, None));
}

#[test]
fn an_id_that_is_not_needed_is_not_kept() {
    let order = good().parse(&limits(Kind::Stay), false, today()).unwrap();
    assert_eq!(order.contact.id_number, None);
}

#[test]
fn a_blank_form_tells_all_that_is_missing() {
    assert_eq!(
        faults(&BookingForm::default()),
        ["slug required", "day required", "heads required", "name required", "phone required", "id_number required"]
    );
}

#[test]
fn all_faults_come_at_once() {
    let form = BookingForm {
        slug: "../etc".to_owned(),
        day: "2026-11-01".to_owned(),
        nights: "99".to_owned(),
        name: "张\u{202e}三".to_owned(),
        phone: "110".to_owned(),
        email: "a@b".to_owned(),
        id_number: "11010519491231002".to_owned() + "1",
        arrival: "25:00".to_owned(),
        remarks: "长".repeat(501),
        preferences: "\u{7}".to_owned(),
        ..good()
    };
    assert_eq!(
        faults(&form),
        [
            "slug unknown",
            "day past",
            "nights too-many 30",
            "name bad-characters",
            "phone not-a-phone",
            "email not-an-email",
            "id_number not-an-id",
            "arrival not-a-time",
            "remarks too-long 500",
            "preferences bad-characters"
        ]
    );
}

#[test]
fn bounds_count_characters_not_bytes() {
    let name = |name: String| faults(&BookingForm { name, ..good() });
    assert!(name("名".repeat(40)).is_empty());
    assert_eq!(name("名".repeat(41)), ["name too-long 40"]);
    assert_eq!(name("——".to_owned()), ["name bad-characters"]);
    assert!(faults(&BookingForm { remarks: "长".repeat(500), ..good() }).is_empty());
    assert!(faults(&BookingForm { remarks: "a\r\n".repeat(250) + "b", ..good() }) == ["remarks too-long 500"]);
    assert!(faults(&BookingForm { remarks: "a\r\n".repeat(249) + "ab", ..good() }).is_empty());
    assert!(faults(&BookingForm { preferences: "喜".repeat(200), ..good() }).is_empty());
}

#[test]
fn only_a_stay_has_an_arrival() {
    let form = BookingForm { at: "09:00".to_owned(), arrival: "nonsense".to_owned(), ..good() };
    let order = form.parse(&limits(Kind::Trip), false, today()).unwrap();
    assert_eq!(order.arrival, None);
}

#[test]
fn a_guest_finds_by_number_and_phone() {
    let number = Number::generate(Kind::Venue, 7);
    let form = FindForm { number: number.as_str().to_lowercase(), phone: "+86 13800138000".to_owned() };
    let (read, phone) = form.parse().unwrap();
    assert_eq!((read, phone.as_str()), (number, "+8613800138000"));
    assert_eq!(said(FindForm::default().parse().unwrap_err()), ["number required", "phone required"]);
    let form = FindForm { number: "YV-0000-0000".to_owned(), phone: "1".to_owned() };
    assert_eq!(said(form.parse().unwrap_err()), ["number not-a-number-of-ours", "phone not-a-phone"]);
}

proptest! {
    #[test]
    fn nothing_typed_makes_it_panic_and_nothing_bad_gets_through(name: String, remarks: String, phone: String, id_number: String) {
        let form = BookingForm { name, remarks, phone: phone.clone(), id_number, ..good() };
        let _ = form.parse(&limits(Kind::Venue), true, today());
        let form = BookingForm { phone: good().phone, id_number: good().id_number, ..form };
        if let Ok(order) = form.parse(&limits(Kind::Stay), true, today()) {
            prop_assert!(!order.contact.name.chars().any(char::is_control));
            prop_assert!(!order.remarks.chars().any(|ch| ch.is_control() && ch != '\n'));
            prop_assert!((1..=40).contains(&order.contact.name.chars().count()));
        }
        let _ = FindForm { number: phone.clone(), phone }.parse();
    }
}
