//! What staff fill in about money.

use domain::{
    desk::{Permission, Role},
    payment::{CollectionRow, Receipt, Refund, RefundStatus, StuckRow, Way},
};
use i18n::{t, text};
use leptos::prelude::*;
use ui::{Button, Details, Field, Hidden, SelectField, Tone};

use crate::{
    Viewer,
    form::{Refusal, Typed},
};

/// What becomes of a stuck payment.
#[component]
pub(super) fn ForStuck(
    /// The payment.
    row: StuckRow,
    /// A form of the page as it came back; shown again where it is this payment's.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let options =
        row.decisions.iter().map(|how| (how.to_string(), text(script, &format!("resolution-{how}")))).collect();
    let number = row.payment.number;
    let (typed, id) = own(typed, "payment", &number);
    view! {
        <Details summary=t!(script, "desk-decide") open=!typed.fields.is_empty()>
            <form class="stack" method="post" action="/api/desk/resolve-payment" novalidate>
                <Hidden name="payment" value=number />
                <Hidden name="key" value=row.doubt.to_string() />
                <Hidden name="back" value=viewer.to("/desk/payments") />
                <SelectField
                    name="how"
                    id=id("how")
                    label=t!(script, "desk-how")
                    options=options
                    value=typed.value("how")
                    fault=typed.fault("how")
                />
                <Field
                    name="why"
                    id=id("why")
                    label=t!(script, "desk-why")
                    value=typed.value("why")
                    fault=typed.fault("why")
                    maxlength="200"
                    required=true
                />
                <Button tone=Tone::Primary>{t!(script, "desk-decide-go")}</Button>
            </form>
        </Details>
    }
}

/// What the role may do about a refund: check it, release it, pay it out, let the provider try again.
#[component]
pub(super) fn ForRefund(
    /// Who looks.
    role: Role,
    /// The refund.
    refund: Refund,
    /// A form of the page as it came back; shown again where it is this refund's.
    typed: Typed,
) -> impl IntoView {
    let script = Viewer::current().script;
    match refund.status {
        RefundStatus::Done => ().into_any(),
        RefundStatus::Asked if role.may(Permission::CheckMoney) => view! { <ForCheck refund=refund /> }.into_any(),
        RefundStatus::Asked => t!(script, "desk-waits-check").into_any(),
        RefundStatus::Checked if role.may(Permission::ReleaseMoney) => {
            view! { <ForRelease refund=refund typed=typed /> }.into_any()
        }
        RefundStatus::Checked => t!(script, "desk-waits-release").into_any(),
        _ if role.may(Permission::SettleMoney) => view! { <ForPayOut refund=refund typed=typed /> }.into_any(),
        _ => ().into_any(),
    }
}

/// A form that is a button: what is done about a refund in one step.
#[component]
fn OneStep(
    /// The refund.
    refund: Refund,
    /// The server function.
    action: &'static str,
    /// What it says.
    label: String,
    /// How much it asks to be pressed.
    tone: Tone,
) -> impl IntoView {
    let viewer = Viewer::current();
    // After each round, and after each try that failed, it may be done again.
    let key = format!("{}-{}", refund.rounds, refund.tries);
    view! {
        <form method="post" action=action>
            <Hidden name="refund" value=refund.number />
            <Hidden name="key" value=key />
            <Hidden name="back" value=viewer.to(&viewer.path) />
            <Button tone=tone>{label}</Button>
        </form>
    }
}

/// A supervisor finds it right.
#[component]
fn ForCheck(refund: Refund) -> impl IntoView {
    let script = Viewer::current().script;
    view! { <OneStep refund=refund action="/api/desk/check-refund" label=t!(script, "desk-check") tone=Tone::Primary /> }
}

/// Finance releases it, or asks back.
#[component]
fn ForRelease(refund: Refund, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let (typed, id) = own(typed, "refund", &refund.number);
    let label = t!(script, "desk-release");
    view! {
        <OneStep refund=refund.clone() action="/api/desk/release-refund" label=label tone=Tone::Primary />
        <Details summary=t!(script, "desk-send-back") open=!typed.fields.is_empty()>
            <form class="stack" method="post" action="/api/desk/send-back-refund" novalidate>
                <Hidden name="refund" value=refund.number />
                <Hidden name="key" value=refund.rounds.to_string() />
                <Hidden name="back" value=viewer.to(&viewer.path) />
                <Field
                    name="why"
                    id=id("why")
                    label=t!(script, "desk-why")
                    value=typed.value("why")
                    fault=typed.fault("why")
                    maxlength="200"
                    required=true
                />
                <Button tone=Tone::Plain>{t!(script, "desk-send-back-go")}</Button>
            </form>
        </Details>
    }
}

/// Pays a refund out, or lets the provider try again.
#[component]
fn ForPayOut(refund: Refund, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = refund.number.clone();
    let stuck = refund.status == RefundStatus::Stuck;
    if !refund.way.is_offline() && !stuck {
        return t!(script, "desk-by-itself").into_any();
    }
    let back = viewer.to(&viewer.path);
    let again = (stuck && !refund.way.is_offline()).then(|| {
        let label = t!(script, "desk-retry");
        view! { <OneStep refund=refund action="/api/desk/retry-refund" label=label tone=Tone::Plain /> }
    });
    let (typed, id) = own(typed, "refund", &number);
    view! {
        {again}
        <Details summary=t!(script, "desk-pay-out") open=!typed.fields.is_empty()>
            <form class="stack" method="post" action="/api/desk/pay-out" novalidate>
                <Hidden name="refund" value=number.clone() />
                <Hidden name="key" value="once" />
                <Hidden name="back" value=back />
                <Field
                    name="slip"
                    id=id("slip")
                    label=t!(script, "desk-slip")
                    value=typed.value("slip")
                    fault=typed.fault("slip")
                    maxlength="60"
                    required=true
                />
                <Button tone=Tone::Primary>{t!(script, "desk-pay-out-go")}</Button>
            </form>
        </Details>
    }
    .into_any()
}

/// What the role may do about a collection: find it right, take it over.
#[component]
pub(super) fn ForCollection(
    /// Who looks.
    role: Role,
    /// The collection.
    row: CollectionRow,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let (needed, action, label) = if row.checked {
        (Permission::ReleaseMoney, "/api/desk/take-collection", t!(script, "desk-take"))
    } else {
        (Permission::CheckMoney, "/api/desk/check-collection", t!(script, "desk-check"))
    };
    if !role.may(needed) {
        return ().into_any();
    }
    view! {
        <form method="post" action=action>
            <Hidden name="payment" value=row.payment.number />
            <Hidden name="key" value="once" />
            <Hidden name="back" value=viewer.to(&viewer.path) />
            <Button tone=Tone::Primary>{label}</Button>
        </form>
    }
    .into_any()
}

/// What was typed, where it was typed into the form for this very `number`, and the ids of its controls: a form that came back
/// has those that the summary of its faults leads to, any other has its own.
fn own(typed: Typed, name: &str, number: &str) -> (Typed, impl Fn(&str) -> String + use<>) {
    let mine = typed.value(name) == number;
    let number = number.to_owned();
    let id = move |field: &str| if mine { String::new() } else { format!("{field}-{number}") };
    (if mine { typed } else { Typed::default() }, id)
}

/// Records what came at the counter or by transfer.
#[component]
pub(super) fn RecordForm(
    /// The money of the booking.
    receipt: Receipt,
    /// As it came back.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = receipt.booking.number.clone();
    let ways = [Way::Counter, Way::Transfer].map(|way| (way.to_string(), text(script, &format!("way-{way}"))));
    let fresh = typed.fields.is_empty();
    let way = if fresh && receipt.way.is_offline() { receipt.way.to_string() } else { typed.value("way") };
    let due = receipt.due.0;
    let amount = if fresh { format!("{}.{:02}", due / 100, due % 100) } else { typed.value("amount") };
    // The same form sent twice is one receipt; another receipt comes from another state of the booking.
    let key = format!("{}-{}", receipt.payments.len(), receipt.paid.0);
    let fields = [("way", "money-way"), ("amount", "desk-amount"), ("slip", "desk-slip")];
    view! {
        <form class="stack card" id="record" method="post" action="/api/desk/record-payment" novalidate>
            <Refusal typed=typed.clone() fields=fields />
            <h2 class="card__title">{t!(script, "desk-record")}</h2>
            <Hidden name="number" value=number.clone() />
            <Hidden name="key" value=key />
            <Hidden name="back" value=viewer.to(&format!("/desk/bookings/{number}")) />
            <SelectField
                name="way"
                label=t!(script, "money-way")
                options=ways.to_vec()
                value=way
                fault=typed.fault("way")
            />
            <Field
                name="amount"
                label=t!(script, "desk-amount")
                inputmode="decimal"
                value=amount
                fault=typed.fault("amount")
            />
            <Field
                name="slip"
                id=if fresh { "record-slip" } else { "" }
                label=t!(script, "desk-slip")
                hint=t!(script, "desk-slip-hint")
                value=typed.value("slip")
                fault=typed.fault("slip")
                maxlength="60"
            />
            <Button tone=Tone::Primary>{t!(script, "desk-record-go")}</Button>
        </form>
    }
}
