//! The reference: a booking as a heap of single units.

use std::collections::BTreeMap;

/// What a cancellation so many hours before keeps, in percent: the standard terms, told anew.
const KEPT: [(i64, i64); 3] = [(48, 0), (24, 20), (2, 50)];

/// The reference's booking: which night each unit is of, and what it cost.
#[derive(Clone, Default)]
pub(super) struct ByHand {
    pub(super) units: Vec<(u64, i64)>,
    pub(super) floor: i64,
    pub(super) fees: i64,
    pub(super) paid: i64,
}

impl ByHand {
    pub(super) fn price(&self) -> i64 {
        self.units.iter().map(|(_, each)| each).sum()
    }

    /// What is kept of an amount so many hours before the service.
    pub(super) fn kept(amount: i64, hours: i64) -> i64 {
        let percent = KEPT.iter().find(|(least, _)| hours >= *least).map_or(100, |(_, percent)| *percent);
        // Half a fen is the customer's.
        amount - (amount * (100 - percent) * 2 + 100) / 200
    }

    /// Units of other nights, at the prices of now; nothing is kept of what is not paid for.
    pub(super) fn becomes(&mut self, wanted: &[(u64, i64)], moved: bool, hours: i64, is_paid: bool) {
        let (mut pile, mut units, mut coming) = (self.units.clone(), Vec::new(), 0);
        let old = self.price();
        for (night, each) in wanted {
            match pile.iter().position(|(known, _)| known == night) {
                Some(position) => units.push(pile.remove(position)),
                None => {
                    units.push((*night, *each));
                    coming += 1;
                }
            }
        }
        self.units = units;
        if !is_paid {
            return;
        }
        let given_up: i64 = pile.iter().skip(coming).map(|(_, each)| each).sum();
        let of_floor = if given_up == 0 { 0 } else { (self.floor * given_up * 2 + old) / (old * 2) };
        let fee = Self::kept(given_up, hours).max(of_floor);
        self.floor -= of_floor;
        if moved {
            self.floor = self.floor.max(Self::kept(old - given_up, hours));
        }
        self.fees += fee;
        // He pays or has back what makes price and fees even.
        self.paid = self.price() + self.fees;
    }

    /// The last rooms of each night, or whole nights, become a booking of their own; what giving nights up would cost goes along.
    pub(super) fn divided(&mut self, goes: &Goes, hours: i64) -> Self {
        let (mut stays, mut gone) = (Vec::new(), Vec::<(u64, i64)>::new());
        for unit in self.units.iter().rev() {
            let going = match goes {
                Goes::Rooms(rooms) => gone.iter().filter(|other| other.0 == unit.0).count() < *rooms,
                Goes::From(night) => unit.0 >= *night,
            };
            if going { gone.push(*unit) } else { stays.push(*unit) }
        }
        stays.reverse();
        gone.reverse();
        let part: i64 = gone.iter().map(|(_, each)| each).sum();
        let old = self.price();
        let of_floor = (self.floor * part * 2 + old) / (old * 2);
        let floor = match goes {
            Goes::Rooms(_) => of_floor,
            Goes::From(_) => of_floor.max(Self::kept(part, hours)),
        };
        self.floor -= of_floor;
        self.units = stays;
        self.paid -= part;
        Self { units: gone, floor, fees: 0, paid: part }
    }

    /// How many units of each night.
    pub(super) fn taken(&self) -> BTreeMap<u64, u32> {
        let mut taken = BTreeMap::new();
        for (night, _) in &self.units {
            *taken.entry(*night).or_default() += 1;
        }
        taken
    }
}

/// What goes where a booking is divided.
pub(super) enum Goes {
    /// So many rooms.
    Rooms(usize),
    /// The nights from that one on.
    From(u64),
}
