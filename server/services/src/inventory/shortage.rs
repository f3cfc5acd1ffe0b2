//! Why something cannot be had: the reason that tells most.

use domain::Shortage;
use i18n::Script;

use super::Stock;

/// Why the wants cannot all be met, or `None` if they can. A want without a slice is for something not offered.
pub(crate) fn judge<'a>(wants: impl IntoIterator<Item = (Option<&'a Stock>, u32)>, script: Script) -> Option<Shortage> {
    wants.into_iter().filter_map(|(stock, units)| of_one(stock, units, script)).min_by_key(hope)
}

/// The shortage that comes nearest to being none, of several ways to the same end.
pub(crate) fn nearest(shortages: impl IntoIterator<Item = Shortage>) -> Option<Shortage> {
    shortages.into_iter().max_by_key(hope)
}

/// What a shortage means where the slice counts parties that start.
pub(crate) fn paced(shortage: Shortage) -> Shortage {
    match shortage {
        Shortage::Closed(_) | Shortage::None => shortage,
        Shortage::Sold | Shortage::Held | Shortage::Few(_) | Shortage::Paced => Shortage::Paced,
    }
}

fn of_one(stock: Option<&Stock>, units: u32, script: Script) -> Option<Shortage> {
    let Some(stock) = stock else { return Some(Shortage::None) };
    if let Some(reason) = stock.closed(script) {
        return Some(Shortage::Closed(reason));
    }
    match stock.free {
        free if free >= units => None,
        0 if stock.held >= units => Some(Shortage::Held),
        0 => Some(Shortage::Sold),
        free => Some(Shortage::Few(free)),
    }
}

/// How much hope a shortage leaves: of all that is wanted together the most hopeless decides.
fn hope(shortage: &Shortage) -> (u8, u32) {
    match shortage {
        Shortage::None => (0, 0),
        Shortage::Closed(_) => (1, 0),
        Shortage::Sold => (2, 0),
        Shortage::Paced => (3, 0),
        Shortage::Held => (4, 0),
        Shortage::Few(free) => (5, *free),
    }
}
