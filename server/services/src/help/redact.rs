//! Whatever in a draft looks personal is replaced.

use domain::{
    desk::Permission,
    help::redact::{apply, find},
};
use i18n::{Script, t, text};

use super::{
    save::{lock, write},
    settle::newest,
    text::{Texts, names},
};
use crate::{Cx, Result, Staff, audit, desk::need};

/// Writes the article's next version, in which everything that looks personal gives way to what it is. `seen` is the number of the
/// version that was looked at. Needs [`Permission::EditHelp`].
///
/// # Errors
/// [`domain::Rule::Unknown`]; [`domain::Rule::Changed`] when somebody has saved it meanwhile.
pub async fn redact(cx: &Cx, staff: &Staff, script: Script, id: i64, seen: i32) -> Result<()> {
    need(staff.role, Permission::EditHelp)?;
    let tx = cx.begin().await?;
    let now = cx.now();
    let names = names(&lock(&tx, id).await?)?;
    let last = newest(&tx, id, seen).await?;
    let texts = Texts::read(&last)?;
    let without = |of: Script, words: &str| {
        apply(words, &find(words, &names), |secret| text(of, &format!("help-instead-{secret}")))
    };
    let (written, other) = (texts.script, texts.script.other());
    let title = without(written, texts.title.get(written));
    let body = without(written, texts.body.get(written));
    let own = |words: &str| texts.own.then(|| without(other, words));
    let (other_title, other_body) = (own(texts.title.get(other)), own(texts.body.get(other)));
    let redacted = Texts::of(written, (&title, &body), (other_title.as_deref(), other_body.as_deref()));
    if redacted != texts {
        write(&tx, id, last.number + 1, &redacted, Some(staff.id), &t!(script, "help-redacted"), now).await?;
        audit::write(&tx, staff.id, now, "help-redacted", &id.to_string()).await?;
        tx.commit().await?;
    }
    Ok(())
}
