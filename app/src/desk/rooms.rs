//! The ways between the desk's pages, as far as the role may go.

use domain::desk::{Permission, StaffCard};
use i18n::{t, text};
use leptos::prelude::*;
use ui::{Button, Hidden, PageTitle, TabItem, Tabs, Tag, Tone};

use super::{api::me, login::StaffLogin};
use crate::{
    ApiError, Viewer,
    form::{back, retried},
    frame::{Page, Refused},
    membership::SignInNeeded,
};

/// The pages: path, icon, message id, what they need.
const ROOMS: [(&str, &str, &str, Permission); 9] = [
    ("/desk", "calendar", "desk-room-day", Permission::SeeBookings),
    ("/desk/inquiries", "chat", "desk-room-inquiries", Permission::AnswerCases),
    ("/desk/figures", "chart", "desk-room-figures", Permission::SeeFigures),
    ("/desk/payments", "card", "desk-room-payments", Permission::SeeMoney),
    ("/desk/invoices", "print", "desk-room-invoices", Permission::IssueInvoices),
    ("/desk/policies", "shield", "desk-room-policies", Permission::EditPolicies),
    ("/desk/help", "help", "desk-room-help", Permission::EditHelp),
    ("/desk/notices", "mail", "desk-room-notices", Permission::SeeWorks),
    ("/desk/jobs", "clock", "desk-room-jobs", Permission::SeeWorks),
];

/// A page of the desk with its head: who is here, where one can go.
#[component]
pub(crate) fn Room(
    /// Who is here.
    card: StaffCard,
    /// What the page is called.
    #[prop(into)]
    title: String,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let items = ROOMS
        .iter()
        .filter(|(.., needed)| card.role.may(*needed))
        .map(|(path, icon, label, _)| TabItem {
            href: viewer.to(path),
            icon: (*icon).to_owned(),
            label: text(script, label),
            current: viewer.path == *path || (*path != "/desk" && viewer.path.starts_with(&format!("{path}/"))),
        })
        .collect();
    view! {
        <Page title=title.clone()>
            <PageTitle title=title>
                <span>{card.name}</span>
                <Tag tone=Tone::Info>{text(script, &format!("role-{}", card.role))}</Tag>
                <form method="post" action="/api/desk/sign-out">
                    <Hidden name="back" value=back(&viewer, "") />
                    <Button tone=Tone::Quiet>{t!(script, "desk-sign-out")}</Button>
                </form>
            </PageTitle>
            <Tabs label=t!(script, "desk-rooms") items=items />
            {children()}
        </Page>
    }
}

/// Who is signed in, or the page to be shown instead.
pub(crate) async fn entered() -> Result<StaffCard, AnyView> {
    let viewer = Viewer::current();
    if !viewer.staff && viewer.path == "/desk" {
        return Err(match retried(&viewer, "desk/sign-in").await {
            Ok(typed) => view! { <StaffLogin typed=typed /> }.into_any(),
            Err(error) => view! { <Refused error=error /> }.into_any(),
        });
    }
    me().await.map_err(instead)
}

/// What is shown to who may not see what he asked for.
pub(crate) fn instead(error: ApiError) -> AnyView {
    if error.code == "sign-in" {
        view! { <SignInNeeded error=error at="/desk" /> }.into_any()
    } else {
        view! { <Refused error=error /> }.into_any()
    }
}
