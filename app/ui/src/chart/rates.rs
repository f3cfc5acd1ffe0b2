//! Percentages over time, with what is aimed at.

use leptos::prelude::*;

use super::{
    frame::{ABOVE, Caption, ChartTable, HEIGHT, Key, frame, plot},
    scale::middle,
};

/// All, in thousandths.
const ALL: u32 = 1000;

/// Places up to which each point is marked.
const MARKED: usize = 62;

/// A line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RateLine {
    /// What it is.
    pub label: String,
    /// In thousandths at each place; nothing where nothing is known.
    pub points: Vec<Option<u32>>,
}

/// Lines of percentages over time. At most two are drawn: one through, with round marks, one dashed, with square ones. Where nothing
/// is known a line is broken.
#[component]
pub fn RateChart(
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
    /// The lines.
    lines: Vec<RateLine>,
    /// What is aimed at, in thousandths, and its text.
    target: (u32, String),
    /// The same as a table.
    table: ChartTable,
) -> impl IntoView {
    let count = names.len();
    let lines: Vec<RateLine> = lines.into_iter().take(2).collect();
    let marks = [0, 250, 500, 750, 1000].map(|mark| (up(mark), format!("{}%", mark / 10)));
    let drawn = lines
        .iter()
        .enumerate()
        .map(|(index, line)| view! { <g>{strokes(line, index, count)} {points(line, index, count, &names)}</g> })
        .collect::<Vec<_>>();
    let keys = lines.iter().enumerate().map(|(index, line)| {
        let class = format!("chart__line chart__line--{}", index + 1);
        let swatch = view! {
            <line class=class x1="0" x2="28" y1="7" y2="7"></line>
            {mark(index, "14".to_owned(), 7)}
        };
        Key { label: line.label.clone(), swatch: swatch.into_any() }
    });
    let aim = y(target.0);
    let swatch = view! { <line class="chart__target" x1="0" x2="28" y1="7" y2="7"></line> };
    let keys = keys.chain([Key { label: target.1, swatch: swatch.into_any() }]).collect();
    let drawn = view! {
        <line class="chart__target" x1="0" x2="100%" y1=aim.clone() y2=aim></line>
        {drawn}
    };
    let plot = plot(Caption { id, title: title.clone(), desc }, &marks, names, drawn.into_any());
    frame(title, keys, plot, table)
}

/// How far up thousandths are.
fn up(permille: u32) -> u32 {
    permille.min(ALL) * HEIGHT / ALL
}

/// The same as an attribute says it.
fn y(permille: u32) -> String {
    (ABOVE + HEIGHT - up(permille)).to_string()
}

/// From each known point to the next place's, if that is known.
fn strokes(line: &RateLine, index: usize, count: usize) -> Vec<AnyView> {
    let class = format!("chart__line chart__line--{}", index + 1);
    let pairs = line.points.iter().take(count).zip(line.points.iter().take(count).skip(1)).enumerate();
    pairs
        .filter_map(|(place, (one, next))| Some((place, (*one)?, (*next)?)))
        .map(|(place, one, next)| {
            let class = class.clone();
            view! { <line class=class x1=middle(place, count) y1=y(one) x2=middle(place + 1, count) y2=y(next)></line> }
                .into_any()
        })
        .collect()
}

/// The known points. Where there are many, only those that no line leads to.
fn points(line: &RateLine, index: usize, count: usize, names: &[String]) -> Vec<AnyView> {
    let known = |place: Option<usize>| place.and_then(|place| line.points.get(place).copied().flatten()).is_some();
    let is_alone = |place: usize| !known(place.checked_sub(1)) && !known(Some(place + 1));
    let points = line.points.iter().take(count).enumerate();
    points
        .filter_map(|(place, point)| Some((place, (*point)?)))
        .filter(|(place, _)| count <= MARKED || is_alone(*place))
        .map(|(place, point)| {
            let told = format!("{}: {} {}.{}%", names[place], line.label, point / 10, point % 10);
            view! {
                <g>
                    <title>{told}</title>
                    {mark(index, middle(place, count), ABOVE + HEIGHT - up(point))}
                </g>
            }
            .into_any()
        })
        .collect()
}

/// The mark of a point: round for the first line, square for the second.
fn mark(index: usize, x: String, y: u32) -> AnyView {
    if index == 0 {
        return view! { <circle class="chart__mark chart__mark--1" cx=x cy=y.to_string() r="3"></circle> }.into_any();
    }
    view! {
        <rect
            class="chart__mark chart__mark--2"
            x=x
            y=y.to_string()
            width="6"
            height="6"
            transform="translate(-3 -3)"
        ></rect>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: &[Option<u32>]) -> String {
        let names: Vec<String> = (0..points.len()).map(|name| format!("n{name}")).collect();
        let lines = vec![RateLine { label: "l".to_owned(), points: points.to_vec() }];
        Owner::new().with(|| {
            view! {
                <RateChart
                    id="r"
                    title="t"
                    desc="d"
                    names=names
                    lines=lines
                    target=(950, "aim".to_owned())
                    table=ChartTable::default()
                />
            }
            .to_html()
        })
    }

    fn count(html: &str, what: &str) -> usize {
        html.matches(&format!("<{what}")).count()
    }

    #[test]
    fn a_line_is_broken_where_nothing_is_known() {
        let html = drawn(&[Some(1000), Some(500), None, Some(0), None, Some(990)]);
        // One stroke and the sample beside its name; four points and the sample's.
        assert_eq!(html.matches("chart__line chart__line--1").count(), 2, "{html}");
        assert_eq!(count(&html, "circle"), 5, "{html}");
        assert!(html.contains("y1=\"16\"") && html.contains("y2=\"96\"") && html.contains("cy=\"176\""), "{html}");
        assert!(html.contains("n5: l 99.0%"), "{html}");
    }

    #[test]
    fn nothing_one_point_and_more_than_all_are_drawn() {
        assert_eq!(count(&drawn(&[]), "circle"), 1);
        assert_eq!(count(&drawn(&[None, None]), "circle"), 1);
        assert_eq!(count(&drawn(&[Some(5)]), "circle"), 2);
        assert!(drawn(&[Some(u32::MAX)]).contains("cy=\"16\""), "never above all");
    }

    #[test]
    fn of_many_points_only_the_lonely_are_marked() {
        let mut many = vec![Some(900); 100];
        assert_eq!(count(&drawn(&many), "circle"), 1);
        many[50] = None;
        many[52] = None;
        assert_eq!(count(&drawn(&many), "circle"), 2);
    }
}
