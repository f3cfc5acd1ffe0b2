//! Writes the prepared answers.

use domain::{Instant, time::to_micros};
use entity::reply_template::ActiveModel;
use i18n::convert::to_hant;
use sea_orm::ActiveValue::Set;
use serde::Deserialize;

use super::rows;
use crate::{Result, Tx};

const REPLIES: &str = include_str!("content/replies.json");

/// A prepared answer as the file has it, in Simplified Chinese.
#[derive(Deserialize)]
struct Reply {
    #[serde(flatten)]
    hans: Texts,
    /// What people in Taiwan would say otherwise than it is converted.
    #[serde(default)]
    hant: Option<Texts>,
}

/// Title and text in lines.
#[derive(Deserialize)]
struct Texts {
    title: String,
    body: Vec<String>,
}

/// Gives how many were written.
pub(super) async fn write(tx: &Tx, now: Instant) -> Result<usize> {
    let replies: Vec<Reply> = serde_json::from_str(REPLIES)?;
    let count = replies.len();
    let row = |(sort, reply): (i32, Reply)| {
        let (title, body) = (reply.hans.title, reply.hans.body.join("\n"));
        let hant = reply.hant.map(|hant| (hant.title, hant.body.join("\n")));
        let (title_hant, body_hant) = hant.unwrap_or_else(|| (to_hant(&title), to_hant(&body)));
        ActiveModel {
            title_hans: Set(title),
            title_hant: Set(title_hant),
            body_hans: Set(body),
            body_hant: Set(body_hant),
            active: Set(true),
            sort: Set(sort),
            updated_at: Set(to_micros(now)),
            ..Default::default()
        }
    };
    rows::insert(tx, (1..).zip(replies).map(row).collect()).await?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use i18n::{Script, convert::foreign};

    use super::*;

    #[test]
    fn every_text_is_in_its_script_and_names_only_variables_there_are() {
        let known = ["{name}", "{number}", "{booking}", "{due}", "{staff}"];
        for reply in serde_json::from_str::<Vec<Reply>>(REPLIES).unwrap() {
            let hant = reply.hant.unwrap_or_else(|| Texts {
                title: to_hant(&reply.hans.title),
                body: reply.hans.body.iter().map(|line| to_hant(line)).collect(),
            });
            for (script, texts) in [(Script::Hans, &reply.hans), (Script::Hant, &hant)] {
                let text = format!("{}\n{}", texts.title, texts.body.join("\n"));
                assert_eq!(foreign(script, &text), Vec::<char>::new(), "{text}");
                let bare = known.iter().fold(text.clone(), |text, name| text.replace(name, ""));
                assert!(!bare.contains(['{', '}']), "{text}");
            }
        }
    }
}
