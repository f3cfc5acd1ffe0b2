//! Members register, sign in and sign out (M1).

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{Fault, Rule};
use entity::member as row;
use i18n::Script;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::{Asker, draft, membership, session};

use crate::{
    people::{HOME, PASSWORD, credentials, refusal, registered, registration, signed_in, visitor, with_password},
    util::{House, on_both},
};

const PHONE: &str = "13800138000";

#[tokio::test]
async fn registers_and_signs_in_by_phone_or_address() {
    on_both(async |house: House| {
        for (login, typed_otherwise) in [(PHONE, "+86 138-0013-8000"), ("Lin@Example.com", " lin@example.com ")] {
            let lin = registered(&house.cx, login).await;
            let again = signed_in(&house.cx, typed_otherwise).await;
            assert_eq!(again.member.id, lin.member.id);
            let loaded = session::load(&house.cx, &again.secret).await.unwrap().unwrap();
            assert_eq!(loaded.asker, Asker::Member(again.member));
        }
        let stored = row::Entity::find().all(&house.db).await.unwrap();
        assert_eq!(stored.len(), 2);
        assert!(stored.iter().all(|row| row.password_hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")));
        assert!(!format!("{stored:?}").contains(PASSWORD));
    })
    .await;
}

#[tokio::test]
async fn all_faults_of_a_registration_are_said_at_once() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let outcome = membership::register(&house.cx, &session, HOME, Script::Hans, &Default::default()).await;
        let Rule::Invalid(faults) = refusal(outcome) else { panic!("the fields are at fault") };
        let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["name", "login", "password", "again", "consent"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_registers_again_with_his_password_is_signed_in() {
    on_both(async |house: House| {
        let lin = registered(&house.cx, PHONE).await;
        assert_eq!(registered(&house.cx, PHONE).await.member.id, lin.member.id);
        let (_, session) = visitor(&house.cx).await;
        let mut other = registration(PHONE);
        (other.password, other.again) = ("plums in spring".to_owned(), "plums in spring".to_owned());
        let outcome = membership::register(&house.cx, &session, HOME, Script::Hans, &other).await;
        assert_eq!(refusal(outcome), Rule::Taken);
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn registering_twice_at_once_makes_one_account() {
    on_both(async |house: House| {
        let mut clicks = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let cx = house.cx.clone();
            clicks.spawn(async move { registered(&cx, PHONE).await.member.id });
        }
        let mut ids = clicks.join_all().await;
        ids.dedup();
        assert_eq!(ids.len(), 1);
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn signing_in_makes_the_old_secret_void_and_carries_drafts_over() {
    on_both(async |house: House| {
        registered(&house.cx, PHONE).await;
        let (secret, guest) = visitor(&house.cx).await;
        let typed = BTreeMap::from([("name".to_owned(), "林".to_owned())]);
        let id = draft::save(&house.cx, &guest, "booking", &typed, "", &[]).await.unwrap();
        let lin = membership::sign_in(&house.cx, &guest, HOME, &credentials(PHONE)).await.unwrap();
        assert_ne!(lin.secret, secret);
        assert!(session::load(&house.cx, &secret).await.unwrap().is_none(), "a secret known before is worth nothing");
        assert_eq!(draft::load(&house.cx, &lin.member.session, "booking", &id).await.unwrap().fields, typed);
        assert_eq!(refusal(draft::load(&house.cx, &guest, "booking", &id).await), Rule::DraftGone);
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_this_session_only() {
    on_both(async |house: House| {
        let (here, there) = (registered(&house.cx, PHONE).await, signed_in(&house.cx, PHONE).await);
        membership::sign_out(&house.cx, &here.member.session).await.unwrap();
        assert!(session::load(&house.cx, &here.secret).await.unwrap().is_none());
        assert!(session::load(&house.cx, &there.secret).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn signing_out_everywhere_leaves_this_session_with_a_new_secret() {
    on_both(async |house: House| {
        let other = registered(&house.cx, "13900139000").await;
        let (here, there) = (registered(&house.cx, PHONE).await, signed_in(&house.cx, PHONE).await);
        assert_eq!(membership::profile(&house.cx, &here.member).await.unwrap().sessions, 2);
        let alone = membership::sign_out_everywhere(&house.cx, &here.member).await.unwrap();
        for old in [&here.secret, &there.secret] {
            assert!(session::load(&house.cx, old).await.unwrap().is_none());
        }
        assert!(session::load(&house.cx, &alone.secret).await.unwrap().is_some());
        assert!(session::load(&house.cx, &other.secret).await.unwrap().is_some(), "others stay signed in");
        assert_eq!(membership::profile(&house.cx, &alone.member).await.unwrap().sessions, 1);
        assert_eq!(refusal(membership::sign_out_everywhere(&house.cx, &there.member).await), Rule::SignIn);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_are_answered_alike_and_run_out_alike() {
    on_both(async |house: House| {
        registered(&house.cx, PHONE).await;
        // The registration was an attempt too.
        house.clock.forward(TimeDelta::minutes(15));
        let mut answers = [Vec::new(), Vec::new()];
        for attempt in 0..11 {
            for (login, answers) in [PHONE, "13900139000"].into_iter().zip(&mut answers) {
                let (_, session) = visitor(&house.cx).await;
                let (address, form) = (format!("192.0.2.{attempt}"), with_password(login, "plums in spring"));
                answers.push(refusal(membership::sign_in(&house.cx, &session, &address, &form).await));
            }
        }
        let [known, unknown] = answers;
        assert_eq!(known, unknown);
        assert_eq!(known[..10], vec![Rule::Credentials; 10]);
        assert_eq!(known[10], Rule::TooMany(house.cx.now() + TimeDelta::minutes(15)));
        let (_, session) = visitor(&house.cx).await;
        let right = membership::sign_in(&house.cx, &session, "198.51.100.1", &credentials(PHONE)).await;
        assert!(matches!(refusal(right), Rule::TooMany(_)), "the right password does not get past the limit");
        house.clock.forward(TimeDelta::minutes(15));
        signed_in(&house.cx, PHONE).await;
    })
    .await;
}

#[tokio::test]
async fn signing_in_rightfully_is_held_against_nobody() {
    on_both(async |house: House| {
        registered(&house.cx, PHONE).await;
        for _ in 0..31 {
            signed_in(&house.cx, PHONE).await;
        }
    })
    .await;
}

#[tokio::test]
async fn one_address_cannot_make_accounts_in_heaps() {
    on_both(async |house: House| {
        for person in 0..30 {
            registered(&house.cx, &format!("138{person:08}")).await;
        }
        let (_, session) = visitor(&house.cx).await;
        let outcome = membership::register(&house.cx, &session, HOME, Script::Hans, &registration("13900139000")).await;
        assert!(matches!(refusal(outcome), Rule::TooMany(_)));
    })
    .await;
}

#[tokio::test]
async fn one_address_cannot_try_account_after_account() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        for attempt in 0..31 {
            let form = credentials(&format!("138{attempt:08}"));
            let expected =
                if attempt < 30 { Rule::Credentials } else { Rule::TooMany(house.cx.now() + TimeDelta::minutes(15)) };
            assert_eq!(refusal(membership::sign_in(&house.cx, &session, HOME, &form).await), expected);
        }
    })
    .await;
}

#[tokio::test]
async fn a_member_sees_and_changes_his_preferences() {
    on_both(async |house: House| {
        let lin = registered(&house.cx, PHONE).await.member;
        let profile = membership::profile(&house.cx, &lin).await.unwrap();
        assert_eq!((profile.name.as_str(), profile.phone.as_str()), ("林美玲", "+8613800138000"));
        assert_eq!(profile.card.len(), "YD 0000 1234".len());
        membership::save_preferences(&house.cx, &lin, " 高樓層\r\n無煙房 ").await.unwrap();
        assert_eq!(membership::profile(&house.cx, &lin).await.unwrap().preferences, "高樓層\n無煙房");
        let long = membership::save_preferences(&house.cx, &lin, &"長".repeat(201)).await;
        assert_eq!(refusal(long), Rule::Invalid(vec![Fault::bound("preferences", "too-long", 200)]));
        let bad = membership::save_preferences(&house.cx, &lin, "a\0b").await;
        assert_eq!(refusal(bad), Rule::Invalid(vec![Fault::new("preferences", "bad-characters")]));
    })
    .await;
}
