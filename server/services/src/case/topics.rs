//! What a question is about, by the words in it: a proposal that staff correct.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::case::Category;
use i18n::convert::fold;

/// Words by category, in Simplified Chinese; folded like what they are looked for in.
static WORDS: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("topics.json")).unwrap_or_default());

/// The category most of whose words are in a text; [`Category::Other`] where there are none.
#[must_use]
pub fn suggest(text: &str) -> Category {
    let folded = fold(text);
    let score = |category: Category| {
        let words = WORDS.get(category.as_str()).map(Vec::as_slice).unwrap_or_default();
        words.iter().filter(|word| folded.contains(word.as_str())).map(|word| word.chars().count()).sum::<usize>()
    };
    // Of two with as much the first is taken.
    let best = Category::ALL.iter().rev().map(|category| (score(*category), *category)).max_by_key(|(score, _)| *score);
    best.filter(|(score, _)| *score > 0).map_or(Category::Other, |(_, category)| category)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_either_script_tell_what_it_is_about() {
        for (text, category) in [
            ("退款什么时候到账？发票怎么开", Category::Payment),
            ("退款什麼時候到帳？發票怎麼開", Category::Payment),
            ("去机场的车几点发车，行李可以带几件", Category::Trip),
            ("房間可以加床嗎？早餐幾點", Category::Stay),
            ("想改订单的日期", Category::Booking),
            ("宴会厅可以坐多少人，有素食吗", Category::Venue),
            ("积分什么时候过期", Category::Member),
            ("asdf", Category::Other),
            ("", Category::Other),
        ] {
            assert_eq!(suggest(text), category, "{text}");
        }
    }
}
