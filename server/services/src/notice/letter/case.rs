//! What a notice of a question tells: its number and its promise, what was answered, to whom it was handed.

use domain::{
    Instant,
    case::{Holder, Status},
    notice::Topic,
    time::from_micros,
};
use entity::{case_event, case_file, notice};
use i18n::{Arg, Script, format, t, text, text_with};
use serde::Deserialize;

use super::{
    Shelf, Tale,
    facts::{Facts, Table},
    words::line,
};
use crate::{Cx, Result, case::token};

/// What the event said beside the case.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    /// The entry it tells of.
    seq: i32,
    /// It was the answer.
    resolved: bool,
    due: Option<i64>,
    to: Option<Holder>,
    minutes: u32,
    contact: String,
}

/// A notice of a case with everything it is about.
pub(super) struct CaseTale {
    topic: Topic,
    case: case_file::Model,
    said: Option<case_event::Model>,
    script: Script,
    origin: String,
    detail: Detail,
    /// The secret of the link to rate the outcome; blank where there is nothing to rate.
    rate: String,
}

impl CaseTale {
    /// In some script.
    pub(super) fn on(cx: &Cx, row: &notice::Model, script: Script, shelf: &Shelf) -> Result<Self> {
        let topic = row.topic()?;
        let detail: Detail = serde_json::from_str(&row.detail)?;
        let case = shelf.case(row.case_id.unwrap_or_default())?;
        let said = shelf.said(case.id, detail.seq);
        let rates = topic == Topic::Rate || (topic == Topic::Answered && detail.resolved);
        let open = rates && case.closed_by == "staff" && case.status()? == Status::Resolved;
        let open = open && !shelf.is_rated(case.id, case.round);
        let rate = if open { token(cx, &case)? } else { String::new() };
        Ok(Self { topic, case, said, script, origin: cx.outside().origin.clone(), detail, rate })
    }

    /// What staff said, as they wrote it, a paragraph each.
    fn words(&self) -> Vec<String> {
        let said = self.said.as_ref().map(|event| event.text.as_str()).unwrap_or_default();
        said.lines().map(line).filter(|line| !line.is_empty()).collect()
    }

    /// Working time that those have to whom it was handed.
    fn span(&self) -> String {
        let script = self.script;
        match (self.detail.minutes / 60, self.detail.minutes % 60) {
            (0, rest) => t!(script, "span-minutes", minutes = i64::from(rest)),
            (hours, 0) => t!(script, "span-hours", hours = i64::from(hours)),
            (hours, rest) => t!(script, "span-both", hours = i64::from(hours), minutes = i64::from(rest)),
        }
    }

    fn holder(&self) -> String {
        match &self.detail.to {
            Some(Holder::Department(department)) => text(self.script, &format!("department-{department}")),
            Some(Holder::Partner(name)) => line(name),
            None => String::new(),
        }
    }
}

impl Tale for CaseTale {
    fn script(&self) -> Script {
        self.script
    }

    fn tone(&self) -> &'static str {
        if self.topic == Topic::Answered && self.detail.resolved { "resolved" } else { self.topic.as_str() }
    }

    fn name(&self) -> &str {
        &self.case.name
    }

    fn what(&self) -> String {
        line(&self.case.title)
    }

    fn told_of(&self, id: &str, what: String) -> String {
        let due = self.detail.due.map(|due| format::moment(self.script, from_micros(due))).unwrap_or_default();
        let reply = self.words().join(" ");
        let args = [
            ("number", Arg::from(self.case.number.as_str())),
            ("what", Arg::from(what)),
            ("due", Arg::from(due)),
            ("reply", Arg::from(reply)),
            ("to", Arg::from(self.holder())),
            ("contact", Arg::from(line(&self.detail.contact))),
            ("span", Arg::from(self.span())),
        ];
        text_with(self.script, id, &args)
    }

    fn paragraphs(&self) -> Result<Vec<String>> {
        let mut told = vec![self.told(&format!("mail-lead-{}", self.tone()))];
        match self.topic {
            Topic::Answered | Topic::Question => told.extend(self.words()),
            Topic::Handed => {
                told.push(self.told("mail-handed-why"));
                if !self.detail.contact.is_empty() {
                    told.push(self.told("mail-handed-contact"));
                }
            }
            Topic::Postponed if !self.words().is_empty() => told.push(self.told("mail-postponed-why")),
            _ => {}
        }
        Ok(told)
    }

    fn facts(&self) -> Result<Facts> {
        let script = self.script;
        let rows =
            vec![(t!(script, "inquiry-number"), self.case.number.clone()), (t!(script, "inquiry-asked"), self.what())];
        let caption = t!(script, "inquiry-caption");
        Ok(Facts { tables: vec![Table { caption, rows, summed: false }], notes: Vec::new() })
    }

    fn page(&self) -> String {
        format!("/inquiries/{}", self.case.number)
    }

    fn link(&self) -> String {
        if !self.rate.is_empty() {
            return format!("{}/{}/rate/{}", self.origin, self.script, self.rate);
        }
        let page = if self.case.member_id.is_some() { self.page() } else { "/inquiries/find".to_owned() };
        format!("{}/{}{page}", self.origin, self.script)
    }

    fn open(&self) -> String {
        t!(self.script, if self.rate.is_empty() { "mail-open-inquiry" } else { "mail-open-rate" })
    }

    fn way_in(&self) -> String {
        let id = match (self.rate.is_empty(), self.case.member_id) {
            (false, _) => "mail-rate-link",
            (true, Some(_)) => "mail-sign-in-inquiry",
            (true, None) => "mail-find-inquiry",
        };
        text(self.script, id)
    }

    /// A rating that was given, or of what was opened again, is not asked for.
    fn is_void(&self, _now: Instant) -> bool {
        self.topic == Topic::Rate && self.rate.is_empty()
    }
}
