//! The results of a search: grouped by section, the words that were found marked, or ways on when there is none.

use super::PageContext;
use crate::content::Section;
use crate::content::id::{PageId, Standalone};
use crate::labels;
use crate::route::Route;
use crate::search::{Answer, Hit, MANY, Snippet};
use crate::view::{Element, IntoNodes as _, Node, el};

/// The id of the list of results.
pub const LIST: &str = "recherche-liste";
/// The id of the link to the page with every result.
pub const ALL: &str = "recherche-tout";
/// The attribute of a button that looks for other words.
pub const AGAIN: &str = "data-again";
/// The attribute of the button that shows more results.
pub const MORE: &str = "data-more";

/// The id of a result.
#[must_use]
pub fn id(at: usize) -> String {
    format!("resultat-{at}")
}

/// How many results there are, for a polite announcement; nothing while nothing is looked for.
#[must_use]
pub fn count(answer: &Answer, words: &str) -> String {
    match answer.total {
        _ if words.trim().is_empty() => String::new(),
        0 => labels::NO_RESULT.to_owned(),
        1 => labels::ONE_RESULT.to_owned(),
        many => format!("{many} {}", labels::SOME_RESULTS),
    }
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

    fn label(self, context: &PageContext) -> &str {
        match self {
            Self::Section(section) => context.content.section(section).map_or("", |entry| &entry.label.0),
            Self::Terms => labels::TERMS,
            Self::Other => labels::OTHER_PAGES,
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

/// Whether a route is the search's own page.
#[must_use]
pub fn is_search(route: &Route) -> bool {
    *route == Route::Page(PageId::Standalone(Standalone::Search))
}

/// « Vouliez-vous dire », the list, and the way on, for words that were looked for.
#[must_use]
pub fn results(answer: &Answer, words: &str, context: &PageContext) -> Vec<Node> {
    let mut all = Vec::new();
    did_you_mean(answer).push_to(&mut all);
    let list = el("div").attr("id", LIST).attr("role", "listbox").attr("aria-label", labels::RESULTS);
    let mut list = list.attr_if("hidden", answer.hits.is_empty().then_some(""));
    let mut at = 0;
    for (nth, (group, hits)) in grouped(answer).into_iter().enumerate() {
        let name = format!("groupe-{nth}");
        let title = el("div").class("search__group").attr("role", "presentation").attr("id", &name);
        let mut shown = el("div").attr("role", "group").attr("aria-labelledby", &name);
        shown = shown.child(title.text(group.label(context)));
        for hit in hits {
            shown = shown.child(option(context, hit, at));
            at += 1;
        }
        list = list.child(shown);
    }
    list.push_to(&mut all);
    ways_on(answer, words.trim().is_empty(), context).push_to(&mut all);
    all
}

fn option(context: &PageContext, hit: &Hit, at: usize) -> Element {
    let mut href = hit.route.href(context.base());
    let heading = hit.heading.as_ref().map(|(words, anchor)| {
        href.push('#');
        href.push_str(anchor);
        marked("result__heading", words)
    });
    el("a")
        .class("result")
        .attr("role", "option")
        .attr("id", id(at))
        .attr("tabindex", "-1")
        .attr("aria-selected", "false")
        .attr("href", href)
        .child(marked("result__title", &hit.title))
        .child(heading)
        .child(marked("result__text", &hit.snippet))
}

fn marked(class: &str, text: &Snippet) -> Element {
    text.runs().into_iter().fold(el("span").class(class), |span, (words, marked)| {
        if marked { span.child(el("mark").text(words)) } else { span.text(words) }
    })
}

fn did_you_mean(answer: &Answer) -> Option<Element> {
    let did_you_mean = answer.did_you_mean.as_ref()?;
    let again = el("button").class("search__again").attr("type", "button").attr(AGAIN, did_you_mean);
    let again = again.text(format!("«\u{a0}{did_you_mean}\u{a0}»"));
    Some(el("p").text(labels::DID_YOU_MEAN).text(" ").child(again).text("\u{a0}?"))
}

/// More results, or the page that has them; when nothing was found, the nearest names, the index, and whom to ask.
fn ways_on(answer: &Answer, nothing: bool, context: &PageContext) -> Option<Element> {
    let link = |route: &Route, words: &str| el("a").attr("href", route.href(context.base())).text(words);
    if answer.total > 0 && is_search(&context.route) {
        let more = el("button").class("button button--quiet").attr("type", "button").attr(MORE, "");
        let more = el("p").child(more.text(labels::MORE_RESULTS));
        return (answer.hits.len() < answer.total.min(MANY)).then_some(more);
    }
    if answer.total > 0 {
        let all = Route::Page(PageId::Standalone(Standalone::Search));
        let way = link(&all, labels::ALL_RESULTS).attr("id", ALL).class("search__all");
        return Some(el("p").child(way));
    }
    if nothing {
        return None;
    }
    let nearest = answer.nearest.iter().map(|(route, words)| link(route, words));
    let pages = [Standalone::Index, Standalone::Contact].map(PageId::Standalone);
    let pages = pages.into_iter().map(|id| link(&Route::Page(id.clone()), &context.short(&id)));
    Some(el("ul").class("links").children(nearest.chain(pages).map(|link| el("li").child(link))))
}
