//! What staff see of the bookings (A1), and that it is written down who looked (A8).

use chrono::Days;
use domain::{
    Fault, Rule,
    booking::Number,
    desk::{DayForm, Role},
};
use entity::{audit, booking as row};
use i18n::Script;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, PaginatorTrait};
use services::{booking, desk, staff};

use crate::{
    people::{self, HOME, colleague, credentials, guest, refusal, visitor, with_password},
    util::{House, on_both, shop::Ware},
    wares::{coach, order, room, service_day},
};

async fn booked(house: &House, ware: &Ware, units: u32, key: &str) -> Number {
    let chen = guest(&house.cx).await;
    booking::place(&house.cx, &chen, Script::Hans, key, &order(ware, units)).await.unwrap()
}

fn on(day: chrono::NaiveDate) -> DayForm {
    DayForm { day: day.to_string(), ..Default::default() }
}

fn search(q: &str) -> DayForm {
    DayForm { q: q.to_owned(), ..Default::default() }
}

#[tokio::test]
async fn a_day_shows_whose_service_touches_it_and_counts_arrivals() {
    on_both(async |house: House| {
        let (_, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let (coach, room) = (coach(&house, 9).await, room(&house, 9).await);
        let trip = booked(&house, &coach, 3, "trip").await;
        let stay = booked(&house, &room, 1, "stay").await;
        let day = async |day| desk::day(&house.cx, &zhou, Script::Hant, &on(day)).await.unwrap();
        let page = day(service_day()).await;
        let numbers: Vec<_> = page.rows.iter().map(|row| row.number.as_str()).collect();
        assert_eq!(numbers, [trip.as_str(), stay.as_str()]);
        assert_eq!((page.total, page.page, page.pages, page.counts), (2, 1, 1, [1, 0, 3]));
        let next = day(service_day() + Days::new(1)).await;
        assert_eq!(next.rows.iter().map(|row| row.number.as_str()).collect::<Vec<_>>(), [stay.as_str()]);
        assert_eq!(next.counts, [0, 0, 0], "a guest who stays has arrived before");
        assert_eq!(day(service_day() + Days::new(2)).await.total, 0);
        let trips = DayForm { kind: "trip".to_owned(), ..on(service_day()) };
        assert_eq!(desk::day(&house.cx, &zhou, Script::Hant, &trips).await.unwrap().total, 1);
    })
    .await;
}

#[tokio::test]
async fn what_has_lapsed_is_listed_but_not_expected() {
    on_both(async |house: House| {
        let coach = coach(&house, 9).await;
        booked(&house, &coach, 3, "trip").await;
        let hold = row::Entity::find().one(&house.db).await.unwrap().unwrap().hold_until.unwrap();
        house.clock.forward(domain::time::from_micros(hold) - house.cx.now());
        let (_, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let page = desk::day(&house.cx, &zhou, Script::Hans, &on(service_day())).await.unwrap();
        assert_eq!((page.total, page.counts), (1, [0, 0, 0]));
        assert_eq!(page.rows[0].status, domain::booking::Status::Expired);
    })
    .await;
}

#[tokio::test]
async fn a_search_finds_number_name_phone_and_place_in_either_script() {
    on_both(async |house: House| {
        let (_, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let coach = coach(&house, 9).await;
        let number = booked(&house, &coach, 1, "trip").await;
        let found = async |q: &str| desk::day(&house.cx, &zhou, Script::Hans, &search(q)).await.unwrap().total;
        let bare = number.as_str().replace('-', "").to_lowercase();
        for q in [number.as_str(), &bare, "陳怡君", "陈怡", "13800138000", "138-0013 8000", "雲棲 陈", "云栖 coach"]
        {
            assert_eq!(found(q).await, 1, "{q}");
        }
        for q in ["王", "陳 王", "%", "_", r"\", "13900139000", "'; --"] {
            assert_eq!(found(q).await, 0, "{q}");
        }
    })
    .await;
}

#[tokio::test]
async fn pages_hold_fifty() {
    on_both(async |house: House| {
        let (_, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let coach = coach(&house, 99).await;
        booked(&house, &coach, 1, "trip").await;
        let first = row::Entity::find().one(&house.db).await.unwrap().unwrap();
        for copy in 1..51 {
            let mut row = first.clone().into_active_model().reset_all();
            row.id = sea_orm::ActiveValue::NotSet;
            (row.number, row.place_key) = (Set(format!("YT-{copy}")), Set(format!("copy-{copy}")));
            row.insert(&house.db).await.unwrap();
        }
        let page = async |page: &str| {
            let form = DayForm { page: page.to_owned(), ..on(service_day()) };
            let page = desk::day(&house.cx, &zhou, Script::Hans, &form).await.unwrap();
            (page.rows.len(), page.total, page.page, page.pages)
        };
        assert_eq!(page("").await, (50, 51, 1, 2));
        assert_eq!(page("2").await, (1, 51, 2, 2));
        assert_eq!(page("9").await, (1, 51, 2, 2));
    })
    .await;
}

#[tokio::test]
async fn who_looks_at_a_booking_is_written_down_who_lists_them_is_not() {
    on_both(async |house: House| {
        let (_, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let coach = coach(&house, 9).await;
        let number = booked(&house, &coach, 1, "trip").await;
        let before = audit::Entity::find().count(&house.db).await.unwrap();
        desk::day(&house.cx, &zhou, Script::Hans, &on(service_day())).await.unwrap();
        assert_eq!(audit::Entity::find().count(&house.db).await.unwrap(), before);
        let shown = desk::show(&house.cx, &zhou, Script::Hans, &number).await.unwrap();
        assert_eq!((shown.row.phone.as_str(), shown.email.as_str()), ("+8613800138000", "yijun@example.com"));
        let none = desk::show(&house.cx, &zhou, Script::Hans, &Number::generate(domain::Kind::Stay, 1)).await;
        assert_eq!(refusal(none), Rule::Unknown);
        let rows = audit::Entity::find().all(&house.db).await.unwrap();
        let seen: Vec<_> = rows.iter().filter(|row| row.what == "booking-seen").collect();
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].staff_id, seen[0].subject.as_str()), (zhou.id, number.as_str()));
    })
    .await;
}

#[tokio::test]
async fn who_need_not_reach_customers_sees_their_contacts_masked() {
    on_both(async |house: House| {
        let (_, wu) = colleague(&house.cx, "wu", Role::Finance).await;
        let coach = coach(&house, 9).await;
        let number = booked(&house, &coach, 1, "trip").await;
        let page = desk::day(&house.cx, &wu, Script::Hans, &on(service_day())).await.unwrap();
        let shown = desk::show(&house.cx, &wu, Script::Hans, &number).await.unwrap();
        for phone in [&page.rows[0].phone, &shown.row.phone] {
            assert!(!phone.is_empty() && !phone.contains("13800138000"), "{phone}");
        }
        assert_eq!(shown.email, "y***@example.com");
    })
    .await;
}

#[tokio::test]
async fn a_query_that_cannot_be_understood_is_refused_at_its_fields() {
    on_both(async |house: House| {
        let (_, zhou) = colleague(&house.cx, "zhou", Role::Agent).await;
        let form = DayForm { day: "soon".to_owned(), kind: "boat".to_owned(), ..Default::default() };
        let outcome = desk::day(&house.cx, &zhou, Script::Hans, &form).await;
        let expected = vec![Fault::new("day", "not-a-date"), Fault::new("kind", "unknown")];
        assert_eq!(refusal(outcome), Rule::Invalid(expected));
    })
    .await;
}

#[tokio::test]
async fn staff_sign_in_by_name_and_password() {
    on_both(async |house: House| {
        let (_, zhou) = colleague(&house.cx, "Zhou", Role::Supervisor).await;
        assert_eq!((zhou.login.as_str(), zhou.role), ("zhou", Role::Supervisor));
        let card = staff::card(&house.cx, &zhou).await.unwrap();
        assert_eq!((card.name.as_str(), card.role), ("周敏", Role::Supervisor));
        let (_, session) = visitor(&house.cx).await;
        for form in [with_password("zhou", "plums in spring"), credentials("nobody")] {
            assert_eq!(refusal(staff::sign_in(&house.cx, &session, HOME, &form).await), Rule::Credentials);
        }
        let taken = staff::add(&house.cx, "zhou", "周敏", Role::Agent, people::PASSWORD).await;
        assert_eq!(refusal(taken), Rule::Taken);
        let faulty = staff::add(&house.cx, "zhou min", " ", Role::Agent, "short").await;
        let Rule::Invalid(faults) = refusal(faulty) else { panic!("the fields are at fault") };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["login", "name", "password"]);
    })
    .await;
}
