//! Where a form leads when it is done, and what it says of what its reader saw.

use domain::{Fen, Rule, booking::Number};
use services::Asker;

use super::Request;
use crate::booking::api::Next;

/// The desk's page of a booking, where its staff go on.
pub(crate) fn to_desk_booking(request: &Request, number: &str) -> Next {
    let path = format!("/{}/desk/bookings/{number}", request.script);
    crate::response::go(&path);
    Next { id: number.to_owned(), path }
}

/// A page of a booking of the asker's, where he goes on.
pub(crate) fn to_booking(request: &Request, number: &Number, page: &str) -> Next {
    let path = format!("/{}/bookings/{number}{page}", request.script);
    crate::response::go(&path);
    Next { id: number.to_string(), path }
}

/// The key of a policy and how many versions it had, as a form says them.
///
/// # Errors
/// [`Rule::Unknown`], [`Rule::Changed`] when it says nothing of the kind.
pub(crate) fn policy_key(id: &str, count: &str) -> Result<(i64, u32), Rule> {
    Ok((id.parse().map_err(|_| Rule::Unknown)?, count.parse().map_err(|_| Rule::Changed)?))
}

/// The page of a policy.
pub(crate) fn to_policy(request: &Request, id: i64) -> Next {
    let path = format!("/{}/desk/policies/{id}", request.script);
    crate::response::go(&path);
    Next { id: id.to_string(), path }
}

/// The key of an article and the number of its newest version, as a form says them.
///
/// # Errors
/// [`Rule::Unknown`], [`Rule::Changed`] when it says nothing of the kind.
pub(crate) fn help_key(id: &str, seen: &str) -> Result<(i64, i32), Rule> {
    Ok((id.parse().map_err(|_| Rule::Unknown)?, seen.parse().map_err(|_| Rule::Changed)?))
}

/// The desk's page of an article.
pub(crate) fn to_help(request: &Request, id: i64) -> Next {
    let path = format!("/{}/desk/help/{id}", request.script);
    crate::response::go(&path);
    Next { id: id.to_string(), path }
}

/// The page of a sample of answers.
pub(crate) fn to_sample(request: &Request, id: i64) -> Next {
    let path = format!("/{}/desk/figures/samples/{id}", request.script);
    crate::response::go(&path);
    Next { id: id.to_string(), path }
}

/// Where whoever acted for a customer goes on: the customer to a page of his booking, staff to the desk's.
pub(crate) fn onward(request: &Request, actor: &Asker, number: &Number, page: &str) -> Next {
    match actor {
        Asker::Staff(_) => to_desk_booking(request, number.as_str()),
        Asker::Guest(_) | Asker::Member(_) => to_booking(request, number, page),
    }
}

/// The change of a booking that was made for it, on the side where it was made.
pub(crate) fn to_change(request: &Request, actor: &Asker, number: &Number) -> Next {
    let desk = if matches!(actor, Asker::Staff(_)) { "/desk" } else { "" };
    let path = format!("/{}{desk}/bookings/{number}/change?apart=1", request.script);
    crate::response::go(&path);
    Next { id: number.to_string(), path }
}

/// What a customer was shown before he gave a booking up, as his form says it.
///
/// # Errors
/// [`Rule::Changed`] when it says nothing of the kind.
pub(crate) fn agreed(version: &str, refund: &str, worth: Option<&String>) -> Result<services::booking::Agreed, Rule> {
    let version = version.parse().map_err(|_| Rule::Changed)?;
    let refund = refund.parse().map(Fen).map_err(|_| Rule::Changed)?;
    let voucher = worth.map(|worth| worth.parse().map(Fen)).transpose().map_err(|_| Rule::Changed)?;
    Ok(services::booking::Agreed { version, refund, voucher })
}
