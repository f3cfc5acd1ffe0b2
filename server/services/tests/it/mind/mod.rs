//! A house in which customers change their minds: a hotel, a coach line, a provider, and words for what is done there.

mod others;
mod told;

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Fen, Rule,
    booking::{Booking, Number, Order},
    catalogue::Wish,
    change::{Asked, ChangeQuote, Cut, DivideForm},
    desk::Role,
    payment::{Receipt, RefundStatus, Way},
};
use entity::refund;
use i18n::Script;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use services::{
    Asker, Error, Result, Staff, booking,
    booking::Agreed,
    change,
    change::{Committed, Sent},
    payment,
};

pub use told::{Told, entry, says, says_nothing_of};

use crate::{
    people::{colleague, guest},
    util::{
        House,
        bank::{Bank, number_in, paid, told},
        shop::{Ware, day, party, stay},
    },
    wares::order,
};

/// The house, its provider, two room types and a coach line.
pub struct Scene {
    pub house: House,
    pub bank: Arc<Bank>,
    pub room: Ware,
    pub suite: Ware,
    pub coach: Ware,
    /// Supervisor: checks what goes back.
    pub wang: Staff,
    /// Finance: releases it.
    pub sun: Staff,
}

impl Scene {
    /// So many rooms of each type in ten nights from the day after tomorrow on, and as many seats in two departures of ten days.
    pub async fn of(mut house: House, units: i32) -> Self {
        let bank = Bank::of(&mut house);
        let hotel = house.place("stay", "hotel", "云栖饭店").await;
        let (room, suite) = (house.offer(&hotel, "room").await, house.offer(&hotel, "suite").await);
        let line = house.place("trip", "line", "云栖专线").await;
        let coach = house.offer(&line, "coach").await;
        for after in 1..11 {
            house.night(room.offer.resource_id, day(after), units).await;
            let dear = house.night(suite.offer.resource_id, day(after), units).await;
            house.prices(dear, 60_000).await;
            house.slot(coach.offer.resource_id, day(after), "09:00", 90, units).await;
            house.slot(coach.offer.resource_id, day(after), "15:00", 90, units).await;
        }
        let (_, wang) = colleague(&house.cx, "wang", Role::Supervisor).await;
        let (_, sun) = colleague(&house.cx, "sun", Role::Finance).await;
        Self { house, bank, room, suite, coach, wang, sun }
    }

    /// A guest who has booked and paid.
    pub async fn sold(&self, ware: &Ware, wish: Wish) -> (Asker, Number) {
        let (asker, number) = self.held(ware, wish).await;
        self.pays(&asker, &number).await;
        (asker, number)
    }

    /// A guest who has booked and not paid.
    pub async fn held(&self, ware: &Ware, wish: Wish) -> (Asker, Number) {
        self.held_for(Way::Online, ware, wish).await
    }

    /// A guest who has booked and will pay at the counter.
    pub async fn held_at_the_counter(&self, ware: &Ware, wish: Wish) -> (Asker, Number) {
        self.held_for(Way::Counter, ware, wish).await
    }

    async fn held_for(&self, way: Way, ware: &Ware, wish: Wish) -> (Asker, Number) {
        let asker = guest(&self.house.cx).await;
        let key = format!("key-{}", asker.session().hash);
        let order = Order { wish, way, ..order(ware, 1) };
        let number = booking::place(&self.house.cx, &asker, Script::Hans, &key, &order).await.unwrap();
        (asker, number)
    }

    /// Goes to the provider's page: the order's number there.
    pub async fn starts(&self, asker: &Asker, number: &Number) -> String {
        number_in(&payment::start(&self.house.cx, asker, number).await.unwrap())
    }

    /// Pays what is due, and the provider says so.
    pub async fn pays(&self, asker: &Asker, number: &Number) {
        let order = self.starts(asker, number).await;
        self.is_paid(&order).await;
    }

    /// The provider says that an order was paid.
    pub async fn is_paid(&self, order: &str) {
        self.bank.is_paid(order);
        told(&self.house.cx, &self.bank.news(order)).await.unwrap();
    }

    /// The provider says that so much was paid, though the order was closed.
    pub async fn is_paid_after_all(&self, order: &str, fen: i64) {
        self.bank.becomes(order, paid(fen));
        told(&self.house.cx, &self.bank.news(order)).await.unwrap();
    }

    pub async fn quote(&self, asker: &Asker, number: &Number, ware: &Ware, wish: Wish) -> Result<ChangeQuote> {
        let asked = Asked { slug: ware.offer.slug.clone(), wish, free: false };
        change::quote(&self.house.cx, asker, Script::Hans, number, &asked).await
    }

    pub async fn commit(&self, asker: &Asker, number: &Number, quote: &ChangeQuote) -> Result<Committed> {
        let sent = Sent { quote: &quote.token, ..Sent::default() };
        change::commit(&self.house.cx, asker, Script::Hans, number, sent).await
    }

    /// Quotes and commits.
    pub async fn changes(&self, asker: &Asker, number: &Number, ware: &Ware, wish: Wish) -> Result<Committed> {
        let quote = self.quote(asker, number, ware, wish).await?;
        self.commit(asker, number, &quote).await
    }

    /// Makes a part of what is seen a booking of its own, just as it is shown before; gives its number.
    pub async fn divides(&self, asker: &Asker, number: &Number, cut: Cut) -> Result<Number> {
        let seen = change::divisible(&self.house.cx, asker, number).await?;
        let mut form = form(number, seen.version, cut);
        let shown = change::proposed(&self.house.cx, asker, &form).await;
        form.floor = shown.as_ref().map_or(0, |shown| shown.goes.floor.0).to_string();
        let part = self.divides_as(asker, &form).await?;
        let shown = shown.expect("what is done is shown before");
        for (number, half) in [(number, shown.stays), (&part, shown.goes)] {
            let made = self.booking(asker, number).await;
            assert_eq!((made.row.units, made.row.heads, made.lines), (half.units, half.heads, half.lines));
        }
        Ok(part)
    }

    /// Sends the form of a division.
    pub async fn divides_as(&self, asker: &Asker, form: &DivideForm) -> Result<Number> {
        change::divide(&self.house.cx, asker, Script::Hans, form, "").await
    }

    /// Gives up what is seen, for what is shown; gives what goes back.
    pub async fn cancels(&self, asker: &Asker, number: &Number) -> Result<Fen> {
        let quote = booking::cancel_quote(&self.house.cx, asker, number).await?;
        let agreed = Agreed { version: quote.version, refund: quote.refund, voucher: None };
        booking::cancel(&self.house.cx, asker, number, agreed, "").await?;
        Ok(quote.refund)
    }

    pub async fn booking(&self, asker: &Asker, number: &Number) -> Booking {
        booking::show(&self.house.cx, asker, Script::Hans, number).await.unwrap()
    }

    pub async fn receipt(&self, asker: &Asker, number: &Number) -> Receipt {
        payment::receipt(&self.house.cx, asker, Script::Hans, number).await.unwrap()
    }

    /// Units taken of each slice of an offer, in order of time.
    pub async fn taken(&self, ware: &Ware) -> Vec<i32> {
        self.house.slices(ware.offer.resource_id).await.iter().map(|slice| slice.taken).collect()
    }

    /// Turns the clock to so many hours before a booking's service.
    pub async fn hours_before(&self, asker: &Asker, number: &Number, hours: i64) {
        let starts = self.booking(asker, number).await.row.starts;
        self.house.clock.turn_to(starts - TimeDelta::hours(hours));
    }

    /// What customers gave up is checked and released, and goes back; gives how many the provider was told of.
    pub async fn gives_back(&self) -> u64 {
        let cx = &self.house.cx;
        let waiting = refund::Column::Status.is_in([RefundStatus::Asked.as_str(), RefundStatus::Checked.as_str()]);
        for row in refund::Entity::find().filter(waiting).all(&self.house.db).await.unwrap() {
            // Somebody else may be at it.
            for done in
                [payment::check(cx, &self.wang, &row.number).await, payment::release(cx, &self.sun, &row.number).await]
            {
                assert!(matches!(done, Ok(_) | Err(Error::Refused(Rule::Changed | Rule::Busy))), "{done:?}");
            }
        }
        payment::give_back(cx).await.unwrap()
    }

    pub async fn is_sound(&self) {
        assert_eq!(self.house.faults().await, Vec::<String>::new());
    }
}

/// How somebody fills in what part he means.
pub fn form(number: &Number, version: i32, cut: Cut) -> DivideForm {
    let (number, version, floor) = (number.to_string(), version.to_string(), "0".to_owned());
    let form = DivideForm { number, version, floor, ..DivideForm::default() };
    match cut {
        Cut::Units { units, heads } => DivideForm { units: units.to_string(), heads: heads.to_string(), ..form },
        Cut::From(day) => DivideForm { cut: DivideForm::NIGHTS.to_owned(), from: day.to_string(), ..form },
    }
}

/// So many rooms with a guest each, or so many seats.
pub fn of_units(units: u32) -> Cut {
    Cut::Units { units, heads: units }
}

/// Rooms from the so-manieth day on.
pub fn nights(after: u64, nights: u32, rooms: u32) -> Wish {
    stay(day(after), nights, rooms)
}

/// Seats on the so-manieth day.
pub fn seats(after: u64, at: &str, seats: u32) -> Wish {
    party(day(after), at, seats)
}
