//! What is kept and what goes back when a booking is given up whole (B11, B12).

use crate::{
    Fen, Instant,
    terms::{Step, Terms},
};

/// A booking and its money at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Sold<'a> {
    /// It is confirmed; what is only held costs nothing to give up.
    pub confirmed: bool,
    /// Its price.
    pub total: Fen,
    /// What has come of the customer's money and is not on its way back.
    pub kept: Fen,
    /// Fees of changes and of parts given up before, which stay.
    pub fees: Fen,
    /// No cancellation costs less: the fee of the time it was moved away from (B12).
    pub floor: Fen,
    /// Start of the service.
    pub starts: Instant,
    /// The terms it was sold by.
    pub terms: &'a Terms,
}

/// What a cancellation does to the money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cancellation {
    /// Kept of the price for this cancellation.
    pub fee: Fen,
    /// Goes back.
    pub refund: Fen,
    /// Still to be paid: the fee is more than what was paid.
    pub due: Fen,
}

impl Sold<'_> {
    /// What a cancellation does now.
    #[must_use]
    pub fn cancellation(&self, now: Instant) -> Cancellation {
        let fee = if self.confirmed { self.terms.fee(self.total, self.starts, now).max(self.floor) } else { Fen::ZERO };
        let left = self.kept - self.fees - fee;
        Cancellation { fee, refund: left.max(Fen::ZERO), due: (Fen::ZERO - left).max(Fen::ZERO) }
    }

    /// What a cancellation gives back from now on, of the price: the curve of the terms, no step above what the floor leaves.
    #[must_use]
    pub fn curve(&self, now: Instant) -> Vec<Step> {
        let most = (self.total - self.floor).max(Fen::ZERO);
        let mut curve: Vec<Step> = Vec::new();
        for step in self.terms.curve(self.total, self.starts, now) {
            let bound = step.refund > most;
            let refund = step.refund.min(most);
            let percent = if bound { share(most, self.total) } else { step.percent };
            match curve.last_mut() {
                Some(last) if last.refund == refund => last.until = step.until,
                _ => curve.push(Step { until: step.until, percent, refund }),
            }
        }
        curve
    }
}

/// How many whole percent of an amount another one is.
fn share(part: Fen, whole: Fen) -> u32 {
    if whole <= Fen::ZERO {
        return 0;
    }
    let percent = i128::from(part.0) * 100 / i128::from(whole.0);
    u32::try_from(percent.clamp(0, 100)).unwrap_or_default()
}
