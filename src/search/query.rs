//! What a query asks for: one [`QueryTerm`] for each word that says something, with the words of the content that meet it.

use super::lexicon::{Lexicon, SpellingCandidate, StemId};
use super::stop::{asks_meaning, is_stop};
use crate::text::fold::{Token, tokens};

/// Of a longer query only the beginning is read: nobody types more, and a pasted text must not stop the page.
const LONGEST: usize = 400;
/// No more words than this are looked for.
const WORDS: usize = 16;
/// No more endings than this are tried for the word that is being typed.
const ENDINGS: usize = 12;

/// A word that is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryTerm {
    /// The stems that meet it, and how well (0 to 1).
    pub stems: Vec<(StemId, f32)>,
    /// The word that was probably meant, when the content does not have the one that was typed.
    pub did_you_mean: Option<String>,
}

/// A query, read.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// One a word that says something.
    pub terms: Vec<QueryTerm>,
    /// Its words, plain.
    pub plain: Vec<String>,
    /// Whether it asks what a word means.
    pub asks_meaning: bool,
    /// The query with the words that were probably meant, when there are any.
    pub did_you_mean: Option<String>,
}

impl Query {
    /// Reads a query.
    #[must_use]
    pub fn read(text: &str, lexicon: &Lexicon) -> Self {
        let cut = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at]);
        let words = spelled(tokens(cut));
        let folded: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
        let asks_meaning = asks_meaning(&folded.join(" "));
        // The last word may still be on its way when nothing stands behind it.
        let open = words.last().is_some_and(|last| last.end == cut.trim_end().len() && cut.trim_end() == cut);
        let telling = words.iter().any(|word| !is_stop(&word.plain));
        let kept: Vec<(usize, &Token)> =
            words.iter().enumerate().filter(|(_, word)| !telling || !is_stop(&word.plain)).take(WORDS).collect();
        let mut shown: Vec<String> =
            words.iter().map(|word| crate::text::fold::small(&cut[word.start..word.end])).collect();
        let (mut terms, mut changed, mut at) = (Vec::new(), false, 0);
        while at < kept.len() {
            let (place, word) = kept[at];
            let last = place + 1 == words.len();
            let joined = kept.get(at + 1).filter(|(next, _)| telling && *next == place + 1).map(|(_, next)| {
                let open = open && place + 2 == words.len();
                (format!("{}{}", word.plain, next.plain), open)
            });
            let (term, taken) = match joined.and_then(|(both, open)| together(&both, &kept[at..at + 2], open, lexicon))
            {
                Some(term) => (vec![term], 2),
                None => (alone(&word.plain, open && last, lexicon), 1),
            };
            if let [QueryTerm { did_you_mean: Some(did_you_mean), .. }] = term.as_slice() {
                changed = true;
                shown[place] = did_you_mean.clone();
                for gone in &mut shown[place + 1..place + taken] {
                    gone.clear();
                }
            }
            terms.extend(term);
            at += taken;
        }
        shown.retain(|word| !word.is_empty());
        let plain = words.into_iter().map(|word| word.plain).collect();
        Self { terms, plain, asks_meaning, did_you_mean: changed.then(|| shown.join(" ")) }
    }
}

/// Letters that stand alone one after the other make one word: `r c p`.
fn spelled(words: Vec<Token>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut run = false;
    for word in words {
        let single = word.plain.len() == 1 && word.plain.as_bytes()[0].is_ascii_lowercase();
        match found.last_mut() {
            Some(last) if run && single => {
                last.plain.push_str(&word.plain);
                last.end = word.end;
            }
            _ => found.push(word),
        }
        run = single;
    }
    found
}

/// Two words that are one in the content: `radio thérapie`. Not when both are words of the content as they stand.
fn together(both: &str, words: &[(usize, &Token)], open: bool, lexicon: &Lexicon) -> Option<QueryTerm> {
    if let Some(word) = lexicon.word(both).filter(|word| !word.misspelled) {
        let mut term = QueryTerm { stems: vec![(word.stem, 1.0)], did_you_mean: None };
        term.stems.extend(words.iter().filter_map(|(_, word)| Some((lexicon.stem(&word.plain)?, 0.4))));
        return Some(term);
    }
    let known = words.iter().all(|(_, word)| lexicon.stem(&word.plain).is_some());
    if known || both.len() < 8 {
        return None;
    }
    let spelling_candidates = lexicon.spelling_candidates(both, false);
    let apart = |word: &str| lexicon.stem(word).is_some() || !lexicon.spelling_candidates(word, open).is_empty();
    let sure = spelling_candidates.first().is_some_and(|candidate| candidate.sure > 0.7);
    (sure && !words.iter().all(|(_, word)| apart(&word.plain))).then(|| guessed(&spelling_candidates, lexicon))
}

/// One word: as it stands, as a beginning, as a slip, or as several that were joined.
fn alone(plain: &str, open: bool, lexicon: &Lexicon) -> Vec<QueryTerm> {
    let own = lexicon.stem(plain);
    let misspelled = lexicon.word(plain).is_some_and(|word| word.misspelled);
    let mut term = QueryTerm { stems: own.map(|stem| (stem, 1.0)).into_iter().collect(), did_you_mean: None };
    if open && plain.len() > 1 {
        let weight = if own.is_some() { 0.35 } else { 0.9 };
        for at in lexicon.beginning(plain, ENDINGS) {
            let word = &lexicon.words[at];
            // The more of the word is there, the surer; three letters of fifteen say little.
            let share = plain.len() as f32 / word.plain.len() as f32;
            add(&mut term.stems, word.stem, weight * (0.55 + 0.45 * share) * if word.named { 1.0 } else { 0.85 });
        }
    }
    // A word that the content has in another form only may be that form, or a slip (« pries » is no « prix »); so may the
    // beginning of one or two rare words.
    let form = own.is_some() && lexicon.word(plain).is_none() && !open;
    let short = plain.len() == 3;
    let rare = open && own.is_none() && !term.stems.is_empty() && (short || term.stems.len() <= 2);
    let other_form = form || rare;
    if !term.stems.is_empty() && !misspelled && !other_form {
        return vec![term];
    }
    let spelling_candidates = lexicon.spelling_candidates(plain, open);
    if other_form {
        for (stem, weight) in guessed(&spelling_candidates, lexicon).stems {
            add(&mut term.stems, stem, weight * if short { 0.6 } else { 0.85 });
        }
        return vec![term];
    }
    let sure = spelling_candidates.first().is_some_and(|candidate| candidate.sure > 0.75);
    if !sure
        && own.is_none()
        && let Some(parts) = lexicon.split_compound(plain)
    {
        return parts.into_iter().filter(|part| !is_stop(part)).flat_map(|part| alone(part, false, lexicon)).collect();
    }
    let candidate = guessed(&spelling_candidates, lexicon);
    for (stem, weight) in candidate.stems {
        add(&mut term.stems, stem, weight);
    }
    vec![QueryTerm { did_you_mean: candidate.did_you_mean, ..term }]
}

fn guessed(spelling_candidates: &[SpellingCandidate], lexicon: &Lexicon) -> QueryTerm {
    let mut term = QueryTerm::default();
    for candidate in spelling_candidates {
        let word = &lexicon.words[candidate.word];
        add(&mut term.stems, word.stem, candidate.sure);
        if term.did_you_mean.is_none() && !word.misspelled {
            term.did_you_mean = Some(word.shown().to_owned());
        }
    }
    term
}

fn add(stems: &mut Vec<(StemId, f32)>, stem: StemId, weight: f32) {
    match stems.iter_mut().find(|(own, _)| *own == stem) {
        Some((_, own)) => *own = own.max(weight),
        None => stems.push((stem, weight)),
    }
}
