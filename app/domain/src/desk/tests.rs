//! Roles and the query of the bookings page.

use proptest::prelude::*;

use super::*;
use crate::{
    Kind,
    testing::{said, today},
};

#[test]
fn words_and_roles_correspond() {
    for role in Role::ALL {
        assert_eq!(role.as_str().parse(), Ok(role));
        assert_eq!(serde_json::to_string(&role).unwrap(), format!("\"{role}\""));
    }
    assert!("boss".parse::<Role>().is_err());
}

#[test]
fn roles_may_what_their_work_needs() {
    let may = |permission| Role::ALL.into_iter().filter(|role| role.may(permission)).collect::<Vec<_>>();
    assert_eq!(may(Permission::SeeBookings), Role::ALL);
    assert_eq!(
        may(Permission::SeeContacts),
        [Role::Agent, Role::Confirmation, Role::Service, Role::Supervisor, Role::Manager]
    );
    assert_eq!(may(Permission::ManageStaff), [Role::Admin]);
    assert_eq!(may(Permission::SeeFigures), [Role::Service, Role::Supervisor, Role::Administration, Role::Manager]);
    for role in Role::ALL.into_iter().filter(|role| role.may(Permission::ChangeBookings)) {
        assert!(role.may(Permission::SeeContacts) && role.may(Permission::SeeMoney), "{role} sees what he changes");
    }
    for role in may(Permission::PublishHelp) {
        assert!(role.may(Permission::EditHelp), "{role} reads what he publishes");
    }
    let both = |role: &Role| role.may(Permission::CheckMoney) && role.may(Permission::ReleaseMoney);
    assert_eq!(Role::ALL.iter().filter(|role| both(role)).count(), 0, "nobody checks and releases");
}

#[test]
fn a_blank_query_is_for_today() {
    let query = DayForm::default().parse(today()).unwrap();
    assert_eq!(query, DayQuery { day: today(), q: String::new(), kind: None, page: 1 });
    let address = DayAddress { day: "2026-11-24".to_owned(), found: "id".to_owned(), ..DayAddress::default() };
    let form = address.with("王芳".to_owned());
    assert_eq!((form.day.as_str(), form.q.as_str()), ("2026-11-24", "王芳"));
}

#[test]
fn a_query_is_read_and_all_its_faults_told() {
    let form = |day: &str, q: &str, kind: &str, page: &str| DayForm {
        day: day.to_owned(),
        q: q.to_owned(),
        kind: kind.to_owned(),
        page: page.to_owned(),
    };
    let query = form("2020-01-01", " 王芳 ", "trip", "3").parse(today()).unwrap();
    assert_eq!((query.q.as_str(), query.kind, query.page), ("王芳", Some(Kind::Trip), 3));
    let faults = form("heute", &"q".repeat(61), "boat", "0").parse(today()).unwrap_err();
    assert_eq!(said(faults), ["day not-a-date", "q too-long 60", "kind unknown", "page too-few 1"]);
}

proptest! {
    #[test]
    fn nothing_typed_makes_it_panic(day: String, q: String, kind: String, page: String) {
        let _ = DayForm { day, q, kind, page }.parse(today());
    }
}
