//! The transfer slip 转接单 (C5): a case is handed to another department or to a partner outside, who take it or give it back.

use domain::{
    Fault, Rule,
    case::{CaseNumber, Deed, Holder},
    desk::Permission,
    notice::Topic,
    payment::read_reason,
};
use entity::case_file::Model;
use serde_json::json;

use super::queue;
use crate::{
    Cx, Result, Staff, audit,
    booking::timeline::By,
    case::{bus, log, scope},
    desk::need,
    notice,
};

/// Hands a case on; the customer is told to whom, why and for how long. His promises stay. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] with `same-department` at `to`; [`Rule::CaseClosed`].
pub async fn transfer(cx: &Cx, staff: &Staff, number: &CaseNumber, deed: &Deed, why: &str) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let Deed::Transferred { to, minutes, contact } = deed else { return Err(Rule::Unknown.into()) };
    let found = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, found.id).await?;
    if case.holder()? == *to {
        return Err(Rule::Invalid(vec![Fault::new("to", "same-department")]).into());
    }
    let (case, _) = log::push(cx, &tx, &case, By::Staff(staff.id), deed, why, true).await?;
    audit::write(&tx, staff.id, cx.now(), "case-transferred", &case.number).await?;
    let detail = json!({ "seq": case.seq, "to": to, "minutes": minutes, "contact": contact, "due": case.due_at });
    let cause = format!("{}:{}", case.number, case.seq);
    notice::tell_case(cx, &tx, &case, Topic::Handed, &cause, &detail, cx.now()).await?;
    bus::commit(cx, tx, case.id).await
}

/// Takes what was handed to one's department; taking what is mine is done already. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Forbidden`] to other departments; [`Rule::Changed`] when it was handed to nobody, or a colleague has taken
/// it; [`Rule::CaseClosed`].
pub async fn accept(cx: &Cx, staff: &Staff, number: &CaseNumber) -> Result<()> {
    let (tx, case) = theirs(cx, staff, number).await?;
    let clocks = log::read(&*tx, &case, cx.now()).await?;
    let leg = clocks.leg().filter(|leg| leg.minutes.is_some()).ok_or(Rule::Changed)?;
    if leg.accepted.is_some() {
        return if case.staff_id == Some(staff.id) { Ok(()) } else { Err(Rule::Changed.into()) };
    }
    let (case, clocks) = log::push(cx, &tx, &case, By::Staff(staff.id), &Deed::Accepted, "", false).await?;
    if case.staff_id.is_none() && clocks.leg().is_some_and(|leg| matches!(leg.holder, Holder::Department(_))) {
        let deed = Deed::Claimed { staff: staff.id };
        log::push(cx, &tx, &case, By::Staff(staff.id), &deed, "", false).await?;
    }
    audit::write(&tx, staff.id, cx.now(), "case-accepted", &case.number).await?;
    bus::commit(cx, tx, case.id).await
}

/// Gives back what was handed to one's department, and says why. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// As [`accept`]; [`Rule::Invalid`] without a reason; [`Rule::Changed`] when it was handed to nobody.
pub async fn return_case(cx: &Cx, staff: &Staff, number: &CaseNumber, why: &str) -> Result<()> {
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let (tx, case) = theirs(cx, staff, number).await?;
    let clocks = log::read(&*tx, &case, cx.now()).await?;
    if clocks.leg().is_none_or(|leg| leg.minutes.is_none()) {
        return Err(Rule::Changed.into());
    }
    let (case, _) = log::push(cx, &tx, &case, By::Staff(staff.id), &Deed::Returned, &why, false).await?;
    audit::write(&tx, staff.id, cx.now(), "case-returned", &case.number).await?;
    bus::commit(cx, tx, case.id).await
}

/// A case that one's department has; a supervisor may act for any.
async fn theirs(cx: &Cx, staff: &Staff, number: &CaseNumber) -> Result<(crate::Tx, Model)> {
    need(staff.role, Permission::AnswerCases)?;
    let found = scope::any(&cx.db, number).await?;
    let department = queue::department(cx, staff).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, found.id).await?;
    if case.department()? != department {
        need(staff.role, Permission::SuperviseCases)?;
    }
    Ok((tx, case))
}
