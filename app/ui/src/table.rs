//! Rows of data for those who work with many.

use leptos::prelude::*;

/// A table that becomes a list of cards on a phone.
///
/// The roles are said aloud because a table shown as blocks loses them in some browsers.
#[component]
pub fn DataTable(
    /// What the rows are.
    #[prop(into)]
    caption: String,
    /// Headings of the columns.
    head: Vec<String>,
    /// Cells, row by row.
    rows: Vec<Vec<AnyView>>,
) -> impl IntoView {
    let titles = head.clone();
    let head = head
        .into_iter()
        .map(|title| {
            view! {
                <th role="columnheader" scope="col">
                    {title}
                </th>
            }
        })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(index, cell)| {
                    let title = titles.get(index).cloned().unwrap_or_default();
                    view! {
                        <td role="cell" data-label=title>
                            <div class="data-table__value">{cell}</div>
                        </td>
                    }
                })
                .collect_view();
            view! { <tr role="row">{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="data-table">
            <table class="data-table__table" role="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}
