//! The clocks by hand: what each rule means, in working time and out of it.

use proptest::prelude::*;

use super::*;
use crate::{
    Instant,
    calendar::{self, Calendar, MINUTE},
    testing::said,
};

pub(super) fn instant(text: &str) -> Instant {
    format!("{text}:00+08:00").parse().unwrap()
}

fn opened() -> Deed {
    Deed::Opened {
        category: Category::Stay,
        level: Level::Simple,
        priority: Priority::Normal,
        department: Department::Service,
    }
}

/// The clocks of a log of times and deeds, under a policy, at a time.
fn under(promise: &Promise, calendar: &Calendar, log: &[(&str, Deed)], now: &str) -> Clocks {
    let log: Vec<_> = log.iter().map(|(at, deed)| Entry { at: instant(at), deed: deed.clone() }).collect();
    clocks(promise, calendar, &log, instant(now)).unwrap()
}

fn at(log: &[(&str, Deed)], now: &str) -> Clocks {
    under(&Promise::first_of(Kind::Inquiry), &calendar::first(), log, now)
}

fn due(clocks: &Clocks, duty: Duty) -> Option<Instant> {
    clocks.duty(duty).unwrap().due
}

const STAFF: Deed = Deed::Resolved { by: Closer::Staff };

fn extended(until: &str) -> Deed {
    Deed::Extended { until: instant(until) }
}

fn handed(to: Department) -> Deed {
    Deed::Transferred { to: Holder::Department(to), minutes: 60, contact: String::new() }
}

#[test]
fn a_question_is_promised_a_first_word_and_an_answer_in_working_time() {
    let clocks = at(&[("2026-11-27T17:30", opened())], "2026-11-27T17:31");
    assert_eq!(due(&clocks, Duty::First), Some(instant("2026-11-30T09:30")));
    assert_eq!(due(&clocks, Duty::Answer), Some(instant("2026-11-30T13:30")));
    assert_eq!(clocks.due(), Some((Duty::First, instant("2026-11-30T09:30"))));
}

#[test]
fn what_is_done_at_the_last_moment_is_done_in_time_and_a_moment_later_not() {
    for (at_time, late) in [("2026-11-23T11:00", false), ("2026-11-23T11:01", true)] {
        let clocks = at(&[("2026-11-23T10:00", opened()), (at_time, Deed::Replied)], "2026-11-24T10:00");
        assert_eq!(clocks.duty(Duty::First).unwrap().broken.is_some(), late, "{at_time}");
    }
    // The promise was the evening; the next morning is late although no working time went by.
    let log = [("2026-11-23T17:00", opened()), ("2026-11-24T09:00", Deed::Replied)];
    assert_eq!(at(&log, "2026-11-24T09:00").duties[0].broken, Some(instant("2026-11-23T18:00")));
}

#[test]
fn the_clock_waits_for_the_customer_and_goes_on_where_it_stood() {
    let log = [("2026-11-23T10:00", opened()), ("2026-11-23T10:30", Deed::Asked)];
    let waiting = at(&log, "2026-11-25T10:00");
    let answer = waiting.duty(Duty::Answer).unwrap();
    assert_eq!((waiting.status, answer.due, answer.left), (Status::Waiting, None, 210 * MINUTE));
    let log = [log.as_slice(), &[("2026-11-25T16:00", Deed::Wrote)]].concat();
    assert_eq!(due(&at(&log, "2026-11-25T16:00"), Duty::Answer), Some(instant("2026-11-26T10:30")));
}

#[test]
fn a_complaint_waits_for_nobody_day_or_night() {
    let (promise, always) = (Promise::first_of(Kind::Complaint), Calendar::always());
    let log = [("2026-10-03T23:00", opened()), ("2026-10-04T02:00", Deed::Asked)];
    let clocks = under(&promise, &always, &log, "2026-10-04T03:00");
    // The interim reply never stops the final clock (D3).
    assert_eq!(clocks.duty(Duty::First).unwrap().met, Some(instant("2026-10-04T02:00")));
    assert_eq!(due(&clocks, Duty::Answer), Some(instant("2026-10-04T23:00")));
}

#[test]
fn an_extension_is_the_time_that_was_named_and_breaks_nothing_that_was_kept() {
    let log = [("2026-11-23T10:00", opened()), ("2026-11-23T11:00", extended("2026-11-25T11:45"))];
    let clocks = at(&log, "2026-11-23T12:00");
    assert_eq!(due(&clocks, Duty::Answer), Some(instant("2026-11-25T11:45")));
    assert!(clocks.duty(Duty::First).unwrap().met.is_some(), "the customer has heard from a person");
    let late = at(&log, "2026-11-25T11:46");
    assert_eq!(late.duty(Duty::Answer).unwrap().broken, Some(instant("2026-11-25T11:45")));
}

#[test]
fn urgent_means_at_most_the_urgent_time_from_now_and_back_gains_nothing() {
    let triaged = |priority| Deed::Triaged { category: Category::Stay, level: Level::Simple, priority };
    let log = [("2026-11-23T09:00", opened()), ("2026-11-23T10:00", triaged(Priority::Urgent))];
    assert_eq!(due(&at(&log, "2026-11-23T10:00"), Duty::Answer), Some(instant("2026-11-23T12:00")));
    let log = [log.as_slice(), &[("2026-11-23T11:00", triaged(Priority::Normal))]].concat();
    assert_eq!(due(&at(&log, "2026-11-23T11:00"), Duty::Answer), Some(instant("2026-11-23T14:00")));
    let complex = Deed::Triaged { category: Category::Stay, level: Level::Complex, priority: Priority::Normal };
    let log = [("2026-11-23T09:00", opened()), ("2026-11-23T10:00", complex)];
    assert_eq!(due(&at(&log, "2026-11-23T10:00"), Duty::Answer), Some(instant("2026-11-25T18:00")));
}

#[test]
fn opened_again_everything_is_owed_again() {
    let log = [("2026-11-23T09:00", opened()), ("2026-11-23T09:30", STAFF), ("2026-11-24T09:00", Deed::Reopened)];
    let clocks = at(&log, "2026-11-24T09:00");
    assert_eq!((clocks.round, clocks.duties.len()), (2, 4));
    assert_eq!(due(&clocks, Duty::First), Some(instant("2026-11-24T10:00")));
    assert_eq!(due(&clocks, Duty::Answer), Some(instant("2026-11-24T14:00")));
}

#[test]
fn handing_on_resets_no_promise_and_who_spent_the_time_is_named() {
    let log = [
        ("2026-11-23T09:00", opened()),
        ("2026-11-23T09:30", handed(Department::Coach)),
        ("2026-11-23T10:00", Deed::Accepted),
        ("2026-11-23T11:30", Deed::Returned),
        ("2026-11-23T13:00", STAFF),
    ];
    let clocks = at(&log, "2026-11-23T14:00");
    let answer = clocks.duty(Duty::Answer).unwrap();
    assert_eq!((answer.due, answer.broken), (Some(instant("2026-11-23T14:00")), None));
    let first = clocks.duty(Duty::First).unwrap();
    assert_eq!(first.broken, Some(instant("2026-11-23T10:00")));
    assert_eq!(first.blame, Some(Holder::Department(Department::Coach)), "half an hour each: who came last");
    let legs: Vec<_> = clocks.legs.iter().map(|leg| (leg.holder.clone(), leg.spent / MINUTE, leg.broken)).collect();
    let service = Holder::Department(Department::Service);
    assert_eq!(
        legs,
        [
            (service.clone(), 30, None),
            (Holder::Department(Department::Coach), 120, Some(instant("2026-11-23T10:30"))),
            (service, 30, None),
        ]
    );
    assert!(clocks.legs[1].returned && clocks.legs[1].accepted == Some(instant("2026-11-23T10:00")));
}

#[test]
fn a_leg_waits_for_the_customer_too() {
    let log = [
        ("2026-11-23T09:00", opened()),
        ("2026-11-23T09:30", handed(Department::Coach)),
        ("2026-11-23T09:40", Deed::Asked),
        ("2026-11-24T09:00", Deed::Wrote),
    ];
    let clocks = at(&log, "2026-11-24T09:30");
    let leg = clocks.leg().unwrap();
    assert_eq!((leg.due, leg.spent / MINUTE), (Some(instant("2026-11-24T09:50")), 40));
}

#[test]
fn a_closed_case_takes_nothing_but_notes_ratings_and_opening_again() {
    for deed in [Deed::Replied, Deed::Asked, Deed::Wrote, STAFF, handed(Department::Coach), Deed::Released] {
        assert_eq!(Status::Resolved.after(&deed), None, "{deed:?}");
    }
    assert_eq!(Status::Resolved.after(&Deed::Reopened), Some(Status::Open));
    assert_eq!(Status::Resolved.after(&Deed::Noted), Some(Status::Resolved));
    assert_eq!(Status::Open.after(&Deed::Reopened), None);
    assert_eq!(Status::Waiting.after(&Deed::Replied), Some(Status::Waiting));
}

#[test]
fn a_log_that_does_not_begin_is_none() {
    let (promise, calendar) = (Promise::first_of(Kind::Inquiry), calendar::first());
    assert!(clocks(&promise, &calendar, &[], instant("2026-11-23T09:00")).is_none());
    let log = [Entry { at: instant("2026-11-23T09:00"), deed: Deed::Wrote }];
    assert!(clocks(&promise, &calendar, &log, instant("2026-11-23T09:00")).is_none());
}

#[test]
fn deeds_are_kept_as_they_are_read() {
    for deed in [opened(), STAFF, handed(Department::Coach), extended("2026-11-25T11:45"), Deed::Rated { level: 4 }] {
        let json = serde_json::to_value(&deed).unwrap();
        assert_eq!(json["what"], deed.as_str());
        assert_eq!(serde_json::from_value::<Deed>(json).unwrap(), deed);
    }
}

fn ask(text: &str, phone: &str) -> AskForm {
    AskForm { text: text.to_owned(), phone: phone.to_owned(), name: "王芳".to_owned(), ..AskForm::default() }
}

#[test]
fn a_question_is_read_and_every_fault_told() {
    let asking = AskForm { booking: "ys".to_owned(), ..ask("", "12") };
    assert_eq!(
        said(asking.parse().unwrap_err()),
        ["text required", "phone not-a-phone", "booking not-a-number-of-ours"]
    );
    let asking =
        AskForm { code: "too-late".to_owned(), topic: "trip".to_owned(), ..ask("几点上车？", "13800138000") };
    let read = asking.parse().unwrap();
    assert_eq!((read.topic, read.code.as_str(), read.booking), (Some(Category::Trip), "too-late", None));
    let long = ask(&"长".repeat(3001), "13800138000");
    assert_eq!(said(long.parse().unwrap_err()), ["text too-long 3000"]);
}

#[test]
fn what_nobody_sees_is_no_question_and_what_turns_a_line_around_is_none() {
    for text in ["\u{200b}\u{200d}", " \n\t", "\u{2060}"] {
        assert_eq!(said(ask(text, "13800138000").parse().unwrap_err()), ["text required"], "{text:?}");
    }
    assert_eq!(said(ask("a\u{202e}b", "13800138000").parse().unwrap_err()), ["text bad-characters"]);
    for text in ["👨‍👩‍👧 可以带宠物吗", "<script>alert(1)</script>", "ก็"] {
        assert_eq!(ask(text, "13800138000").parse().unwrap().text, text);
    }
}

#[test]
fn a_partner_outside_has_a_name_and_a_contact() {
    let form = TransferForm { number: CaseNumber::generate(Kind::Inquiry, 1).to_string(), ..TransferForm::default() };
    let outside = TransferForm { to: "partner".to_owned(), minutes: "60".to_owned(), ..form.clone() };
    let faults = said(outside.parse().unwrap_err());
    assert_eq!(faults, ["why required", "partner required", "contact required"]);
    assert_eq!(said(form.parse().unwrap_err()), ["minutes required", "why required", "to required"]);
}

proptest! {
    #[test]
    fn nothing_typed_makes_it_panic(a: String, b: String, c: String, d: String) {
        let form = AskForm { topic: a.clone(), text: b.clone(), name: c.clone(), phone: d.clone(), email: a.clone(), booking: b.clone(), code: c.clone(), files: d.clone(), files_fault: a.clone() };
        let _ = form.parse();
        let _ = ReplyForm { number: a.clone(), text: b.clone(), deed: c.clone(), seen: d.clone(), files: a.clone(), files_fault: b.clone() }.parse();
        let _ = TransferForm { number: a.clone(), to: b.clone(), partner: c.clone(), contact: d.clone(), minutes: a.clone(), why: b.clone() }.parse();
        let _ = (read_rating(&a, &b), BulkForm { numbers: c, deed: d }.parse());
    }
}
