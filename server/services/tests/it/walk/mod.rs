//! Random walks through money (B8): the steps, and a small model of what must come of them.
//!
//! The model knows nothing of machines, claims, books or sweeping. It only remembers what customers and provider did and says in
//! a few sentences what follows: who has a seat, whose money stays, whose goes back. [`machines`] and the services do the same
//! the long way; both must agree with it after each step.

pub mod machines;
pub mod shop;

use domain::booking::Status;
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};

/// Seats of a world.
pub const SEATS: u32 = 5;
/// Price of a seat in fen.
pub const PRICE: i64 = 8_000;
/// Seconds of a hold, of its extension, and until the provider is told to close what has ended.
pub const HOLD: i64 = 30 * 60;
const LONGER: i64 = 15 * 60;
const GRACE: i64 = 20;
/// Bookings of a world.
const MOST: usize = 8;

/// Something that happens. `b` is a booking, `a` one of its attempts to pay; what does not exist, nothing happens to.
#[derive(Clone, Debug)]
pub enum Step {
    Hold {
        seats: u32,
    },
    Extend {
        b: usize,
    },
    Start {
        b: usize,
    },
    /// The customer pays at the provider; nobody has told us yet.
    Pay {
        b: usize,
        a: usize,
        fen: i64,
    },
    /// The provider refuses his card.
    Decline {
        b: usize,
        a: usize,
    },
    /// A notification of how it stands there.
    Tell {
        b: usize,
        a: usize,
    },
    /// A notification of how it once stood there, overtaken by others.
    TellOld {
        b: usize,
        a: usize,
        declined: bool,
    },
    /// The last notification, once more.
    Repeat,
    /// The customer comes back, and the provider is asked.
    Refresh {
        b: usize,
    },
    Tick {
        seconds: i64,
    },
    Sweep,
    GiveBack,
    Resolve {
        b: usize,
        a: usize,
        accept: bool,
    },
    Cancel {
        b: usize,
    },
}

/// What the provider knows of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    Open,
    Declined,
    Closed,
    Paid(i64),
}

/// What we know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Open,
    Over,
    /// Money came and is settled.
    Settled,
    /// Money came and waits for a person.
    Waiting,
}

#[derive(Clone, Debug)]
pub struct Attempt {
    pub truth: Truth,
    known: Known,
    came: i64,
    back: i64,
    returned: i64,
}

#[derive(Clone, Debug)]
pub struct Booked {
    pub seats: u32,
    until: i64,
    prolonged: bool,
    good: bool,
    gone: bool,
    pub attempts: Vec<Attempt>,
}

/// The model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    now: i64,
    pub bookings: Vec<Booked>,
}

/// What can be seen of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub status: Status,
    pub paid: i64,
    /// Owed back, done or not.
    pub back: i64,
    pub returned: i64,
    pub waiting: i64,
    pub attempts: usize,
}

impl Booked {
    const fn price(&self) -> i64 {
        self.seats as i64 * PRICE
    }

    const fn has_seats(&self, now: i64) -> bool {
        !self.gone && (self.good || self.until > now)
    }
}

impl Model {
    /// Seats that nobody has.
    pub fn free(&self) -> u32 {
        SEATS - self.bookings.iter().filter(|one| one.has_seats(self.now)).map(|one| one.seats).sum::<u32>()
    }

    pub fn seen(&self) -> Vec<Seen> {
        let sum = |one: &Booked, of: fn(&Attempt) -> i64| one.attempts.iter().map(of).sum();
        let each = self.bookings.iter().map(|one| Seen {
            status: match (one.gone, one.good, one.until > self.now) {
                (true, ..) => Status::Cancelled,
                (_, true, _) => Status::Confirmed,
                (_, _, true) => Status::Held,
                (_, _, false) => Status::Expired,
            },
            paid: sum(one, |of| of.came),
            back: sum(one, |of| of.back),
            returned: sum(one, |of| of.returned),
            waiting: sum(one, |of| if of.known == Known::Waiting { of.came } else { 0 }),
            attempts: one.attempts.len(),
        });
        each.collect()
    }

    pub fn does(&mut self, step: &Step) {
        let now = self.now;
        match *step {
            Step::Hold { seats } if self.free() >= seats => {
                let (until, attempts) = (now + HOLD, Vec::new());
                self.bookings.push(Booked { seats, until, prolonged: false, good: false, gone: false, attempts });
            }
            Step::Extend { b } => {
                let one = &mut self.bookings[b];
                if !one.good && !one.gone && one.until > now && !one.prolonged {
                    one.until += LONGER;
                    one.prolonged = true;
                }
            }
            Step::Start { b } => {
                let one = &mut self.bookings[b];
                let is_held = !one.good && !one.gone && one.until > now;
                if is_held && one.attempts.iter().all(|of| of.known != Known::Open) {
                    let new = Attempt { truth: Truth::Open, known: Known::Open, came: 0, back: 0, returned: 0 };
                    one.attempts.push(new);
                }
            }
            Step::Pay { b, a, fen } => {
                let truth = &mut self.bookings[b].attempts[a].truth;
                // A payment under way goes through although the order was closed meanwhile.
                if matches!(truth, Truth::Open | Truth::Closed) {
                    *truth = Truth::Paid(fen);
                }
            }
            Step::Decline { b, a } => {
                let truth = &mut self.bookings[b].attempts[a].truth;
                if *truth == Truth::Open {
                    *truth = Truth::Declined;
                }
            }
            Step::Tell { b, a } => self.learns(b, a, self.bookings[b].attempts[a].truth),
            Step::TellOld { b, a, declined } => {
                self.learns(b, a, if declined { Truth::Declined } else { Truth::Closed });
            }
            Step::Refresh { b } => {
                let open = self.bookings[b].attempts.iter().position(|of| of.known == Known::Open);
                let Some(a) = open else { return };
                let one = &mut self.bookings[b];
                // Nobody may pay there what is paid already, or over.
                let is_vain = one.good || one.gone || one.until + GRACE <= now;
                if is_vain && one.attempts[a].truth == Truth::Open {
                    one.attempts[a].truth = Truth::Closed;
                }
                self.learns(b, a, self.bookings[b].attempts[a].truth);
            }
            Step::Tick { seconds } => self.now += seconds,
            Step::GiveBack => {
                for of in self.bookings.iter_mut().flat_map(|one| &mut one.attempts) {
                    of.returned = of.back;
                }
            }
            Step::Resolve { b, a, accept } => self.resolves(b, a, accept),
            Step::Cancel { b } => {
                let one = &mut self.bookings[b];
                if one.has_seats(now) {
                    one.gone = true;
                    // What was kept goes back.
                    for of in one.attempts.iter_mut().filter(|of| one.good && of.known == Known::Settled) {
                        of.back = of.came;
                    }
                }
            }
            Step::Hold { .. } | Step::Repeat | Step::Sweep => {}
        }
    }

    fn learns(&mut self, b: usize, a: usize, truth: Truth) {
        let known = self.bookings[b].attempts[a].known;
        match truth {
            Truth::Paid(fen) if matches!(known, Known::Open | Known::Over) => self.money(b, a, fen),
            Truth::Declined | Truth::Closed if known == Known::Open => self.bookings[b].attempts[a].known = Known::Over,
            Truth::Open | Truth::Declined | Truth::Closed | Truth::Paid(_) => {}
        }
    }

    fn money(&mut self, b: usize, a: usize, fen: i64) {
        let (free, now) = (self.free(), self.now);
        let one = &mut self.bookings[b];
        let is_right = fen == one.price();
        let of = &mut one.attempts[a];
        (of.came, of.known) = (fen, Known::Settled);
        if one.gone || one.good {
            of.back = fen;
        } else if !is_right {
            of.known = Known::Waiting;
        } else if one.until > now || free >= one.seats {
            one.good = true;
        } else {
            of.back = fen;
        }
    }

    fn resolves(&mut self, b: usize, a: usize, accept: bool) {
        let (free, now) = (self.free(), self.now);
        let one = &mut self.bookings[b];
        let price = one.price();
        let of = &mut one.attempts[a];
        let fits = !accept || (of.came >= price && !one.good && !one.gone);
        if of.known != Known::Waiting || !fits {
            return;
        }
        of.known = Known::Settled;
        if accept && (one.until > now || free >= one.seats) {
            one.good = true;
            of.back = of.came - price;
        } else {
            of.back = of.came;
        }
    }

    /// Some step that could be of interest now.
    pub fn some_step(&self, rng: &mut StdRng, cancels: bool) -> Step {
        let some = |rng: &mut StdRng| {
            let b = rng.random_range(0..self.bookings.len().max(1));
            (b, self.bookings.get(b).map_or(0, |one| rng.random_range(0..one.attempts.len().max(1))))
        };
        let (b, a) = some(rng);
        let has_attempt = self.bookings.get(b).is_some_and(|one| a < one.attempts.len());
        let step = rng.random_range(0..100);
        match step {
            0..10 if self.bookings.len() < MOST => Step::Hold { seats: rng.random_range(1..=3) },
            _ if self.bookings.is_empty() => Step::Hold { seats: 1 },
            10..14 => Step::Extend { b },
            14..28 => Step::Start { b },
            28..42 if has_attempt => {
                let price = self.bookings[b].price();
                let fen = *[price, price, price, price, price, price - 1, price + 1, 1, 2 * price].choose(rng).unwrap();
                Step::Pay { b, a, fen }
            }
            42..45 if has_attempt => Step::Decline { b, a },
            45..59 if has_attempt => Step::Tell { b, a },
            59..62 if has_attempt => Step::TellOld { b, a, declined: rng.random() },
            62..68 => Step::Repeat,
            68..75 => Step::Refresh { b },
            75..85 => Step::Tick { seconds: *[1, 30, 300, 900, 1_800].choose(rng).unwrap() },
            85..88 => Step::Sweep,
            88..92 => Step::GiveBack,
            92..98 if has_attempt => Step::Resolve { b, a, accept: rng.random() },
            98..100 if cancels => Step::Cancel { b },
            _ => Step::Start { b },
        }
    }
}
