//! The transfer slip to print (C5): who asks and what, each transfer with its reason and its fate, and room for signatures.

use domain::case::{DeskCase, Who};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{BackLink, PageTitle, Section, SummaryList, SummaryRow};

use super::slip::{Handover, handovers};
use crate::{
    Viewer,
    desk::instead,
    frame::Sheet,
    inquiry::{desk::api::show, holder_text, span},
};

/// Lines that are signed.
const SIGNATURES: [&str; 4] = ["slip-sign-from", "slip-sign-to", "slip-sign-date", "slip-sign-result"];

/// `/desk/inquiries/{number}/slip`
#[component]
pub fn SlipPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                match show(viewer.segment(2)).await {
                    Ok(case) => view! { <Slip case=case /> }.into_any(),
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Slip(case: DeskCase) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = case.row.number.to_string();
    let title = t!(script, "slip-title");
    let first = case.legs.first().map(|leg| leg.holder.clone()).unwrap_or_default();
    let found = handovers(&first, &case.view.items);
    let asked = case.view.items.first().map(|item| item.text.clone()).unwrap_or_default();
    let question = vec![
        SummaryRow::text(t!(script, "ask-topic"), text(script, &format!("category-{}", case.row.category))),
        SummaryRow::text(t!(script, "inquiry-asked"), asked),
    ];
    let legs = if found.is_empty() {
        view! {
            <p class="muted">{t!(script, "slip-blank")}</p>
            <Blanks ids=&["slip-to", "slip-why", "slip-given"] />
        }
        .into_any()
    } else {
        (1u32..).zip(found).map(|(count, one)| view! { <Leg count=count one=one /> }).collect_view().into_any()
    };
    view! {
        <Sheet title=format!("{title} {number}")>
            <BackLink href=viewer.to(&format!("/desk/inquiries/{number}")) label=t!(script, "slip-back") />
            <PageTitle title=title caption=t!(script, "site-name")>
                <span class="number">{number.clone()}</span>
            </PageTitle>
            <Section title=t!(script, "slip-customer")>
                <SummaryList rows=customer(script, &case) />
            </Section>
            <Section title=t!(script, "slip-question")>
                <SummaryList rows=question />
            </Section>
            <Section title=t!(script, "slip-legs")>{legs}</Section>
            <Section title=t!(script, "slip-signatures")>
                <Blanks ids=&SIGNATURES />
            </Section>
        </Sheet>
    }
}

fn customer(script: Script, case: &DeskCase) -> Vec<SummaryRow> {
    let mut rows = vec![
        SummaryRow::text(t!(script, "contact-name"), case.view.name.clone()),
        SummaryRow::text(t!(script, "contact-phone"), case.phone.clone()),
    ];
    if !case.email.is_empty() {
        rows.push(SummaryRow::text(t!(script, "contact-email"), case.email.clone()));
    }
    if !case.view.booking.is_empty() {
        rows.push(SummaryRow::text(t!(script, "ask-booking"), case.view.booking.clone()));
    }
    rows.push(SummaryRow::text(t!(script, "slip-asked-at"), format::moment_full(script, case.row.opened)));
    if let Some((_, due)) = case.row.due {
        rows.push(SummaryRow::text(t!(script, "slip-due"), format::moment_full(script, due)));
    }
    rows
}

#[component]
fn Leg(count: u32, one: Handover) -> impl IntoView {
    let script = Viewer::current().script;
    let at = |at| format::moment(script, at);
    let signed = |when, who: &str| t!(script, "slip-by", time = at(when), who = who);
    let mut rows = vec![
        SummaryRow::text(t!(script, "slip-from"), holder_text(script, &one.from)),
        SummaryRow::text(t!(script, "slip-to"), holder_text(script, &one.to)),
    ];
    if !one.contact.is_empty() {
        rows.push(SummaryRow::text(t!(script, "slip-contact"), one.contact));
    }
    rows.push(SummaryRow::text(t!(script, "slip-at"), signed(one.at, &one.by)));
    rows.push(SummaryRow::text(t!(script, "slip-why"), one.why));
    rows.push(SummaryRow::text(t!(script, "slip-given"), span(script, i64::from(one.minutes))));
    let accepted = one.accepted.map_or_else(|| t!(script, "slip-not-accepted"), |(when, who)| signed(when, &who));
    rows.push(SummaryRow::text(t!(script, "slip-accepted"), accepted));
    if let Some((when, who, why)) = one.returned {
        rows.push(SummaryRow::text(t!(script, "slip-returned"), format!("{}\n{why}", signed(when, &who))));
    }
    let said: Vec<_> =
        one.said.iter().map(|(when, who, text)| format!("{} {}\n{text}", at(*when), speaker(script, who))).collect();
    if !said.is_empty() {
        rows.push(SummaryRow::text(t!(script, "slip-said"), said.join("\n\n")));
    }
    view! {
        <h3>{t!(script, "slip-leg", count = count)}</h3>
        <SummaryList rows=rows />
    }
}

fn speaker(script: Script, who: &Who) -> String {
    match who {
        Who::Customer => t!(script, "thread-customer"),
        Who::Staff(name) => name.clone(),
        Who::House => String::new(),
    }
}

/// Lines to be filled in by hand.
#[component]
fn Blanks(ids: &'static [&'static str]) -> impl IntoView {
    let script = Viewer::current().script;
    let lines = ids
        .iter()
        .map(|id| {
            view! {
                <div class="blanks__line">
                    <dt>{text(script, id)}</dt>
                    <dd></dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="blanks">{lines}</dl> }
}
