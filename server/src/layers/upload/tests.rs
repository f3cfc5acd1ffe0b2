//! The layer with those around it (`body`, `plain_form`) and a stand-in for the server functions that tells what has reached it.

mod house;

use std::convert::Infallible;

use axum::body::Bytes;
use domain::upload::MOST_BYTES;
use futures_util::stream;
use house::{ASK, BOUNDARY, House, Sent, png};
use services::draft;

use super::*;
use crate::site::UPLOADS;

const MB: usize = 1024 * 1024;

#[tokio::test]
async fn texts_go_on_as_typed_and_files_as_their_ids() {
    let house = House::open().await;
    let picture = png(70_000, 10);
    let sent =
        Sent::default().typed("name", "Zoë Čapková 🏨").typed("note", "a=1&b\r\n--x\0").file("снимок.png", &picture);
    let reply = house.post(sent.typed("last", "").typed("files_fault", "infected").end()).await;
    assert_eq!((reply.status, reply.field("name"), reply.fault()), (200, "Zoë Čapková 🏨", ""));
    assert_eq!((reply.field("note"), reply.fields.contains_key("last")), ("a=1&b\r\n--x\u{fffd}", true));
    let kept = house.content(reply.field("files")).await;
    assert_eq!(kept.name, "снимок.png");
    assert!(kept.bytes == picture);
}

#[tokio::test]
async fn a_field_where_no_file_was_chosen_is_no_file() {
    let house = House::open().await;
    let reply = house.post(Sent::default().typed("name", "a").file("", b"").end()).await;
    assert_eq!((reply.files(), reply.fault()), (0, ""));
    let reply = house.post(Sent::default().file("a.png", b"").end()).await;
    assert_eq!((reply.files(), reply.fault()), (0, "empty-file"));
}

#[tokio::test]
async fn a_form_without_files_waits_for_nobody() {
    let house = House::open().await;
    let turns = house.site.uploads.acquire_many(UPLOADS.try_into().unwrap()).await.unwrap();
    let reply = house.post(Sent::default().typed("name", "a").file("", b"").end()).await;
    assert_eq!((reply.field("name"), reply.files()), ("a", 0));
    let mut with_file = Box::pin(house.post(Sent::default().file("a.png", &png(100, 10)).end()));
    tokio::select! {
        biased;
        _ = &mut with_file => panic!("it waits for its turn"),
        () = std::future::ready(()) => {}
    }
    drop(turns);
    assert_eq!(with_file.await.files(), 1);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_at_the_field_and_the_texts_stay() {
    let house = House::open().await;
    for (name, bytes) in [
        ("a.png", b"<!DOCTYPE html><script>alert(1)</script>".to_vec()),
        ("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
        ("bomb.zip", b"PK\x03\x04".repeat(10_000)),
        // It would unpack to seven gigabytes.
        ("bomb.png", png(1000, 50_000)),
        ("a.gif", b"GIF89a".to_vec()),
    ] {
        let reply = house.post(Sent::default().typed("name", "Ж").file(name, &bytes).typed("note", "n").end()).await;
        assert_eq!((reply.files(), reply.fault()), (0, "not-a-file-type"), "{name}");
        assert_eq!((reply.field("name"), reply.field("note")), ("Ж", "n"), "{name}");
    }
}

#[tokio::test]
async fn a_bomb_stays_packed() {
    let house = House::open().await;
    // Nearly half a gigabyte of pixels in some bytes, within what a picture may declare.
    let bomb = png(400, 10_900);
    let reply = house.post(Sent::default().file("bomb.png", &bomb).end()).await;
    assert!(house.content(reply.field("files")).await.bytes == bomb);
}

#[tokio::test]
async fn of_fifty_files_five_are_kept_and_the_reader_is_told() {
    let house = House::open().await;
    let sent = (0..50).fold(Sent::default(), |sent, n| sent.file(&format!("{n}.png"), &png(1000, 10)));
    let reply = house.post(sent.typed("note", "n").end()).await;
    assert_eq!((reply.files(), reply.fault(), reply.field("note")), (5, "too-many", "n"));
}

#[tokio::test]
async fn five_megabytes_are_kept_and_one_byte_more_is_refused_beside_another_file() {
    let house = House::open().await;
    let sent = Sent::default().file("whole.png", &png(MOST_BYTES, 10)).file("large.png", &png(MOST_BYTES + 1, 10));
    let reply = house.post(sent.file("third.png", &png(100, 10)).typed("note", "n").end()).await;
    assert_eq!((reply.files(), reply.fault(), reply.field("note")), (2, "too-large", "n"));
    let first = reply.field("files").split(',').next().unwrap();
    assert_eq!(house.content(first).await.bytes.len(), MOST_BYTES);
}

/// A form with one file of so many megabytes, made while it is read.
fn heavy(megabytes: usize) -> Body {
    let mut head = Sent::default().typed("note", "before").file("a.png", &png(100, 10)).0;
    head.truncate(head.len() - 2);
    let tail = [b"\r\n", Sent::default().typed("last", "after").end().as_slice()].concat();
    let piece = Bytes::from(vec![b'-'; MB]);
    let pieces = std::iter::once(head.into()).chain(std::iter::repeat_n(piece, megabytes)).chain([tail.into()]);
    Body::from_stream(stream::iter(pieces.map(Ok::<Bytes, Infallible>)))
}

/// The most memory that this process has had, in megabytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() / 1024
}

#[tokio::test]
async fn a_hundred_megabytes_are_read_to_their_end_without_being_kept_in_memory() {
    let house = House::open().await;
    house.post(Sent::default().file("a.png", &png(MOST_BYTES, 10)).end()).await;
    let before = peak();
    let reply = house.post(heavy(100)).await;
    assert_eq!((reply.fault(), reply.field("note"), reply.field("last")), ("too-large", "before", "after"));
    assert!(peak() - before < 30, "{} MB", peak() - before);
    assert_eq!(house.post(heavy(130)).await.status, 413, "nobody's mistake");
}

#[tokio::test]
async fn what_is_no_form_takes_no_memory() {
    let house = House::open().await;
    let piece = Bytes::from(vec![b'-'; MB]);
    let before = peak();
    let endless = || stream::iter(std::iter::repeat_n(piece.clone(), 100).map(Ok::<Bytes, Infallible>));
    assert_eq!(house.post(Body::from_stream(endless())).await.status, 413, "no part begins");
    let head = Bytes::from(format!("--{BOUNDARY}\r\nContent-Disposition: "));
    let head = stream::iter([Ok::<Bytes, Infallible>(head)]);
    assert_eq!(house.post(Body::from_stream(futures_util::StreamExt::chain(head, endless()))).await.status, 413);
    let many = (0..3000).fold(Sent::default(), |sent, _| sent.file("", b""));
    assert_eq!(house.post(many.end()).await.status, 413, "so many parts has no form");
    let many = (0..300).fold(Sent::default(), |sent, n| sent.typed(&n.to_string(), "x"));
    assert_eq!(house.post(many.end()).await.status, 413, "so many fields neither");
    assert!(peak() - before < 30, "{} MB", peak() - before);
}

#[tokio::test]
async fn a_broken_form_is_a_bad_request() {
    let house = House::open().await;
    let whole = Sent::default().typed("name", "a").file("a.png", &png(1000, 10)).end();
    for end in [0, 1, 30, 60, 120, 300, 1000, whole.len() - 5] {
        assert_eq!(house.post(whole[..end].to_vec()).await.status, 400, "cut after {end}");
    }
    for kind in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other"] {
        assert_eq!(house.request(ASK, kind, "text/html", whole.clone()).await.status, 400, "{kind}");
    }
    let lost = stream::iter([Ok(Bytes::from(whole[..500].to_vec())), Err(std::io::Error::other("gone"))]);
    assert_eq!(house.post(Body::from_stream(lost)).await.status, 400);
}

#[tokio::test]
async fn a_form_that_comes_byte_by_byte_is_read_all_the_same() {
    let house = House::open().await;
    let whole = Sent::default().typed("name", "Żółć").file("a.png", &png(600, 10)).typed("note", "\r\n--\r\n").end();
    let bytes = whole.into_iter().map(|byte| Ok::<Bytes, Infallible>(Bytes::from(vec![byte])));
    let reply = house.post(Body::from_stream(stream::iter(bytes))).await;
    assert_eq!((reply.field("name"), reply.field("note"), reply.files()), ("Żółć", "\r\n--\r\n", 1));
}

#[tokio::test]
async fn hostile_names_become_harmless_ones() {
    let house = House::open().await;
    for (sent, expected) in [
        ("../../../etc/passwd", "passwd.png"),
        ("C:\\fakepath\\evil.exe", "evil.png"),
        ("gpj\u{202e}.exe", "gpj.png"),
        (&"ж".repeat(300), &format!("{}.png", "ж".repeat(96))),
    ] {
        let reply = house.post(Sent::default().file(sent, &png(100, 10)).end()).await;
        assert_eq!(house.content(reply.field("files")).await.name, expected);
    }
}

#[tokio::test]
async fn ticked_boxes_of_one_name_stay_one_field() {
    let house = House::open().await;
    let sent = Sent::default().typed("extras", "lunch").file("", b"").typed("extras", "guide");
    assert_eq!(house.submit(sent.end()).await.location, "/zh-hans/inquiries/new", "done");
    let sent =
        Sent::default().typed("extras", "lunch").typed("extras", "guide").typed("strict", "on").file("a.png", b"x");
    let typed = refused(&house, sent).await;
    assert_eq!(typed.fields["extras"], "lunch,guide");
}

async fn refused(house: &House, sent: Sent) -> draft::Draft {
    let reply = house.submit(sent.end()).await;
    assert_eq!(reply.status, 303);
    let id = reply.location.strip_prefix("/zh-hans/inquiries/new?retry=").unwrap();
    draft::load(&house.asked.cx, &house.session, "inquiry/ask", id).await.unwrap()
}

#[tokio::test]
async fn files_outlast_a_refused_form_and_its_second_sending() {
    let house = House::open().await;
    let sent =
        Sent::default().typed("note", "n").typed("strict", "on").file("a.png", &png(100, 10)).file("b.png", b"x");
    let typed = refused(&house, sent).await;
    assert_eq!((typed.faults[0].field.as_str(), typed.faults[0].code.as_str()), ("files", "not-a-file-type"));
    assert_eq!(typed.fields["note"], "n");
    let kept = typed.fields["files"].clone();
    assert_eq!(domain::upload::ids(&kept).len(), 1);
    let sent = Sent::default().file("c.png", &png(100, 10)).typed("files", &kept);
    let again = house.post(sent.end()).await;
    assert_eq!((again.files(), again.fault()), (2, ""));
    assert!(again.field("files").contains(&kept));
}

#[tokio::test]
async fn files_that_are_kept_already_count() {
    let house = House::open().await;
    let first = (0..4).fold(Sent::default(), |sent, _| sent.file("a.png", &png(100, 10)));
    let kept = house.post(first.end()).await;
    let sent = Sent::default().typed("files", kept.field("files")).file("e.png", &png(100, 10));
    let reply = house.post(sent.file("f.png", &png(100, 10)).end()).await;
    assert_eq!((reply.files(), reply.fault()), (5, "too-many"));
}

#[tokio::test]
async fn fields_of_a_group_keep_their_group() {
    let house = House::open().await;
    let sent = Sent::default().typed("form[note]", "n").file_in("form[files]", "a.png", &png(100, 10));
    let reply = house.post(sent.file_in("form[files]", "b.png", b"x").end()).await;
    assert_eq!(reply.field("form[note]"), "n");
    assert_eq!(domain::upload::ids(reply.field("form[files]")).len(), 1);
    assert_eq!(reply.field("form[files_fault]"), "not-a-file-type");
}

#[tokio::test]
async fn a_text_that_is_too_long_is_cut_and_the_others_stay() {
    let house = House::open().await;
    let sent = Sent::default().typed("note", &"ж".repeat(500_000)).typed("name", "Ж").file("a.png", &png(100, 10));
    let reply = house.submit(sent.typed("strict", "on").typed("files", "").file("b.png", b"x").end()).await;
    let id = reply.location.strip_prefix("/zh-hans/inquiries/new?retry=").unwrap();
    let typed = draft::load(&house.asked.cx, &house.session, "inquiry/ask", id).await.unwrap();
    assert_eq!(
        (typed.fields["note"].chars().count(), typed.fields["name"].as_str()),
        (super::super::shorten::KEPT, "Ж")
    );
}

#[tokio::test]
async fn broken_text_is_no_fault_of_ours() {
    let house = House::open().await;
    let mut sent = Sent::default().typed("note", "x").0;
    let at = sent.iter().rposition(|byte| *byte == b'x').unwrap();
    sent[at] = 0xff;
    let reply = house.post(Sent(sent).end()).await;
    assert_eq!((reply.status, reply.field("note")), (200, "\u{fffd}"));
}

#[tokio::test]
async fn other_functions_take_no_files() {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    for path in ["/api/booking/place", "/api/inquiry/ask/", "/api/inquiry", "/zh-hans/api/inquiry/ask"] {
        let request = axum::http::Request::post(path).header(header::CONTENT_TYPE, &kind).body(Body::empty()).unwrap();
        assert!(!is_upload(&request), "{path}");
    }
    let request = axum::http::Request::get(ASK).header(header::CONTENT_TYPE, &kind).body(Body::empty()).unwrap();
    assert!(!is_upload(&request));
    let form = axum::http::Request::post(ASK).header(header::CONTENT_TYPE, URL_ENCODED).body(Body::empty()).unwrap();
    assert!(!is_upload(&form), "a form without files goes its usual way");
}
