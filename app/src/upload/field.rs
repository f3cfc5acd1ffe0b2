//! The part of a form by which files are attached.

use domain::upload::{Attachment, FILES, FileType, MOST_FILES, MOST_MEGABYTES};
use i18n::t;
use leptos::prelude::*;
use ui::{FileField, FileList};

use super::items;
use crate::{Viewer, form::Typed};

/// What is attached already, each to be left out by unticking it, and the field for more. The form must be a plain one with
/// `enctype="multipart/form-data"`, to a function that takes files.
#[component]
pub fn FilesField(
    /// The form as it came back.
    typed: Typed,
    /// What was sent with it and waits: what [`super::api::mine`] gives for its field `files`.
    kept: Vec<Attachment>,
) -> impl IntoView {
    let script = Viewer::current().script;
    let most = i64::try_from(MOST_FILES).unwrap_or_default();
    view! {
        <FileList
            label=t!(script, "files-kept")
            hint=t!(script, "files-kept-hint")
            open=t!(script, "files-open")
            field=FILES
            files=items(kept)
        />
        <FileField
            name=FILES
            label=t!(script, "files-label")
            note=t!(script, "optional")
            hint=t!(script, "files-hint", most = most, size = MOST_MEGABYTES)
            accept=FileType::ACCEPT
            multiple=true
            fault=typed.fault(FILES)
        />
    }
}
