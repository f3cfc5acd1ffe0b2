//! Columns over time, of up to three things one upon the other.

use leptos::prelude::*;

use super::{
    frame::{ABOVE, Caption, ChartTable, HEIGHT, Key, frame, plot},
    scale::{Scale, grouped, percent},
};

/// One of the things that a column is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnSeries {
    /// What it is.
    pub label: String,
    /// How much of it there is at each place; what is missing is nothing.
    pub values: Vec<u64>,
}

/// Columns over time. At most three series are drawn, told apart by pattern.
#[component]
pub fn ColumnChart(
    /// Begins the ids within; each chart of a page has its own.
    #[prop(into)]
    id: String,
    /// Title.
    #[prop(into)]
    title: String,
    /// What it shows, in a sentence.
    #[prop(into)]
    desc: String,
    /// Names of the places along the width, in order.
    names: Vec<String>,
    /// What the columns are made of, from below up.
    series: Vec<ColumnSeries>,
    /// The same as a table.
    table: ChartTable,
) -> impl IntoView {
    let series: Vec<ColumnSeries> = series.into_iter().take(3).collect();
    let count = names.len();
    let at = |series: &ColumnSeries, place: usize| series.values.get(place).copied().unwrap_or(0);
    let total = |place: usize| series.iter().fold(0_u64, |sum, one| sum.saturating_add(at(one, place)));
    let scale = Scale::of((0..count).map(total).max().unwrap_or(0));
    let marks: Vec<_> = scale.marks().into_iter().map(|mark| (scale.share(mark, HEIGHT), grouped(mark))).collect();
    let columns = (0..count)
        .map(|place| {
            let mut below = 0_u64;
            let parts = series
                .iter()
                .enumerate()
                .map(|(index, one)| {
                    let foot = scale.share(below, HEIGHT);
                    below = below.saturating_add(at(one, place));
                    let head = scale.share(below, HEIGHT);
                    let fill = fill(&id, index);
                    (head > foot).then(|| {
                        view! {
                            <rect
                                class=format!("chart__column chart__column--{}", index + 1)
                                x=percent(20 * place as u64 + 3, 20 * count as u64)
                                width=percent(14, 20 * count as u64)
                                y=(ABOVE + HEIGHT - head).to_string()
                                height=(head - foot).to_string()
                                fill=fill
                            ></rect>
                        }
                    })
                })
                .collect::<Vec<_>>();
            let told = series.iter().map(|one| format!("{} {}", one.label, at(one, place))).collect::<Vec<_>>();
            let told = format!("{}: {}", names[place], told.join(" · "));
            view! {
                <g>
                    <title>{told}</title>
                    {parts}
                </g>
            }
        })
        .collect::<Vec<_>>();
    let keys = series
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let (fill, class) = (fill(&id, index), format!("chart__column chart__column--{}", index + 1));
            let swatch = view! { <rect class=class width="28" height="14" fill=fill></rect> };
            Key { label: one.label.clone(), swatch: swatch.into_any() }
        })
        .collect::<Vec<_>>();
    let keys = if keys.len() > 1 { keys } else { Vec::new() };
    let patterns = patterns(&id);
    let plot = plot(Caption { id, title: title.clone(), desc }, &marks, names, columns.into_any());
    frame(title, keys, view! { {patterns} {plot} }.into_any(), table)
}

/// What a series is filled with: the first with its colour, the others with a pattern in theirs.
fn fill(id: &str, index: usize) -> Option<String> {
    (index > 0).then(|| format!("url(#{id}-pattern-{})", index + 1))
}

/// Stripes for the second series, dots for the third.
fn patterns(id: &str) -> impl IntoView + use<> {
    let stripes = format!("{id}-pattern-2");
    let dots = format!("{id}-pattern-3");
    view! {
        <svg class="chart__patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id=stripes width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="chart__ground" width="6" height="6"></rect>
                    <rect class="chart__stripe" width="3" height="6"></rect>
                </pattern>
                <pattern id=dots width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="chart__ground" width="6" height="6"></rect>
                    <circle class="chart__dot" cx="3" cy="3" r="1.4"></circle>
                </pattern>
            </defs>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(names: usize, series: &[&[u64]]) -> String {
        let names: Vec<String> = (0..names).map(|name| format!("n{name}")).collect();
        let label = |index: usize| format!("s{index}");
        let series = series
            .iter()
            .enumerate()
            .map(|(index, values)| ColumnSeries { label: label(index), values: values.to_vec() })
            .collect();
        Owner::new().with(|| {
            view! {
                <ColumnChart id="c" title="t" desc="d" names=names series=series table=ChartTable::default() />
            }
            .to_html()
        })
    }

    #[test]
    fn columns_stand_upon_one_another() {
        let html = drawn(2, &[&[10, 0], &[30, 20]]);
        // The axis ends at 40, which is 160 pixels high.
        assert!(html.contains("y=\"136\" height=\"40\""), "{html}");
        assert!(html.contains("y=\"16\" height=\"120\""), "{html}");
        assert!(html.contains("y=\"96\" height=\"80\""), "{html}");
        assert!(
            html.contains("fill=\"url(#c-pattern-2)\"") && html.contains("<title>n0: s0 10 · s1 30</title>"),
            "{html}"
        );
        assert_eq!(html.matches("chart__key\"").count(), 2);
    }

    #[test]
    fn nothing_one_point_and_the_largest_number_are_drawn() {
        assert_eq!(drawn(0, &[]).matches("chart__column").count(), 0);
        assert_eq!(drawn(3, &[&[0, 0, 0]]).matches("chart__column").count(), 0);
        // One column, and a sample of each in the list of what they mean.
        assert_eq!(drawn(1, &[&[u64::MAX], &[u64::MAX]]).matches("chart__column chart__column--").count(), 1 + 2);
        assert_eq!(drawn(2, &[&[1]]).matches("chart__column chart__column--").count(), 1, "what is missing is nothing");
    }
}
