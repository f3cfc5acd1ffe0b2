//! A policy: the form for its next version, what that would have meant, its versions, and what is sold by it.

use domain::policy;
use i18n::t;
use leptos::prelude::*;
use ui::{BackLink, Button, Hidden, Section, SummaryList, SummaryRow, Tone};

use super::{
    api::{PolicyLook, look},
    form::{PolicyFields, labels},
    replay::{Publish, ReplayTables},
    versions::Versions,
};
use crate::{
    ApiError, Viewer,
    catalogue::name_of,
    desk::{Room, entered, instead},
    form::{Refusal, Typed, query, retried},
};

/// `/desk/policies/{id}`
#[component]
pub fn PolicyPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                match load(&Viewer::current()).await {
                    Ok((look, refused)) => {
                        let script = Viewer::current().script;
                        let title = t!(
                            script, "policy-title", kind = name_of(script, look.page.row.kind), version =
                            look.page.row.version.clone()
                        );
                        view! {
                            <Room card=card title=title>
                                <Whole look=look refused=refused />
                            </Room>
                        }
                            .into_any()
                    }
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

async fn load(viewer: &Viewer) -> Result<(PolicyLook, Typed), ApiError> {
    let mut refused = retried(viewer, "policy/publish").await?;
    if refused.refusal.is_none() {
        refused = retried(viewer, "policy/split").await?;
    }
    // What was refused is looked at again as it was typed.
    let typed = if refused.fields.is_empty() {
        query::pairs(&viewer.query).into_iter().filter(|(name, _)| name != "retry").collect()
    } else {
        refused.fields.clone()
    };
    Ok((look(viewer.segment(2), policy::PolicyForm(typed)).await?, refused))
}

#[component]
fn Whole(look: PolicyLook, refused: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let PolicyLook { page, typed } = look;
    let (id, count) = (page.row.id, page.count);
    let told = page.replay.clone().map(|replay| {
        view! {
            <ReplayTables replay=replay days=page.days />
            <Publish id=id count=count typed=typed.clone() refused=refused.clone() />
        }
    });
    // What was typed may be wrong in itself, or only when it was to be published.
    let refusal = typed.refusal.clone().or_else(|| refused.refusal.clone());
    let shown = Typed { refusal, ..typed.clone() };
    let fields: Vec<_> = labels().into_iter().chain([("why", "desk-why")]).collect();
    let several = page.offers.len() > 1;
    let offers = page.offers.clone().into_iter().map(|(slug, name)| {
        let own = several.then(|| {
            view! {
                <form method="post" action="/api/policy/split">
                    <Hidden name="slug" value=slug />
                    <Hidden name="back" value=viewer.to(&viewer.path) />
                    <Button tone=Tone::Quiet>{t!(script, "policy-split")}</Button>
                </form>
            }
        });
        SummaryRow::view(name, own)
    });
    let offers = offers.collect();
    view! {
        <BackLink href=viewer.to("/desk/policies") label=t!(script, "policy-back") />
        <Refusal typed=shown.clone() fields=fields />
        <Section title=t!(script, "policy-new")>
            <PolicyFields id=id typed=shown />
        </Section>
        {told}
        <Section title=t!(script, "policy-versions")>
            <Versions versions=page.versions />
        </Section>
        <Section title=t!(script, "policy-offers")>
            <SummaryList rows=offers />
        </Section>
    }
}
