//! All policies.

use domain::policy::PolicyRow;
use i18n::{Script, format, t, text};
use leptos::prelude::*;
use ui::DataTable;

use super::api::list;
use crate::{
    Viewer,
    catalogue::name_of,
    desk::{Room, entered, instead},
};

/// `/desk/policies`
#[component]
pub fn PoliciesPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let script = Viewer::current().script;
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                match list().await {
                    Ok(rows) => {
                        view! {
                            <Room card=card title=t!(script, "desk-policies")>
                                <p class="muted">{t!(script, "policies-lede")}</p>
                                {table(script, rows)}
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

fn table(script: Script, rows: Vec<PolicyRow>) -> impl IntoView {
    let head = ["policy-column-version", "policy-column-next", "policy-column-offers"];
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = Viewer::current().to(&format!("/desk/policies/{}", row.id));
            let next = row.next.map_or_else(
                || "—".to_owned(),
                |(version, from)| t!(script, "policy-next", version = version, day = format::moment_full(script, from)),
            );
            let offers = match row.offers.as_slice() {
                [] => t!(script, "policy-no-offers"),
                offers => offers.join(&t!(script, "list-comma")),
            };
            vec![
                view! {
                    <a class="number" href=href>
                        {row.version}
                    </a>
                    <p class="muted">{name_of(script, row.kind)}</p>
                }
                .into_any(),
                next.into_any(),
                offers.into_any(),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(script, "desk-policies") head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
}
