//! A table that turns into cards on a phone: each cell repeats its column's name there.

use super::PageContext;
use super::rich::rich;
use crate::content::block::Table;
use crate::view::{Element, el};

/// Caption, column titles, rows.
pub fn table(table: &Table, context: &PageContext) -> Element {
    let columns = table.columns.iter().map(|name| el("th").attr("scope", "col").text(&name.0));
    let rows = table.rows.iter().map(|row| {
        let names = table.columns.iter().skip(1);
        let cells = row.cells.iter().zip(names);
        let cells = cells.map(|(cell, name)| el("td").attr("data-label", &name.0).child(rich(cell, context)));
        el("tr").child(el("th").attr("scope", "row").child(rich(&row.head, context))).children(cells)
    });
    el("table")
        .class("compare")
        .child(el("caption").text(&table.caption.0))
        .child(el("thead").child(el("tr").children(columns)))
        .child(el("tbody").children(rows))
}
