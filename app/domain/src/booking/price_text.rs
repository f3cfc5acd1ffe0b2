//! The price of a booking as one text, which is hashed at the sale and at every change of it (B5).

use std::fmt::Write as _;

use serde_json::Value;

use super::{Item, Line};
use crate::Fen;

/// The price as one text that never changes for the same price and is never the same for another. Names of extras, the only free text,
/// come last in their line and are quoted.
#[must_use]
pub fn price_text(lines: &[Line], total: Fen) -> String {
    let mut text = String::from("price/1\n");
    for line in lines {
        let _ = write!(text, "{} x {} = {} ", line.count, line.each.0, line.total.0);
        let _ = match &line.item {
            Item::Night(day) => writeln!(text, "night {day}"),
            Item::Head => writeln!(text, "head"),
            Item::Seat => writeln!(text, "seat"),
            Item::Extra(name) => writeln!(text, "extra {} {}", quoted(&name.hans), quoted(&name.hant)),
        };
    }
    let _ = write!(text, "total {}", total.0);
    text
}

/// A text as a JSON string: in one line, with an end that can be seen.
fn quoted(text: &str) -> Value {
    Value::from(text)
}

#[cfg(test)]
mod tests {
    use i18n::Localized;

    use super::*;
    use crate::testing::today;

    fn line(item: Item, count: u32, fen: i64) -> Line {
        Line { item, count, each: Fen(fen), total: Fen(fen) * count }
    }

    #[test]
    fn a_price_is_told_line_by_line() {
        let name = Localized { hans: "早餐".to_owned(), hant: "早餐\n".to_owned() };
        let lines = [line(Item::Night(today()), 2, 48_000), line(Item::Extra(name), 1, 3_800)];
        let text = format!(
            "price/1\n2 x 48000 = 96000 night {}\n1 x 3800 = 3800 extra \"早餐\" \"早餐\\n\"\ntotal 99800",
            today()
        );
        assert_eq!(price_text(&lines, Fen(99_800)), text);
    }

    #[test]
    fn whatever_is_another_price_has_another_text() {
        let line = line(Item::Seat, 2, 100);
        let others = [
            Line { count: 1, ..line.clone() },
            Line { each: Fen(200), ..line.clone() },
            Line { total: Fen(100), ..line.clone() },
            Line { item: Item::Head, ..line.clone() },
        ];
        let text = price_text(std::slice::from_ref(&line), Fen(200));
        for other in others {
            assert_ne!(price_text(&[other], Fen(200)), text);
        }
        assert_ne!(price_text(std::slice::from_ref(&line), Fen(100)), text);
        assert_ne!(price_text(&[line.clone(), line], Fen(200)), text);
    }
}
