//! A list under letters, with a link to each letter.

use crate::labels;
use crate::view::node::{Piece, piece};

/// The letters, then each with its entries, as `entry` shows them; entries stand in order, each with its letter.
pub fn letters<T>(entries: &[(String, T)], entry: impl Fn(&T) -> Piece) -> Piece {
    let (mut links, mut all) = (piece("ul"), Vec::new());
    for group in entries.chunk_by(|(one, _), (other, _)| one == other) {
        let letter = &group[0].0;
        let name = if letter.len() == 1 { letter.to_ascii_lowercase() } else { "chiffres".to_owned() };
        let id = format!("lettre-{name}");
        // `external` leaves a link inside the page to the browser, which moves the focus too.
        let link = piece("a").set("href", format!("#{id}")).set("rel", "external").text(letter.clone());
        links = links.with([piece("li").with([link])]);
        let title = piece("h2").set("id", id).set("tabindex", "-1").text(letter.clone());
        let list = piece("ul").set("class", "links").with(group.iter().map(|(_, value)| entry(value)));
        all.push(piece("section").set("class", "letter").with([title, list]));
    }
    let nav = piece("nav").set("class", "letters").set("aria-label", labels::LETTERS).with([links]);
    piece("div").set("class", "flow").with([nav]).with(all)
}

/// An entry: a link, and what is said beside it.
#[must_use]
pub fn entry(href: String, words: String, beside: Option<String>) -> Piece {
    let beside = beside.map(|beside| piece("span").text(beside));
    piece("li").set("data-entry", "").with([piece("a").set("href", href).text(words)]).text(" ").with(beside)
}
