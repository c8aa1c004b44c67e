//! The results of a search: grouped by section, the words that were found marked, or ways on when there is none.

use super::Here;
use super::search_field::{AGAIN, ALL, LIST, MORE, MOST, Search};
use crate::content::Section;
use crate::content::id::{PageId, Standalone};
use crate::labels;
use crate::route::Route;
use crate::search::{Answer, Hit, Snippet};
use crate::view::node::{Piece, piece};
use leptos::prelude::*;

/// How many results there are, for a polite announcement; nothing while nothing is looked for.
pub(super) fn count(search: Search, words: &str) -> String {
    if words.trim().is_empty() {
        return String::new();
    }
    search.answer.with(|answer| match answer.total {
        0 => labels::NO_RESULT.to_owned(),
        1 => labels::ONE_RESULT.to_owned(),
        many => format!("{many} {}", labels::SOME_RESULTS),
    })
}

/// Under what a result is listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Section(Section),
    Terms,
    Other,
}

impl Group {
    fn of(hit: &Hit) -> Self {
        match (&hit.route, hit.section()) {
            (Route::Term(_), _) => Self::Terms,
            (_, Some(section)) => Self::Section(section),
            _ => Self::Other,
        }
    }

    fn label(self, here: &Here) -> String {
        match self {
            Self::Section(section) => {
                here.content.section(section).map_or_else(String::new, |entry| entry.label.0.clone())
            }
            Self::Terms => labels::TERMS.to_owned(),
            Self::Other => labels::OTHER_PAGES.to_owned(),
        }
    }
}

/// The results by group: groups by their best result, results of a group by rank.
fn grouped(answer: &Answer) -> Vec<(Group, Vec<&Hit>)> {
    let mut groups: Vec<(Group, Vec<&Hit>)> = Vec::new();
    for hit in &answer.hits {
        let group = Group::of(hit);
        match groups.iter_mut().find(|(own, _)| *own == group) {
            Some((_, hits)) => hits.push(hit),
            None => groups.push((group, vec![hit])),
        }
    }
    groups
}

/// « Vouliez-vous dire », the list, and the way on.
pub(super) fn results(answer: &Answer, nothing: bool, here: &Here) -> Piece {
    let mut list = piece("div").set("id", LIST).set("role", "listbox").set("aria-label", labels::RESULTS);
    if answer.hits.is_empty() {
        list = list.set("hidden", "");
    }
    let mut at = 0;
    for (nth, (group, hits)) in grouped(answer).into_iter().enumerate() {
        let id = format!("groupe-{nth}");
        let name = piece("div").set("class", "search__group").set("role", "presentation").set("id", id.clone());
        let mut shown =
            piece("div").set("role", "group").set("aria-labelledby", id).with([name.text(group.label(here))]);
        for hit in hits {
            shown = shown.with([option(here, hit, at)]);
            at += 1;
        }
        list = list.with([shown]);
    }
    piece("div").with(meant(answer)).with([list]).with(ways_on(answer, nothing, here))
}

fn option(here: &Here, hit: &Hit, at: usize) -> Piece {
    let (heading, anchor) = match &hit.heading {
        Some((words, anchor)) => (Some(marked("result__heading", words)), format!("#{anchor}")),
        None => (None, String::new()),
    };
    piece("a")
        .set("class", "result")
        .set("role", "option")
        .set("id", Search::id(at))
        .set("tabindex", "-1")
        .set("aria-selected", "false")
        .set("href", format!("{}{anchor}", hit.route.href(&here.base)))
        .with([marked("result__title", &hit.title)])
        .with(heading)
        .with([marked("result__text", &hit.snippet)])
}

fn marked(class: &str, text: &Snippet) -> Piece {
    text.runs().into_iter().fold(piece("span").set("class", class), |span, (words, marked)| {
        if marked { span.with([piece("mark").text(words)]) } else { span.text(words) }
    })
}

fn meant(answer: &Answer) -> Option<Piece> {
    let meant = answer.meant.as_ref()?;
    let again = piece("button").set("class", "search__again").set("type", "button").set(AGAIN, meant.clone());
    let again = again.text(format!("«\u{a0}{meant}\u{a0}»"));
    Some(piece("p").text(format!("{} ", labels::DID_YOU_MEAN)).with([again]).text("\u{a0}?"))
}

/// More results, or the page that has them; when nothing was found, the nearest names, the index, and whom to ask.
fn ways_on(answer: &Answer, nothing: bool, here: &Here) -> Option<Piece> {
    let link = |route: &Route, words: &str| piece("a").set("href", route.href(&here.base)).text(words);
    let all = Route::Page(PageId::Standalone(Standalone::Search));
    if here.route == all && answer.total > 0 {
        let more = piece("button").set("class", "button button--quiet").set("type", "button").set(MORE, "");
        let more = piece("p").with([more.text(labels::MORE_RESULTS)]);
        return (answer.hits.len() < answer.total.min(MOST)).then_some(more);
    }
    if answer.total > 0 {
        let way = link(&all, labels::ALL_RESULTS).set("id", ALL).set("class", "search__all");
        return Some(piece("p").with([way]));
    }
    if nothing {
        return None;
    }
    let nearest = answer.nearest.iter().map(|(route, words)| piece("li").with([link(route, words)]));
    let pages = [Standalone::Index, Standalone::Contact].map(PageId::Standalone).into_iter().filter_map(|id| {
        let words = here.head(&id)?.short().to_owned();
        Some(piece("li").with([link(&Route::Page(id), &words)]))
    });
    Some(piece("ul").set("class", "links").with(nearest).with(pages))
}
