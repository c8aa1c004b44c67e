//! Every word of the content, once: its stem, how it is shown, how it sounds; and the ways to find it when it is misspelled.

use super::distance::{allowed, edit_distance, letters};
use super::stop::is_stop;
use super::{phonetic, stem};
use crate::text::sort::order;
use std::collections::BTreeMap;
use std::ops::Bound;

/// What words of the same stem share: an index into the postings.
pub type StemId = u16;

/// A word of the content.
#[derive(Clone, Debug)]
pub struct Word {
    /// Plain letters.
    pub plain: Box<str>,
    /// With its accents, when it has any.
    shown: Option<Box<str>>,
    /// Its stem.
    pub stem: StemId,
    /// Whether a title, a name or an everyday expression holds it: such a word is a likelier meaning.
    pub named: bool,
    /// Whether it is there only because people write it so.
    pub misspelled: bool,
    sound: Box<str>,
    letters: u32,
    sound_letters: u32,
}

impl Word {
    /// The word for the reader.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.shown.as_deref().unwrap_or(&self.plain)
    }
}

/// A word that may have been meant, and how sure that is (1: certain).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpellingCandidate {
    /// Its place in [`Lexicon::words`].
    pub word: usize,
    /// From 0 to 1.
    pub sure: f32,
}

/// The words of the content.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// In the order in which they were met.
    pub words: Vec<Word>,
    by_plain: BTreeMap<Box<str>, u16>,
    stems: BTreeMap<Box<str>, StemId>,
}

/// Guesses that are less sure than the best by more than this are left out.
const NEAR_BEST: f32 = 0.08;
/// No more guesses than this for one word.
const GUESSES: usize = 6;

impl Lexicon {
    /// Notes a word of the content and gives its stem. `None` once 65 535 words are known: no content comes near it.
    pub fn note(&mut self, plain: &str, written: &str, kind: Kind) -> Option<StemId> {
        if let Some(at) = self.by_plain.get(plain) {
            let word = &mut self.words[usize::from(*at)];
            word.named |= kind == Kind::Name;
            word.misspelled &= kind == Kind::Misspelling;
            return Some(word.stem);
        }
        let at = u16::try_from(self.words.len()).ok().filter(|at| *at < u16::MAX)?;
        let bare = stem::stem(plain);
        let stem = match self.stems.get(bare) {
            Some(stem) => *stem,
            None => {
                let stem = self.stems.len() as StemId;
                self.stems.insert(bare.into(), stem);
                stem
            }
        };
        let small = crate::text::fold::small(written);
        let sound = phonetic::phonetic_key(plain);
        self.by_plain.insert(plain.into(), at);
        self.words.push(Word {
            plain: plain.into(),
            shown: (small != plain).then(|| small.into()),
            stem,
            named: kind == Kind::Name,
            misspelled: kind == Kind::Misspelling,
            letters: letters(plain),
            sound_letters: letters(&sound),
            sound: sound.into(),
        });
        Some(stem)
    }

    /// How many stems are known.
    #[must_use]
    pub fn stems(&self) -> usize {
        self.stems.len()
    }

    /// The word with these plain letters.
    #[must_use]
    pub fn word(&self, plain: &str) -> Option<&Word> {
        self.by_plain.get(plain).map(|at| &self.words[usize::from(*at)])
    }

    /// The stem that a plain word belongs to, when the content has any form of it.
    #[must_use]
    pub fn stem(&self, plain: &str) -> Option<StemId> {
        self.word(plain).map(|word| word.stem).or_else(|| self.stems.get(stem::stem(plain)).copied())
    }

    /// The words that begin with these letters, shortest first.
    #[must_use]
    pub fn beginning(&self, letters: &str, most: usize) -> Vec<usize> {
        let from = self.by_plain.range::<str, _>((Bound::Included(letters), Bound::Unbounded));
        let mut found: Vec<usize> = from
            .take_while(|(plain, _)| plain.starts_with(letters))
            .map(|(_, at)| usize::from(*at))
            .filter(|at| !self.words[*at].misspelled)
            .collect();
        let rank = |at: usize| (!self.words[at].named, self.words[at].plain.len());
        order(&mut found, |a, b| rank(*a) < rank(*b));
        found.truncate(most);
        found
    }

    /// The words that may have been meant by one that the content does not have; likeliest first. With `open`, the word is
    /// still being typed.
    #[must_use]
    pub fn spelling_candidates(&self, typed: &str, open: bool) -> Vec<SpellingCandidate> {
        // A word of four letters that lost one has three.
        let most = allowed(typed.len().max(4)).min(typed.len().saturating_sub(2));
        if most == 0 || typed.bytes().all(|b| b.is_ascii_digit()) {
            return Vec::new();
        }
        let sound = phonetic::phonetic_key(typed);
        let (set, sound_set) = (letters(typed), letters(&sound));
        let mut found: Vec<SpellingCandidate> = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            if typed.len() == 3 && word.plain.len() != 4 {
                continue;
            }
            let by_eye =
                (word.letters ^ set).count_ones() as usize <= 2 * most && word.plain.len() > 2 && !is_stop(&word.plain);
            let by_eye = by_eye.then(|| edit_distance(typed, &word.plain, most, false)).flatten();
            let by_ear = sound.len() > 2 && word.sound.len() > 2 && (word.sound_letters ^ sound_set).count_ones() <= 2;
            let by_ear =
                by_ear.then(|| edit_distance(&sound, &word.sound, usize::from(sound.len() > 4), false)).flatten();
            let eye = by_eye.map_or(0.0_f32, |slips| [1.0, 0.84, 0.66][slips.min(2)]);
            let ear = by_ear.map_or(0.0_f32, |slips| [0.86, 0.62][slips.min(1)]);
            let same_start = if word.plain.as_bytes().first() == typed.as_bytes().first() { 0.04 } else { 0.0 };
            let named = if word.named { 0.05 } else { 0.0 };
            let both = if eye > 0.0 && ear > 0.0 { 0.04 } else { 0.0 };
            if eye.max(ear) > 0.0 {
                found.push(SpellingCandidate { word: at, sure: (eye.max(ear) + both + same_start + named).min(0.95) });
            }
        }
        if found.is_empty() && open && typed.len() >= 5 {
            found = self.begun(typed);
        }
        order(&mut found, |a, b| a.sure > b.sure);
        let best = found.first().map_or(0.0, |candidate| candidate.sure);
        found.retain(|candidate| candidate.sure >= best - NEAR_BEST);
        found.truncate(GUESSES);
        found
    }

    /// The words whose beginning may have been meant.
    fn begun(&self, typed: &str) -> Vec<SpellingCandidate> {
        let near = |(at, word): (usize, &Word)| {
            edit_distance(typed, &word.plain, 1, true)
                .filter(|_| word.plain.as_bytes().first() == typed.as_bytes().first() && !word.misspelled)
                .map(|_| SpellingCandidate { word: at, sure: if word.named { 0.6 } else { 0.54 } })
        };
        self.words.iter().enumerate().filter_map(near).collect()
    }

    /// Whether a part of a joined word can stand alone.
    fn stands(&self, part: &str) -> bool {
        (part.len() > 2 && self.word(part).is_some_and(|word| !word.misspelled)) || (part.len() > 1 && is_stop(part))
    }

    /// A word cut into two or three that the content has (`prisedesang`), when one of them has four letters or more.
    #[must_use]
    pub fn split_compound<'t>(&self, typed: &'t str) -> Option<Vec<&'t str>> {
        if !(6..=40).contains(&typed.len()) || !typed.is_ascii() {
            return None;
        }
        let long = |parts: &[&str]| parts.iter().any(|part| part.len() > 3 && !is_stop(part));
        for cut in (2..typed.len() - 1).rev() {
            let (head, rest) = typed.split_at(cut);
            if !self.stands(head) {
                continue;
            }
            if self.stands(rest) && long(&[head, rest]) {
                return Some(vec![head, rest]);
            }
            for again in (2..rest.len().saturating_sub(1)).rev() {
                let (middle, tail) = rest.split_at(again);
                if self.stands(middle) && self.stands(tail) && long(&[head, middle, tail]) {
                    return Some(vec![head, middle, tail]);
                }
            }
        }
        None
    }
}

/// Where a word of the content comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A title, a name, an everyday expression.
    Name,
    /// A text.
    Text,
    /// A usual misspelling.
    Misspelling,
}
