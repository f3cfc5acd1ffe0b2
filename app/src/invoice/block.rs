//! The invoice on the page of the receipt: how far it is, or the form to ask for one.

use domain::invoice::{Invoice, InvoiceStatus};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, Field, Hidden, Section, SummaryList, SummaryRow, Tone};

use crate::{
    Viewer,
    form::{Refusal, Typed},
};

/// The form's fields with their labels.
const FIELDS: [(&str, &str); 3] = [("title", "invoice-for"), ("tax_no", "invoice-tax-no"), ("email", "contact-email")];

/// What was asked for, and the form where one can be asked for; nothing where nothing was paid.
#[component]
pub(crate) fn InvoiceBlock(
    /// Number of the booking.
    number: String,
    /// The last one that was asked for.
    invoice: Option<Invoice>,
    /// One can be asked for.
    free: bool,
    /// The form as it came back.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    if invoice.is_none() && !free && typed.refusal.is_none() {
        return ().into_any();
    }
    let known = invoice.map(|invoice| view! { <SummaryList rows=rows(script, invoice) /> });
    let back = viewer.to(&format!("/bookings/{number}/receipt"));
    let form = free.then(|| {
        let field = |name: &'static str, label: String, kind: &'static str, note: String, hint: String| {
            let (value, fault, required) = (typed.value(name), typed.fault(name), note.is_empty());
            view! {
                <Field
                    name=name
                    label=label
                    kind=kind
                    note=note
                    hint=hint
                    value=value
                    fault=fault
                    required=required
                />
            }
        };
        let optional = t!(script, "optional");
        view! {
            <form class="stack narrow" method="post" action="/api/invoice/ask" novalidate>
                <Hidden name="number" value=number />
                <Hidden name="back" value=back />
                {field("title", t!(script, "invoice-for"), "text", String::new(), t!(script, "invoice-for-hint"))}
                {field("tax_no", t!(script, "invoice-tax-no"), "text", optional, t!(script, "invoice-tax-no-hint"))}
                {field("email", t!(script, "contact-email"), "email", String::new(), t!(script, "invoice-email-hint"))}
                <Button tone=Tone::Plain>{t!(script, "invoice-ask")}</Button>
            </form>
        }
    });
    view! {
        <div class="no-print">
            <Section title=t!(script, "invoice-title")>
                <Refusal typed=typed fields=FIELDS />
                {known}
                {form}
            </Section>
        </div>
    }
    .into_any()
}

fn rows(script: Script, invoice: Invoice) -> Vec<SummaryRow> {
    let state = text(script, &format!("invoice-status-{}", invoice.status));
    let mut rows = vec![
        SummaryRow::text(t!(script, "invoice-state"), state),
        SummaryRow::text(t!(script, "invoice-for"), [invoice.title, invoice.tax_no].join(" ").trim().to_owned()),
        SummaryRow::text(t!(script, "invoice-amount"), format::money(invoice.amount.0)),
    ];
    match invoice.status {
        InvoiceStatus::Issued => rows.push(SummaryRow::text(t!(script, "invoice-code"), invoice.code)),
        InvoiceStatus::Corrected => rows.push(SummaryRow::text(t!(script, "invoice-code"), invoice.code)),
        InvoiceStatus::Refused => rows.push(SummaryRow::text(t!(script, "invoice-why"), invoice.why)),
        InvoiceStatus::Asked => {}
    }
    rows
}
