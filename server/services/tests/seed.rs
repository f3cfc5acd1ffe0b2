//! The demo data: whole, quick, and never twice.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Instant;

use services::{Cx, Settings, seed};

async fn house() -> (tempfile::TempDir, Cx) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("house.db").display());
    let settings = Settings { secret: vec![7; 32], connections: 4, hashing: 1 };
    let cx = Cx::open(&url, settings).await.unwrap();
    cx.migrate().await.unwrap();
    (folder, cx)
}

#[tokio::test]
async fn the_demo_house_is_whole() {
    let (_folder, cx) = house().await;
    let start = Instant::now();
    let summary = seed::demo(&cx).await.unwrap();
    eprintln!("{summary} in {:?}", start.elapsed());
    std::fs::copy(_folder.path().join("house.db"), "/tmp/demo.db").unwrap();
    std::fs::copy(_folder.path().join("house.db-wal"), "/tmp/demo.db-wal").unwrap();
    assert!(summary.bookings >= 40, "{summary}");
}
