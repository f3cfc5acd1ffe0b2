//! What a proposal would have meant, in cases and in money, and the button that publishes it.

use domain::policy::{Replay, Retold, Tally};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Button, DataTable, Field, Hidden, Notice, Section, Tone};

use crate::{Viewer, form::Typed};

/// The answer to a proposal.
#[component]
pub(super) fn ReplayTables(
    /// What it would have meant.
    replay: Replay,
    /// In so many days.
    days: u32,
) -> impl IntoView {
    let script = Viewer::current().script;
    let head = [
        "replay-column-what",
        "replay-column-cases",
        "replay-column-dearer",
        "replay-column-cheaper",
        "replay-column-refused",
        "replay-column-was",
        "replay-column-would-be",
        "replay-column-difference",
    ];
    let rows = vec![
        tally(t!(script, "replay-cancelled"), replay.cancelled),
        tally(t!(script, "replay-changed"), replay.changed),
    ];
    let most = if replay.most.is_empty() {
        view! { <p class="muted">{t!(script, "replay-same")}</p> }.into_any()
    } else {
        cases(script, replay.most).into_any()
    };
    let untold = (replay.untold > 0).then(|| {
        view! { <p class="muted">{t!(script, "replay-untold", count = replay.untold)}</p> }
    });
    let left_out = (replay.left_out > 0).then(|| {
        view! { <p class="muted">{t!(script, "replay-left-out", count = replay.left_out)}</p> }
    });
    let title = t!(script, "replay-title", days = days);
    view! {
        <Section title=title.clone()>
            <p class="muted">{t!(script, "replay-lede")}</p>
            <DataTable caption=title head=head.map(|id| text(script, id)).to_vec() rows=rows />
            {untold}
            {left_out}
            <h3>{t!(script, "replay-most")}</h3>
            {most}
        </Section>
    }
}

fn tally(what: String, tally: Tally) -> Vec<AnyView> {
    let difference = tally.would_be - tally.was;
    vec![
        what.into_any(),
        tally.cases.to_string().into_any(),
        tally.dearer.to_string().into_any(),
        tally.cheaper.to_string().into_any(),
        tally.refused.to_string().into_any(),
        format::money(tally.was.0).into_any(),
        format::money(tally.would_be.0).into_any(),
        format::money(difference.0).into_any(),
    ]
}

fn cases(script: Script, cases: Vec<Retold>) -> impl IntoView {
    let head =
        ["desk-column-number", "replay-column-what", "replay-column-at", "replay-column-was", "replay-column-would-be"];
    let rows = cases
        .into_iter()
        .map(|case| {
            let href = Viewer::current().to(&format!("/desk/bookings/{}", case.number));
            let what = if case.cancelled { t!(script, "replay-cancelled") } else { t!(script, "replay-changed") };
            let would_be =
                case.would_be.map_or_else(|| t!(script, "replay-refused"), |would_be| format::money(would_be.0));
            vec![
                view! { <a class="number" href=href>{case.number}</a> }.into_any(),
                what.into_any(),
                format::moment_full(script, case.at).into_any(),
                format::money(case.was.0).into_any(),
                would_be.into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "replay-most") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
}

/// The button that publishes what was looked at.
#[component]
pub(super) fn Publish(
    /// The policy.
    id: i64,
    /// How many versions it had when it was looked at.
    count: u32,
    /// What is to be published.
    typed: Typed,
    /// The form as it came back.
    refused: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let fields = typed.fields.into_iter().filter(|(name, _)| !["id", "count", "why"].contains(&name.as_str()));
    let fields = fields.map(|(name, value)| view! { <Hidden name=name value=value /> }).collect_view();
    view! {
        <Notice tone=Tone::Warn title=t!(script, "policy-publish-title")>
            <p>{t!(script, "policy-publish-text")}</p>
            <form class="stack" method="post" action="/api/policy/publish" novalidate>
                <Hidden name="id" value=id.to_string() />
                <Hidden name="count" value=count.to_string() />
                <Hidden name="back" value=viewer.to(&viewer.path) />
                {fields}
                <Field
                    name="why"
                    label=t!(script, "desk-why")
                    value=refused.value("why")
                    fault=refused.fault("why")
                    maxlength="200"
                    required=true
                />
                <Button tone=Tone::Accent>{t!(script, "policy-publish")}</Button>
            </form>
        </Notice>
    }
}
