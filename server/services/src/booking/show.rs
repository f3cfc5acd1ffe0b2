//! A booking, whole (B4).

use domain::booking::{Booking, Number};
use i18n::Script;

use super::whole;
use crate::{Asker, Cx, Result, payment};

/// The booking of that number, if the asker may see it: his own as a member, or granted to his session.
///
/// # Errors
/// [`domain::Rule::Unknown`] when there is none, or it is somebody else's.
pub async fn show(cx: &Cx, asker: &Asker, script: Script, number: &Number) -> Result<Booking> {
    let found = payment::seen(&cx.db, asker, number).await?;
    whole(&cx.db, script, cx.now(), found).await
}
