//! A list under letters, with a link to each letter.

use crate::labels;
use crate::view::{Element, el};

/// The letters, then each with its entries, as `entry` shows them; entries stand in order, each with its letter.
pub fn letters<T>(entries: &[(String, T)], entry: impl Fn(&T) -> Element) -> Element {
    let (mut links, mut all) = (el("ul"), Vec::new());
    for group in entries.chunk_by(|(one, _), (other, _)| one == other) {
        let letter = &group[0].0;
        let name = if letter.len() == 1 { letter.to_ascii_lowercase() } else { "chiffres".to_owned() };
        let id = format!("lettre-{name}");
        // `external` leaves a link inside the page to the browser, which moves the focus too.
        let link = el("a").attr("href", format!("#{id}")).attr("rel", "external").text(letter);
        links = links.child(el("li").child(link));
        let title = el("h2").attr("id", id).attr("tabindex", "-1").text(letter);
        let list = el("ul").class("links").children(group.iter().map(|(_, value)| entry(value)));
        all.push(el("section").class("letter").child(title).child(list));
    }
    let nav = el("nav").class("letters").attr("aria-label", labels::LETTERS).child(links);
    el("div").class("flow").child(nav).children(all)
}

/// An entry: a link, and what is said beside it.
#[must_use]
pub fn entry(href: String, words: &str, beside: Option<&str>) -> Element {
    let beside = beside.map(|beside| el("span").text(beside));
    el("li").attr("data-entry", "").child(el("a").attr("href", href).text(words)).text(" ").child(beside)
}
