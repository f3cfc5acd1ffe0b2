//! What becomes of an article: published, looked at again, taken back; and its versions.

use domain::help::{HelpDesk, HelpStatus, HelpVersion};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, CheckField, DataTable, Details, Field, FieldRow, Hidden, Section, Tag, Tone};

use super::list_page::tone;
use crate::{Viewer, form::Typed};

/// The forms that say what becomes of it.
#[component]
pub(super) fn Decide(
    /// The article.
    desk: HelpDesk,
    /// The forms as they came back: publishing, and looking at it again.
    typed: (Typed, Typed),
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let (publishing, reviewing) = typed;
    let id = desk.row.id.to_string();
    let back = viewer.to(&viewer.path);
    let seen = desk.versions.first().map_or(0, |version| version.number);
    let public = matches!(desk.row.status, HelpStatus::Published | HelpStatus::Scheduled);
    let checked = !desk.suspects.is_empty();
    let publish = if desk.publisher {
        publish(script, (&id, seen, &back), &publishing, checked).into_any()
    } else {
        view! { <p class="muted">{t!(script, "help-publish-waits")}</p> }.into_any()
    };
    let form = (id.clone(), back.clone());
    let withdraw = (desk.publisher && public).then(move || {
        let (id, back) = form;
        view! {
            <Details summary=t!(script, "help-withdraw")>
                <p>{t!(script, "help-withdraw-text")}</p>
                <form method="post" action="/api/help/withdraw">
                    <Hidden name="id" value=id />
                    <Hidden name="seen" value=seen.to_string() />
                    <Hidden name="back" value=back />
                    <Button tone=Tone::Bad>{t!(script, "help-withdraw")}</Button>
                </form>
            </Details>
        }
    });
    let day = desk.row.review_on.map(|day| day.to_string()).unwrap_or_default();
    let day = if reviewing.refusal.is_some() { reviewing.value("next_review") } else { day };
    view! {
        <Section title=t!(script, "help-publish")>{publish} {withdraw}</Section>
        <Section title=t!(script, "help-reviewed")>
            <form class="stack narrow" method="post" action="/api/help/reviewed" novalidate>
                <Hidden name="id" value=id />
                <Hidden name="back" value=back />
                <Field
                    name="next_review"
                    label=t!(script, "help-review-on")
                    kind="date"
                    value=day
                    fault=reviewing.fault("next_review")
                />
                <Button tone=Tone::Plain>{t!(script, "help-reviewed-go")}</Button>
            </form>
        </Section>
        <Section title=t!(script, "help-versions")>{versions(script, desk.versions)}</Section>
    }
}

fn publish(script: Script, (id, seen, back): (&str, u32, &str), typed: &Typed, checked: bool) -> impl IntoView + use<> {
    let check = checked.then(|| {
        let ticked = !typed.value("checked").is_empty();
        view! {
            <CheckField name="checked" label=t!(script, "help-publish-checked") checked=ticked />
        }
    });
    let (day, time) = (typed.value("day"), typed.value("time"));
    let (day_fault, time_fault) = (typed.fault("day"), typed.fault("time"));
    view! {
        <form class="stack card" method="post" action="/api/help/publish" novalidate>
            <Hidden name="id" value=id.to_owned() />
            <Hidden name="seen" value=seen.to_string() />
            <Hidden name="back" value=back.to_owned() />
            <p>{t!(script, "help-publish-text", number = seen)}</p>
            <FieldRow>
                <Field
                    name="day"
                    label=t!(script, "help-publish-day")
                    note=t!(script, "optional")
                    kind="date"
                    value=day
                    fault=day_fault
                />
                <Field
                    name="time"
                    label=t!(script, "help-publish-time")
                    note=t!(script, "optional")
                    kind="time"
                    value=time
                    fault=time_fault
                />
            </FieldRow>
            {check}
            <Button tone=Tone::Accent>{t!(script, "help-publish-go")}</Button>
        </form>
    }
}

fn versions(script: Script, versions: Vec<HelpVersion>) -> impl IntoView {
    let head = ["help-versions", "help-column-title", "help-column-status", "help-why"];
    let rows = versions
        .into_iter()
        .map(|version| {
            let by = if version.by.is_empty() { t!(script, "help-version-house") } else { version.by };
            let by = t!(script, "help-version-by", by = by, time = format::moment_full(script, version.at));
            let from = version.from.filter(|_| version.status == HelpStatus::Scheduled);
            let from = from.map(|from| t!(script, "help-from", time = format::moment_full(script, from)));
            vec![
                t!(script, "help-version", number = version.number).into_any(),
                version.title.into_any(),
                view! {
                    <span class="cluster">
                        <Tag tone=tone(version.status)>
                            {text(script, &format!("help-status-{}", version.status))}
                        </Tag>
                        {from}
                    </span>
                }
                .into_any(),
                view! {
                    <p>{version.why}</p>
                    <p class="muted">{by}</p>
                }
                .into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "help-versions") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
}
