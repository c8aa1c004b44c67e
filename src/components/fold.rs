//! A folded list of links: opens and closes without code.

use super::Here;
use super::icon::{Icon, icon_piece};
use crate::view::node::{Piece, piece};

/// A fold with its title, open or not, around a list of links.
#[must_use]
pub fn fold(title: Piece, entries: impl Iterator<Item = Piece>, open: bool, here: &Here) -> Piece {
    let summary = piece("summary").with([title]).text(" ").with([icon_piece(Icon::Down, here)]);
    let list = piece("ul").set("class", "links").with(entries);
    let fold = piece("details").set("class", "fold");
    let fold = if open { fold.set("open", "") } else { fold };
    fold.with([summary, list])
}
