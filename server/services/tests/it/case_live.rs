//! Followers hear everything once and in order, in whatever process it was written, from wherever they begin.

use std::{sync::Arc, time::Duration};

use domain::{
    Rule,
    case::{CaseNumber, Deed},
};
use entity::case_event;
use sea_orm::DbBackend;
use services::{Cx, Error, case, case::Follower};
use tokio::{
    task::{JoinHandle, JoinSet},
    time::timeout,
};

use crate::{
    inquiry::Counter,
    util::{House, on_both},
};

/// News that takes longer was not heard but found by looking.
const SOON: Duration = Duration::from_secs(15);

/// What a follower stops at.
const LAST: &str = "就这样";

/// Messages of each writer.
const EACH: usize = 50;

/// A task that ends with the test.
struct Ears(Vec<JoinHandle<()>>);

impl Drop for Ears {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

/// Two instances that hear each other; on SQLite there is one process only.
async fn instances(counter: &Counter) -> (Cx, Cx, Ears) {
    let here = counter.cx().clone();
    let there = if counter.house.db.get_database_backend() == DbBackend::Postgres {
        counter.house.instance().await.cx
    } else {
        here.clone()
    };
    let mut ears = Vec::new();
    for cx in [here.clone(), there.clone()] {
        let mut bell = cx_bell(&cx);
        let listening = cx.clone();
        ears.push(tokio::spawn(async move { case::listen(&listening).await }));
        if counter.house.db.get_database_backend() == DbBackend::Postgres {
            // It rings once when it has begun to listen.
            timeout(SOON, bell.changed()).await.expect("listens soon").expect("has a bell");
        }
    }
    (here, there, Ears(ears))
}

fn cx_bell(cx: &Cx) -> tokio::sync::watch::Receiver<u64> {
    cx.bus().desk()
}

/// Collects what a follower hears until the last word.
async fn collect(mut follower: Follower) -> Vec<(u32, String)> {
    let mut heard = Vec::new();
    loop {
        let news = timeout(SOON, follower.next()).await.expect("hears soon").expect("can look");
        heard.extend(news.items.into_iter().map(|item| (item.seq, item.text)));
        if heard.last().is_some_and(|(_, text)| text == LAST) {
            return heard;
        }
    }
}

/// Writes an answer; whoever is told that something was said meanwhile looks and writes it again.
async fn insists(cx: &Cx, counter: &Counter, number: &CaseNumber, text: &str) {
    loop {
        let seen = u32::try_from(counter.case(number).await.seq).unwrap();
        let reply = domain::case::Reply {
            number: number.clone(),
            text: text.to_owned(),
            deed: Deed::Replied,
            seen,
            files: String::new(),
        };
        match case::desk::reply(cx, &counter.chen, &reply).await {
            Ok(()) => return,
            Err(Error::Refused(Rule::Changed | Rule::Busy)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

async fn notes(cx: &Cx, counter: &Counter, number: &CaseNumber, text: &str) {
    let reply = domain::case::Reply {
        number: number.clone(),
        text: text.to_owned(),
        deed: Deed::Noted,
        seen: 0,
        files: String::new(),
    };
    case::desk::reply(cx, &counter.ding, &reply).await.expect("notes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_written_on_one_instance_is_heard_on_the_other_at_once() {
    on_both(async |house: House| {
        let counter = Counter::of(house).await;
        let (here, there, _ears) = instances(&counter).await;
        let (lin, number) = counter.asks("几点退房？").await;
        let mut desk = case::follow_at_desk(&here, &counter.chen, &number, 1).await.unwrap();
        let mut customer = case::follow(&there, &lin, &number, 1).await.unwrap();
        assert_eq!((here.bus().followed(), there.bus().followed()), (1, 1));
        let first = timeout(SOON, desk.next()).await.unwrap().unwrap();
        assert!(first.items.is_empty() && timeout(SOON, customer.next()).await.unwrap().unwrap().items.is_empty());
        case::write(&there, &lin, &number, "还有早餐", "").await.unwrap();
        let news = timeout(SOON, desk.next()).await.expect("is heard").unwrap();
        assert_eq!((news.items[0].text.as_str(), news.seq), ("还有早餐", 2));
        insists(&here, &counter, &number, "七点").await;
        let mut heard = Vec::new();
        while heard.last().is_none_or(|text| text != "七点") {
            let news = timeout(SOON, customer.next()).await.expect("is heard").unwrap();
            heard.extend(news.items.into_iter().map(|item| item.text));
        }
        assert_eq!(heard, ["还有早餐", "七点"]);
        drop((desk, customer));
        assert_eq!((here.bus().followed(), there.bus().followed()), (0, 0), "who has gone is forgotten");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_hundred_messages_of_four_writers_none_is_missed_and_none_comes_twice() {
    on_both(async |house: House| {
        let counter = Arc::new(Counter::of(house).await);
        let (here, there, _ears) = instances(&counter).await;
        let (lin, number) = counter.asks("几点退房？").await;
        notes(&here, &counter, &number, "旧的").await;
        let mut followers = JoinSet::new();
        for (cx, seen) in [(&here, 0), (&here, 2), (&there, 1)] {
            followers.spawn(collect(case::follow_at_desk(cx, &counter.wang, &number, seen).await.unwrap()));
        }
        let mut customers = JoinSet::new();
        for (cx, seen) in [(&here, 1), (&there, 0)] {
            customers.spawn(collect(case::follow(cx, &lin, &number, seen).await.unwrap()));
        }
        let mut writers = JoinSet::new();
        for writer in 0..4 {
            let cx = if writer % 2 == 0 { here.clone() } else { there.clone() };
            let (counter, lin, number) = (Arc::clone(&counter), lin.clone(), number.clone());
            writers.spawn(async move {
                for count in 0..EACH {
                    let text = format!("{writer}-{count}");
                    match writer {
                        0 => insists(&cx, &counter, &number, &text).await,
                        1 => case::write(&cx, &lin, &number, &text, "").await.expect("writes"),
                        _ => notes(&cx, &counter, &number, &text).await,
                    }
                }
            });
        }
        writers.join_all().await;
        // Somebody who comes late, and hangs up, hears the rest.
        let late = case::follow_at_desk(&there, &counter.wang, &number, 100).await.unwrap();
        insists(&here, &counter, &number, LAST).await;
        let id = counter.case(&number).await.id;
        let log = case_event::Entity::of_case(id).all(&counter.house.db).await.unwrap();
        let all: Vec<(u32, String)> =
            log.iter().map(|row| (u32::try_from(row.seq).unwrap(), row.text.clone())).collect();
        assert_eq!(all.len(), 2 + 4 * EACH + 2, "the first answer takes the case");
        for heard in followers.join_all().await {
            let from = heard[0].0;
            assert!(from <= 3 && heard == all[from as usize - 1..], "from {from}");
        }
        assert_eq!(collect(late).await, all[100..]);
        let public: Vec<_> = log
            .iter()
            .filter(|row| row.public)
            .map(|row| (u32::try_from(row.seq).unwrap(), row.text.clone()))
            .collect();
        for heard in customers.join_all().await {
            let from = heard[0].0;
            assert!(from == 1 || from > 1 && heard == public[1..], "from {from}");
            assert!(from > 1 || heard == public, "from the beginning");
        }
        let seqs: Vec<u32> = all.iter().map(|(seq, _)| *seq).collect();
        assert_eq!(seqs, (1..=u32::try_from(all.len()).unwrap()).collect::<Vec<_>>());
        counter.is_sound().await;
    })
    .await;
}
