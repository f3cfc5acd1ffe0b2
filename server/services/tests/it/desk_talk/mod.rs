//! Customers who ask and staff who answer, at times that a test says.

use std::sync::atomic::{AtomicU32, Ordering};

use domain::{
    Instant,
    case::{AskForm, CaseNumber, Closer, Deed, Department, Holder, Reply},
    desk::Role,
};
use entity::case_file;
use i18n::Script;
use services::{Asker, Staff, case};

use crate::{
    people::{colleague, guest},
    util::House,
};

/// A house with people at its desk.
pub struct Desk {
    pub house: House,
    /// Customer service.
    pub chen: Staff,
    /// Bookings, who helps out.
    pub lin: Staff,
    /// Supervisors.
    pub wang: Staff,
    pub li: Staff,
    count: AtomicU32,
}

/// A question and who has asked it.
pub struct Question {
    pub asker: Asker,
    pub number: CaseNumber,
}

impl Desk {
    /// The people come to work.
    pub async fn of(house: House) -> Self {
        let cx = &house.cx;
        let (_, chen) = colleague(cx, "chen", Role::Service).await;
        let (_, lin) = colleague(cx, "lin", Role::Agent).await;
        let (_, wang) = colleague(cx, "wang", Role::Supervisor).await;
        let (_, li) = colleague(cx, "li", Role::Supervisor).await;
        Self { chen, lin, wang, li, count: AtomicU32::new(0), house }
    }

    /// It is that time, on the house's clock.
    pub fn at(&self, time: &str) {
        let instant: Instant = format!("{time}:00+08:00").parse().expect("a time");
        self.house.clock.turn_to(instant);
    }

    /// Somebody new asks.
    pub async fn asks(&self, text: &str) -> Question {
        let asker = guest(&self.house.cx).await;
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        let form = AskForm {
            text: text.to_owned(),
            name: "王芳".to_owned(),
            phone: format!("138{count:08}"),
            ..AskForm::default()
        };
        let asking = form.parse().expect("a question");
        let address = format!("192.0.2.{}", count % 250);
        let number = case::ask(&self.house.cx, &asker, &address, Script::Hans, &asking).await.expect("is asked");
        Question { asker, number }
    }

    /// Four of them.
    pub async fn ask_four(&self) -> [Question; 4] {
        [self.asks("asdf").await, self.asks("asdf").await, self.asks("asdf").await, self.asks("asdf").await]
    }

    /// The key of a question that somebody has asked.
    pub async fn some_case(&self) -> i64 {
        self.at("2020-01-06T10:00");
        let question = self.asks("asdf").await;
        self.at("2026-11-23T10:00");
        let found = case_file::Entity::by_number(question.number.as_str()).one(&self.house.db).await;
        found.expect("the database answers").expect("the question is there").id
    }

    /// Somebody of the staff writes.
    pub async fn says(&self, staff: &Staff, question: &Question, deed: Deed) {
        let (number, text) = (question.number.clone(), "答复".to_owned());
        let seen = u32::try_from(i32::MAX).expect("a number");
        let reply = Reply { number, text, deed, seen, files: String::new() };
        case::desk::reply(&self.house.cx, staff, &reply).await.expect("is written");
    }

    /// Somebody of the staff gives the answer.
    pub async fn answers(&self, staff: &Staff, question: &Question) {
        self.says(staff, question, Deed::Resolved { by: Closer::Staff }).await;
    }

    /// It is handed to a department.
    pub async fn hands(&self, question: &Question, to: Department) {
        let deed = Deed::Transferred { to: Holder::Department(to), minutes: 60, contact: String::new() };
        case::desk::transfer(&self.house.cx, &self.chen, &question.number, &deed, "why").await.expect("is handed on");
    }

    /// The customer writes again.
    pub async fn writes(&self, question: &Question) {
        case::write(&self.house.cx, &question.asker, &question.number, "还有一点", "").await.expect("is written");
    }

    /// The customer needs no answer any more.
    pub async fn closes(&self, question: &Question) {
        case::close(&self.house.cx, &question.asker, &question.number).await.expect("is closed");
    }

    /// The customer rates the answer.
    pub async fn rates(&self, question: &Question, level: u8) {
        case::rate(&self.house.cx, &question.asker, &question.number, level, "").await.expect("is rated");
    }
}
