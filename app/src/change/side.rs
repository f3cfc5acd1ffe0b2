//! On whose side a change is made: the customer's own pages, or the desk's, where staff do it for him.

use domain::{booking::Booking, payment::Receipt};
use i18n::text;
use leptos::prelude::*;
use ui::Field;

use crate::{ApiError, Viewer, booking, desk, form::Typed, inquiry::AskLink, payment};

/// What `desk` says in a form or an address of the desk's.
pub(super) const DESK: &str = "1";

/// The side a page is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The customer's.
    Customer,
    /// The desk's.
    Desk,
}

impl Side {
    /// The side of the page that is being rendered.
    pub(super) fn of(viewer: &Viewer) -> Self {
        if viewer.path.starts_with("/desk/") { Self::Desk } else { Self::Customer }
    }

    /// The number of the booking in the page's address.
    pub(super) fn number(self, viewer: &Viewer) -> String {
        viewer.segment(if self == Self::Desk { 2 } else { 1 })
    }

    /// What the server functions are told.
    pub(super) const fn flag(self) -> &'static str {
        if matches!(self, Self::Desk) { DESK } else { "" }
    }

    /// A page of a booking on this side; blank `page` for the booking itself.
    pub(super) fn page(self, viewer: &Viewer, number: &str, page: &str) -> String {
        let front = if self == Self::Desk { "/desk" } else { "" };
        viewer.to(&format!("{front}/bookings/{number}{page}"))
    }

    /// The booking, as this side sees it.
    pub(super) async fn booking(self, number: String) -> Result<Booking, ApiError> {
        match self {
            Self::Customer => booking::api::show(number).await,
            Self::Desk => desk::api::booking(number).await,
        }
    }

    /// The way to a person, with the refusal it is about; whoever is at the desk is one.
    pub(super) fn asks(self, code: String) -> Option<impl IntoView> {
        (self == Self::Customer).then(|| view! { <p><AskLink code=code /></p> })
    }

    /// Its money, as this side sees it.
    pub(super) async fn receipt(self, number: String) -> Result<Receipt, ApiError> {
        match self {
            Self::Customer => payment::api::receipt(number, false).await,
            Self::Desk => desk::api::money(number).await,
        }
    }
}

/// Why staff do it: they must say.
#[component]
pub(super) fn Why(
    /// The form as it came back.
    typed: Typed,
    /// Message id of the label.
    #[prop(default = "desk-why")]
    label: &'static str,
    /// The field's id where another form of the page asks too; what is at fault has the usual one.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let script = Viewer::current().script;
    let id = if typed.fault("why").is_some() { String::new() } else { id };
    view! {
        <Field
            name="why"
            id=id
            label=text(script, label)
            value=typed.value("why")
            fault=typed.fault("why")
            maxlength="200"
            required=true
        />
    }
}
