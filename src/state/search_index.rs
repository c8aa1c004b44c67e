//! The index of this tab, built in idle moments from the content in use, and built again when newer content is.

use crate::browser::schedule;
use crate::content::Content;
use crate::search::{Answer, IndexBuilder, search};
use leptos::prelude::*;
use std::sync::Arc;

/// An index and the content that it was made of.
struct Current {
    content: Arc<Content>,
    builder: IndexBuilder,
}

/// What reads the content's lists of names: each is parsed when it is first asked for, here in a moment of its own.
const LISTS: [fn(&Content) -> usize; 3] =
    [|content| content.heads().count(), |content| content.term_names().len(), |content| content.everyday().len()];

/// The index of this tab, in memory only.
#[derive(Clone, Copy)]
pub struct SearchIndex {
    current: StoredValue<Option<Current>>,
    revision: RwSignal<u32>,
}

impl SearchIndex {
    /// Nothing is built yet.
    #[must_use]
    pub fn new() -> Self {
        Self { current: StoredValue::new(None), revision: RwSignal::new(0) }
    }

    /// Reads the content in idle moments, a little at a time: names first, texts when they are there.
    pub fn prepare(self, content: &Arc<Content>) {
        let content = Arc::clone(content);
        let mut lists = LISTS.iter();
        schedule::in_idle(move || {
            if let Some(read) = lists.next() {
                read(&content);
                return true;
            }
            self.ensure(&content);
            let step = |current: &mut Option<Current>| current.as_mut().is_some_and(|now| now.builder.step(&content));
            let more = self.current.try_update_value(step).unwrap_or(false);
            if !more {
                self.revision.update(|revision| *revision += 1);
            }
            more
        });
    }

    /// Answers from what is built so far: titles, names and terms at least.
    #[must_use]
    pub fn answer(self, content: &Arc<Content>, text: &str, most: usize) -> Answer {
        if text.trim().is_empty() {
            return Answer::default();
        }
        self.ensure(content);
        self.current.update_value(|current| current.iter_mut().for_each(|now| now.builder.read_names(content)));
        let answer = |current: &Option<Current>| current.as_ref().map(|now| search(now.builder.index(), text, most));
        self.current.with_value(answer).unwrap_or_default()
    }

    /// Changes when the index has grown: an answer may be asked for again.
    pub fn track(self) {
        self.revision.track();
    }

    fn ensure(self, content: &Arc<Content>) {
        let is_of = |current: &Option<Current>| current.as_ref().is_some_and(|now| Arc::ptr_eq(&now.content, content));
        if !self.current.with_value(is_of) {
            self.current.set_value(Some(Current { content: Arc::clone(content), builder: IndexBuilder::new(content) }));
        }
    }
}

impl Default for SearchIndex {
    fn default() -> Self {
        Self::new()
    }
}
