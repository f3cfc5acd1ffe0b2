//! How long a reader waits for what help finds, among ten thousand articles: the same in either script.

use std::time::{Duration, Instant};

use i18n::convert::to_hant;

use super::{
    figures::{percentile, report},
    http::{Client, encode},
    machine::{Build, Database, Server},
};

/// Articles, beside the demo's.
const ARTICLES: u32 = 10_000;

/// Questions before it is measured, and rounds while it is.
const WARM: usize = 2;
const ROUNDS: usize = 25;

/// What is due for one answer.
const DUE: Duration = Duration::from_millis(30);

/// What is looked for: words that every article has, that some have, that one has, a whole sentence, and nothing at all.
const WORDS: [&str; 12] = [
    "悦订",
    "选择",
    "关于",
    "退款",
    "发票可以取消吗",
    "行李",
    "会议室怎样收费",
    "编号 4711",
    "订单页面办理进度",
    "的",
    "我想问一下会议室的押金什么时候可以退",
    "天文望远镜",
];

#[test]
fn help_is_found_quickly_among_ten_thousand_articles_and_the_same_in_either_script() {
    for (engine, database) in [("SQLite", Database::sqlite()), ("PostgreSQL", Database::postgres())] {
        let database = database.seeded(Build::Guarded);
        fill(&database.url);
        let server = Server::start(Build::Guarded, &database.url, None);
        measure(engine, &server);
    }
}

fn fill(url: &str) {
    let settings = services::Settings { secret: vec![7; 32], connections: 2, hashing: 1 };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let cx = services::Cx::open(url, settings).await.expect("the database");
        services::seed::help_bulk(&cx, ARTICLES).await.expect("articles");
        cx.close().await.expect("the end");
    });
}

fn measure(engine: &str, server: &Server) {
    let mut reader = Client::new(&server.address, 1);
    let mut answers = Vec::new();
    let mut slowest = (Duration::ZERO, "");
    for round in 0..WARM + ROUNDS {
        for words in WORDS {
            let hans = ask(&mut reader, "zh-hans", words);
            let hant = ask(&mut reader, "zh-hant", &to_hant(words));
            assert_eq!(hans.1, hant.1, "{words}");
            if round >= WARM {
                slowest = slowest.max((hans.0, words)).max((hant.0, words));
                answers.extend([hans.0, hant.0]);
            }
        }
    }
    let found = ask(&mut reader, "zh-hans", "退款").1;
    assert!(!ask(&mut reader, "zh-hans", WORDS[10]).1.is_empty(), "a sentence finds something");
    assert!(found.len() == 20 && ask(&mut reader, "zh-hant", "天文望遠鏡").1.is_empty(), "{found:?}");
    let (p50, p99) = (percentile(&mut answers, 0.5), percentile(&mut answers, 0.99));
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    report(
        &format!("help search, 10 000 articles, {engine}"),
        &format!("p50 {:.1} ms, p99 {:.1} ms, worst {:.1} ms", millis(p50), millis(p99), millis(slowest.0)),
        "p99 <= 30 ms",
    );
    println!("the slowest: {}", slowest.1);
    assert!(p99 <= DUE, "{p99:?}, the slowest for {}", slowest.1);
}

/// How long a page takes, and what is found on it.
fn ask(reader: &mut Client, script: &str, words: &str) -> (Duration, Vec<String>) {
    let path = format!("/{script}/help?q={}", encode(words));
    let sent = Instant::now();
    let reply = reader.get(&path).expect("an answer");
    let took = sent.elapsed();
    let page = reply.text();
    assert_eq!(reply.status, 200, "{page}");
    let title = format!("<a href=\"/{script}/help/");
    let slug =
        |hit: &str| hit.split_once(&title).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default().to_owned();
    (took, page.split("help-hit__title").skip(1).map(slug).collect())
}
