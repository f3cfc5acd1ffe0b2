//! What is attached to something that can be read.

use domain::upload::Attachment;
use i18n::t;
use leptos::prelude::*;
use ui::FileList;

use super::items;
use crate::Viewer;

/// Attachments as downloads; nothing when there are none.
#[component]
pub fn Files(
    /// The files.
    files: Vec<Attachment>,
) -> impl IntoView {
    let script = Viewer::current().script;
    view! { <FileList label=t!(script, "files-label") files=items(files) /> }
}
