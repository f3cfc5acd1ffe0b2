//! What is typed about articles: at the desk, and in search.

use chrono::{NaiveDate, NaiveTime};
use i18n::Script;
use serde::{Deserialize, Serialize};

use super::Topic;
use crate::{Fault, Instant, reader::Reader, text, time::at};

/// Most characters of a title, a body, a slug, a reason and what is searched for.
const TITLE: u32 = 80;
const BODY: u32 = 3_000;
const SLUG: u32 = 60;
const WHY: u32 = 200;
const WORDS: u32 = 100;

/// Places among the articles of a topic.
const LAST: u32 = 9_999;

/// An article as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArticleForm {
    /// Key of the article; `new` or blank for a new one.
    pub id: String,
    /// Number of the newest version when the form was opened; blank for a new article.
    pub seen: String,
    /// Its name in addresses.
    pub slug: String,
    /// A word of [`Topic`].
    pub topic: String,
    /// Its place among those of its topic; blank for the middle.
    pub sort: String,
    /// The script it is written in: `zh-hans` or `zh-hant`.
    pub script: String,
    /// Title in that script.
    pub title: String,
    /// Body in that script.
    pub body: String,
    /// Title in the other script; blank: converted.
    pub other_title: String,
    /// Body in the other script; blank: converted.
    pub other_body: String,
    /// When somebody should look at it again, `YYYY-MM-DD`; blank for never.
    pub review_on: String,
    /// What was changed; may be blank.
    pub why: String,
}

/// An article as it can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its name in addresses.
    pub slug: String,
    /// What it is about.
    pub topic: Topic,
    /// Its place among those of its topic.
    pub sort: u32,
    /// The script it is written in.
    pub script: Script,
    /// Title in that script.
    pub title: String,
    /// Body in that script.
    pub body: String,
    /// Title in the other script, where somebody has written it.
    pub other_title: Option<String>,
    /// Body in the other script, where somebody has written it.
    pub other_body: Option<String>,
    /// When somebody should look at it again.
    pub review_on: Option<NaiveDate>,
    /// What was changed.
    pub why: String,
}

impl ArticleForm {
    /// The article.
    ///
    /// # Errors
    /// Every fault: `required`, `too-long`, `bad-characters`, `not-a-slug`, `unknown` (topic, script), `not-a-number`, `not-a-date`,
    /// `past`.
    pub fn parse(&self, today: NaiveDate) -> Result<Article, Vec<Fault>> {
        let mut reader = Reader::default();
        let slug = slug(&mut reader, &self.slug);
        let topic = word(&mut reader, "topic", &self.topic);
        let sort = reader.number("sort", &self.sort, Some(100), 0, LAST);
        let script = word(&mut reader, "script", &self.script);
        let title = reader.line("title", &self.title, TITLE);
        let body = reader.lines("body", &self.body, BODY);
        for (field, text) in [("title", &title), ("body", &body)] {
            if text.is_empty() && !reader.blames(field) {
                reader.fault(field, "required");
            }
        }
        let other_title = Some(reader.line("other_title", &self.other_title, TITLE)).filter(|text| !text.is_empty());
        let other_body = Some(reader.lines("other_body", &self.other_body, BODY)).filter(|text| !text.is_empty());
        let review_on = review(&mut reader, "review_on", &self.review_on, today);
        let why = reader.line("why", &self.why, WHY);
        let known = topic.zip(script);
        reader.done(known.map(|(topic, script)| Article {
            slug,
            topic,
            sort,
            script,
            title,
            body,
            other_title,
            other_body,
            review_on,
            why,
        }))
    }
}

/// When a version is to be shown, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishForm {
    /// Key of the article.
    pub id: String,
    /// Number of the version that was looked at.
    pub seen: String,
    /// From which day on, `YYYY-MM-DD`; blank for now.
    pub day: String,
    /// From what time on that day; blank for its beginning.
    pub time: String,
    /// Not blank: a person has looked at what seems to be personal and says that it may stay.
    pub checked: String,
}

impl PublishForm {
    /// From when it is to be shown; `None` for at once.
    ///
    /// # Errors
    /// Every fault: `required` (a time without a day), `not-a-date`, `not-a-time`, `past`.
    pub fn parse(&self, now: Instant) -> Result<Option<Instant>, Vec<Fault>> {
        let mut reader = Reader::default();
        let time = reader.time("time", &self.time);
        if self.day.trim().is_empty() {
            if time.is_some() {
                reader.fault("day", "required");
            }
            return reader.done(Some(None));
        }
        let from = reader.day("day", &self.day, None).map(|day| at(day, time.unwrap_or(NaiveTime::MIN)));
        if from.is_some_and(|from| from <= now) {
            reader.fault("day", "past");
        }
        reader.done(from.map(Some))
    }
}

/// What is looked for, as the address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HelpSearch {
    /// Words; blank for none.
    pub q: String,
    /// A word of [`Topic`]; blank for all.
    pub topic: String,
}

/// What is looked for, as understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Words, at most 100 characters; blank for none.
    pub q: String,
    /// Only of this topic.
    pub topic: Option<Topic>,
}

impl HelpSearch {
    /// Reads the address.
    ///
    /// # Errors
    /// Every fault: `too-long`, `bad-characters` (at `q`), `unknown` (at `topic`).
    pub fn parse(&self) -> Result<Wanted, Vec<Fault>> {
        let mut reader = Reader::default();
        let q = reader.line("q", &self.q, WORDS);
        let topic = if self.topic.trim().is_empty() { None } else { word(&mut reader, "topic", &self.topic) };
        reader.done(Some(Wanted { q, topic }))
    }
}

/// The day on which somebody should look at an article again; blank for never.
///
/// # Errors
/// `not-a-date`, `past`, each at `next_review`.
pub fn read_review(typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = review(&mut reader, "next_review", typed, today);
    reader.done(Some(day))
}

fn review(reader: &mut Reader, field: &str, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    if typed.trim().is_empty() {
        return None;
    }
    let day = reader.day(field, typed, None);
    if day.is_some_and(|day| day < today) {
        reader.fault(field, "past");
    }
    day
}

fn slug(reader: &mut Reader, typed: &str) -> String {
    let slug = reader.line("slug", typed, SLUG);
    if slug.is_empty() && !reader.blames("slug") {
        reader.fault("slug", "required");
    }
    let plain = text::is_key(&slug) && !slug.contains('_') && !slug.starts_with('-') && !slug.ends_with('-');
    if !reader.blames("slug") && !plain {
        reader.fault("slug", "not-a-slug");
    }
    slug
}

fn word<T: std::str::FromStr>(reader: &mut Reader, field: &str, typed: &str) -> Option<T> {
    match typed.trim() {
        "" => reader.fault(field, "required"),
        typed => match typed.parse() {
            Ok(word) => return Some(word),
            Err(_) => reader.fault(field, "unknown"),
        },
    }
    None
}
