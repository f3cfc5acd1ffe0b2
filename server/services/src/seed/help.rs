//! Writes the knowledge base: what the house has published, what comes in some days, and what is still a draft.

use chrono::TimeDelta;
use domain::{Instant, desk::Role, time::day_of};
use serde::Deserialize;

use super::people::Written;
use crate::{
    Result, Tx,
    help::{Beginning, begin},
};

const ARTICLES: &str = include_str!("content/help.json");

/// So long after it was published an article is to be looked at again.
const REVIEW: TimeDelta = TimeDelta::days(56);

/// An article as the file has it.
#[derive(Deserialize)]
struct Article {
    slug: String,
    topic: String,
    sort: i32,
    /// Published so many days ago; negative: in so many days; none: a draft.
    #[serde(default)]
    days: Option<i64>,
    title: String,
    body: Vec<String>,
    /// What people in Taiwan would say otherwise than it is converted.
    #[serde(default)]
    hant: Option<Texts>,
}

/// Title and body in lines.
#[derive(Deserialize)]
struct Texts {
    title: String,
    body: Vec<String>,
}

/// Gives how many articles were written.
pub(super) async fn write(tx: &Tx, known: &Written, now: Instant) -> Result<usize> {
    let articles: Vec<Article> = serde_json::from_str(ARTICLES)?;
    let author = known.colleague(Role::Service)?.id;
    for article in &articles {
        let publish = article.days.map(|days| now - TimeDelta::days(days));
        let hant = article.hant.as_ref().map(|hant| (hant.title.clone(), hant.body.join("\n")));
        let beginning = Beginning {
            slug: &article.slug,
            topic: article.topic.parse().map_err(crate::Error::Internal)?,
            sort: article.sort,
            title: &article.title,
            body: &article.body.join("\n"),
            hant: hant.as_ref().map(|(title, body)| (title.as_str(), body.as_str())),
            staff_id: Some(author),
            publish,
            review_on: publish.map(|from| day_of(from + REVIEW)),
        };
        begin(tx, &beginning, now).await?;
    }
    Ok(articles.len())
}
