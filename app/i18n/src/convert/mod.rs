//! Conversion of content between the scripts, and the one form that search compares.
//!
//! The dictionaries are loaded when first needed, never at start.

mod each;
mod lexicon;

use std::sync::LazyLock;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use unicode_normalization::UnicodeNormalization;

pub use each::fold_each;

use crate::Script;

static TO_HANT: LazyLock<OpenCC> = LazyLock::new(|| load(BuiltinConfig::S2twp));
static TO_HANS: LazyLock<OpenCC> = LazyLock::new(|| load(BuiltinConfig::Tw2sp));
static CHARACTERS: LazyLock<OpenCC> = LazyLock::new(|| load(BuiltinConfig::S2tw));
static FOLD: LazyLock<OpenCC> = LazyLock::new(|| load(BuiltinConfig::T2s));

/// Simplified content as Taiwan writes it: characters, the usual other words, those of our trade, its quotation marks.
/// Latin letters and digits stay as they are.
#[must_use]
pub fn to_hant(hans: &str) -> String {
    lexicon::apply(hans, |words| TO_HANT.convert(words)).replace('“', "「").replace('”', "」")
}

/// Traditional content as the mainland writes it.
#[must_use]
pub fn to_hans(hant: &str) -> String {
    TO_HANS.convert(hant).replace('「', "“").replace('」', "”")
}

/// The form in which search compares: compatibility forms unified, lower case, Simplified characters, single spaces.
/// Words are left alone, so that both scripts of one name fold to the same.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let simple = FOLD.convert(&plain);
    let mut folded = String::with_capacity(simple.len());
    for word in simple.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// The characters of a text that belong to the other script only, each once: what an editor overlooked.
///
/// Characters with several forms in the other script (发 is 發 or 髮, and 后 stays 后 in 皇后) count only where the
/// conversion of the single character changes them.
#[must_use]
pub fn foreign(script: Script, text: &str) -> Vec<char> {
    let converter = match script {
        Script::Hans => &FOLD,
        Script::Hant => &CHARACTERS,
    };
    let mut strange: Vec<char> = Vec::new();
    for char in text.chars().filter(|char| !char.is_ascii()) {
        let single = char.to_string();
        if !strange.contains(&char) && converter.convert(&single) != single {
            strange.push(char);
        }
    }
    strange
}

/// The dictionaries are part of the program; they fail only if it was built without them.
fn load(config: BuiltinConfig) -> OpenCC {
    OpenCC::from_config(config).unwrap_or_else(|why| unreachable!("an embedded dictionary does not load: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_those_of_taiwan() {
        for (hans, hant) in [("预订", "預訂"), ("软件", "軟體"), ("信息", "資訊"), ("网络", "網路"), ("里面", "裡面")]
        {
            assert_eq!(to_hant(hans), hant);
        }
    }

    #[test]
    fn words_of_the_trade_are_not_taken_for_those_of_computing() {
        for (hans, hant) in [
            ("投影设备检修", "投影設備檢修"),
            ("餐厅菜单", "餐廳菜單"),
            ("高级大床房", "高級大床房"),
            ("退房程序", "退房程序"),
            ("茶单只有龙井", "茶單只有龍井"),
            ("28 平方米，1.2 米床", "28 平方公尺，1.2 公尺床"),
        ] {
            assert_eq!(to_hant(hans), hant);
        }
    }

    #[test]
    fn words_become_those_of_the_mainland() {
        assert_eq!(to_hans("預訂"), "预订");
        assert_eq!(to_hans("軟體"), "软件");
    }

    #[test]
    fn latin_letters_and_digits_are_left_alone() {
        assert_eq!(to_hant("Wi-Fi 6 免费, 3 km, it's ok"), "Wi-Fi 6 免費, 3 km, it's ok");
    }

    #[test]
    fn quotation_marks_follow_the_script() {
        assert_eq!(to_hant("“西湖”"), "「西湖」");
        assert_eq!(to_hans("「西湖」"), "“西湖”");
    }

    #[test]
    fn both_scripts_fold_to_one_form() {
        for (hans, hant) in [("预订", "預訂"), ("龙井路", "龍井路"), ("台北 101", "臺北 101"), ("里弄", "里弄")]
        {
            assert_eq!(fold(hans), fold(hant));
        }
    }

    #[test]
    fn folding_unifies_width_case_and_spaces() {
        assert_eq!(fold("  ＨＯＴＥＬ\u{3000}　Ａ１ \n西湖 "), "hotel a1 西湖");
        assert_eq!(fold(""), "");
    }
}
