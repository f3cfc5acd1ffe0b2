//! What staff do to a question besides writing: take it, hand it on, judge it, promise another time.

use chrono::NaiveTime;
use domain::{
    case::{Category, Department, DeskCase, Holder, Level, Priority, Status},
    time::{day_of, wall_time},
};
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{Button, Details, Field, Hidden, SelectField, TextArea, Tone};

use crate::{Viewer, form::Typed, inquiry::promised::department_text};

/// Everything that can be done to a question as it stands.
#[component]
pub(super) fn Deeds(
    /// The question.
    case: DeskCase,
    /// The form that came back, by its name.
    typed: (&'static str, Typed),
) -> impl IntoView {
    let number = case.row.number.to_string();
    let of = |form: &str| if typed.0 == form { typed.1.clone() } else { Typed::default() };
    if case.row.status == Status::Resolved {
        let typed = of("case/reopen");
        let viewer = Viewer::current();
        let (script, back) = (viewer.script, viewer.to(&viewer.path));
        let (open, go, subject) = (typed.refusal.is_some(), t!(script, "deed-reopen"), number.clone());
        let form = view! { <WhyForm action="/api/case/reopen" number=subject typed=typed go=go.clone() /> };
        return view! {
            <Opened summary=go key="o" open=open>
                {form}
            </Opened>
            <form method="post" action="/api/case/article">
                <Hidden name="back" value=back />
                <Hidden name="number" value=number />
                <Button tone=Tone::Plain icon="edit">{t!(script, "deed-article")}</Button>
            </form>
        }
        .into_any();
    }
    view! {
        <Hand case=case.clone() typed=of("case/give-back") />
        <Transfer case=case.clone() typed=of("case/transfer") />
        <Extend case=case.clone() typed=of("case/extend") />
        <Triage case=case typed=of("case/triage") />
    }
    .into_any()
}

/// Something that opens, by its key too.
#[component]
fn Opened(summary: String, key: &'static str, open: bool, children: Children) -> impl IntoView {
    view! {
        <div class="deed">
            <kbd class="deed__key" aria-hidden="true">
                {key}
            </kbd>
            <Details summary=summary open=open key=key>
                {children()}
            </Details>
        </div>
    }
}

/// Taking it, leaving it to others, taking or giving back what was handed over.
#[component]
fn Hand(case: DeskCase, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let number = case.row.number.to_string();
    let back = viewer.to(&viewer.path);
    let one = |action: &'static str, label: String, key: &'static str, tone: Tone| {
        let class = format!("button button--{}", tone.class());
        view! {
            <form method="post" action=action>
                <Hidden name="back" value=back.clone() />
                <Hidden name="number" value=number.clone() />
                <button class=class type="submit" data-key=key>
                    <span class="button__text">{label}</span>
                    <kbd aria-hidden="true">{key}</kbd>
                </button>
            </form>
        }
    };
    let claim = (!case.mine && case.row.owner.is_empty())
        .then(|| one("/api/case/claim", t!(script, "deed-claim"), "c", Tone::Primary));
    let release = case.mine.then(|| one("/api/case/release", t!(script, "deed-release"), "c", Tone::Plain));
    let handed = case.legs.last().filter(|leg| leg.minutes.is_some() && leg.accepted.is_none());
    let accept = handed.map(|_| one("/api/case/accept", t!(script, "deed-accept"), "a", Tone::Plain));
    let give_back = case.legs.last().filter(|leg| leg.minutes.is_some()).map(|_| {
        let (open, go) = (typed.refusal.is_some(), t!(script, "deed-return"));
        let form = view! { <WhyForm action="/api/case/give-back" number=number.clone() typed=typed go=go.clone() /> };
        view! {
            <Opened summary=go key="b" open=open>
                {form}
            </Opened>
        }
    });
    view! {
        <div class="cluster">{claim} {release} {accept}</div>
        {give_back}
    }
}

#[component]
fn WhyForm(action: &'static str, number: String, typed: Typed, go: String) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    view! {
        <form class="stack" method="post" action=action novalidate>
            <Hidden name="back" value=viewer.to(&viewer.path) />
            <Hidden name="number" value=number />
            <TextArea
                name="why"
                id=id(&typed, action, "why")
                label=t!(script, "deed-why")
                value=typed.value("why")
                fault=typed.fault("why")
                rows=2
                required=true
            />
            <Button tone=Tone::Plain>{go}</Button>
        </form>
    }
}

/// A form that came back has the ids that the summary of its faults leads to, any other its own.
fn id(typed: &Typed, form: &str, name: &str) -> String {
    if typed.refusal.is_some() {
        String::new()
    } else {
        format!("{}-{name}", form.rsplit('/').next().unwrap_or_default())
    }
}

/// The transfer slip (C5).
#[component]
fn Transfer(case: DeskCase, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let came_back = typed.refusal.is_some();
    let here = case.row.holder.clone();
    let mut options: Vec<_> = Department::ALL
        .iter()
        .filter(|department| Holder::Department(**department) != here)
        .map(|department| (department.to_string(), department_text(script, *department)))
        .collect();
    options.push(("partner".to_owned(), t!(script, "transfer-partner")));
    let to = if came_back { typed.value("to") } else { case.row.category.department().to_string() };
    let minutes = if came_back { typed.value("minutes") } else { case.leg_minutes.to_string() };
    let named = |name: &'static str| id(&typed, "transfer", name);
    let slip = viewer.to(&format!("/desk/inquiries/{}/slip", case.row.number));
    let form = view! {
        <form class="stack" method="post" action="/api/case/transfer" novalidate>
            <Hidden name="back" value=viewer.to(&viewer.path) />
            <Hidden name="number" value=case.row.number.to_string() />
            <div class="field-row">
                <SelectField
                    name="to"
                    id=named("to")
                    label=t!(script, "transfer-to")
                    options=options
                    value=to
                    fault=typed.fault("to")
                />
                <Field
                    name="minutes"
                    id=named("minutes")
                    label=t!(script, "transfer-minutes")
                    value=minutes
                    fault=typed.fault("minutes")
                    inputmode="numeric"
                    required=true
                />
            </div>
            <div class="field-row">
                <Field
                    name="partner"
                    id=named("partner")
                    label=t!(script, "transfer-partner-name")
                    note=t!(script, "transfer-outside")
                    value=typed.value("partner")
                    fault=typed.fault("partner")
                />
                <Field
                    name="contact"
                    id=named("contact")
                    label=t!(script, "transfer-contact")
                    note=t!(script, "transfer-outside")
                    value=typed.value("contact")
                    fault=typed.fault("contact")
                />
            </div>
            <TextArea
                name="why"
                id=named("why")
                label=t!(script, "transfer-why")
                value=typed.value("why")
                fault=typed.fault("why")
                rows=2
                required=true
            />
            <Button tone=Tone::Primary>{t!(script, "deed-transfer")}</Button>
            <p>
                <a href=slip>{t!(script, "transfer-slip")}</a>
            </p>
        </form>
    };
    view! {
        <Opened summary=t!(script, "deed-transfer") key="t" open=came_back>{form}</Opened>
    }
}

/// Another time for the answer (C6).
#[component]
fn Extend(case: DeskCase, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let came_back = typed.refusal.is_some();
    let (day, time) = match case.later {
        Some(later) => (day_of(later).to_string(), hhmm(wall_time(later))),
        None => (String::new(), String::new()),
    };
    let value = |name: &str, proposed: String| if came_back { typed.value(name) } else { proposed };
    let named = |name: &'static str| id(&typed, "extend", name);
    let form = view! {
        <form class="stack" method="post" action="/api/case/extend" novalidate>
            <Hidden name="back" value=viewer.to(&viewer.path) />
            <Hidden name="number" value=case.row.number.to_string() />
            <div class="field-row">
                <Field
                    name="day"
                    id=named("day")
                    label=t!(script, "extend-day")
                    kind="date"
                    value=value("day", day)
                    fault=typed.fault("day")
                    required=true
                />
                <Field
                    name="time"
                    id=named("time")
                    label=t!(script, "extend-time")
                    kind="time"
                    value=value("time", time)
                    fault=typed.fault("time")
                    required=true
                />
            </div>
            <TextArea
                name="why"
                id=named("why")
                label=t!(script, "extend-why")
                value=typed.value("why")
                fault=typed.fault("why")
                rows=2
                required=true
            />
            <Button tone=Tone::Primary>{t!(script, "deed-extend")}</Button>
        </form>
    };
    view! {
        <Opened summary=t!(script, "deed-extend") key="e" open=came_back>{form}</Opened>
    }
}

/// Category, level and priority (C3).
#[component]
fn Triage(case: DeskCase, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let select = |name: &'static str, label: String, prefix: &str, words: Vec<String>, value: String| {
        let options = words.into_iter().map(|word| (word.clone(), text(script, &format!("{prefix}-{word}")))).collect();
        let (fault, id) = (typed.fault(name), id(&typed, "triage", name));
        view! { <SelectField name=name id=id label=label options=options value=value fault=fault /> }
    };
    let row = &case.row;
    let form = view! {
        <form class="stack" method="post" action="/api/case/triage" novalidate>
            <Hidden name="back" value=viewer.to(&viewer.path) />
            <Hidden name="number" value=row.number.to_string() />
            {select(
                "category",
                t!(script, "ask-topic"),
                "category",
                words(Category::ALL),
                row.category.to_string(),
            )}
            <div class="field-row">
                {select("level", t!(script, "triage-level"), "level", words(Level::ALL), row.level.to_string())}
                {select(
                    "priority",
                    t!(script, "triage-priority"),
                    "priority",
                    words(Priority::ALL),
                    row.priority.to_string(),
                )}
            </div>
            <Button tone=Tone::Plain>{t!(script, "deed-triage")}</Button>
        </form>
    };
    view! {
        <Opened summary=t!(script, "deed-triage") key="g" open=typed.refusal.is_some()>{form}</Opened>
    }
}

fn words<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn hhmm(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// What a level and a priority are called together.
pub(super) fn judged(script: Script, level: Level, priority: Priority) -> String {
    let (level, priority) = (text(script, &format!("level-{level}")), text(script, &format!("priority-{priority}")));
    format!("{level} · {priority}")
}
