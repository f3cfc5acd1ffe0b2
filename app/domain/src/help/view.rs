//! How articles are shown.

use chrono::NaiveDate;
use i18n::Script;
use serde::{Deserialize, Serialize};

use super::{Block, HelpStatus, Topic, redact::Secret};
use crate::Instant;

/// A part of a text, and whether it is what was looked for.
pub type Passage = (String, bool);

/// A part of a text, and what it seems to tell of a person.
pub type Suspect = (String, Option<Secret>);

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLink {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
}

/// A topic with articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpTopic {
    /// The topic.
    pub topic: Topic,
    /// Articles.
    pub articles: Vec<HelpLink>,
    /// There are more than these.
    pub more: bool,
}

/// An article that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpHit {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: Vec<Passage>,
    /// What it is about.
    pub topic: Topic,
    /// A few lines of its body around what was looked for.
    pub excerpt: Vec<Passage>,
}

/// The first page of the knowledge base.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpHome {
    /// What was looked for; blank for nothing.
    pub q: String,
    /// Only of this topic.
    pub topic: Option<Topic>,
    /// What was found.
    pub hits: Vec<HelpHit>,
    /// Topics, where nothing was looked for or nothing found.
    pub topics: Vec<HelpTopic>,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpPage {
    /// Its name in addresses.
    pub slug: String,
    /// What it is about.
    pub topic: Topic,
    /// Its title.
    pub title: String,
    /// Its body.
    pub body: Vec<Block>,
    /// Shown as it is since then.
    pub since: Instant,
    /// What the reader has said: whether it helped him.
    pub voted: Option<bool>,
    /// Others of its topic.
    pub related: Vec<HelpLink>,
}

/// An article in the desk's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpRow {
    /// Its key.
    pub id: i64,
    /// Its name in addresses.
    pub slug: String,
    /// What it is about.
    pub topic: Topic,
    /// Title of its newest version.
    pub title: String,
    /// Where it stands.
    pub status: HelpStatus,
    /// The newest version is a draft: somebody should publish it.
    pub waits: bool,
    /// From when it will be shown, where it is scheduled.
    pub from: Option<Instant>,
    /// When somebody should look at it again.
    pub review_on: Option<NaiveDate>,
    /// That day has come.
    pub due: bool,
    /// So many readers were helped.
    pub helped: u32,
    /// So many were not.
    pub unhelped: u32,
}

/// A version of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpVersion {
    /// Its number, from 1.
    pub number: u32,
    /// Its title in the reader's script.
    pub title: String,
    /// Where it stands.
    pub status: HelpStatus,
    /// Shown from then on.
    pub from: Option<Instant>,
    /// Name of who wrote it; blank where nobody of the staff did.
    pub by: String,
    /// What was changed.
    pub why: String,
    /// When it was written.
    pub at: Instant,
}

/// An article at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpDesk {
    /// The article.
    pub row: HelpRow,
    /// Its place among those of its topic.
    pub sort: u32,
    /// The script it is written in.
    pub script: Script,
    /// Title and body of the newest version in that script.
    pub written: (String, String),
    /// In the other script.
    pub other: (String, String),
    /// Somebody has written the other script by hand.
    pub own: bool,
    /// What looks personal in the newest version, line by line of title and body; blank where nothing does.
    pub suspects: Vec<Vec<Suspect>>,
    /// Versions, the newest first.
    pub versions: Vec<HelpVersion>,
    /// The reader may publish.
    pub publisher: bool,
}
