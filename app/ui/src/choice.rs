//! Choices by pressing: one of a few, or yes.

use leptos::prelude::*;

use crate::{
    blank::{classes, given},
    field::{Fault, Hint, control_id, described_by, frame},
};

/// One of the choices of [`RadioCards`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RadioCard {
    /// Value sent.
    pub value: String,
    /// What is chosen.
    pub label: String,
    /// More about it; may be blank.
    pub note: String,
    /// Cannot be chosen; `note` should say why.
    pub disabled: bool,
}

/// One of a few choices, each a card large enough for a thumb.
#[component]
pub fn RadioCards(
    /// Name of the field in the form.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    label: String,
    /// The choices.
    options: Vec<RadioCard>,
    /// The value chosen.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with the choice.
    #[prop(optional_no_strip)]
    fault: Option<String>,
    /// Help, shown below the question.
    #[prop(optional, into)]
    hint: String,
    /// Small cards side by side, as for times of a day.
    #[prop(optional)]
    compact: bool,
    /// Id, where the same name occurs in two forms of a page.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let id = control_id(id, &name);
    let frame = frame(fault.is_some());
    let described = described_by(&id, &hint, fault.as_deref());
    let cards = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            let own = if index == 0 { id.clone() } else { format!("{id}-{index}") };
            let checked = option.value == value;
            view! {
                <label class="radio-card">
                    <input
                        class="radio-card__input"
                        type="radio"
                        id=own
                        name=name.clone()
                        value=option.value
                        checked=checked
                        disabled=option.disabled
                    />
                    <span class="radio-card__body">
                        <span class="radio-card__label">{option.label}</span>
                        {given(option.note).map(|note| view! { <span class="radio-card__note">{note}</span> })}
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=frame aria-describedby=described>
            <legend class="field__label">{label}</legend>
            <Hint id=id.clone() hint=hint />
            <Fault id=id fault=fault />
            <div class=classes(["radio-cards", if compact { "radio-cards--compact" } else { "" }])>{cards}</div>
        </fieldset>
    }
}

/// A box to tick.
#[component]
pub fn CheckField(
    /// Name of the field in the form.
    #[prop(into)]
    name: String,
    /// What is said by ticking.
    #[prop(into)]
    label: String,
    /// Value sent when ticked; `yes` unless given.
    #[prop(optional, into)]
    value: String,
    /// Ticked.
    #[prop(optional)]
    checked: bool,
    /// What is wrong.
    #[prop(optional_no_strip)]
    fault: Option<String>,
    /// Help, shown below the label.
    #[prop(optional, into)]
    hint: String,
    /// At the right of the label, such as a price.
    #[prop(optional, into)]
    note: String,
    /// Id, where the same name occurs twice on a page.
    #[prop(optional, into)]
    id: String,
    /// Anything after the label, such as a link to the terms.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = control_id(id, &name);
    let frame = frame(fault.is_some());
    let described = described_by(&id, &hint, fault.as_deref());
    let invalid = fault.is_some().then_some("true");
    let value = given(value).unwrap_or_else(|| "yes".into());
    view! {
        <div class=frame>
            <Fault id=id.clone() fault=fault />
            <div class="check">
                <input
                    class="check__input"
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=value
                    checked=checked
                    aria-invalid=invalid
                    aria-describedby=described
                />
                <div class="check__body">
                    <label class="check__label" for=id.clone()>
                        <span>{label}</span>
                        {given(note).map(|note| view! { <span class="check__note">{note}</span> })}
                    </label>
                    <Hint id=id hint=hint />
                    {children.map(|children| view! { <div class="check__more">{children()}</div> })}
                </div>
            </div>
        </div>
    }
}
