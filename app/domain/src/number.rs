//! Numbers that people read to one another: `Y`, a letter for what it is the number of, seven random characters and a check
//! character, of an alphabet without look-alikes. Reading forgives case, spaces, missing hyphens and look-alikes.
//!
//! The check character finds every wrong character and every two characters that changed places, wherever they are: the
//! symbols are elements of the field of 32 and each place has a weight of its own. `booking::number` has the tests.

use crate::text::{is_dash, narrow};

/// Digits and letters without I, L, O and U.
pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Symbols after the leading Y: the letter, seven random ones, the check character.
const SYMBOLS: usize = 9;

/// A number with a letter of the alphabet, made of 35 bits of `entropy`.
pub(crate) fn generate(letter: u8, entropy: u64) -> String {
    let mut symbols = [symbol_of(letter).unwrap_or_default(); SYMBOLS];
    for (place, symbol) in symbols[1..SYMBOLS - 1].iter_mut().enumerate() {
        *symbol = ((entropy >> (5 * place)) & 31) as u8;
    }
    // With a last symbol of nothing the sum is what the last symbol must cancel.
    symbols[SYMBOLS - 1] = 0;
    symbols[SYMBOLS - 1] = sum(&symbols);
    write(&symbols)
}

/// The canonical form of what was typed, if it has one of these letters and its check character is right.
pub(crate) fn read(text: &str, letters: &[u8]) -> Option<String> {
    let mut typed = text
        .chars()
        .map(narrow)
        .filter(|ch| !ch.is_whitespace() && !is_dash(*ch) && !matches!(ch, '_' | '.'))
        .map(|ch| ch.to_ascii_uppercase());
    if typed.next() != Some('Y') {
        return None;
    }
    let mut symbols = [0; SYMBOLS];
    for symbol in &mut symbols {
        let letter = match typed.next()? {
            'O' => '0',
            'I' | 'L' => '1',
            'U' => 'V',
            letter => letter,
        };
        *symbol = symbol_of(u8::try_from(letter).ok()?)?;
    }
    let known = letters.contains(&ALPHABET[usize::from(symbols[0])]);
    (known && typed.next().is_none() && sum(&symbols) == 0).then(|| write(&symbols))
}

fn write(symbols: &[u8; SYMBOLS]) -> String {
    let mut text = String::from("Y");
    for (place, symbol) in symbols.iter().enumerate() {
        if matches!(place, 1 | 5) {
            text.push('-');
        }
        text.push(char::from(ALPHABET[usize::from(symbol & 31)]));
    }
    text
}

fn symbol_of(letter: u8) -> Option<u8> {
    ALPHABET.iter().position(|known| *known == letter).and_then(|place| u8::try_from(place).ok())
}

/// The symbols weighted with the powers of a generator of the field of 32, added up. The weights of all places differ,
/// so that neither one wrong symbol nor two exchanged ones leave the sum as it was.
fn sum(symbols: &[u8; SYMBOLS]) -> u8 {
    symbols.iter().fold(0, |sum, symbol| times_generator(sum) ^ symbol)
}

/// Multiplication by x in GF(2)[x] modulo x⁵ + x² + 1, which is primitive.
const fn times_generator(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 32 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}
