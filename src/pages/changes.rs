//! What has changed: the pages by the day of their text, newest first.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::icon::{Icon, icon};
use crate::content::PageHead;
use crate::content::date::Date;
use crate::labels;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The days, each with its pages.
pub fn changes(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let mut days: BTreeMap<Date, Vec<&PageHead>> = BTreeMap::new();
    for head in here.content.heads().filter(|head| head.id.is_listed()) {
        days.entry(head.updated).or_default().push(head);
    }
    let days = days.into_iter().rev().enumerate().map(|(at, (day, heads))| {
        let word = if heads.len() == 1 { labels::CHANGED_PAGE } else { labels::CHANGED_PAGES };
        let count = format!(", {}\u{a0}{word}", heads.len());
        let pages = heads
            .into_iter()
            .map(|head| view! { <li><a href=here.href(&head.id)>{head.short().to_owned()}</a></li> })
            .collect_view();
        view! {
            <details class="fold" open=at == 0>
                <summary><span><time datetime=day.to_string()>{day.in_french()}</time> {count}</span> {icon(Icon::Down)}</summary>
                <ul class="links">{pages}</ul>
            </details>
        }
    });
    frame(shown, view! { <div class="folds">{days.collect_view()}</div> }.still())
}
