//! Everybody changes his mind at once, in two instances: nothing is oversold, no unit is lost, nobody is left without a booking.

use std::sync::Arc;

use domain::{
    Fen, Rule,
    booking::{Number, Status},
    change::Asked,
};
use i18n::Script;
use services::{
    Asker, Cx, Error, booking,
    booking::Agreed,
    change::{self, Sent},
};
use tokio::{sync::Barrier, task::JoinSet};

use crate::{
    mind::{Scene, nights},
    util::{self, House, figure, on_both},
};

/// Customers who move, and as many who give up.
const CROWD: usize = 100;

/// Units that are free where they move to, before anybody gives up.
const LEFT: i32 = 5;

async fn moves(cx: &Cx, asker: &Asker, number: &Number) -> Result<(), Error> {
    let asked = Asked { slug: "room".to_owned(), wish: nights(2, 1, 1), free: false };
    let quote = change::quote(cx, asker, Script::Hans, number, &asked).await?;
    let sent = Sent { quote: &quote.token, ..Sent::default() };
    change::commit(cx, asker, Script::Hans, number, sent).await.map(|_| ())
}

async fn gives_up(cx: &Cx, asker: &Asker, number: &Number) -> Result<(), Error> {
    let quote = booking::cancel_quote(cx, asker, number).await?;
    let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: None };
    booking::cancel(cx, asker, number, agreed, "").await.map(|_| ())
}

/// Whoever is told that too many are at it presses the button again.
async fn insists<F: Future<Output = Result<(), Error>>>(mut deed: impl FnMut() -> F) -> Result<(), Error> {
    loop {
        match deed().await {
            Err(Error::Refused(Rule::Busy)) => {}
            done => return done,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_move_into_the_last_five_units_while_a_hundred_give_theirs_up() {
    on_both(async |house: House| {
        let scene = Scene::of(house, i32::try_from(CROWD).unwrap() + LEFT).await;
        let other = scene.house.instance().await;
        let instances = [scene.house.cx.clone(), scene.bank.serves(other.cx.clone())];
        let (mut movers, mut leavers) = (Vec::new(), Vec::new());
        for _ in 0..CROWD {
            movers.push(scene.sold(&scene.room, nights(1, 1, 1)).await);
            leavers.push(scene.sold(&scene.room, nights(2, 1, 1)).await);
        }
        let (start, mut rush) = (Arc::new(Barrier::new(2 * CROWD)), JoinSet::new());
        for (index, ((mover, from), (leaver, of))) in movers.iter().zip(&leavers).enumerate() {
            let (cx, mover, from, at) = (instances[index % 2].clone(), mover.clone(), from.clone(), Arc::clone(&start));
            rush.spawn(async move {
                let (cx, mover, from) = (&cx, &mover, &from);
                at.wait().await;
                (true, insists(|| moves(cx, mover, from)).await)
            });
            let (cx, leaver, of, at) =
                (instances[(index + 1) % 2].clone(), leaver.clone(), of.clone(), Arc::clone(&start));
            rush.spawn(async move {
                let (cx, leaver, of) = (&cx, &leaver, &of);
                at.wait().await;
                (false, insists(|| gives_up(cx, leaver, of)).await)
            });
        }
        let mut moved = 0;
        for (moves, outcome) in rush.join_all().await {
            match outcome {
                Ok(()) => moved += usize::from(moves),
                Err(Error::Refused(Rule::Full(_))) if moves => {}
                Err(error) => panic!("{error}"),
            }
        }
        let taken = scene.taken(&scene.room).await;
        let on_day = |status: Status, day: u64| (status, util::shop::day(day));
        let mut stayed = 0;
        for (mover, number) in &movers {
            let booking = scene.booking(mover, number).await;
            let now = on_day(booking.row.status, if booking.changes.is_empty() { 1 } else { 2 });
            assert_eq!(
                (now.0, booking.row.total),
                (Status::Confirmed, Fen(48_000)),
                "nobody is left without a booking"
            );
            assert_eq!(domain::time::day_of(booking.row.starts), now.1);
            stayed += usize::from(booking.changes.is_empty());
        }
        assert_eq!(moved + stayed, CROWD);
        assert!(moved >= usize::try_from(LEFT).unwrap(), "those that were free at least were had");
        assert_eq!(
            taken[..2].iter().map(|units| usize::try_from(*units).unwrap()).collect::<Vec<_>>(),
            [stayed, moved]
        );
        scene.is_sound().await;
        let (what, bar) =
            ("100 change into the last 5 while 100 cancel, 2 instances", "none oversold, lost or without a booking");
        figure(what, &format!("{moved} moved, {stayed} stayed"), bar);
    })
    .await;
}
