//! The customer needs no answer any more. He is not asked for a rating.

use domain::case::{CaseNumber, Closer, Deed, Status};

use super::{bus, log, scope};
use crate::{Asker, Cx, Result, booking::timeline::By};

/// Closes the asker's case; closing twice is closing once.
///
/// # Errors
/// [`domain::Rule::Unknown`].
pub async fn close(cx: &Cx, asker: &Asker, number: &CaseNumber) -> Result<()> {
    let seen = scope::seen(&cx.db, asker, number).await?;
    let tx = cx.begin().await?;
    let case = log::lock(&tx, seen.id).await?;
    if case.status()? == Status::Resolved {
        return Ok(());
    }
    log::push(cx, &tx, &case, By::of(asker), &Deed::Resolved { by: Closer::Customer }, "", true).await?;
    bus::commit(cx, tx, case.id).await
}
