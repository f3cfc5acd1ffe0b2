//! An unknown account costs as much work as a known one.

use domain::{Rule, desk::Role};
use i18n::Script;
use services::{
    membership::{self, hashes_computed},
    staff,
};

use crate::{
    people::{HOME, colleague, credentials, refusal, registered, registration, visitor, with_password},
    util::{House, on_both},
};

#[tokio::test]
async fn every_answer_to_a_sign_in_costs_one_hash() {
    on_both(async |house: House| {
        registered(&house.cx, "13800138000").await;
        colleague(&house.cx, "zhou", Role::Agent).await;
        let (_, session) = visitor(&house.cx).await;
        for login in ["13800138000", "13900139000", "nobody@example.com"] {
            let before = hashes_computed(&house.cx);
            let form = with_password(login, "plums in spring");
            assert_eq!(refusal(membership::sign_in(&house.cx, &session, HOME, &form).await), Rule::Credentials);
            assert_eq!(hashes_computed(&house.cx) - before, 1, "{login}");
        }
        for login in ["zhou", "nobody"] {
            let before = hashes_computed(&house.cx);
            let form = with_password(login, "plums in spring");
            assert_eq!(refusal(staff::sign_in(&house.cx, &session, HOME, &form).await), Rule::Credentials);
            assert_eq!(hashes_computed(&house.cx) - before, 1, "{login}");
        }
        for login in ["13800138000", "13700137000"] {
            let before = hashes_computed(&house.cx);
            let _ = membership::register(&house.cx, &session, HOME, Script::Hans, &registration(login)).await;
            assert_eq!(hashes_computed(&house.cx) - before, 1, "registering {login}");
        }
        let before = hashes_computed(&house.cx);
        membership::sign_in(&house.cx, &visitor(&house.cx).await.1, HOME, &credentials("13800138000")).await.unwrap();
        assert_eq!(hashes_computed(&house.cx) - before, 1);
    })
    .await;
}
