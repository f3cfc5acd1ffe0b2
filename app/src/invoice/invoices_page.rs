//! The desk's invoices: to be issued, to be corrected, issued lately.

use domain::invoice::{InvoiceQueue, InvoiceRow, InvoiceStatus};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, DataTable, Details, Field, Hidden, Section, Tone};

use super::api::queue;
use crate::{
    Viewer,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, retried},
};

/// Forms of the page; a refusal may come from each of them.
const FORMS: [&str; 3] = ["invoice/issue", "invoice/refuse", "invoice/correct"];

/// `/desk/invoices`
#[component]
pub fn InvoicesPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let mut typed = Typed::default();
                for form in FORMS {
                    match retried(&viewer, form).await {
                        Ok(found) if found.refusal.is_some() => typed = found,
                        _ => {}
                    }
                }
                match queue().await {
                    Ok(queue) => {
                        view! {
                            <Room card=card title=t!(viewer.script, "desk-invoices")>
                                <Refusal
                                    typed=typed.clone()
                                    fields=[("code", "invoice-code"), ("why", "invoice-refuse-why")]
                                />
                                <Queue queue=queue typed=typed />
                            </Room>
                        }
                            .into_any()
                    }
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Queue(queue: InvoiceQueue, typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let lists = [
        ("invoices-asked", queue.asked, true),
        ("invoices-wrong", queue.wrong, true),
        ("invoices-issued", queue.issued, false),
    ];
    lists
        .into_iter()
        .map(|(title, rows, open)| {
            let title = text(script, title);
            let list = if rows.is_empty() {
                view! { <p class="muted">{t!(script, "desk-nothing")}</p> }.into_any()
            } else {
                table(script, title.clone(), rows, open.then_some(&typed))
            };
            view! { <Section title=title>{list}</Section> }
        })
        .collect_view()
}

fn table(script: Script, caption: String, rows: Vec<InvoiceRow>, open: Option<&Typed>) -> AnyView {
    let viewer = Viewer::current();
    let last = if open.is_some() { "desk-decision" } else { "invoice-code" };
    let head = ["desk-column-since", "desk-column-number", "invoice-for", "contact-email", "invoice-amount", last];
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = viewer.to(&format!("/desk/bookings/{}", row.booking.number));
            let number = row.booking.number;
            let amount = if row.net == row.invoice.amount {
                format::money(row.net.0)
            } else {
                t!(
                    script,
                    "invoice-differs",
                    amount = format::money(row.invoice.amount.0),
                    net = format::money(row.net.0)
                )
            };
            let decision = match open {
                Some(typed) => {
                    view! { <Decide id=row.invoice.id status=row.invoice.status typed=typed.clone() /> }.into_any()
                }
                None => row.invoice.code.into_any(),
            };
            vec![
                format::moment(script, row.invoice.asked).into_any(),
                view! { <a class="number" href=href>{number}</a> }.into_any(),
                [row.invoice.title, row.invoice.tax_no].join(" ").trim().to_owned().into_any(),
                row.email.into_any(),
                amount.into_any(),
                decision,
            ]
        })
        .collect();
    view! { <DataTable caption=caption head=head.map(|id| text(script, id)).to_vec() rows=rows /> }.into_any()
}

/// Issues it, says why not, or takes it back.
#[component]
fn Decide(id: i64, status: InvoiceStatus, typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let mine = typed.value("id") == id.to_string();
    let typed = if mine { typed } else { Typed::default() };
    let form = move |action: &'static str, name: &'static str, label: String, go: String, tone: Tone| {
        // A form that came back has the id that the summary of its faults leads to, any other its own.
        let control = if mine { String::new() } else { format!("{name}-{id}") };
        view! {
            <form class="stack" method="post" action=action novalidate>
                <Hidden name="id" value=id.to_string() />
                <Hidden name="key" value="once" />
                <Hidden name="back" value=Viewer::current().to("/desk/invoices") />
                <Field
                    name=name
                    id=control
                    label=label
                    value=typed.value(name)
                    fault=typed.fault(name)
                    maxlength="200"
                    required=true
                />
                <Button tone=tone>{go}</Button>
            </form>
        }
    };
    if status == InvoiceStatus::Issued {
        let correct = form(
            "/api/invoice/correct",
            "code",
            t!(script, "invoice-correct-code"),
            t!(script, "invoice-correct"),
            Tone::Primary,
        );
        return view! {
            <Details summary=t!(script, "invoice-decide") open=mine>
                {correct}
            </Details>
        }
        .into_any();
    }
    view! {
        <Details summary=t!(script, "invoice-decide") open=mine>
            {form(
                "/api/invoice/issue",
                "code",
                t!(script, "invoice-code"),
                t!(script, "invoice-issue"),
                Tone::Primary,
            )}
            {form("/api/invoice/refuse", "why", t!(script, "invoice-refuse-why"), t!(script, "invoice-refuse"), Tone::Plain)}
        </Details>
    }
    .into_any()
}
