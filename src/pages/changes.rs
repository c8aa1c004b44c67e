//! What has changed: the pages by the day of their text, newest first.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::fold::fold;
use crate::components::letters::entry;
use crate::content::PageHead;
use crate::labels;
use crate::text::sort::order;
use crate::view::node::piece;
use leptos::prelude::*;

/// The days, each with its pages.
pub fn changes(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let mut heads: Vec<&PageHead> = here.content.heads().filter(|head| head.id.is_listed()).collect();
    order(&mut heads, |a, b| a.updated > b.updated);
    let days = heads.chunk_by(|one, other| one.updated == other.updated).enumerate().map(|(at, heads)| {
        let day = heads[0].updated;
        let word = if heads.len() == 1 { labels::CHANGED_PAGE } else { labels::CHANGED_PAGES };
        let time = piece("time").set("datetime", day.to_string()).text(day.in_french());
        let title = piece("span").with([time]).text(format!(", {}\u{a0}{word}", heads.len()));
        let entries = heads.iter().map(|head| entry(here.href(&head.id), head.short().to_owned(), None));
        fold(title, entries, at == 0, here)
    });
    frame(shown, piece("div").set("class", "folds").with(days).still())
}
