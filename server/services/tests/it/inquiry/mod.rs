//! A house that is asked: its staff, a post that takes letters and text messages, and words for what is asked and answered.
//!
//! It opens on Monday, 23 November 2026, at ten; a first word is promised by eleven, the answer by three in the afternoon.

use std::sync::Arc;

use domain::{
    Instant,
    case::{Asking, CaseNumber, Category, Closer, Deed, Department, Holder, Level, Priority, Reply},
    desk::Role,
    time::from_micros,
};
use entity::{case_alert, case_event, case_file, case_round, notice, staff};
use i18n::Script;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use services::{Asker, Cx, Result, Session, Staff, case, notice as notices};

use crate::{
    people::{HOME, guest},
    util::{
        House,
        post::{Post, with_post},
    },
};

/// The phone number of whoever asks here.
pub const PHONE: &str = "13800138000";

/// The house with its staff.
pub struct Counter {
    pub house: House,
    pub post: Arc<Post>,
    /// Customer service, which answers the web.
    pub chen: Staff,
    /// Customer service too.
    pub ding: Staff,
    /// Rooms.
    pub fang: Staff,
    /// Supervisor of customer service.
    pub wang: Staff,
}

impl Counter {
    pub async fn of(mut house: House) -> Self {
        let (cx, post) = with_post(&house);
        house.cx = cx;
        let chen = clerk(&house, "chen", Role::Service, Department::Service).await;
        let ding = clerk(&house, "ding", Role::Service, Department::Service).await;
        let fang = clerk(&house, "fang", Role::Agent, Department::Rooms).await;
        let wang = clerk(&house, "wang", Role::Supervisor, Department::Service).await;
        Self { house, post, chen, ding, fang, wang }
    }

    pub fn cx(&self) -> &Cx {
        &self.house.cx
    }

    /// It is so late.
    pub fn is(&self, time: &str) {
        self.house.clock.turn_to(instant(time));
    }

    /// A guest asks.
    pub async fn asks(&self, text: &str) -> (Asker, CaseNumber) {
        let asker = guest(self.cx()).await;
        let number = self.asked_by(&asker, text).await;
        (asker, number)
    }

    /// Somebody asks.
    pub async fn asked_by(&self, asker: &Asker, text: &str) -> CaseNumber {
        case::ask(self.cx(), asker, HOME, Script::Hans, &asking(text)).await.expect("asks")
    }

    /// Somebody of the staff writes, knowing all that was said.
    pub async fn says(&self, staff: &Staff, number: &CaseNumber, deed: Deed, text: &str) -> Result<()> {
        let seen = u32::try_from(self.case(number).await.seq).expect("small");
        self.says_knowing(staff, number, deed, text, seen).await
    }

    /// The same, knowing what was said up to an entry.
    pub async fn says_knowing(
        &self,
        staff: &Staff,
        number: &CaseNumber,
        deed: Deed,
        text: &str,
        seen: u32,
    ) -> Result<()> {
        let reply = Reply { number: number.clone(), text: text.to_owned(), deed, seen, files: String::new() };
        case::desk::reply(self.cx(), staff, &reply).await
    }

    /// Chen answers.
    pub async fn answers(&self, number: &CaseNumber) {
        self.says(&self.chen, number, RESOLVED, "可以，办好了。").await.expect("answers");
    }

    /// Chen hands it to a department, for two hours.
    pub async fn hands(&self, number: &CaseNumber, to: Department) {
        let deed = handed(Holder::Department(to), 120);
        case::desk::transfer(self.cx(), &self.chen, number, &deed, "要问客房").await.expect("hands on");
    }

    /// Judges a question.
    pub async fn judges(&self, number: &CaseNumber, level: Level, priority: Priority) {
        let deed = Deed::Triaged { category: Category::Stay, level, priority };
        case::desk::triage(self.cx(), &self.chen, number, &deed).await.expect("judges");
    }

    /// The row of a case.
    pub async fn case(&self, number: &CaseNumber) -> case_file::Model {
        case_file::Entity::by_number(number.as_str()).one(&self.house.db).await.unwrap().expect("there is such a case")
    }

    /// When it is due, as a time of Shanghai.
    pub async fn due(&self, number: &CaseNumber) -> String {
        said(self.case(number).await.due_at)
    }

    /// A round of it.
    pub async fn round(&self, number: &CaseNumber, round: i32) -> case_round::Model {
        let id = self.case(number).await.id;
        case_round::Entity::of_case(id, round).one(&self.house.db).await.unwrap().expect("there is such a round")
    }

    /// What happened in a case, in words.
    pub async fn log(&self, number: &CaseNumber) -> Vec<String> {
        let id = self.case(number).await.id;
        let events = case_event::Entity::of_case(id).all(&self.house.db).await.unwrap();
        events.into_iter().map(|event| event.what).collect()
    }

    /// What staff were told, the oldest first: what, whom by login or department, when it is due.
    pub async fn alerts(&self) -> Vec<String> {
        let rows = case_alert::Entity::find().order_by_asc(case_alert::Column::Id).all(&self.house.db).await.unwrap();
        let mut told = Vec::new();
        for row in rows {
            let whom = match row.staff_id {
                Some(id) => {
                    staff::Entity::find_by_id(id).one(&self.house.db).await.unwrap().expect("a colleague").login
                }
                None => row.department,
            };
            told.push(format!("{} {whom} {}", row.what, said(Some(row.due_at))).replace("  ", " "));
        }
        told
    }

    /// Topics of what the customer of a case was told, the oldest first.
    pub async fn told(&self, number: &CaseNumber) -> Vec<String> {
        let id = self.case(number).await.id;
        let found = notice::Entity::find().filter(notice::Column::CaseId.eq(id)).order_by_asc(notice::Column::Id);
        found.all(&self.house.db).await.unwrap().into_iter().map(|row| row.topic).collect()
    }

    /// The letters that have gone out by now.
    pub async fn letters(&self) -> Vec<String> {
        notices::deliver(self.cx(), "worker").await.expect("delivers");
        self.post.letters().into_iter().map(|letter| letter.text).collect()
    }

    /// The link to rate that went out last.
    pub async fn link(&self) -> String {
        let letters = self.letters().await;
        let link = letters.iter().rev().find_map(|letter| letter.split_once("/rate/"));
        let (_, rest) = link.unwrap_or_else(|| panic!("no link in {letters:?}"));
        rest.chars().take_while(|ch| ch.is_ascii_alphanumeric() || *ch == '-').collect()
    }

    /// Everything agrees with everything.
    pub async fn is_sound(&self) {
        assert_eq!(self.house.faults().await, Vec::<String>::new());
    }
}

/// Somebody of the staff who has signed in, in a department.
pub async fn clerk(house: &House, login: &str, role: Role, department: Department) -> Staff {
    let row = staff::ActiveModel {
        login: Set(login.to_owned()),
        name: Set(format!("{login} 明")),
        role: Set(role.as_str().to_owned()),
        password_hash: Set(String::new()),
        active: Set(true),
        created_at: Set(0),
        department: Set(department.as_str().to_owned()),
        ..Default::default()
    };
    let id = row.insert(&house.db).await.expect("is taken on").id;
    Staff { id, login: login.to_owned(), role, session: Session { hash: format!("session of {login}") } }
}

/// The answer.
pub const RESOLVED: Deed = Deed::Resolved { by: Closer::Staff };

/// Handed on, with so many minutes.
pub fn handed(to: Holder, minutes: u32) -> Deed {
    let contact = if matches!(to, Holder::Partner(_)) { "010-5555 0199".to_owned() } else { String::new() };
    Deed::Transferred { to, minutes, contact }
}

/// A question of Miss Lin's.
pub fn asking(text: &str) -> Asking {
    Asking {
        topic: None,
        text: text.to_owned(),
        name: "林美玲".to_owned(),
        phone: PHONE.parse().unwrap(),
        email: Some("lin.meiling@example.com".parse().unwrap()),
        booking: None,
        code: String::new(),
        files: String::new(),
    }
}

/// A time of Shanghai, such as `2026-11-23T11:00`.
pub fn instant(text: &str) -> Instant {
    format!("{text}:00+08:00").parse().unwrap_or_else(|_| panic!("{text:?} is no time"))
}

/// What the database keeps as such a time, without its year; blank for nothing.
pub fn said(micros: Option<i64>) -> String {
    let shanghai = |micros| from_micros(micros).with_timezone(&domain::time::zone());
    micros.map(|micros| shanghai(micros).format("%m-%d %H:%M").to_string()).unwrap_or_default()
}
