//! The answer will come later than promised (C6): staff say why and name another time; the customer is told.

use chrono::{NaiveDate, NaiveTime};
use domain::{
    Fault, Rule,
    case::{CaseNumber, Deed},
    desk::Permission,
    notice::Topic,
    payment::read_reason,
    time::{at, from_micros},
};
use serde_json::json;

use crate::{
    Cx, Result, Staff, audit,
    booking::timeline::By,
    case::{bus, log, promise, scope},
    desk::need,
    notice,
};

/// Promises the answer by another time. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// [`Rule::Unknown`]; [`Rule::CaseClosed`]; [`Rule::Invalid`] without a reason, or with a time that is past (`past`), no later than
/// what is promised (`not-later`), or outside of working time (`not-working-time`), each at `day`.
pub async fn extend(
    cx: &Cx,
    staff: &Staff,
    number: &CaseNumber,
    (day, time): (NaiveDate, NaiveTime),
    why: &str,
) -> Result<()> {
    need(staff.role, Permission::AnswerCases)?;
    let why = read_reason(why).map_err(Rule::Invalid)?;
    let until = at(day, time);
    let found = scope::any(&cx.db, number).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, found.id).await?;
    let calendar = promise::calendar(&*tx, case.kind()?).await?;
    let now = cx.now();
    let promised = log::read(&*tx, &case, now).await?.duty(domain::case::Duty::Answer).and_then(|clock| clock.due);
    let promised = promised.or(case.due_at.map(from_micros));
    let fault = if until <= now {
        Some("past")
    } else if promised.is_some_and(|promised| until <= promised) {
        Some("not-later")
    } else if calendar.after(now, calendar.worked(now, until)) != Some(until) {
        // A time that no working minute leads up to cannot be kept.
        Some("not-working-time")
    } else {
        None
    };
    if let Some(code) = fault {
        return Err(Rule::Invalid(vec![Fault::new("day", code)]).into());
    }
    let deed = Deed::Extended { until };
    let (case, _) = log::push(cx, &tx, &case, By::Staff(staff.id), &deed, &why, true).await?;
    audit::write(&tx, staff.id, now, "case-extended", &case.number).await?;
    let detail = json!({ "seq": case.seq, "due": domain::time::to_micros(until) });
    let cause = format!("{}:{}", case.number, case.seq);
    notice::tell_case(cx, &tx, &case, Topic::Postponed, &cause, &detail, now).await?;
    bus::commit(cx, tx, case.id).await
}
