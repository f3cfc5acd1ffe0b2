//! Bars side by side, the longest the most: topics, spreads.

use leptos::prelude::*;

use super::{
    frame::{ChartTable, frame},
    scale::percent,
};

/// Pixels of a bar with its name above it.
const ROW: u32 = 44;

/// A bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarItem {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: u64,
    /// The same in words, at the bar's end.
    pub text: String,
}

/// Bars, each with its name above and its value beside it, so that nothing has to be read off an axis.
#[component]
pub fn BarChart(
    /// Begins the ids within; each chart of a page has its own.
    #[prop(into)]
    id: String,
    /// Title.
    #[prop(into)]
    title: String,
    /// What it shows, in a sentence.
    #[prop(into)]
    desc: String,
    /// The bars, from top to bottom.
    bars: Vec<BarItem>,
    /// The same as a table.
    table: ChartTable,
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    let height = (ROW * u32::try_from(bars.len()).unwrap_or(0)).max(1).to_string();
    let rows = bars
        .into_iter()
        .enumerate()
        .map(|(index, bar)| {
            let top = ROW * u32::try_from(index).unwrap_or(0);
            view! {
                <text class="chart__text chart__text--name" x="0" y=(top + 16).to_string()>
                    {bar.label}
                </text>
                <text class="chart__text chart__text--name" x="100%" y=(top + 16).to_string() text-anchor="end">
                    {bar.text}
                </text>
                <rect class="chart__track" x="0" y=(top + 22).to_string() width="100%" height="12" rx="2"></rect>
                <rect
                    class="chart__bar"
                    x="0"
                    y=(top + 22).to_string()
                    width=percent(bar.value, most)
                    height="12"
                    rx="2"
                ></rect>
            }
        })
        .collect::<Vec<_>>();
    let (title_id, desc_id) = (format!("{id}-title"), format!("{id}-desc"));
    let (labelled, described) = (title_id.clone(), desc_id.clone());
    let heading = title.clone();
    let drawing = view! {
        <svg
            class="chart__plot"
            width="100%"
            height=height
            role="img"
            aria-labelledby=labelled
            aria-describedby=described
            focusable="false"
        >
            <title id=title_id>{title}</title>
            <desc id=desc_id>{desc}</desc>
            {rows}
        </svg>
    };
    frame(heading, Vec::new(), drawing.into_any(), table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: &[u64]) -> String {
        let bar = |value: &u64| BarItem { label: format!("b{value}"), value: *value, text: value.to_string() };
        let bars = values.iter().map(bar).collect::<Vec<_>>();
        Owner::new()
            .with(|| view! { <BarChart id="b" title="t" desc="d" bars=bars table=ChartTable::default() /> }.to_html())
    }

    #[test]
    fn the_most_is_as_wide_as_the_chart() {
        let html = drawn(&[40, 10, 0]);
        for width in ["100.000%", "25.000%", "0.000%"] {
            assert!(html.contains(&format!("width=\"{width}\"")), "{width}: {html}");
        }
    }

    #[test]
    fn nothing_and_the_largest_number_are_drawn() {
        assert_eq!(drawn(&[]).matches("chart__bar").count(), 0);
        assert!(drawn(&[0, 0]).contains("width=\"0.000%\""));
        assert!(drawn(&[u64::MAX]).contains("width=\"100.000%\""));
    }
}
