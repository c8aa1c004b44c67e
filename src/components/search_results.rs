//! The results of a search: grouped by section, the words that were found marked, or ways on when there is none.

use super::search_field::{ALL, LIST, Search};
use super::{Here, IntoStill};
use crate::content::Section;
use crate::content::id::{PageId, Standalone};
use crate::labels;
use crate::route::Route;
use crate::search::{Answer, Hit, Snippet};
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
            Self::Section(section) => here.content.section(section).map_or_else(String::new, |entry| entry.label.0.clone()),
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
pub(super) fn results(search: Search, here: &Here) -> AnyView {
    search.answer.with(|answer| {
        let mut at = 0;
        let groups: Vec<AnyView> = grouped(answer)
            .into_iter()
            .enumerate()
            .map(|(nth, (group, hits))| {
                let options: Vec<AnyView> = hits
                    .into_iter()
                    .map(|hit| {
                        at += 1;
                        option(search, here, hit, at - 1)
                    })
                    .collect();
                let id = format!("groupe-{nth}");
                let own = id.clone();
                view! {
                    <div role="group" aria-labelledby=own>
                        <div class="search__group" role="presentation" id=id>{group.label(here)}</div>
                        {options}
                    </div>
                }
                .still()
            })
            .collect();
        let empty = groups.is_empty();
        view! {
            {meant(search, answer)}
            <div class="search__list" id=LIST role="listbox" aria-label=labels::RESULTS hidden=empty on:click=move |_| search.keep()>
                {groups}
            </div>
            {ways_on(search, answer, here)}
        }
        .still()
    })
}

fn option(search: Search, here: &Here, hit: &Hit, at: usize) -> AnyView {
    let anchor = hit.heading.as_ref().map_or_else(String::new, |(_, anchor)| format!("#{anchor}"));
    let heading = hit.heading.as_ref().map(|(words, _)| view! { <span class="result__heading">{marked(words)}</span> }.still());
    view! {
        <a class="result" role="option" id=Search::id(at) tabindex="-1" href=format!("{}{anchor}", hit.route.href(&here.base))
            aria-selected=move || (search.active.get() == Some(at)).to_string()>
            <span class="result__title">{marked(&hit.title)}</span>
            {heading}
            <span class="result__text">{marked(&hit.snippet)}</span>
        </a>
    }
    .still()
}

fn marked(text: &Snippet) -> AnyView {
    let run = |(words, marked): (&str, bool)| {
        let words = words.to_owned();
        if marked { view! { <mark>{words}</mark> }.still() } else { words.still() }
    };
    text.runs().into_iter().map(run).collect_view().still()
}

fn meant(search: Search, answer: &Answer) -> AnyView {
    let Some(meant) = answer.meant.clone() else { return ().still() };
    let words = format!("«\u{a0}{meant}\u{a0}»\u{a0}?");
    view! {
        <p class="search__meant">
            {labels::DID_YOU_MEAN} " "
            <button class="search__again" type="button" on:click=move |_| search.look_for(meant.clone())>{words}</button>
        </p>
    }
    .still()
}

/// The page with every result; when nothing was found, the nearest names, the index, and whom to ask.
fn ways_on(search: Search, answer: &Answer, here: &Here) -> AnyView {
    let link = |route: &Route, words: &str| {
        view! { <li><a href=route.href(&here.base)>{words.to_owned()}</a></li> }.still()
    };
    let page = |page: Standalone| {
        let id = PageId::Standalone(page);
        here.head(&id).map(|head| link(&Route::Page(id.clone()), head.short()))
    };
    let all = here.href(&PageId::Standalone(Standalone::Search));
    if answer.total > 0 && all != here.route.href(&here.base) {
        return view! { <p><a id=ALL href=all>{labels::ALL_RESULTS}</a></p> }.still();
    }
    if answer.total > 0 || search.nothing() {
        return ().still();
    }
    let nearest = answer.nearest.iter().map(|(route, words)| link(route, words)).collect_view();
    let pages = [Standalone::Index, Standalone::Contact].into_iter().filter_map(page).collect_view();
    view! { <ul class="links search__ways">{nearest} {pages}</ul> }.still()
}
