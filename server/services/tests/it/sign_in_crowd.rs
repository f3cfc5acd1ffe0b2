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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_more_hashes_are_computed_at_once_than_are_allowed() {
    let house = House::on_sqlite().await;
    crowd(&house.cx, 0).await;
    let most = most_hashes_at_once(&house.cx);
    assert!((1..=2).contains(&most), "{most}: no more than the house's settings say");

    // With room for all of them more would be at it: the count sees what the bound prevents.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let settings = Settings { secret: vec![7; 32], connections: 12, hashing: CROWD };
    let cx =
        Cx::open(&format!("sqlite:{}", folder.path().join("house.db").display()), settings).await.expect("it opens");
    cx.migrate().await.expect("the schema is made");
    // Who comes one after the other on a slow disk does not hash at once.
    for round in 0..20 {
        crowd(&cx, round).await;
        if most_hashes_at_once(&cx) > 2 {
            return;
        }
    }
    panic!("never more than {}", most_hashes_at_once(&cx));
}
