//! What was said in a round of a case: from its opening until the next.

use std::collections::HashMap;

use domain::{figure::Said, time::from_micros};
use entity::{case_event, case_round};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::Result;

/// Deeds that begin a round, those by which something is said, and those by which we answer.
const BEGINNINGS: [&str; 2] = ["opened", "reopened"];
const WORDS: [&str; 6] = ["opened", "reopened", "wrote", "replied", "asked", "resolved"];
const ANSWERS: [&str; 3] = ["replied", "asked", "resolved"];

/// What was said in some rounds, by the key of the round, in order.
pub(super) struct Talks(HashMap<i64, Vec<case_event::Model>>);

impl Talks {
    /// Reads them.
    pub(super) async fn read(db: &impl ConnectionTrait, rounds: &[case_round::Model]) -> Result<Self> {
        let cases: Vec<i64> = rounds.iter().map(|round| round.case_id).collect();
        if cases.is_empty() {
            return Ok(Self(HashMap::new()));
        }
        let events = case_event::Entity::find()
            .filter(case_event::Column::CaseId.is_in(cases))
            .filter(case_event::Column::What.is_in(WORDS))
            .order_by_asc(case_event::Column::CaseId)
            .order_by_asc(case_event::Column::Seq)
            .all(db)
            .await?;
        let mut told: HashMap<(i64, i32), Vec<case_event::Model>> = HashMap::new();
        let (mut case_id, mut round) = (0, 0);
        for event in events {
            if event.case_id != case_id {
                (case_id, round) = (event.case_id, 0);
            }
            round += i32::from(BEGINNINGS.contains(&event.what.as_str()));
            told.entry((case_id, round)).or_default().push(event);
        }
        let mut of = |round: &case_round::Model| told.remove(&(round.case_id, round.round)).unwrap_or_default();
        Ok(Self(rounds.iter().map(|round| (round.id, of(round))).collect()))
    }

    fn of(&self, round_id: i64) -> &[case_event::Model] {
        self.0.get(&round_id).map(Vec::as_slice).unwrap_or_default()
    }

    /// What we have answered in it.
    fn answers(&self, round_id: i64) -> impl DoubleEndedIterator<Item = &case_event::Model> {
        self.of(round_id).iter().filter(|event| event.actor == "staff" && ANSWERS.contains(&event.what.as_str()))
    }

    /// Who of the staff gave the answer: who said the last word.
    pub(super) fn answerer(&self, round_id: i64) -> Option<i64> {
        self.answers(round_id).next_back().and_then(|event| event.actor_id)
    }

    /// Whether somebody of the staff has answered the customer in it.
    pub(super) fn has_spoken(&self, round_id: i64, staff_id: i64) -> bool {
        self.answers(round_id).any(|event| event.actor_id == Some(staff_id))
    }

    /// What was said in it.
    pub(super) fn said(&self, round_id: i64) -> Vec<Said> {
        let said = |event: &case_event::Model| Said {
            at: from_micros(event.at),
            ours: event.actor == "staff",
            text: event.text.clone(),
        };
        self.of(round_id).iter().filter(|event| event.public && !event.text.is_empty()).map(said).collect()
    }
}
