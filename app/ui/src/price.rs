//! Amounts of money, formatted by the caller.

use leptos::prelude::*;

use crate::blank::given;

/// A line of [`PriceTable`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceRow {
    /// What for.
    pub label: String,
    /// How many, such as `× 2`; may be blank.
    pub count: String,
    /// Price of one; may be blank.
    pub each: String,
    /// Price of all.
    pub total: String,
}

/// An amount that stands out.
#[component]
pub fn Price(
    /// The amount with its currency.
    #[prop(into)]
    amount: String,
    /// What it is for, after it.
    #[prop(optional, into)]
    note: String,
    /// Larger.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <span class=if large { "price price--large" } else { "price" }>
            <span class="price__amount">{amount}</span>
            {given(note).map(|note| view! { <span class="price__note">{note}</span> })}
        </span>
    }
}

/// A price, line by line, with its sum.
#[component]
pub fn PriceTable(
    /// What it is, for screen readers.
    #[prop(into)]
    caption: String,
    /// The lines.
    rows: Vec<PriceRow>,
    /// Words before the sum.
    #[prop(into)]
    total_label: String,
    /// The sum.
    #[prop(into)]
    total: String,
    /// Below the sum: what it includes, how it is paid.
    #[prop(optional, into)]
    note: String,
) -> impl IntoView {
    let lines = rows
        .into_iter()
        .map(|row| {
            let sum = [row.each, row.count].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            view! {
                <tr>
                    <th scope="row" class="price-table__label">
                        {row.label}
                        {given(sum.join(" ")).map(|sum| view! { <span class="price-table__sum">{sum}</span> })}
                    </th>
                    <td class="price-table__amount">{row.total}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="price-table">
            <caption class="visually-hidden">{caption}</caption>
            <tbody>{lines}</tbody>
            <tfoot>
                <tr class="price-table__total">
                    <th scope="row" class="price-table__label">
                        {total_label}
                        {given(note).map(|note| view! { <span class="price-table__sum">{note}</span> })}
                    </th>
                    <td class="price-table__amount">
                        <Price amount=total large=true />
                    </td>
                </tr>
            </tfoot>
        </table>
    }
}
