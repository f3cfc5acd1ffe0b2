//! What a wish costs, whether it can be had, and what else could.

use domain::{
    Fen, Kind, Shortage,
    catalogue::{Quoted, Wish},
    payment::Way,
    time::at,
};
use i18n::Script;

use super::{
    alternatives::{Ask, alternatives},
    choice::choices,
    last_night,
    plan::Ware,
    shelf::Shelf,
};
use crate::{Cx, Result};

/// Prices a wish and says whether it can be had now.
///
/// # Errors
/// [`domain::Rule::Unknown`] for a slug that is not sold, [`domain::Rule::Invalid`] for a wish the offer does not allow
/// or whose time has passed.
pub async fn quote(cx: &Cx, script: Script, slug: &str, wish: &Wish) -> Result<Quoted> {
    let now = cx.now();
    let ware = Ware::load(&cx.db, slug, now).await?;
    ware.check(wish, now)?;
    let shelf = Shelf::load(&cx.db, [&ware.offer], (wish.day, last_night(wish.day, wish.nights)), now).await?;
    ware.check_begin(&shelf, wish)?;
    let mut quoted = match ware.chosen(&shelf, wish) {
        Some(choice) => {
            let (lines, total) = ware.price(&choice, wish);
            let shortage = choice.shortage(script);
            let free = choice.free().saturating_sub(if shortage.is_none() { wish.units } else { 0 });
            Quoted { lines, total, shortage, free, ..nothing(&ware, wish, (choice.starts(), choice.ends()), now) }
        }
        None => {
            let start = at(wish.day, wish.at.unwrap_or_default());
            nothing(&ware, wish, (start, start), now)
        }
    };
    quoted.curve = ware.terms.curve(quoted.total, quoted.starts, now);
    if ware.kind != Kind::Stay {
        let slots = choices(&shelf, &ware.offer, ware.kind, wish.day, (wish.nights, wish.units));
        quoted.slots = slots.iter().map(|choice| choice.slot(script)).collect();
    }
    if quoted.shortage.is_some() {
        let ask = Ask { offer: &ware.offer, place: &ware.place, wish: wish.clone(), extras: &ware.extras };
        quoted.alternatives = alternatives(&cx.db, script, &[ask], now).await?.into_iter().flatten().collect();
    }
    Ok(quoted)
}

/// The answer when nothing is offered then.
fn nothing(
    ware: &Ware,
    wish: &Wish,
    (starts, ends): (domain::Instant, domain::Instant),
    now: domain::Instant,
) -> Quoted {
    Quoted {
        wish: wish.clone(),
        starts,
        ends,
        lines: Vec::new(),
        total: Fen::ZERO,
        free: 0,
        shortage: Some(Shortage::None),
        alternatives: Vec::new(),
        curve: Vec::new(),
        hold_until: ware.terms.hold(Way::Counter, now, ware.held_against(starts, now)),
        online_hold_until: ware.terms.hold(Way::Online, now, ware.held_against(starts, now)),
        slots: Vec::new(),
    }
}
