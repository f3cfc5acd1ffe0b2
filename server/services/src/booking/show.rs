//! A booking, whole (B4).

use domain::booking::{Booking, Number};
use i18n::Script;

use super::whole;
use crate::{Asker, Cx, Result, audit, payment};

/// The booking of that number, if the asker may see it: his own as a member, or granted to his session. That staff have looked is written
/// down.
///
/// # Errors
/// [`domain::Rule::Unknown`] when there is none, or it is somebody else's.
pub async fn show(cx: &Cx, asker: &Asker, script: Script, number: &Number) -> Result<Booking> {
    let found = payment::seen(&cx.db, asker, number).await?;
    if let Asker::Staff(_) = asker {
        let tx = cx.begin().await?;
        audit::acted(&tx, asker, cx.now(), "booking-seen", &found.number).await?;
        tx.commit().await?;
    }
    whole(&cx.db, script, cx.now(), found).await
}
