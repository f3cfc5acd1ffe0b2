//! A resolved question becomes a draft of an article (C9); what looks personal in it is pointed out there.

use domain::{
    Rule,
    case::{CaseNumber, Category, Status},
    desk::Permission,
    help::Topic,
};
use entity::case_event;
use i18n::Script;

use crate::{
    Cx, Result, Staff, audit,
    case::scope,
    desk::need,
    help::{self, Resolved},
};

/// Makes the draft; gives the article's key. Needs [`Permission::AnswerCases`] and the right to write articles.
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::CaseClosed`] while it is not resolved.
pub async fn article(cx: &Cx, staff: &Staff, number: &CaseNumber) -> Result<i64> {
    need(staff.role, Permission::AnswerCases)?;
    let case = scope::any(&cx.db, number).await?;
    if case.status()? != Status::Resolved {
        return Err(Rule::CaseClosed.into());
    }
    let events = case_event::Entity::of_case(case.id).all(&cx.db).await?;
    let said = |actor: &str| {
        let said = events.iter().filter(|event| event.public && event.actor == actor && !event.text.is_empty());
        let words = said.filter(|event| !matches!(event.what.as_str(), "transferred" | "extended" | "rated"));
        words.map(|event| event.text.as_str()).collect::<Vec<_>>().join("\n\n")
    };
    let script: Script = case.script.parse().map_err(|_| Rule::Unknown)?;
    let resolved = Resolved {
        script,
        topic: topic(case.category()?),
        title: case.title.clone(),
        question: said("customer"),
        answer: said("staff"),
        names: vec![case.name.clone()],
    };
    let id = help::draft_from(cx, staff, &resolved).await?;
    let tx = cx.begin().await?;
    audit::write(&tx, staff.id, cx.now(), "case-to-help", &case.number).await?;
    tx.commit().await?;
    Ok(id)
}

const fn topic(category: Category) -> Topic {
    match category {
        Category::Booking => Topic::Booking,
        Category::Payment => Topic::Payment,
        Category::Stay => Topic::Stay,
        Category::Venue => Topic::Venue,
        Category::Trip => Topic::Trip,
        Category::Member => Topic::Member,
        Category::Other => Topic::Other,
    }
}
