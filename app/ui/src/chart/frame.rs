//! What stands around every chart: its title, what its patterns mean, its axis, and the table of the same numbers.

use leptos::prelude::*;

use super::scale::{is_named, middle};
use crate::{summary::Details, table::DataTable};

/// Height of the part that is drawn in, and what is above and below it; pixels.
pub(super) const HEIGHT: u32 = 160;
pub(super) const ABOVE: u32 = 16;
const BELOW: u32 = 28;

/// Names along the width on a phone, and where there is more room.
const FEW: usize = 5;
const MORE: usize = 10;

/// Places beyond which a chart is wider than a phone, to be pushed sideways.
const LONG: usize = 62;

/// The numbers of a chart as a table, opened by who wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// The line that opens it.
    pub summary: String,
    /// Headings of the columns.
    pub head: Vec<String>,
    /// Cells, row by row.
    pub rows: Vec<Vec<String>>,
}

/// What a pattern or a dash means.
pub(super) struct Key {
    /// Its text.
    pub(super) label: String,
    /// A sample of it.
    pub(super) swatch: AnyView,
}

/// A chart with everything around it: its title, what its patterns mean (nothing where there is only one), the drawing, its table.
pub(super) fn frame(title: String, keys: Vec<Key>, drawing: AnyView, table: ChartTable) -> AnyView {
    let keys = keys
        .into_iter()
        .map(|key| {
            view! {
                <li class="chart__key">
                    <svg class="chart__swatch" width="28" height="14" aria-hidden="true" focusable="false">
                        {key.swatch}
                    </svg>
                    <span>{key.label}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let keys = (!keys.is_empty()).then(|| view! { <ul class="chart__keys">{keys}</ul> });
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(IntoAny::into_any).collect()).collect();
    view! {
        <figure class="chart">
            <figcaption class="chart__title">{title.clone()}</figcaption>
            {keys}
            {drawing}
            <Details summary=table.summary>
                <DataTable caption=title head=table.head rows=rows />
            </Details>
        </figure>
    }
    .into_any()
}

/// What a drawing is called.
pub(super) struct Caption {
    /// Begins the ids of the drawing.
    pub(super) id: String,
    /// What it is.
    pub(super) title: String,
    /// What it shows, in a sentence.
    pub(super) desc: String,
}

/// A drawing over time: the axis at its left with its marks (how far up in pixels, and the text), lines across at them, the names of the
/// places along the width below.
pub(super) fn plot(caption: Caption, marks: &[(u32, String)], names: Vec<String>, drawn: AnyView) -> AnyView {
    let Caption { id, title, desc } = caption;
    let height = ABOVE + HEIGHT + BELOW;
    let count = names.len();
    let up = |pixels: u32| (ABOVE + HEIGHT - pixels.min(HEIGHT)).to_string();
    let axis = marks
        .iter()
        .map(|(at, text)| {
            let text = text.clone();
            view! {
                <text class="chart__text" x="100%" y=up(*at) dx="-6" dy="4" text-anchor="end">
                    {text}
                </text>
            }
        })
        .collect::<Vec<_>>();
    let lines = marks
        .iter()
        .map(|(at, _)| view! { <line class="chart__grid" x1="0" x2="100%" y1=up(*at) y2=up(*at)></line> })
        .collect::<Vec<_>>();
    let names = names
        .into_iter()
        .enumerate()
        .filter(|(index, _)| is_named(*index, count, FEW) || is_named(*index, count, MORE))
        .map(|(index, name)| {
            let class = if is_named(index, count, FEW) { "chart__text" } else { "chart__text chart__text--more" };
            view! {
                <text class=class x=middle(index, count) y=(ABOVE + HEIGHT + 18).to_string() text-anchor="middle">
                    {name}
                </text>
            }
        })
        .collect::<Vec<_>>();
    let (title_id, desc_id) = (format!("{id}-title"), format!("{id}-desc"));
    let labelled = title_id.clone();
    let described = desc_id.clone();
    let long = count > LONG;
    let label = title.clone();
    view! {
        <div class="chart__frame">
            <svg class="chart__axis" width="48" height=height.to_string() aria-hidden="true" focusable="false">
                {axis}
            </svg>
            <div
                class=if long { "chart__place chart__place--long" } else { "chart__place" }
                tabindex=long.then_some("0")
                role=long.then_some("group")
                aria-label=long.then_some(label)
            >
                <svg
                    class=if long { "chart__plot chart__plot--long" } else { "chart__plot" }
                    width="100%"
                    height=height.to_string()
                    role="img"
                    aria-labelledby=labelled
                    aria-describedby=described
                    focusable="false"
                >
                    <title id=title_id>{title}</title>
                    <desc id=desc_id>{desc}</desc>
                    {lines}
                    {drawn}
                    {names}
                </svg>
            </div>
        </div>
    }
    .into_any()
}
