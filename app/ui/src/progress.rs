//! Things with an order in time: steps of a form, what happened, what a cancellation gives back.

use leptos::prelude::*;

use crate::{blank::given, icon::Icon};

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineItem {
    /// When, in words.
    pub at: String,
    /// What.
    pub title: String,
    /// More about it; may be blank.
    pub note: String,
}

/// A stretch of time within which a cancellation gives back the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CurveStep {
    /// Share given back, 0 to 100.
    pub percent: u32,
    /// The stretch, in words.
    pub when: String,
    /// The amount given back, in words.
    pub amount: String,
    /// Now is within it.
    pub current: bool,
}

/// Where the reader is within a task of several pages.
#[component]
pub fn Steps(
    /// What the steps are, for screen readers.
    #[prop(into)]
    label: String,
    /// The steps' names.
    items: Vec<String>,
    /// Index of this page's step, from 0.
    current: usize,
) -> impl IntoView {
    let steps = items
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let class = match index.cmp(&current) {
                std::cmp::Ordering::Less => "steps__item steps__item--done",
                std::cmp::Ordering::Equal => "steps__item steps__item--current",
                std::cmp::Ordering::Greater => "steps__item",
            };
            let mark = if index < current {
                view! { <Icon name="check" /> }.into_any()
            } else {
                (index + 1).to_string().into_any()
            };
            view! {
                <li class=class aria-current=(index == current).then_some("step")>
                    <span class="steps__mark">{mark}</span>
                    <span class="steps__name">{name}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="steps no-print" aria-label=label>
            {steps}
        </ol>
    }
}

/// How far something has come that goes by itself: its stages in a row.
#[component]
pub fn Track(
    /// What is on its way.
    #[prop(into)]
    label: String,
    /// The stages' names.
    stages: Vec<String>,
    /// Index of the stage it has reached, from 0.
    reached: usize,
) -> impl IntoView {
    let last = stages.len().saturating_sub(1);
    let stages = stages
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let class = match index.cmp(&reached) {
                std::cmp::Ordering::Less => "track__stage track__stage--done",
                std::cmp::Ordering::Equal if index == last => "track__stage track__stage--done",
                std::cmp::Ordering::Equal => "track__stage track__stage--current",
                std::cmp::Ordering::Greater => "track__stage",
            };
            view! {
                <li class=class aria-current=(index == reached).then_some("step")>
                    {name}
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="track" aria-label=label>
            {stages}
        </ol>
    }
}

/// What happened, in order.
#[component]
pub fn Timeline(
    /// The events.
    items: Vec<TimelineItem>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|item| {
            view! {
                <li class="timeline__item">
                    <p class="timeline__title">{item.title}</p>
                    <p class="timeline__at">{item.at}</p>
                    {given(item.note).map(|note| view! { <p class="timeline__note">{note}</p> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{items}</ol> }
}

/// What a cancellation gives back and until when: a list whose bars only repeat what it says.
#[component]
pub fn Curve(
    /// The stretches, the earliest first.
    steps: Vec<CurveStep>,
    /// What the list is.
    #[prop(into)]
    caption: String,
    /// The word that marks the stretch we are in.
    #[prop(optional, into)]
    now: String,
) -> impl IntoView {
    let steps = steps
        .into_iter()
        .map(|step| {
            let percent = step.percent.min(100);
            let bar = format!("bar__fill bar__fill--{}", (percent + 2) / 5 * 5);
            let now = step.current.then(|| given(now.clone())).flatten();
            view! {
                <li
                    class=if step.current { "curve__step curve__step--current" } else { "curve__step" }
                    aria-current=step.current.then_some("true")
                >
                    <span class="curve__when">
                        {step.when} {now.map(|now| view! { <span class="tag tag--primary">{now}</span> })}
                    </span>
                    <span class="curve__amount">{step.amount}</span>
                    <span class="curve__percent">{format!("{percent}%")}</span>
                    <span class="bar" aria-hidden="true">
                        <span class=bar></span>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="curve">
            <p class="curve__caption">{caption}</p>
            <ol class="curve__list">{steps}</ol>
        </div>
    }
}
