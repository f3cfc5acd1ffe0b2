//! A house with a knowledge base, and words for what is done there.

use domain::{
    desk::Role,
    help::{ArticleForm, HelpDesk, HelpHit, Passage, PublishForm},
};
use i18n::Script;
use services::{Result, Staff, help};

use crate::{people::colleague, util::House};

/// The house, and who keeps its help.
pub struct Library {
    pub house: House,
    /// Customer service: writes.
    pub chen: Staff,
    /// Supervisor: publishes.
    pub wang: Staff,
}

/// An article in Simplified Chinese.
pub fn article(slug: &str, title: &str, body: &str) -> ArticleForm {
    ArticleForm {
        slug: slug.to_owned(),
        topic: "booking".to_owned(),
        script: "zh-hans".to_owned(),
        title: title.to_owned(),
        body: body.to_owned(),
        ..ArticleForm::default()
    }
}

/// The words of a passage, what was looked for in brackets.
pub fn said(passages: &[Passage]) -> String {
    passages.iter().map(|(part, found)| if *found { format!("[{part}]") } else { part.clone() }).collect()
}

impl Library {
    pub async fn of(house: House) -> Self {
        let (_, chen) = colleague(&house.cx, "chen", Role::Service).await;
        let (_, wang) = colleague(&house.cx, "wang", Role::Supervisor).await;
        Self { house, chen, wang }
    }

    /// Writes an article and publishes it; gives its key.
    pub async fn publishes(&self, form: &ArticleForm) -> i64 {
        let id = self.saves(form).await.expect("is saved");
        self.shows(id, "", "").await.expect("is published");
        id
    }

    /// Saves what was typed.
    pub async fn saves(&self, form: &ArticleForm) -> Result<i64> {
        help::save(&self.house.cx, &self.chen, form).await
    }

    /// Publishes the newest version on a day at a time.
    pub async fn shows(&self, id: i64, day: &str, time: &str) -> Result<i64> {
        let seen = self.looks_at(id).await.versions[0].number.to_string();
        let (day, time) = (day.to_owned(), time.to_owned());
        let form = PublishForm { id: id.to_string(), seen, day, time, checked: String::new() };
        help::publish(&self.house.cx, &self.wang, &form).await
    }

    /// The article at the desk.
    pub async fn looks_at(&self, id: i64) -> HelpDesk {
        help::edit(&self.house.cx, &self.wang, Script::Hans, id).await.expect("an article")
    }

    /// The form as the desk's page fills it in.
    pub async fn form(&self, id: i64) -> ArticleForm {
        let desk = self.looks_at(id).await;
        let own = |text: &str| if desk.own { text.to_owned() } else { String::new() };
        ArticleForm {
            id: id.to_string(),
            seen: desk.versions[0].number.to_string(),
            slug: desk.row.slug.clone(),
            topic: desk.row.topic.to_string(),
            sort: desk.sort.to_string(),
            script: desk.script.to_string(),
            title: desk.written.0.clone(),
            body: desk.written.1.clone(),
            other_title: own(&desk.other.0),
            other_body: own(&desk.other.1),
            ..ArticleForm::default()
        }
    }

    /// What is found by words in a script.
    pub async fn finds(&self, script: Script, words: &str) -> Vec<HelpHit> {
        help::search(&self.house.cx, script, words).await.expect("an answer")
    }

    /// The names of what is found.
    pub async fn slugs(&self, script: Script, words: &str) -> Vec<String> {
        self.finds(script, words).await.into_iter().map(|hit| hit.slug).collect()
    }

    /// The title that everybody reads.
    pub async fn title(&self, slug: &str) -> Result<String> {
        Ok(help::show(&self.house.cx, None, Script::Hans, slug).await?.title)
    }
}
