//! Of which payments money goes back.

use crate::Fen;

/// Splits an amount over what is left of several payments: the one that is just as much, else the largest first, so that as few as
/// can be are touched. Positions and amounts; `None` when there is not so much left.
#[must_use]
pub fn split(left: &[Fen], amount: Fen) -> Option<Vec<(usize, Fen)>> {
    if let Some(exact) = left.iter().position(|fen| *fen == amount) {
        return Some(vec![(exact, amount)]);
    }
    let mut largest: Vec<usize> = (0..left.len()).filter(|position| left[*position] > Fen::ZERO).collect();
    largest.sort_by_key(|position| std::cmp::Reverse(left[*position]));
    let (mut rest, mut parts) = (amount, Vec::new());
    for position in largest {
        let part = left[position].min(rest);
        if part > Fen::ZERO {
            parts.push((position, part));
            rest = rest - part;
        }
    }
    (rest <= Fen::ZERO).then_some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_payment_that_is_just_as_much_comes_first() {
        let left = [Fen(500), Fen(200), Fen(300)];
        assert_eq!(split(&left, Fen(200)), Some(vec![(1, Fen(200))]));
        assert_eq!(split(&left, Fen(250)), Some(vec![(0, Fen(250))]));
        assert_eq!(split(&left, Fen(900)), Some(vec![(0, Fen(500)), (2, Fen(300)), (1, Fen(100))]));
        assert_eq!(split(&left, Fen(1_001)), None);
        assert_eq!(split(&[], Fen::ZERO), Some(Vec::new()));
    }

    proptest! {
        #[test]
        fn nothing_goes_back_of_a_payment_beyond_what_is_left(
            left in proptest::collection::vec(0i64..1_000, 0..6), amount in 1i64..4_000,
        ) {
            let left: Vec<Fen> = left.into_iter().map(Fen).collect();
            match split(&left, Fen(amount)) {
                Some(parts) => {
                    prop_assert_eq!(parts.iter().map(|(_, fen)| *fen).sum::<Fen>(), Fen(amount));
                    prop_assert!(parts.iter().all(|(position, fen)| *fen > Fen::ZERO && *fen <= left[*position]));
                }
                None => prop_assert!(left.iter().copied().sum::<Fen>() < Fen(amount)),
            }
        }
    }
}
