//! Form fields: label, hint, message and control, tied together for screen readers.
//!
//! A control's id is `field-{name}` unless given, so that `ErrorSummary` can link to it.

use leptos::prelude::*;

use crate::{
    blank::{classes, given},
    icon::Icon,
    rcdata,
};

/// A field of one line.
#[component]
pub fn Field(
    /// Name of the field in the form.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Value, as typed.
    #[prop(optional, into)]
    value: String,
    /// Type of the input: `text` (the default), `tel`, `email`, `date`, `time`, `number`, `password`, `search`.
    #[prop(optional, into)]
    kind: String,
    /// What is wrong with the value.
    #[prop(optional_no_strip)]
    fault: Option<String>,
    /// Help, shown below the label.
    #[prop(optional, into)]
    hint: String,
    /// A word beside the label, such as that it may stay blank.
    #[prop(optional, into)]
    note: String,
    /// What browsers may fill in.
    #[prop(optional, into)]
    autocomplete: String,
    /// Which keys a phone shows.
    #[prop(optional, into)]
    inputmode: String,
    /// Must be filled in. Said to screen readers only; the server judges.
    #[prop(optional)]
    required: bool,
    /// Longest value.
    #[prop(optional, into)]
    maxlength: String,
    /// Least value of a number, date or time.
    #[prop(optional, into)]
    min: String,
    /// Greatest value.
    #[prop(optional, into)]
    max: String,
    /// Step of values.
    #[prop(optional, into)]
    step: String,
    /// An example; never instead of the label.
    #[prop(optional, into)]
    placeholder: String,
    /// Expected length: `short`, `medium` or as wide as it gets.
    #[prop(optional, into)]
    width: String,
    /// Id, where the same name occurs in two forms of a page.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let id = control_id(id, &name);
    let width = given(width).map(|width| format!("input--{width}")).unwrap_or_default();
    let frame = frame(fault.is_some());
    let described = described_by(&id, &hint, fault.as_deref());
    let invalid = fault.is_some().then_some("true");
    let kind = given(kind).unwrap_or_else(|| "text".into());
    view! {
        <div class=frame>
            <Label id=id.clone() label=label note=note />
            <Hint id=id.clone() hint=hint />
            <Fault id=id.clone() fault=fault />
            <input
                class=classes(["input", &width])
                id=id
                name=name
                type=kind
                value=value
                autocomplete=given(autocomplete)
                inputmode=given(inputmode)
                maxlength=given(maxlength)
                min=given(min)
                max=given(max)
                step=given(step)
                placeholder=given(placeholder)
                aria-required=required.then_some("true")
                aria-invalid=invalid
                aria-describedby=described
            />
        </div>
    }
}

/// A field of several lines.
#[component]
pub fn TextArea(
    /// Name of the field in the form.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Value, as typed.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with the value.
    #[prop(optional_no_strip)]
    fault: Option<String>,
    /// Help, shown below the label.
    #[prop(optional, into)]
    hint: String,
    /// A word beside the label.
    #[prop(optional, into)]
    note: String,
    /// Lines shown.
    #[prop(default = 3)]
    rows: u32,
    /// Longest value.
    #[prop(optional, into)]
    maxlength: String,
    /// Must be filled in.
    #[prop(optional)]
    required: bool,
    /// Id, where the same name occurs in two forms of a page.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let id = control_id(id, &name);
    let frame = frame(fault.is_some());
    let described = described_by(&id, &hint, fault.as_deref());
    let invalid = fault.is_some().then_some("true");
    view! {
        <div class=frame>
            <Label id=id.clone() label=label note=note />
            <Hint id=id.clone() hint=hint />
            <Fault id=id.clone() fault=fault />
            <textarea
                class="input input--area"
                id=id
                name=name
                rows=rows.to_string()
                maxlength=given(maxlength)
                aria-required=required.then_some("true")
                aria-invalid=invalid
                aria-describedby=described
            >
                // A browser drops the first newline there; this one is for that.
                {format!("\n{}", rcdata(&value))}
            </textarea>
        </div>
    }
}

/// A choice from a list.
#[component]
pub fn SelectField(
    /// Name of the field in the form.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Value and text of each option.
    options: Vec<(String, String)>,
    /// The value chosen.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with the value.
    #[prop(optional_no_strip)]
    fault: Option<String>,
    /// Help, shown below the label.
    #[prop(optional, into)]
    hint: String,
    /// A word beside the label.
    #[prop(optional, into)]
    note: String,
    /// What browsers may fill in.
    #[prop(optional, into)]
    autocomplete: String,
    /// Id, where the same name occurs in two forms of a page.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let id = control_id(id, &name);
    let frame = frame(fault.is_some());
    let described = described_by(&id, &hint, fault.as_deref());
    let invalid = fault.is_some().then_some("true");
    let options = options
        .into_iter()
        .map(|(key, text)| {
            let selected = key == value;
            view! {
                <option value=key selected=selected>
                    {text}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class=frame>
            <Label id=id.clone() label=label note=note />
            <Hint id=id.clone() hint=hint />
            <Fault id=id.clone() fault=fault />
            <select
                class="input input--select"
                id=id
                name=name
                autocomplete=given(autocomplete)
                aria-invalid=invalid
                aria-describedby=described
            >
                {options}
            </select>
        </div>
    }
}

/// Fields side by side where there is room.
#[component]
pub fn FieldRow(
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! { <div class="field-row">{children()}</div> }
}

/// A value the form carries along.
#[component]
pub fn Hidden(
    /// Name of the field in the form.
    #[prop(into)]
    name: String,
    /// Value.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=value /> }
}

#[component]
pub(crate) fn Label(id: String, label: String, note: String) -> impl IntoView {
    view! {
        <label class="field__label" for=id>
            {label}
            {given(note).map(|note| view! { <span class="field__note">{note}</span> })}
        </label>
    }
}

#[component]
pub(crate) fn Hint(id: String, hint: String) -> impl IntoView {
    given(hint).map(|hint| {
        view! {
            <p class="field__hint" id=format!("{id}-hint")>
                {hint}
            </p>
        }
    })
}

#[component]
pub(crate) fn Fault(id: String, fault: Option<String>) -> impl IntoView {
    fault.map(|fault| {
        view! {
            <p class="field__fault" id=format!("{id}-fault")>
                <Icon name="warning" />
                <span>{fault}</span>
            </p>
        }
    })
}

pub(crate) fn control_id(id: String, name: &str) -> String {
    given(id).unwrap_or_else(|| format!("field-{name}"))
}

pub(crate) fn frame(fault: bool) -> &'static str {
    if fault { "field field--fault" } else { "field" }
}

pub(crate) fn described_by(id: &str, hint: &str, fault: Option<&str>) -> Option<String> {
    let hint = if hint.trim().is_empty() { String::new() } else { format!("{id}-hint") };
    let fault = fault.map(|_| format!("{id}-fault")).unwrap_or_default();
    given(classes([&hint, &fault]))
}
