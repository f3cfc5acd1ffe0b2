//! Which figures are shown.

use domain::{case::Department, figure::By};
use i18n::{t, text};
use leptos::prelude::*;
use ui::{Field, SearchPanel, SelectField, TabItem, Tabs};

use crate::{
    Viewer,
    form::{Typed, query},
};

/// The path of the page.
pub(super) const PATH: &str = "/desk/figures";

/// The form above the figures, and the ways to what is usually looked at.
#[component]
pub(super) fn QueryForm(
    /// What was asked.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let bys = By::ALL.iter().map(|by| (by.to_string(), text(script, &format!("figure-by-{by}")))).collect();
    let mut departments = vec![(String::new(), t!(script, "figure-all"))];
    departments.extend(Department::ALL.iter().map(|it| (it.to_string(), text(script, &format!("department-{it}")))));
    let usual = viewer.param("from").is_empty() && viewer.param("until").is_empty();
    let tabs = By::ALL
        .iter()
        .map(|by| {
            let pairs = [("by", by.to_string()), ("department", typed.value("department"))];
            TabItem {
                href: format!("{}{}", viewer.to(PATH), query::write(pairs)),
                icon: String::new(),
                label: text(script, &format!("figure-usual-{by}")),
                current: usual && typed.value("by") == by.as_str(),
            }
        })
        .collect();
    view! {
        <Tabs label=t!(script, "figure-usual") items=tabs />
        <SearchPanel action=viewer.to(PATH) label=t!(script, "figure-query") submit=t!(script, "figure-go") compact=true>
            <Field
                name="from"
                label=t!(script, "figure-from")
                kind="date"
                value=typed.value("from")
                fault=typed.fault("from")
            />
            <Field
                name="until"
                label=t!(script, "figure-until")
                kind="date"
                value=typed.value("until")
                fault=typed.fault("until")
            />
            <SelectField
                name="by"
                label=t!(script, "figure-by")
                options=bys
                value=typed.value("by")
                fault=typed.fault("by")
            />
            <SelectField
                name="department"
                label=t!(script, "figure-department")
                options=departments
                value=typed.value("department")
                fault=typed.fault("department")
            />
        </SearchPanel>
    }
}
