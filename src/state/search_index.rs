//! The search of this tab: its index, built in idle moments from the content in use, and built again when newer content is.

use crate::browser::schedule;
use crate::content::Content;
use crate::search::{Answer, Index, search};
use leptos::prelude::*;
use std::sync::Arc;

/// An index and the content that it was made of.
struct Held {
    content: Arc<Content>,
    index: Index,
}

/// The index of this tab. Counters and words live in memory only.
#[derive(Clone, Copy)]
pub struct Finder {
    held: StoredValue<Option<Held>>,
    grown: RwSignal<u32>,
}

impl Finder {
    /// Nothing is built yet.
    #[must_use]
    pub fn new() -> Self {
        Self { held: StoredValue::new(None), grown: RwSignal::new(0) }
    }

    /// Builds the index in idle moments, a little at a time; does nothing while it is of this content.
    pub fn prepare(self, content: &Arc<Content>) {
        let content = Arc::clone(content);
        schedule::in_idle(move || {
            self.hold(&content);
            let more = self.held.try_update_value(|held| held.as_mut().is_some_and(|held| held.index.step(&content)));
            if more == Some(false) {
                self.grown.update(|times| *times += 1);
            }
            more == Some(true)
        });
    }

    /// Answers from what is built so far: titles, names and terms at least.
    #[must_use]
    pub fn answer(self, content: &Arc<Content>, text: &str, most: usize) -> Answer {
        self.hold(content);
        if !text.trim().is_empty() {
            self.held.update_value(|held| held.iter_mut().for_each(|held| held.index.read_names(content)));
        }
        let answer = |held: &Option<Held>| held.as_ref().map(|held| search(&held.index, text, most));
        self.held.with_value(answer).unwrap_or_default()
    }

    /// Changes when the index has become whole: an answer may be asked for again.
    pub fn track(self) {
        self.grown.track();
    }

    fn hold(self, content: &Arc<Content>) {
        let is_held = |held: &Option<Held>| held.as_ref().is_some_and(|held| Arc::ptr_eq(&held.content, content));
        if !self.held.with_value(is_held) {
            self.held.set_value(Some(Held { content: Arc::clone(content), index: Index::begun(content) }));
        }
    }
}

impl Default for Finder {
    fn default() -> Self {
        Self::new()
    }
}
