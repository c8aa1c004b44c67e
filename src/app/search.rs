//! The search in the page: the panel below the header, the field, its keys, the results.

use crate::browser::listen::{Event, KeyboardEvent, MouseEvent};
use crate::browser::{combobox, document, history, links, listen, schedule};
use crate::components::search_field::{CLOSES, COUNT, FIELD, OPENER, PANEL, RESULTS, search_panel};
use crate::components::search_results::{AGAIN, ALL, MORE, count, id, is_search, results};
use crate::components::site_header::BAR;
use crate::route::Route;
use crate::search::FEW;
use crate::state::context::PageContext;
use crate::state::search_session::SearchSession;
use crate::view::{dom, nodes};
use leptos::prelude::*;

/// The search of this tab, as the page shows it.
#[derive(Clone, Copy)]
pub(super) struct SearchBox {
    session: SearchSession,
    context: RwSignal<PageContext>,
}

impl SearchBox {
    /// Shows what the session answers wherever the field stands.
    pub(super) fn new(session: SearchSession, context: RwSignal<PageContext>) -> Self {
        let search = Self { session, context };
        Effect::new(move || search.draw());
        search
    }

    pub(super) fn session(self) -> SearchSession {
        self.session
    }

    /// Draws the results; a choice that was made stays on its result.
    fn draw(self) {
        self.session.track();
        let Some(place) = document::element(RESULTS) else { return };
        let context = self.context.get_untracked();
        let (words, answer) = self.session.answer(&context.content);
        dom::replace(&place, &nodes(results(&answer, &words, &context)));
        document::set_text(COUNT, &count(&answer, &words));
        combobox::expand(FIELD, !answer.hits.is_empty());
        if let Some(at) = self.session.chosen() {
            combobox::choose(FIELD, &id(at));
        }
    }

    /// Opens the panel, or goes to the field that is there already.
    pub(super) fn open(self) {
        if document::focus(FIELD) {
            return;
        }
        let Some(bar) = document::element(BAR) else { return };
        dom::append(&bar, &nodes([search_panel()]));
        document::focus(FIELD);
        self.session.redraw();
    }

    fn close(self) {
        self.look_for(String::new());
        if let Some(panel) = document::element(PANEL) {
            panel.remove();
        }
        document::focus(OPENER);
    }

    pub(super) fn typed(self, event: &Event) {
        if let Some(words) = listen::value_of(event, FIELD) {
            self.session.look_for(words);
        }
    }

    fn look_for(self, words: String) {
        combobox::write(FIELD, &words);
        self.session.look_for(words);
    }

    /// A click on what opens or closes the panel, on other words, on « more »; `false` for any other click. A result's link is
    /// followed like every link, and « back » will find the list again.
    pub(super) fn clicked(self, event: &MouseEvent) -> bool {
        let attribute =
            |name: &str| listen::around(event, &format!("[{name}]")).and_then(|element| element.get_attribute(name));
        let opens = || links::is_plain(event) && listen::around(event, &format!("#{OPENER}")).is_some();
        if opens() {
            event.prevent_default();
            self.open();
        } else if attribute(CLOSES).is_some() {
            self.close();
        } else if attribute(MORE).is_some() {
            self.session.show_more();
            // The button goes: the focus goes on to the first result that it has brought.
            schedule::after_render(|| {
                document::focus(&id(FEW));
            });
        } else if let Some(again) = attribute(AGAIN) {
            self.look_for(again);
            document::focus(FIELD);
        } else {
            if listen::around(event, &format!("#{RESULTS} a")).is_some() {
                history::keep_words(&self.session.words());
            }
            return false;
        }
        true
    }

    pub(super) fn key(self, event: &KeyboardEvent) {
        if listen::value_of(event, FIELD).is_none() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.choose(true),
            "ArrowUp" => self.choose(false),
            "Enter" => document::click(&self.session.chosen().map_or_else(|| ALL.to_owned(), id)),
            "Escape" => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    fn choose(self, forward: bool) {
        if let Some(at) = self.session.step(forward) {
            combobox::choose(FIELD, &id(at));
        }
    }

    /// The page that was loaded, when the visitor has come back to it: the list is there again.
    pub(super) fn arrive_on_waking(self) {
        if history::kept_words().is_some() {
            let route = self.context.with_untracked(|context| context.route.clone());
            self.arrive(&route);
        }
    }

    /// A page has opened: what was searched here is shown again; words that lead to the search's own page go along, there the
    /// list is whole.
    pub(super) fn arrive(self, route: &Route) {
        let kept = history::kept_words();
        let words = match (&kept, is_search(route)) {
            (Some(words), _) => words.clone(),
            (None, true) => self.session.words(),
            (None, false) => String::new(),
        };
        if let Some(panel) = document::element(PANEL) {
            panel.remove();
        }
        self.session.look_for(words.clone());
        if is_search(route) && !words.is_empty() {
            self.session.show_more();
        }
        if kept.is_some() && !is_search(route) {
            self.open();
        }
        combobox::write(FIELD, &words);
        self.session.redraw();
    }
}
