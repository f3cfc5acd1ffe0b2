//! Customers and staff talk, over two processes on one PostgreSQL, and one of the processes is killed in between: every message comes to
//! the other side, once, in order, and soon.
//!
//! `LOAD_TALKERS` and `LOAD_TALK` (seconds) make it smaller, to try it out.

use std::{
    collections::HashMap,
    env, fs,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use reqwest::{Client, Response, header};

use super::{
    figures::{percentile, report},
    machine::{Build, Database, Server, free_address, hire},
};

/// Who answers.
const STAFF: usize = 50;

/// A customer writes so often, and is answered each time.
const EVERY: Duration = Duration::from_secs(30);

/// A browser whose stream broke off comes again after so long.
const AGAIN: Duration = Duration::from_millis(500);

/// What is on its way: when each message was sent, by its words; and how long those that came took.
#[derive(Default)]
struct Post {
    sent: Mutex<HashMap<String, Instant>>,
    took: Mutex<Vec<Duration>>,
    twice: AtomicUsize,
    gaps: AtomicUsize,
}

impl Post {
    fn sends(&self, words: &str) {
        self.sent.lock().unwrap().insert(words.to_owned(), Instant::now());
    }

    /// Takes what was said in an entry of a stream of the other side.
    fn comes(&self, words: &str) {
        if let Some(sent) = self.sent.lock().unwrap().remove(words) {
            self.took.lock().unwrap().push(sent.elapsed());
        }
    }
}

/// Somebody with a session, at one of the servers.
#[derive(Clone)]
struct Person {
    http: Client,
    address: String,
    from: String,
    cookie: String,
}

impl Person {
    fn new(http: &Client, address: &str, number: usize) -> Self {
        let from = format!("10.{}.{}.{}", 1 + (number >> 16), number >> 8 & 255, number & 255);
        Self { http: http.clone(), address: address.to_owned(), from, cookie: String::new() }
    }

    async fn post(&mut self, path: &str, key: &str, fields: &[(&str, &str)]) -> Result<Response, reqwest::Error> {
        let mut form = fields.to_vec();
        form.push(("key", key));
        let answer = self
            .http
            .post(format!("http://{}{path}", self.address))
            .header("sec-fetch-site", "same-origin")
            .header("x-forwarded-for", &self.from)
            .header(header::COOKIE, &self.cookie)
            .header(header::REFERER, format!("http://{}/zh-hans/inquiries", self.address))
            .form(&form)
            .send()
            .await?;
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
            if pair.starts_with("session=") {
                self.cookie = pair;
            }
        }
        Ok(answer)
    }

    /// Posts until somebody answers: as a person who presses the button again, with what his browser remembers. Whether what was under way in
    /// a process that was killed has happened is known only after a while.
    async fn insists(&mut self, path: &str, key: &str, fields: &[(&str, &str)]) -> (u16, String) {
        loop {
            match self.post(path, key, fields).await {
                Ok(answer) if answer.status() != 503 => {
                    let status = answer.status().as_u16();
                    if let Ok(text) = answer.text().await
                        && !text.contains("\"in-flight\"")
                    {
                        return (status, text);
                    }
                }
                _ => tokio::time::sleep(AGAIN).await,
            }
        }
    }

    /// Follows a case until the end of the talk; what comes is told by its number and its words.
    async fn follows(self, path: String, post: Arc<Post>, over: Arc<AtomicBool>, last: Arc<AtomicUsize>) {
        let mut seen = 0;
        while !over.load(Ordering::Relaxed) {
            let asked = self
                .http
                .get(format!("http://{}{path}", self.address))
                .header(header::COOKIE, &self.cookie)
                .header("x-forwarded-for", &self.from)
                .header("last-event-id", seen.to_string());
            if let Ok(mut answer) = asked.send().await
                && answer.status() == 200
            {
                let mut text = String::new();
                while let Ok(Some(chunk)) = answer.chunk().await {
                    text.push_str(&String::from_utf8_lossy(&chunk));
                    while let Some(end) = text.find("\n\n") {
                        let event: String = text.drain(..end + 2).collect();
                        take(&event, &mut seen, &post);
                        last.store(seen, Ordering::Relaxed);
                    }
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                }
            }
            tokio::time::sleep(AGAIN).await;
        }
    }
}

/// An event of a stream: entries come in order, each once.
fn take(event: &str, seen: &mut usize, post: &Post) {
    let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
    if field("event: ") != Some("entry") {
        return;
    }
    let Some(seq) = field("id: ").and_then(|id| id.parse::<usize>().ok()) else { return };
    if seq <= *seen {
        post.twice.fetch_add(1, Ordering::Relaxed);
    }
    *seen = seq;
    if let Some(at) = event.find("words-") {
        let words: String = event[at..].chars().take_while(|ch| ch.is_ascii_alphanumeric() || *ch == '-').collect();
        post.comes(&words);
    }
}

fn setting(name: &str, default: u64) -> u64 {
    env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// Memory of a process that listens at an address, MB.
fn memory(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}

#[test]
fn every_message_comes_to_the_other_side_once_and_soon() {
    let (talkers, seconds) = (setting("LOAD_TALKERS", 1_000) as usize, setting("LOAD_TALK", 300));
    let database = Database::postgres().seeded(Build::Guarded);
    for staff in 0..STAFF {
        hire(Build::Guarded, &database.url, &format!("talker-{staff}"), "service");
    }
    let addresses = [free_address(), free_address()];
    let mut servers = addresses.clone().map(|address| Server::at(&address, Build::Guarded, &database.url, None, &[]));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let post = Arc::new(Post::default());
    let over = Arc::new(AtomicBool::new(false));
    let http = Client::builder().pool_max_idle_per_host(2_000).build().unwrap();

    let (customers, staff) = runtime.block_on(arrive(&http, &addresses, talkers));
    let started = Instant::now();
    let early = Arc::new(Mutex::new(0));
    let talk: Vec<_> = customers
        .iter()
        .enumerate()
        .map(|(at, (customer, number))| {
            let (post, over) = (Arc::clone(&post), Arc::clone(&over));
            let colleague = staff[at % STAFF].clone();
            // They do not all speak at once.
            let after = EVERY.mul_f64(at as f64 / talkers as f64);
            let conversation = converse(customer.clone(), colleague, number.clone(), (at, after), post, over);
            runtime.spawn(conversation)
        })
        .collect();
    let until = |share: f64| {
        let rest = Duration::from_secs(seconds).mul_f64(share).saturating_sub(started.elapsed());
        std::thread::sleep(rest); // the talk goes on meanwhile
    };
    until(0.3);
    *early.lock().unwrap() = memory(servers[0].pid());
    until(0.5);
    servers[1].kill();
    servers[1] = Server::at(&addresses[1], Build::Guarded, &database.url, None, &[]);
    until(1.0);
    let late = memory(servers[0].pid());
    over.store(true, Ordering::Relaxed);
    let said: usize = runtime.block_on(async {
        let mut said = 0;
        for conversation in talk {
            said += conversation.await.unwrap();
        }
        said
    });
    let (lost, doubled) = runtime.block_on(counted(&customers));
    let mut took = post.took.lock().unwrap().clone();
    let (p50, p99) = (percentile(&mut took, 0.5), percentile(&mut took, 0.99));
    let early = *early.lock().unwrap();
    report(
        &format!("{talkers} customers and {STAFF} staff, {seconds} s, one of 2 processes killed: a message arrives"),
        &format!("p50 {p50:.0?}, p99 {p99:.0?} of {}", took.len()),
        "p99 <= 1 s",
    );
    report(
        "of these messages",
        &format!(
            "{said} said, {lost} lost, {doubled} twice; in streams {} twice; memory {early} -> {late} MB",
            post.twice.load(Ordering::Relaxed)
        ),
        "none lost, none twice, memory flat",
    );
    assert_eq!((lost, doubled, post.twice.load(Ordering::Relaxed), post.gaps.load(Ordering::Relaxed)), (0, 0, 0, 0));
    assert!(p99 <= Duration::from_secs(1), "{p99:?}");
    assert!(late <= early + early / 3 + 30, "memory grew from {early} to {late} MB");
}

type Arrived = (Vec<(Person, String)>, Vec<Person>);

/// Customers ask, staff sign in.
async fn arrive(http: &Client, addresses: &[String; 2], talkers: usize) -> Arrived {
    let mut customers = Vec::new();
    for at in 0..talkers {
        let mut person = Person::new(http, &addresses[at % 2], at);
        let phone = format!("138{at:08}");
        let fields = [("text", "几点可以入住？"), ("name", "王芳"), ("phone", phone.as_str()), ("offered", "1")];
        let (status, answer) = person.insists("/api/inquiry/ask", "ask", &fields).await;
        assert_eq!(status, 200, "{answer}");
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        customers.push((person, answer["id"].as_str().unwrap().to_owned()));
    }
    let mut staff = Vec::new();
    for at in 0..STAFF {
        let mut person = Person::new(http, &addresses[(at + 1) % 2], 100_000 + at);
        let login = format!("talker-{at}");
        let fields = [("login", login.as_str()), ("password", "load-password")];
        let (status, answer) = person.insists("/api/desk/sign-in", "in", &fields).await;
        assert_eq!(status, 200, "{answer}");
        staff.push(person);
    }
    (customers, staff)
}

/// One conversation: the customer writes, staff answer, again and again; gives how many messages were said.
async fn converse(
    mut customer: Person,
    mut colleague: Person,
    number: String,
    (at, after): (usize, Duration),
    post: Arc<Post>,
    over: Arc<AtomicBool>,
) -> usize {
    let path = |place: &str| format!("/zh-hans/live/{place}/{number}?since=0");
    let (his, theirs) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let follow = |person: &Person, place: &str, last: &Arc<AtomicUsize>| {
        let (post, over) = (Arc::clone(&post), Arc::clone(&over));
        tokio::spawn(person.clone().follows(path(place), post, over, Arc::clone(last)))
    };
    let followers = [follow(&customer, "inquiries", &his), follow(&colleague, "desk", &theirs)];
    tokio::time::sleep(after).await;
    let mut said = 0;
    for turn in 0.. {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let began = Instant::now();
        let words = format!("words-{at}-{turn}-c");
        post.sends(&words);
        let fields = [("number", number.as_str()), ("text", words.as_str())];
        let (status, answer) = customer.insists("/api/inquiry/write", &words, &fields).await;
        assert_eq!(status, 200, "{answer}");
        let words = format!("words-{at}-{turn}-s");
        post.sends(&words);
        loop {
            let seen = theirs.load(Ordering::Relaxed).to_string();
            let fields = [("number", number.as_str()), ("text", &words), ("deed", "replied"), ("seen", &seen)];
            let (status, answer) = colleague.insists("/api/case/reply", &words, &fields).await;
            match status {
                200 => break,
                // The customer's words have not come to his screen yet.
                409 => tokio::time::sleep(Duration::from_millis(50)).await,
                _ => panic!("{status} {answer}"),
            }
        }
        said += 2;
        tokio::time::sleep(EVERY.saturating_sub(began.elapsed())).await;
    }
    followers.iter().for_each(tokio::task::JoinHandle::abort);
    said
}

/// What is lost, and what is there twice, in the threads themselves.
async fn counted(customers: &[(Person, String)]) -> (usize, usize) {
    let (mut lost, mut doubled) = (0, 0);
    for (at, (person, number)) in customers.iter().enumerate() {
        let url = format!("http://{}/api/inquiry/show?number={number}", person.address);
        let asked = person.http.get(url).header(header::COOKIE, &person.cookie).send().await.unwrap();
        let view: serde_json::Value = asked.json().await.unwrap();
        let texts: Vec<&str> = view["items"].as_array().unwrap().iter().filter_map(|it| it["text"].as_str()).collect();
        let turns = texts.iter().filter(|text| text.starts_with("words-") && text.ends_with("-c")).count();
        for turn in 0..turns {
            for side in ["c", "s"] {
                let words = format!("words-{at}-{turn}-{side}");
                match texts.iter().filter(|text| **text == words).count() {
                    1 => {}
                    0 => lost += 1,
                    _ => doubled += 1,
                }
            }
        }
    }
    (lost, doubled)
}
