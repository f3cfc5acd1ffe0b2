//! What another calendar would do to what is owed, and the button that publishes it.

use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, DataTable, Field, Hidden, Notice, Section, Tone};

use super::api::Effects;
use crate::{Viewer, form::Typed};

/// Fields of the calendar that the button sends along.
const CARRIED: [&str; 4] = ["windows", "weekdays", "holidays", "workdays"];

/// The answer to a proposal.
#[component]
pub(super) fn EffectTable(
    /// What it would do.
    effects: Effects,
) -> impl IntoView {
    let script = Viewer::current().script;
    let Effects { owed, changed, broken, first } = effects;
    let said = if changed == 0 {
        t!(script, "calendar-same", owed = owed)
    } else {
        t!(script, "calendar-changes", owed = owed, changed = changed)
    };
    let breaks = (broken > 0).then(|| {
        view! {
            <Notice tone=Tone::Bad>
                <p>{t!(script, "calendar-breaks", broken = broken)}</p>
            </Notice>
        }
    });
    let shown = u32::try_from(first.len()).unwrap_or(u32::MAX);
    let more = (changed > shown).then(|| view! { <p class="muted">{t!(script, "calendar-first", count = shown)}</p> });
    let head = ["calendar-case", "calendar-before", "calendar-after"];
    let rows: Vec<_> = first
        .into_iter()
        .map(|(number, before, after)| {
            let href = Viewer::current().to(&format!("/desk/inquiries/{number}"));
            vec![
                view! {
                    <a class="number" href=href>
                        {number.to_string()}
                    </a>
                }
                .into_any(),
                due(script, before).into_any(),
                due(script, after).into_any(),
            ]
        })
        .collect();
    let table = (!rows.is_empty()).then(|| {
        let head = head.map(|id| text(script, id)).to_vec();
        view! { <DataTable caption=t!(script, "calendar-effect") head=head rows=rows /> }
    });
    view! {
        <Section title=t!(script, "calendar-effect")>
            <p>{said}</p>
            {breaks}
            {more}
            {table}
        </Section>
    }
}

fn due(script: Script, due: Option<domain::Instant>) -> String {
    due.map_or_else(|| t!(script, "calendar-no-due"), |due| format::moment(script, due))
}

/// The button that publishes what was looked at.
#[component]
pub(super) fn PublishCalendar(
    /// The version that was looked at.
    version: i64,
    /// What is to be published.
    typed: Typed,
    /// The form as it came back.
    refused: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let carried = CARRIED.iter().map(|name| view! { <Hidden name=*name value=typed.value(name) /> }).collect_view();
    view! {
        <Notice tone=Tone::Warn title=t!(script, "calendar-publish-title")>
            <p>{t!(script, "calendar-publish-text")}</p>
            <form class="stack" method="post" action="/api/case-desk/publish-calendar" novalidate>
                <Hidden name="version" value=version.to_string() />
                <Hidden name="back" value=viewer.to(&viewer.path) />
                {carried}
                <Field
                    name="why"
                    label=t!(script, "calendar-why")
                    value=refused.value("why")
                    fault=refused.fault("why")
                    maxlength="200"
                    required=true
                />
                <Button tone=Tone::Accent>{t!(script, "calendar-publish")}</Button>
            </form>
        </Notice>
    }
}
