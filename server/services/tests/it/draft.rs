//! Refused forms wait for their page, for nobody else, and not for ever.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{Fault, Rule};
use entity::draft as row;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{Session, draft};

use crate::{
    people::{refusal, visitor},
    util::{House, on_both},
};

fn typed() -> BTreeMap<String, String> {
    [("name", "陳怡君"), ("phone", "12"), ("password", "pears in autumn"), ("again", "pears in autumn")]
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .into()
}

async fn saved(house: &House, session: &Session) -> String {
    let faults = [Fault::new("phone", "not-a-phone"), Fault::bound("name", "too-long", 40)];
    draft::save(&house.cx, session, "register", &typed(), "invalid", &faults).await.unwrap()
}

#[tokio::test]
async fn what_was_typed_comes_back_without_the_password() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let id = saved(&house, &session).await;
        let draft = draft::load(&house.cx, &session, "register", &id).await.unwrap();
        assert_eq!(draft.code, "invalid");
        assert_eq!(draft.faults, [Fault::new("phone", "not-a-phone"), Fault::bound("name", "too-long", 40)]);
        assert_eq!(draft.fields.keys().collect::<Vec<_>>(), ["name", "phone"]);
        assert_eq!(draft.fields["name"], "陳怡君");
        let stored = row::Entity::find_by_id(&id).one(&house.db).await.unwrap().unwrap();
        assert!(!format!("{stored:?}").contains("pears"), "a password is not even stored");
    })
    .await;
}

#[tokio::test]
async fn the_draft_of_another_session_or_form_is_gone() {
    on_both(async |house: House| {
        let ((_, mine), (_, other)) = (visitor(&house.cx).await, visitor(&house.cx).await);
        let id = saved(&house, &mine).await;
        assert_eq!(refusal(draft::load(&house.cx, &other, "register", &id).await), Rule::DraftGone);
        assert_eq!(refusal(draft::load(&house.cx, &mine, "booking", &id).await), Rule::DraftGone);
        assert_eq!(refusal(draft::load(&house.cx, &mine, "register", "0").await), Rule::DraftGone);
        assert!(draft::load(&house.cx, &mine, "register", &id).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_draft_lapses_after_a_day() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let id = saved(&house, &session).await;
        house.clock.forward(TimeDelta::hours(24));
        assert_eq!(refusal(draft::load(&house.cx, &session, "register", &id).await), Rule::DraftGone);
    })
    .await;
}

#[tokio::test]
async fn a_session_keeps_its_twenty_latest_drafts() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let first = saved(&house, &session).await;
        let mut last = String::new();
        for _ in 0..20 {
            house.clock.forward(TimeDelta::seconds(1));
            last = saved(&house, &session).await;
        }
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 20);
        assert_eq!(refusal(draft::load(&house.cx, &session, "register", &first).await), Rule::DraftGone);
        assert!(draft::load(&house.cx, &session, "register", &last).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_under_a_session_that_is_none() {
    on_both(async |house: House| {
        let nobody = Session { hash: "0".repeat(64) };
        let outcome = draft::save(&house.cx, &nobody, "register", &typed(), "invalid", &[]).await;
        assert_eq!(refusal(outcome), Rule::DraftGone);
    })
    .await;
}
