//! A table that turns into cards on a phone: each cell repeats its column's name there.

use super::rich::rich;
use super::{Here, IntoStill, IntoStills};
use crate::content::block::Table;
use leptos::prelude::*;

/// Caption, column titles, rows.
pub fn table(table: &Table, here: &Here) -> AnyView {
    let columns = table.columns.iter().map(|name| view! { <th scope="col">{name.0.clone()}</th> }).stills();
    let rows = table.rows.iter().map(|row| {
        let names = table.columns.iter().skip(1);
        let cells = row.cells.iter().zip(names).map(|(cell, name)| {
            view! { <td data-label=name.0.clone()>{rich(cell, here)}</td> }
        });
        view! {
            <tr>
                <th scope="row">{rich(&row.head, here)}</th>
                {cells.stills()}
            </tr>
        }
    });
    view! {
        <table class="compare">
            <caption>{table.caption.0.clone()}</caption>
            <thead><tr>{columns}</tr></thead>
            <tbody>{rows.stills()}</tbody>
        </table>
    }
    .still()
}
