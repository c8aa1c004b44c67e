//! The search field: in a panel below the header on every page, and on its own page. A combobox after the ARIA Authoring
//! Practices. The words stay in this tab's memory: the field has no name, no form is around it, no address changes.

use super::icon::{Icon, icon};
use super::search_results::{count, results};
use super::{Here, IntoStill};
use crate::browser::{schedule, words};
use crate::content::Content;
use crate::content::id::{PageId, Standalone};
use crate::labels;
use crate::route::Route;
use crate::search::Answer;
use crate::state::search_index::Finder;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use std::sync::Arc;

/// The field's id.
const FIELD: &str = "recherche-champ";
/// The id of the link that opens the panel.
const OPENER: &str = "recherche-ouvrir";
/// The id of the list of results.
pub(super) const LIST: &str = "recherche-liste";
/// The id of the link to the page with every result.
pub(super) const ALL: &str = "recherche-tout";
/// The attribute of a button that looks for other words.
pub(super) const AGAIN: &str = "data-again";
/// The attribute of the button that shows more results.
pub(super) const MORE: &str = "data-more";
/// Results while words are typed: quickly built on an old phone, and as many as one reads.
const FEW: usize = 6;
/// Results on the search page when more are asked for.
pub(super) const MOST: usize = 30;

/// What is being searched in this tab.
#[derive(Clone, Copy)]
pub struct Search {
    finder: Finder,
    words: RwSignal<String>,
    pub(super) answer: RwSignal<Answer>,
    active: StoredValue<Option<usize>>,
    open: RwSignal<bool>,
    more: RwSignal<bool>,
}

impl Search {
    /// Nothing yet.
    #[must_use]
    pub fn new(finder: Finder) -> Self {
        Self {
            finder,
            words: RwSignal::new(String::new()),
            answer: RwSignal::new(Answer::default()),
            active: StoredValue::new(None),
            open: RwSignal::new(false),
            more: RwSignal::new(false),
        }
    }

    /// Builds the index of this content in idle moments.
    pub fn prepare(self, content: &Arc<Content>) {
        self.finder.prepare(content);
    }

    /// Opens the panel, or goes to the field that is there already.
    pub fn open(self) {
        if !words::focus(FIELD) {
            self.open.set(true);
            schedule::after_render(|| {
                words::focus(FIELD);
            });
        }
    }

    fn close(self) {
        self.look_for(String::new());
        self.open.set(false);
        words::focus(OPENER);
    }

    fn typed(self, text: String) {
        self.active.set_value(None);
        self.more.set(false);
        self.words.set(text);
    }

    /// Looks for words that were not typed: the field shows them too, once it is there.
    fn look_for(self, text: String) {
        words::write(FIELD, &text);
        self.typed(text);
    }

    /// A click in the results: more are shown, other words are looked for, or a result opens, and « back » will find this
    /// list again.
    fn clicked(self, event: &MouseEvent) {
        if words::clicked(event, MORE).is_some() {
            self.more.set(true);
            // The button goes: the focus goes on to the first result that it has brought.
            return schedule::after_render(|| {
                words::focus(&Self::id(FEW));
            });
        }
        match words::clicked(event, AGAIN) {
            Some(again) => {
                self.look_for(again);
                words::focus(FIELD);
            }
            None => words::keep(&self.words.get_untracked()),
        }
    }

    /// Closes the panel as a route changes.
    pub fn leave(self, next: &Route) {
        self.open.set(false);
        if !is_search(next) {
            self.look_for(String::new());
        }
    }

    /// Shows again what was searched here, when the visitor has come back.
    pub fn arrive(self, here: &Route) {
        if let Some(kept) = words::kept() {
            self.look_for(kept);
            self.more.set(is_search(here));
            self.open.set(!is_search(here));
        }
    }

    /// Whether nothing is looked for.
    fn nothing(self) -> bool {
        self.words.with(|words| words.trim().is_empty())
    }

    /// The id of a result.
    pub(super) fn id(at: usize) -> String {
        format!("resultat-{at}")
    }

    fn step(self, forward: bool) {
        let count = self.answer.with_untracked(|answer| answer.hits.len());
        if count == 0 {
            return;
        }
        let at = match (self.active.get_value(), forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.active.set_value(Some(at));
        words::choose(FIELD, &Self::id(at));
    }

    fn key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => self.step(true),
            "ArrowUp" => self.step(false),
            "Enter" => match self.active.get_value() {
                Some(at) => words::follow(&Self::id(at)),
                None => words::follow(ALL),
            },
            "Escape" => self.close(),
            _ => return,
        }
        event.prevent_default();
    }
}

fn is_search(route: &Route) -> bool {
    *route == Route::Page(PageId::Standalone(Standalone::Search))
}

/// The header's way to the search: opens the panel; a plain link to the index without code.
pub fn search_link(here: &Here) -> AnyView {
    let search: Search = expect_context();
    let open = move |event: MouseEvent| {
        event.prevent_default();
        search.open();
    };
    view! {
        <a class="search-link" id=OPENER href=here.href(&PageId::Standalone(Standalone::Index)) on:click=open>
            {icon(Icon::Search, here)} <span class="search-link__word">{labels::SEARCH}</span>
        </a>
    }
    .still()
}

/// The panel below the header, while it is open.
pub fn search_panel(here: &Here) -> AnyView {
    let (search, here): (Search, Here) = (expect_context(), here.clone());
    let panel = move || {
        search.open.get().then(|| {
            view! {
                <div class="search-panel wrap">
                    {search_box(&here)}
                    <button class="button button--quiet" type="button" on:click=move |_| search.close()>{labels::CLOSE}</button>
                </div>
            }
            .still()
        })
    };
    panel.still()
}

/// The field, the number of results, and the results.
pub fn search_box(here: &Here) -> AnyView {
    let (search, here): (Search, Here) = (expect_context(), here.clone());
    let (content, in_page) = (here.content.clone(), is_search(&here.route));
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            // The words of the panel, when their results open on a page of their own: there the list is whole.
            let known = search.words.get_untracked();
            words::write(FIELD, &known);
            search.more.set(in_page && !known.is_empty());
        }
        search.finder.track();
        let most = if search.more.get() { MOST } else { FEW };
        let answer = search.finder.answer(&content, &search.words.get(), most);
        words::expanded(FIELD, !answer.hits.is_empty());
        search.answer.set(answer);
    });
    view! {
        <div class="search" role="search" data-needs-code="">
            <label class="search__label" for=FIELD>{labels::SEARCH_FIELD}</label>
            <input class="search__field" id=FIELD type="text" role="combobox" autocomplete="off" autocapitalize="none"
                spellcheck="false" enterkeyhint="search" aria-autocomplete="list" aria-controls=LIST
                aria-expanded="false"
                on:input=move |event| search.typed(event_target_value(&event))
                on:keydown=move |event| search.key(&event)
            />
            <p class="search__count" role="status">{move || search.words.with(|words| count(search, words))}</p>
            <div on:click=move |event| search.clicked(&event)>
                {move || search.answer.with(|answer| results(answer, search.nothing(), &here))}
            </div>
        </div>
    }
    .still()
}
