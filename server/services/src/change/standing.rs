//! How a booking stands before it is changed.

use domain::{
    Rule,
    booking::Number,
    change::{Asked, DetailsForm, OpenChange},
};
use i18n::Script;

use super::{details, live_of, open_change, plan::asked_of};
use crate::{Asker, Cx, Result, booking::is_over, payment};

/// What whoever wants to change a booking has to know of it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// What is booked now.
    pub booked: Asked,
    /// What was told with it.
    pub details: DetailsForm,
    /// The change that waits for its difference and still has the time.
    pub open: Option<OpenChange>,
    /// Why nothing about it can be changed any more.
    pub over: Option<Rule>,
}

/// How the asker's booking stands.
///
/// # Errors
/// [`Rule::Unknown`].
pub async fn standing(cx: &Cx, asker: &Asker, script: Script, number: &Number) -> Result<Standing> {
    let booking = payment::seen(&cx.db, asker, number).await?;
    let now = cx.now();
    let open = match live_of(&cx.db, booking.id, now).await? {
        Some(change) => Some(open_change(&cx.db, script, &change).await?),
        None => None,
    };
    Ok(Standing {
        booked: asked_of(&cx.db, &booking).await?,
        over: is_over(&cx.db, &booking, now).await?,
        open,
        details: details::details(booking),
    })
}
