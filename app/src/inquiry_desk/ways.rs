//! The ways between the pages about questions, as far as the role may go.

use domain::desk::{Permission, Role};
use i18n::{t, text};
use leptos::prelude::*;
use ui::{TabItem, Tabs};

use crate::Viewer;

/// The pages: path, message id, what they need.
const WAYS: [(&str, &str, Permission); 4] = [
    ("/desk/inquiries", "supervise-queue", Permission::AnswerCases),
    ("/desk/inquiries/board", "supervise-board", Permission::SuperviseCases),
    ("/desk/inquiries/calendar", "supervise-calendar", Permission::SuperviseCases),
    ("/desk/inquiries/replies", "supervise-replies", Permission::AnswerCases),
];

/// Links to the other pages about questions.
#[component]
pub(crate) fn Ways(
    /// Who is here.
    role: Role,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let items = WAYS
        .iter()
        .filter(|(.., needed)| role.may(*needed))
        .map(|(path, label, _)| TabItem {
            href: viewer.to(path),
            icon: String::new(),
            label: text(script, label),
            current: viewer.path == *path,
        })
        .collect();
    view! { <Tabs label=t!(script, "supervise-ways") items=items /> }
}
