//! The lines of a result: the passage of the original text that holds most of what was looked for, its words marked.

use super::index::{Index, Part};
use super::lexicon::StemId;
use crate::text::fold::{Token, tokens};
use crate::text::sort::order;
use std::ops::Range;

/// A passage takes about this many bytes.
const LENGTH: usize = 170;

/// A text, and the bytes of it that are marked: never inside a letter, since they are whole words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// As it stands on the page, cut between words.
    pub text: String,
    /// In order, apart.
    pub marks: Vec<Range<usize>>,
}

impl Snippet {
    /// The text in runs, each marked or not.
    #[must_use]
    pub fn runs(&self) -> Vec<(&str, bool)> {
        let (mut runs, mut at) = (Vec::new(), 0);
        for mark in &self.marks {
            runs.push((&self.text[at..mark.start], false));
            runs.push((&self.text[mark.clone()], true));
            at = mark.end;
        }
        runs.push((&self.text[at..], false));
        runs.retain(|(words, _)| !words.is_empty());
        runs
    }
}

/// What is looked for, as stems, and the beginning of the word that is being typed.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The stems that meet a need well enough to be shown.
    pub stems: Vec<StemId>,
}

impl Wanted {
    fn is(&self, index: &Index, token: &Token) -> Option<StemId> {
        index.lexicon.word(&token.plain).map(|word| word.stem).filter(|stem| self.stems.contains(stem))
    }

    /// Whether a text has any word that is looked for.
    #[must_use]
    pub fn says(&self, index: &Index, text: &str) -> bool {
        tokens(text).iter().any(|token| self.is(index, token).is_some())
    }

    /// A text with its marks.
    #[must_use]
    pub fn mark(&self, index: &Index, text: String) -> Snippet {
        let hits = tokens(&text).into_iter().filter(|token| self.is(index, token).is_some());
        let marks = hits.map(|token| token.start..token.end).collect();
        Snippet { text, marks }
    }

    /// How many different words of the text are looked for.
    fn found(&self, index: &Index, text: &[Token]) -> usize {
        let mut seen: Vec<StemId> = text.iter().filter_map(|token| self.is(index, token)).collect();
        order(&mut seen, |a, b| a < b);
        seen.dedup();
        seen.len()
    }
}

/// The passage for a result: of the part that answers, else the summary.
#[must_use]
pub fn snippet(index: &Index, part: &Part, wanted: &Wanted) -> Snippet {
    let mut best = (0, None);
    for text in &part.texts {
        let found = wanted.found(index, &tokens(text));
        if found > best.0 {
            best = (found, Some(text));
        }
    }
    let summary = || index.parts[usize::from(Index::top(part.document))].texts.first();
    let text = best.1.or_else(summary).map_or("", |text| text);
    wanted.mark(index, passage(text, index, wanted))
}

/// The stretch of a long text around what was found, cut between words.
fn passage(text: &str, index: &Index, wanted: &Wanted) -> String {
    if text.len() <= LENGTH + LENGTH / 4 {
        return text.to_owned();
    }
    let words = tokens(text);
    let hits: Vec<usize> =
        words.iter().enumerate().filter(|(_, word)| wanted.is(index, word).is_some()).map(|(at, _)| at).collect();
    // The window that holds most hits starts at one of them; some words before it make it readable.
    let within =
        |from: usize| hits.iter().filter(|at| **at >= from && words[**at].end <= words[from].start + LENGTH).count();
    let first = hits.iter().copied().max_by_key(|at| (within(*at), usize::MAX - at)).unwrap_or(0);
    let first = if words[first].start < LENGTH / 2 { 0 } else { first.saturating_sub(4) };
    let start = if first == 0 { 0 } else { words[first].start };
    let last = words.iter().rev().find(|word| word.end <= start + LENGTH).map_or(text.len(), |word| word.end);
    let end = if words.last().is_some_and(|word| word.end <= start + LENGTH) { text.len() } else { last.max(start) };
    let before = if start > 0 { "… " } else { "" };
    let after = if end < text.len() { " …" } else { "" };
    format!("{before}{}{after}", &text[start..end])
}
