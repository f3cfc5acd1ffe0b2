//! Taking a case in hand, leaving it to others, opening it again.

use domain::{
    Rule,
    case::{CaseNumber, Deed, Holder},
    desk::Permission,
    payment::read_reason,
};
use entity::case_file::Model;

use super::queue;
use crate::{
    Cx, Result, Staff, Tx, audit,
    booking::timeline::By,
    case::{bus, log, scope},
    desk::need,
};

/// Takes a case; one that another has taken only when `from` is he: two who reach for it at once do not both get it. Taking what is mine is
/// done already. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Changed`] when somebody else has taken it; [`Rule::CaseClosed`].
pub async fn claim(cx: &Cx, staff: &Staff, number: &CaseNumber, from: Option<i64>) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let found = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, found.id).await?;
    if case.staff_id == Some(staff.id) {
        return Ok(());
    }
    if case.staff_id.is_some() && case.staff_id != from {
        return Err(Rule::Changed.into());
    }
    let case = take(cx, &tx, &case, staff).await?;
    audit::write(&tx, staff.id, cx.now(), "case-claimed", &case.number).await?;
    bus::commit(cx, tx, case.id).await
}

/// Gives a locked case to somebody. What was handed to a department is accepted by whoever of it takes it; nobody accepts in another's
/// name.
pub(super) async fn take(cx: &Cx, tx: &Tx, case: &Model, staff: &Staff) -> Result<Model> {
    let deed = Deed::Claimed { staff: staff.id };
    let (case, clocks) = log::push(cx, tx, case, By::Staff(staff.id), &deed, "", false).await?;
    let Some(leg) = clocks.leg().filter(|leg| leg.minutes.is_some() && leg.accepted.is_none()) else { return Ok(case) };
    if leg.holder != Holder::Department(queue::department(cx, staff).await?) {
        return Ok(case);
    }
    Ok(log::push(cx, tx, &case, By::Staff(staff.id), &Deed::Accepted, "", false).await?.0)
}

/// Leaves a case to others: one's own, a supervisor anybody's. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Forbidden`] when it is somebody else's; [`Rule::CaseClosed`].
pub async fn release(cx: &Cx, staff: &Staff, number: &CaseNumber) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let found = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, found.id).await?;
    match case.staff_id {
        None => return Ok(()),
        Some(id) if id != staff.id => need(staff.role, Permission::SuperviseCases)?,
        Some(_) => {}
    }
    log::push(cx, &tx, &case, By::Staff(staff.id), &Deed::Released, "", false).await?;
    audit::write(&tx, staff.id, cx.now(), "case-released", &case.number).await?;
    bus::commit(cx, tx, case.id).await
}

/// Opens a resolved case again, and says why. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::Invalid`] without a reason; [`Rule::CaseClosed`] when it is open.
pub async fn reopen(cx: &Cx, staff: &Staff, number: &CaseNumber, why: &str) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let found = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, found.id).await?;
    let (case, _) = log::push(cx, &tx, &case, By::Staff(staff.id), &Deed::Reopened, "", true).await?;
    // Why is the house's own affair.
    let (case, _) = log::push(cx, &tx, &case, By::Staff(staff.id), &Deed::Noted, &why, false).await?;
    audit::write(&tx, staff.id, cx.now(), "case-reopened", &case.number).await?;
    bus::commit(cx, tx, case.id).await
}
