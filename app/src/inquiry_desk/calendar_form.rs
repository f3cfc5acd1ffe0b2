//! The form for another working calendar: a GET form, because nothing in it is about a person and looking at it writes nothing.

use domain::calendar::CalendarForm;
use i18n::{format, t};
use leptos::prelude::*;
use ui::{Button, CheckField, Field, Hidden, TextArea, Tone};

use crate::{
    Viewer,
    form::{Typed, query},
};

/// Marks an address whose calendar is to be looked at.
pub(super) const ASKED: &str = "asked";

/// Most characters of each list of days: more fits into no calendar.
const LONGEST: &str = "6000";

/// What an address or a refused form asks for; ticked days of one name are one field.
pub(super) fn read(pairs: &[(String, String)]) -> CalendarForm {
    let weekdays: Vec<&str> =
        pairs.iter().filter(|(name, _)| name == "weekdays").map(|(_, value)| value.as_str()).collect();
    CalendarForm { weekdays: weekdays.join(","), ..query::read(pairs) }
}

/// The form.
#[component]
pub(super) fn CalendarFields(
    /// What was typed, or what counts.
    typed: Typed,
) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let ticked: Vec<String> = typed.value("weekdays").split(',').map(|day| day.trim().to_owned()).collect();
    let boxes = (1..)
        .zip(format::weekdays(script))
        .map(|(day, name): (u8, _)| {
            let (value, id) = (day.to_string(), format!("field-weekdays-{day}"));
            let checked = ticked.contains(&value);
            view! { <CheckField name="weekdays" id=id label=name value=value checked=checked /> }
        })
        .collect_view();
    let fault = typed.fault("weekdays");
    let described = fault.is_some().then_some("field-weekdays-fault");
    view! {
        <form class="stack card" method="get" action=viewer.to(&viewer.path) novalidate>
            <Hidden name=ASKED value="1" />
            <Field
                name="windows"
                label=t!(script, "calendar-windows")
                hint=t!(script, "calendar-windows-hint")
                value=typed.value("windows")
                fault=typed.fault("windows")
                maxlength="200"
            />
            <fieldset class="fieldset stack" id="field-weekdays" tabindex="-1" aria-describedby=described>
                <legend>{t!(script, "calendar-weekdays")}</legend>
                {fault.map(|fault| view! { <p class="field__fault" id="field-weekdays-fault">{fault}</p> })}
                <div class="cluster">{boxes}</div>
            </fieldset>
            <TextArea
                name="holidays"
                label=t!(script, "calendar-holidays")
                hint=t!(script, "calendar-holidays-hint")
                value=typed.value("holidays")
                fault=typed.fault("holidays")
                rows=10
                maxlength=LONGEST
            />
            <TextArea
                name="workdays"
                label=t!(script, "calendar-workdays")
                hint=t!(script, "calendar-workdays-hint")
                value=typed.value("workdays")
                fault=typed.fault("workdays")
                rows=6
                maxlength=LONGEST
            />
            <Button tone=Tone::Primary>{t!(script, "calendar-preview")}</Button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticked_days_are_one_field() {
        let form = read(&query::pairs("asked=1&windows=09%3A00-18%3A00&weekdays=1&weekdays=2&weekdays=7&holidays="));
        assert_eq!((form.windows.as_str(), form.weekdays.as_str()), ("09:00-18:00", "1,2,7"));
        assert_eq!(read(&query::pairs("asked=1&weekdays=1%2C2")).weekdays, "1,2");
        assert_eq!(read(&[]).weekdays, "");
    }
}
