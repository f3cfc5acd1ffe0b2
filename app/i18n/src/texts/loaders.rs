//! One loader per script, filled when first used and never changed afterwards.

use std::{borrow::Cow, sync::LazyLock};

use fluent::{FluentArgs, FluentValue};
use i18n_embed::{I18nAssets, LanguageLoader, fluent::FluentLanguageLoader, unic_langid::LanguageIdentifier};
use rust_embed::Embed;

use super::Arg;
use crate::Script;

#[derive(Embed)]
#[folder = "../../locales/"]
struct Files;

/// All files of a script as one, because the loader asks for a single file per language while the texts are kept in one
/// file per feature. One resource also lets a text refer to a term of another file.
struct Joined;

impl I18nAssets for Joined {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        let folder = path.split_inclusive('/').next().unwrap_or_default();
        let mut whole = Vec::new();
        for name in Files::iter().filter(|name| name.starts_with(folder) && name.ends_with(".ftl")) {
            if let Some(file) = Files::get(&name) {
                whole.extend_from_slice(&file.data);
                whole.push(b'\n');
            }
        }
        vec![Cow::Owned(whole)]
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Files::iter().map(Cow::into_owned))
    }
}

static HANS: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Script::Hans));
static HANT: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Script::Hant));

/// The text `id`, or nothing if there is none.
pub(super) fn text(script: Script, id: &str, args: &[(&str, Arg)]) -> Option<String> {
    let loader = loader(script);
    if !loader.has(id) {
        return None;
    }
    let named: Option<FluentArgs<'_>> = (!args.is_empty()).then(|| {
        args.iter()
            .map(|(name, arg)| {
                let value = match arg {
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                    Arg::Number(number) => FluentValue::from(*number),
                };
                (*name, value)
            })
            .collect()
    });
    Some(loader.get_args_fluent(id, named.as_ref()))
}

/// Whether there is a text `id`.
pub(super) fn has(script: Script, id: &str) -> bool {
    loader(script).has(id)
}

fn loader(script: Script) -> &'static FluentLanguageLoader {
    match script {
        Script::Hans => &HANS,
        Script::Hant => &HANT,
    }
}

/// The other script is never a fallback: a missing text must be seen, not covered.
fn load(script: Script) -> FluentLanguageLoader {
    let language: LanguageIdentifier = script.tag().parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new("interface", language.clone());
    if let Err(why) = loader.load_languages(&Joined, &[language]) {
        unreachable!("the embedded texts of {script} do not load: {why}");
    }
    loader.set_use_isolating(false);
    loader
}
