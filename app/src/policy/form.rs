//! The form for a policy's next version: a GET form, because nothing in it is about a person and looking at it writes nothing.

use domain::{policy::PolicyForm, terms::PriceRule};
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{Button, CheckField, Field, FieldRow, SelectField, Tone};

use crate::{Viewer, form::Typed};

/// The fields with the message ids of their labels, from top to bottom.
pub(super) fn labels() -> Vec<(&'static str, &'static str)> {
    let mut labels = vec![("version", "policy-version"), ("from", "policy-from"), ("tiers", "policy-tiers")];
    labels.extend(TIERS.iter().flat_map(|[hours, percent, label]| [(*hours, *label), (*percent, *label)]));
    labels.extend(NUMBERS);
    labels.extend([("change_price", "policy-change-price")]);
    labels
}

/// The fields of each tier, with the label that both have in the summary of faults.
const TIERS: [[&str; 3]; 6] = [
    ["hours1", "percent1", "policy-row-1"],
    ["hours2", "percent2", "policy-row-2"],
    ["hours3", "percent3", "policy-row-3"],
    ["hours4", "percent4", "policy-row-4"],
    ["hours5", "percent5", "policy-row-5"],
    ["hours6", "percent6", "policy-row-6"],
];

/// The fields that hold one number, with their labels.
const NUMBERS: [(&str, &str); 10] = [
    ("minimum_fee", "policy-minimum-fee"),
    ("change_hours", "policy-change-hours"),
    ("change_fee", "policy-change-fee"),
    ("voucher_percent", "policy-voucher-percent"),
    ("voucher_days", "policy-voucher-days"),
    ("move_days", "policy-move-days"),
    ("hold_minutes", "policy-hold-minutes"),
    ("extend_minutes", "policy-extend-minutes"),
    ("counter_hours", "policy-counter-hours"),
    ("counter_close_hours", "policy-counter-close-hours"),
];

/// The form.
#[component]
pub(super) fn PolicyFields(
    /// The policy.
    id: i64,
    /// What was typed, or what holds now.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let typed = StoredValue::new(typed);
    let field = move |name: &str, label: String, kind: &'static str| {
        let keys = if kind == "date" { "" } else { "decimal" };
        let (value, fault) = typed.with_value(|typed| (typed.value(name), typed.fault(name)));
        view! { <Field name=name.to_owned() label=label kind=kind value=value fault=fault inputmode=keys /> }
    };
    let number = move |position: usize| {
        let (name, label) = NUMBERS[position];
        field(name, text(script, label), "text")
    };
    let tiers = PolicyForm::rows()
        .map(|row| {
            let hours = field(&format!("hours{row}"), t!(script, "policy-tier-hours", row = row), "text");
            let percent = field(&format!("percent{row}"), t!(script, "policy-tier-percent", row = row), "text");
            view! { <FieldRow>{hours} {percent}</FieldRow> }
        })
        .collect_view();
    let (rule, rule_fault, single, tiers_fault) = typed.with_value(|typed| {
        let single = !typed.value("voucher_single").is_empty();
        (typed.value("change_price"), typed.fault("change_price"), single, typed.fault("tiers"))
    });
    let described = tiers_fault.is_some().then_some("field-tiers-fault");
    let version = typed.with_value(|typed| (typed.value("version"), typed.fault("version")));
    view! {
        <form class="stack card" method="get" action=viewer.to(&format!("/desk/policies/{id}")) novalidate>
            <FieldRow>
                <Field
                    name="version"
                    label=t!(script, "policy-version")
                    value=version.0
                    fault=version.1
                    maxlength="40"
                />
                {field("from", t!(script, "policy-from"), "date")}
            </FieldRow>
            <fieldset
                class="fieldset stack"
                id="field-tiers"
                tabindex="-1"
                aria-describedby=described
            >
                <legend>{t!(script, "policy-tiers")}</legend>
                <p class="muted">{t!(script, "policy-tiers-hint")}</p>
                {tiers_fault.map(|fault| view! { <p class="field__fault" id="field-tiers-fault">{fault}</p> })}
                {tiers}
            </fieldset>
            {number(0)}
            <fieldset class="fieldset stack">
                <legend>{t!(script, "policy-change")}</legend>
                <FieldRow>{number(1)} {number(2)}</FieldRow>
                <SelectField
                    name="change_price"
                    label=t!(script, "policy-change-price")
                    options=rules(script)
                    value=rule
                    fault=rule_fault
                />
            </fieldset>
            <fieldset class="fieldset stack">
                <legend>{t!(script, "policy-relief")}</legend>
                <FieldRow>{number(3)} {number(4)}</FieldRow>
                <CheckField
                    name="voucher_single"
                    label=t!(script, "policy-voucher-single")
                    value="on"
                    checked=single
                />
                {number(5)}
            </fieldset>
            <fieldset class="fieldset stack">
                <legend>{t!(script, "policy-hold")}</legend>
                <FieldRow>{number(6)} {number(7)}</FieldRow>
                <FieldRow>{number(8)} {number(9)}</FieldRow>
            </fieldset>
            <Button tone=Tone::Primary>{t!(script, "policy-preview")}</Button>
        </form>
    }
}

fn rules(script: Script) -> Vec<(String, String)> {
    PriceRule::ALL.iter().map(|rule| (rule.to_string(), text(script, &format!("policy-price-{rule}")))).collect()
}
