//! The texts of a version: written in one script, converted to the other where nobody has written that too, and what in them looks
//! personal.

use domain::help::{
    Suspect,
    redact::{Span, find, parts},
};
use entity::{help_article, help_version};
use i18n::{
    Localized, Script,
    convert::{to_hans, to_hant},
};

use crate::Result;

/// Title and body in both scripts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Texts {
    pub(super) script: Script,
    pub(super) own: bool,
    pub(super) title: Localized,
    pub(super) body: Localized,
}

impl Texts {
    /// What is written in a script, with what is written in the other.
    pub(super) fn of(script: Script, (title, body): (&str, &str), other: (Option<&str>, Option<&str>)) -> Self {
        Self {
            script,
            own: other.0.is_some() || other.1.is_some(),
            title: both(script, title, other.0),
            body: both(script, body, other.1),
        }
    }

    /// Those of a version.
    pub(super) fn read(version: &help_version::Model) -> Result<Self> {
        Ok(Self { script: version.script()?, own: version.own, title: version.title(), body: version.body() })
    }

    /// The lines that have something personal in what somebody has written; in what was converted, where nothing written has.
    pub(super) fn suspects(&self, names: &[String]) -> Vec<Vec<Suspect>> {
        let of = |script: Script| {
            let lines = std::iter::once(self.title.get(script)).chain(self.body.get(script).lines());
            let judged = lines.map(|line| (line, find(line, names))).filter(|(_, spans)| !spans.is_empty());
            judged.map(|(line, spans)| suspect(line, &spans)).collect::<Vec<_>>()
        };
        let mut found = of(self.script);
        if self.own || found.is_empty() {
            found.extend(of(self.script.other()));
        }
        found
    }
}

/// The names of those an article was made of, in both scripts.
pub(super) fn names(article: &help_article::Model) -> Result<Vec<String>> {
    let names = article.names()?;
    Ok(names.iter().flat_map(|name| [name.clone(), to_hans(name), to_hant(name)]).collect())
}

fn suspect(line: &str, spans: &[Span]) -> Vec<Suspect> {
    parts(line, spans).into_iter().map(|(part, secret)| (part.to_owned(), secret)).collect()
}

fn both(script: Script, written: &str, other: Option<&str>) -> Localized {
    let other = |convert: fn(&str) -> String| other.map_or_else(|| convert(written), str::to_owned);
    match script {
        Script::Hans => Localized { hans: written.to_owned(), hant: other(to_hant) },
        Script::Hant => Localized { hans: other(to_hans), hant: written.to_owned() },
    }
}
