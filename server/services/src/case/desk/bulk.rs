//! One deed for many cases; each has its own outcome and its own transaction.

use domain::{
    case::{Bulk, CaseNumber, Deed, Done, Priority},
    desk::Permission,
};

use super::{claim, release, triage};
use crate::{Cx, Error, Result, Staff, case::scope, desk::need};

/// Does it to each of them; what comes of it is told for each. Needs [`Permission::AnswerCases`].
///
/// # Errors
/// When the database fails; refusals are outcomes.
pub async fn bulk(cx: &Cx, staff: &Staff, numbers: &[String], deed: Bulk) -> Result<Vec<Done>> {
    need(staff.role, Permission::AnswerCases)?;
    let mut done = Vec::with_capacity(numbers.len());
    for number in numbers {
        let outcome = match number.parse::<CaseNumber>() {
            Ok(known) => one(cx, staff, &known, deed).await,
            Err(_) => Err(domain::Rule::Unknown.into()),
        };
        let code = match outcome {
            Ok(()) => String::new(),
            Err(Error::Refused(rule)) => rule.code().to_owned(),
            Err(error) => return Err(error),
        };
        done.push(Done { number: number.clone(), code });
    }
    Ok(done)
}

async fn one(cx: &Cx, staff: &Staff, number: &CaseNumber, deed: Bulk) -> Result<()> {
    let priority = match deed {
        Bulk::Claim => return claim(cx, staff, number, None).await,
        Bulk::Release => return release(cx, staff, number).await,
        Bulk::Urgent => Priority::Urgent,
        Bulk::Normal => Priority::Normal,
    };
    let case = scope::any(&cx.db, number).await?;
    let deed = Deed::Triaged { category: case.category()?, level: case.level()?, priority };
    triage(cx, staff, number, &deed).await
}
