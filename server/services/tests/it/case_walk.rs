//! A thousand deeds that nobody would have thought of, by four at once: whatever comes of them, what is kept beside a log is what
//! follows from it.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use chrono::TimeDelta;
use domain::{
    Rule,
    calendar::{Window, first},
    case::{Bulk, CaseNumber, Category, Deed, Department, Holder, Level, Priority, Reply},
    time::{day_of, wall_time},
};
use i18n::Script;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use services::{Asker, Cx, Error, Result, Staff, case};
use tokio::task::JoinSet;

use crate::{
    inquiry::{Counter, RESOLVED, handed},
    people::{self, guest},
    util::{House, on_both},
};

/// Deeds of each of the four.
const DEEDS: usize = 250;

/// Cases there are.
const CASES: usize = 6;

struct Walker {
    counter: Arc<Counter>,
    cx: Cx,
    dice: StdRng,
    cases: Vec<(Asker, CaseNumber)>,
    done: Arc<Mutex<BTreeMap<&'static str, usize>>>,
}

impl Walker {
    fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.dice.random_range(0..list.len())].clone()
    }

    fn colleague(&mut self) -> Staff {
        let counter = Arc::clone(&self.counter);
        let all = [&counter.chen, &counter.ding, &counter.fang, &counter.wang];
        self.pick(&all).clone()
    }

    async fn walk(mut self) {
        for _ in 0..DEEDS {
            let minutes = self.dice.random_range(0..25);
            self.counter.house.clock.forward(TimeDelta::minutes(minutes));
            let (what, outcome) = self.step().await;
            match outcome {
                Ok(()) => *self.done.lock().unwrap().entry(what).or_default() += 1,
                Err(Error::Refused(_)) => {}
                Err(error) => panic!("{what}: {error}"),
            }
        }
    }

    async fn step(&mut self) -> (&'static str, Result<()>) {
        let cases = self.cases.clone();
        let ((asker, number), staff, cx) = (self.pick(&cases), self.colleague(), self.cx.clone());
        match self.dice.random_range(0..20) {
            0..3 => ("write", case::write(&cx, &asker, &number, "还有一个问题", "").await),
            3 => ("close", case::close(&cx, &asker, &number).await),
            4 => {
                let level = self.dice.random_range(1..=5);
                ("rate", case::rate(&cx, &asker, &number, level, "").await)
            }
            5..11 => self.reply(&cx, &staff, &number).await,
            11 => ("claim", case::desk::claim(&cx, &staff, &number, None).await),
            12 => ("release", case::desk::release(&cx, &staff, &number).await),
            13 => {
                let holders = [
                    Holder::Department(Department::Rooms),
                    Holder::Department(Department::Service),
                    Holder::Partner("山水旅行社".to_owned()),
                ];
                let deed = handed(self.pick(&holders), 60);
                ("transfer", case::desk::transfer(&cx, &staff, &number, &deed, "要问").await)
            }
            14 => ("accept", case::desk::accept(&cx, &staff, &number).await),
            15 => ("return", case::desk::return_case(&cx, &staff, &number, "不归我们管").await),
            16 => {
                let minutes = self.dice.random_range(60..4_000);
                let until = cx.now() + TimeDelta::minutes(minutes);
                ("extend", case::desk::extend(&cx, &staff, &number, (day_of(until), wall_time(until)), "等回复").await)
            }
            17 => {
                let (category, level) = (self.pick(Category::ALL), self.pick(Level::ALL));
                let deed = Deed::Triaged { category, level, priority: self.pick(Priority::ALL) };
                ("triage", case::desk::triage(&cx, &staff, &number, &deed).await)
            }
            18 => {
                let numbers = [number.to_string(), "YQ-0000-0000".to_owned()];
                let deed = self.pick(Bulk::ALL);
                ("bulk", case::desk::bulk(&cx, &staff, &numbers, deed).await.map(|_| ()))
            }
            _ if self.dice.random_range(0..12) == 0 => self.publish(&cx).await,
            _ => ("watch", case::watch(&cx).await.map(|_| ())),
        }
    }

    async fn reply(&mut self, cx: &Cx, staff: &Staff, number: &CaseNumber) -> (&'static str, Result<()>) {
        let deed = self.pick(&[Deed::Replied, Deed::Asked, Deed::Noted, RESOLVED]);
        let seen = u32::try_from(self.counter.case(number).await.seq).unwrap();
        let what = deed.as_str();
        let reply = Reply { number: number.clone(), text: "好的".to_owned(), deed, seen, files: String::new() };
        (what, case::desk::reply(cx, staff, &reply).await)
    }

    async fn publish(&mut self, cx: &Cx) -> (&'static str, Result<()>) {
        let mut calendar = first();
        let lunch = self.dice.random_range(12..16);
        calendar.windows[1] = Window { from: lunch * 60, until: 18 * 60 };
        let wang = &self.counter.wang;
        let version = case::desk::calendar(cx, wang, None).await.unwrap().version;
        ("publish", case::desk::publish_calendar(cx, wang, version, &calendar, "试试").await)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn after_a_thousand_deeds_of_four_at_once_everything_agrees() {
    on_both(async |house: House| {
        let seed: u64 = rand::random();
        eprintln!("seed {seed}");
        let counter = Arc::new(Counter::of(house).await);
        let done = Arc::new(Mutex::new(BTreeMap::new()));
        let mut cases = Vec::new();
        for place in 0..CASES {
            let asker = guest(counter.cx()).await;
            let number = counter.asked_by(&asker, &format!("问题 {place}")).await;
            cases.push((asker, number));
        }
        let mut walkers = JoinSet::new();
        for place in 0..4 {
            let walker = Walker {
                counter: Arc::clone(&counter),
                cx: counter.cx().clone(),
                dice: StdRng::seed_from_u64(seed.wrapping_add(place)),
                cases: cases.clone(),
                done: Arc::clone(&done),
            };
            walkers.spawn(walker.walk());
        }
        walkers.join_all().await;
        let done = done.lock().unwrap().clone();
        let count: usize = done.values().sum();
        assert!(count > 300 && done.len() >= 15, "{done:?}");
        counter.is_sound().await;
        for (asker, number) in &cases {
            let view = case::show(counter.cx(), asker, number).await.unwrap();
            assert!(view.items.iter().all(|item| !item.internal));
            case::desk::show(counter.cx(), &counter.wang, Script::Hant, number).await.unwrap();
        }
        let unknown = case::show(counter.cx(), &guest(counter.cx()).await, &cases[0].1).await;
        assert_eq!(people::refusal(unknown), Rule::Unknown);
    })
    .await;
}
