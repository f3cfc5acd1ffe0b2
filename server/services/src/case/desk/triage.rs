//! Judging a case anew (C3). Where the customer hears later by that, he is told.

use domain::{
    Rule,
    case::{CaseNumber, Deed, Duty},
    desk::Permission,
    notice::Topic,
};
use serde_json::json;

use crate::{
    Cx, Result, Staff, audit,
    booking::timeline::By,
    case::{bus, log, scope},
    desk::need,
    notice,
};

/// Sets category, level and priority; the same again changes nothing. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::CaseClosed`].
pub async fn triage(cx: &Cx, staff: &Staff, number: &CaseNumber, deed: &Deed) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let Deed::Triaged { category, level, priority } = *deed else { return Err(Rule::Unknown.into()) };
    let found = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, found.id).await?;
    if (case.category()?, case.level()?, case.priority()?) == (category, level, priority) {
        return Ok(());
    }
    let now = cx.now();
    let before = log::read(&*tx, &case, now).await?.duty(Duty::Answer).and_then(|clock| clock.due);
    let (case, after) = log::push(cx, &tx, &case, By::Staff(staff.id), deed, "", false).await?;
    let after = after.duty(Duty::Answer).and_then(|clock| clock.due);
    if let Some(due) = after.filter(|after| before.is_some_and(|before| *after > before)) {
        let cause = format!("{}:{}", case.number, case.seq);
        let detail = json!({ "due": domain::time::to_micros(due) });
        notice::tell_case(cx, &tx, &case, Topic::Postponed, &cause, &detail, now).await?;
    }
    audit::write(&tx, staff.id, now, "case-triaged", &case.number).await?;
    bus::commit(cx, tx, case.id).await
}
