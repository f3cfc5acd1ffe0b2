//! Attachments (C1): kept by their content, seen by nobody else, attached once, gone when nothing comes of them.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::TimeDelta;
use domain::{
    Rule,
    desk::Role,
    job::Job,
    upload::{FileFault, FileType, MOST_BYTES},
};
use entity::upload as row;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use services::{
    Cx, Outside, Result, Session, job, membership,
    upload::{self, Scanner, ScannerSilent, Verdict},
};

use crate::{
    people::{HOME, colleague, guest, refusal, registration, visitor},
    util::{House, on_both},
};

/// A picture of so many bytes, one by one pixel.
fn png(size: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0".to_vec();
    bytes.resize(size.max(bytes.len()), 7);
    bytes
}

async fn keep(cx: &Cx, session: &Session, name: &str) -> String {
    upload::keep(cx, session, HOME, name, png(100)).await.unwrap()
}

fn at_files<T>(outcome: Result<T>) -> &'static str {
    let Rule::Invalid(faults) = refusal(outcome) else { panic!("no fault of a field") };
    let fault: FileFault = faults[0].code.parse().unwrap();
    assert_eq!(faults, [fault.fault()]);
    fault.as_str()
}

async fn attached(cx: &Cx, session: &Session, files: &str, subject: &str, public: bool) -> Result<usize> {
    let tx = cx.begin().await?;
    let attached = upload::attach(&tx, session, cx.now(), files, subject, public).await?;
    tx.commit().await?;
    Ok(attached.len())
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_sent_with_a_name_that_says_what_it_is() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let bytes = png(MOST_BYTES);
        let id = upload::keep(&house.cx, &session, HOME, "../../截图.pdf", bytes.clone()).await.unwrap();
        let content = upload::open_own(&house.cx, &session, &id).await.unwrap();
        assert_eq!((content.name.as_str(), content.kind), ("截图.png", FileType::Png));
        assert!(content.bytes == bytes);
        let [file] = &upload::mine(&house.cx, &session, &id).await.unwrap()[..] else { panic!("it is one file") };
        assert_eq!((file.name.as_str(), file.size), ("截图.png", 5_242_880));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_picture_and_no_document_is_not_even_stored() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let keep = async |bytes: &[u8]| upload::keep(&house.cx, &session, HOME, "a.png", bytes.to_vec()).await;
        assert_eq!(at_files(keep(b"").await), "empty-file");
        assert_eq!(at_files(keep(b"<!DOCTYPE html><script>alert(1)</script>").await), "not-a-file-type");
        assert_eq!(at_files(keep(b"PK\x03\x04").await), "not-a-file-type");
        assert_eq!(at_files(keep(&png(MOST_BYTES + 1)).await), "too-large");
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_lists_or_attaches_a_file() {
    on_both(async |house: House| {
        let ((_, mine), other) = (visitor(&house.cx).await, guest(&house.cx).await);
        let id = keep(&house.cx, &mine, "a.png").await;
        assert_eq!(refusal(upload::open_own(&house.cx, other.session(), &id).await), Rule::Unknown);
        assert_eq!(refusal(upload::reader(&house.cx, Some(&other), None, &id).await), Rule::Unknown);
        assert_eq!(refusal(upload::reader(&house.cx, None, None, &id).await), Rule::Unknown);
        let (_, boss) = colleague(&house.cx, "wang.supervisor", Role::Supervisor).await;
        assert_eq!(refusal(upload::reader(&house.cx, Some(&other), Some(&boss), &id).await), Rule::Unknown);
        assert_eq!(upload::mine(&house.cx, other.session(), &id).await.unwrap(), []);
        assert_eq!(at_files(attached(&house.cx, other.session(), &id, "case:1", true).await), "file-gone");
        assert!(upload::reader(&house.cx, Some(&services::Asker::Guest(mine)), None, &id).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn files_are_attached_once_and_belong_to_their_subject_from_then_on() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let one = keep(&house.cx, &session, "one.png").await;
        house.clock.forward(TimeDelta::seconds(1));
        let other = keep(&house.cx, &session, "other.png").await;
        let files = format!("{other},{one}");
        assert_eq!(attached(&house.cx, &session, &files, "case:1", false).await.unwrap(), 2);
        assert_eq!(at_files(attached(&house.cx, &session, &one, "case:2", true).await), "file-gone");
        assert_eq!(upload::mine(&house.cx, &session, &files).await.unwrap(), []);
        assert_eq!(refusal(upload::open_own(&house.cx, &session, &one).await), Rule::Unknown);
        assert!(upload::open_attached(&house.cx, &one, "case:1").await.is_ok());
        assert_eq!(refusal(upload::open_attached(&house.cx, &one, "case:2").await), Rule::Unknown);
        let shown = upload::of_subject(&house.db, "case:1").await.unwrap();
        let shown: Vec<_> = shown.iter().map(|(file, public)| (file.name.as_str(), *public)).collect();
        assert_eq!(shown, [("one.png", false), ("other.png", false)]);

        house.clock.forward(TimeDelta::days(40));
        job::run_now(&house.cx, "here", Some(Job::Leftovers)).await.unwrap();
        assert_eq!(upload::of_subject(&house.db, "case:1").await.unwrap().len(), 2, "it outlives its session");
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_not_accepted_attaches_nothing() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let mut ids = Vec::new();
        for _ in 0..6 {
            ids.push(keep(&house.cx, &session, "a.png").await);
        }
        assert_eq!(at_files(attached(&house.cx, &session, &ids.join(","), "case:1", true).await), "too-many");
        let with_foreign = format!("{},{}", ids[0], "0".repeat(32));
        assert_eq!(at_files(attached(&house.cx, &session, &with_foreign, "case:1", true).await), "file-gone");
        assert_eq!(upload::of_subject(&house.db, "case:1").await.unwrap(), []);
        assert_eq!(attached(&house.cx, &session, &ids[..5].join(","), "case:1", true).await.unwrap(), 5);
    })
    .await;
}

#[tokio::test]
async fn two_forms_at_once_cannot_attach_the_same_file() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let id = keep(&house.cx, &session, "a.png").await;
        let (one, other) = tokio::join!(
            attached(&house.cx, &session, &id, "case:1", true),
            attached(&house.cx, &session, &id, "case:2", true)
        );
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    })
    .await;
}

#[tokio::test]
async fn what_nothing_comes_of_is_gone_after_a_day_and_swept() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let id = keep(&house.cx, &session, "a.png").await;
        house.clock.forward(TimeDelta::hours(24));
        assert_eq!(refusal(upload::open_own(&house.cx, &session, &id).await), Rule::Unknown);
        assert_eq!(at_files(attached(&house.cx, &session, &id, "case:1", true).await), "file-gone");
        job::run_now(&house.cx, "here", Some(Job::Leftovers)).await.unwrap();
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn files_come_along_when_somebody_signs_in() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let id = keep(&house.cx, &session, "a.png").await;
        let form = registration("13800138000");
        let signed_in = membership::register(&house.cx, &session, HOME, i18n::Script::Hans, &form).await.unwrap();
        assert_eq!(refusal(upload::open_own(&house.cx, &session, &id).await), Rule::Unknown);
        assert!(upload::open_own(&house.cx, &signed_in.member.session, &id).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_session_cannot_fill_the_house() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let first = keep(&house.cx, &session, "first.png").await;
        for _ in 0..59 {
            house.clock.forward(TimeDelta::seconds(1));
            keep(&house.cx, &session, "a.png").await;
        }
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 15);
        assert_eq!(refusal(upload::open_own(&house.cx, &session, &first).await), Rule::Unknown);
        let again = refusal(upload::keep(&house.cx, &session, HOME, "a.png", png(100)).await);
        assert!(matches!(again, Rule::TooMany(_)), "{again:?}");
        let (_, other) = visitor(&house.cx).await;
        keep(&house.cx, &other, "a.png").await;
    })
    .await;
}

#[tokio::test]
async fn new_sessions_from_one_address_cannot_fill_it_either() {
    on_both(async |house: House| {
        for _ in 0..6 {
            let (_, session) = visitor(&house.cx).await;
            for _ in 0..50 {
                keep(&house.cx, &session, "a.png").await;
            }
        }
        let (_, session) = visitor(&house.cx).await;
        let refused = refusal(upload::keep(&house.cx, &session, HOME, "a.png", png(100)).await);
        assert!(matches!(refused, Rule::TooMany(_)), "{refused:?}");
        assert!(upload::keep(&house.cx, &session, "192.0.2.8", "a.png", png(100)).await.is_ok());
    })
    .await;
}

/// A scanner that always says the same.
struct Says(std::result::Result<Verdict, ScannerSilent>);

#[async_trait]
impl Scanner for Says {
    async fn scan(&self, _: &[u8]) -> std::result::Result<Verdict, ScannerSilent> {
        self.0
    }
}

#[tokio::test]
async fn a_scanner_that_is_set_up_must_find_a_file_clean() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let by = |says| {
            let outside = Outside { scanner: Some(Arc::new(Says(says))), ..Outside::default() };
            house.cx.clone().with_outside(outside)
        };
        for (says, code) in [(Ok(Verdict::Infected), "infected"), (Err(ScannerSilent), "scanner-silent")] {
            let refused = upload::keep(&by(says), &session, HOME, "a.png", png(100)).await;
            assert_eq!(at_files(refused), code);
        }
        let clean = keep(&by(Ok(Verdict::Clean)), &session, "a.png").await;
        let unscanned = keep(&house.cx, &session, "a.png").await;
        for (id, word) in [(clean, "clean"), (unscanned, "unscanned")] {
            assert_eq!(row::Entity::find_by_id(id).one(&house.db).await.unwrap().unwrap().scan, word);
        }
        assert_eq!(row::Entity::find().count(&house.db).await.unwrap(), 2, "what was refused is not stored");
    })
    .await;
}

#[tokio::test]
async fn the_table_keeps_no_file_that_neither_waits_nor_is_attached() {
    on_both(async |house: House| {
        let (_, session) = visitor(&house.cx).await;
        let id = keep(&house.cx, &session, "a.png").await;
        let forever = row::ActiveModel { id: Set(id.clone()), expires_at: Set(None), ..Default::default() };
        assert!(services::error::is_check_violation(&forever.update(&house.db).await.unwrap_err()));
        let kind = row::ActiveModel { id: Set(id), kind: Set("html".to_owned()), ..Default::default() };
        assert!(services::error::is_check_violation(&kind.update(&house.db).await.unwrap_err()));
    })
    .await;
}
