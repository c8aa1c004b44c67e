//! What is being looked for in this tab: the words, how many results are shown, the one that is chosen. In memory alone.

use super::search_index::SearchIndex;
use crate::content::Content;
use crate::route::Route;
use crate::search::{Answer, FEW, Hit, MANY};
use leptos::prelude::*;
use std::sync::Arc;

/// A result, whatever its place in the list: where it leads.
type Target = (Route, Option<String>);

/// The search of this tab.
#[derive(Clone, Copy)]
pub struct SearchSession {
    index: SearchIndex,
    words: RwSignal<String>,
    most: RwSignal<usize>,
    drawn: RwSignal<u32>,
    answer: StoredValue<Answer>,
    chosen: StoredValue<Option<Target>>,
}

impl SearchSession {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            index: SearchIndex::new(),
            words: RwSignal::new(String::new()),
            most: RwSignal::new(FEW),
            drawn: RwSignal::new(0),
            answer: StoredValue::new(Answer::default()),
            chosen: StoredValue::new(None),
        }
    }

    /// Reads this content into the index in idle moments.
    pub fn prepare(self, content: &Arc<Content>) {
        self.index.prepare(content);
    }

    /// Follows everything that changes the answer.
    pub fn track(self) {
        self.words.track();
        self.most.track();
        self.drawn.track();
        self.index.track();
    }

    /// Asks for the answer to be drawn again: its place in the page is new.
    pub fn redraw(self) {
        self.drawn.update(|times| *times += 1);
    }

    /// The words, and what they get.
    #[must_use]
    pub fn answer(self, content: &Arc<Content>) -> (String, Answer) {
        let words = self.words.get_untracked();
        let answer = self.index.answer(content, &words, self.most.get_untracked());
        self.answer.set_value(answer.clone());
        (words, answer)
    }

    /// The words that are looked for.
    #[must_use]
    pub fn words(self) -> String {
        self.words.get_untracked()
    }

    /// Looks for other words.
    pub fn look_for(self, words: String) {
        self.chosen.set_value(None);
        self.most.set(FEW);
        self.words.set(words);
    }

    /// Shows more results of the same words.
    pub fn show_more(self) {
        self.most.set(MANY);
    }

    /// The place of the chosen result in the list, while it is there.
    #[must_use]
    pub fn chosen(self) -> Option<usize> {
        let chosen = self.chosen.get_value()?;
        self.answer.with_value(|answer| answer.hits.iter().position(|hit| target(hit).0 == chosen.0))
    }

    /// Chooses the next result, or the one before; its place in the list.
    #[must_use]
    pub fn step(self, forward: bool) -> Option<usize> {
        let count = self.answer.with_value(|answer| answer.hits.len());
        if count == 0 {
            return None;
        }
        let at = match (self.chosen(), forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.chosen.set_value(self.answer.with_value(|answer| answer.hits.get(at).map(target)));
        Some(at)
    }
}

impl Default for SearchSession {
    fn default() -> Self {
        Self::new()
    }
}

fn target(hit: &Hit) -> Target {
    (hit.route.clone(), hit.heading.as_ref().map(|(_, anchor)| anchor.clone()))
}
