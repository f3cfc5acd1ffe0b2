//! However many sign in at once, no more passwords are hashed at a time than the machine bears.

use services::{
    Cx, Settings,
    membership::{self, most_hashes_at_once},
};
use tokio::task::JoinSet;

use crate::{
    people::{refusal, visitor, with_password},
    util::House,
};

/// People who try to sign in at once, each from an address of his own.
const CROWD: usize = 12;

async fn crowd(cx: &Cx, round: usize) {
    let mut people = JoinSet::new();
    for number in round * CROWD..(round + 1) * CROWD {
        let cx = cx.clone();
        people.spawn(async move {
            let (_, session) = visitor(&cx).await;
            let form = with_password(&format!("13900139{number:03}"), "plums in spring");
            refusal(membership::sign_in(&cx, &session, &format!("10.0.0.{number}"), &form).await);
        });
    }
    while let Some(done) = people.join_next().await {
        done.expect("somebody signs in");
    }
}

/// Crowds until so many hashed at once, which who comes one after the other on a slow disk does not; gives the most that did.
async fn crowds(cx: &Cx, awaited: u64) -> u64 {
    for round in 0..20 {
        crowd(cx, round).await;
        if most_hashes_at_once(cx) >= awaited {
            break;
        }
    }
    most_hashes_at_once(cx)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_more_hashes_are_computed_at_once_than_are_allowed() {
    let house = House::on_sqlite().await;
    assert_eq!(crowds(&house.cx, 2).await, 2, "as many as the house's settings say");

    // With room for all of them more would be at it: the count sees what the bound prevents.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let settings = Settings { secret: vec![7; 32], connections: 12, hashing: CROWD };
    let cx =
        Cx::open(&format!("sqlite:{}", folder.path().join("house.db").display()), settings).await.expect("it opens");
    cx.migrate().await.expect("the schema is made");
    let most = crowds(&cx, 3).await;
    assert!(most > 2, "{most}");
}
