//! The versions of a policy: what holds, what held, what will.

use domain::{policy::PolicyVersion, policy::Standing};
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::{Card, SummaryList, SummaryRow, Tag, Tone};

use crate::Viewer;

/// A card each, the newest first.
#[component]
pub(super) fn Versions(
    /// The versions.
    versions: Vec<PolicyVersion>,
) -> impl IntoView {
    let script = Viewer::current().script;
    versions
        .into_iter()
        .map(|version| {
            let tone = match version.standing {
                Standing::Current => Tone::Good,
                Standing::Coming => Tone::Info,
                Standing::Past => Tone::Plain,
            };
            let title = version.terms.version.clone();
            let standing = text(script, &format!("policy-standing-{}", version.standing));
            view! {
                <Card class="stack">
                    <h3 class="card__title cluster">
                        {title}
                        <Tag tone=tone>{standing}</Tag>
                    </h3>
                    <SummaryList rows=rows(script, version) />
                </Card>
            }
        })
        .collect_view()
}

fn rows(script: Script, version: PolicyVersion) -> Vec<SummaryRow> {
    let tier = |hours: u32, percent: u32| t!(script, "policy-tier", hours = hours, percent = percent);
    let tiers: Vec<_> = version.terms.tiers.iter().map(|each| tier(each.hours, each.percent)).collect();
    let tiers = if tiers.is_empty() { t!(script, "policy-no-tiers") } else { tiers.join(&t!(script, "list-comma")) };
    let mut rows = vec![
        SummaryRow::text(t!(script, "policy-from"), format::moment_full(script, version.from)),
        SummaryRow::text(t!(script, "policy-tiers"), tiers),
        SummaryRow::text(t!(script, "policy-rest"), version.terms.sentences(script).join(" ")),
    ];
    if !version.by.is_empty() {
        rows.push(SummaryRow::text(t!(script, "policy-by"), format!("{} · {}", version.by, version.why)));
    }
    rows.push(SummaryRow::view(t!(script, "terms-hash"), view! { <code class="hash">{version.hash}</code> }));
    rows
}
