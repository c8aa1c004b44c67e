//! What has changed: the pages by the day of their text, newest first.

use super::PageProps;
use super::article::frame;
use crate::components::fold::fold;
use crate::components::letters::entry;
use crate::content::PageHead;
use crate::content::date::Date;
use crate::labels;
use crate::text::sort::order;
use crate::view::{Node, el};

/// The days, each with its pages.
pub fn changes(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let content = &context.content;
    let listed = content.heads().filter(|head| head.id.is_listed());
    let mut dated: Vec<(Date, &PageHead)> =
        listed.filter_map(|head| Some((content.updated(&head.id)?, head))).collect();
    order(&mut dated, |a, b| a.0 > b.0);
    let days = dated.chunk_by(|one, other| one.0 == other.0).enumerate().map(|(at, pages)| {
        let day = pages[0].0;
        let word = if pages.len() == 1 { labels::CHANGED_PAGE } else { labels::CHANGED_PAGES };
        let time = el("time").attr("datetime", day.to_string()).text(day.in_french());
        let title = el("span").child(time).text(format!(", {}\u{a0}{word}", pages.len()));
        let entries = pages.iter().map(|(_, head)| entry(context.href(&head.id), head.short(), None));
        fold(title, entries, at == 0, context)
    });
    frame(props, el("div").class("folds").children(days))
}
