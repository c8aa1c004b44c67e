//! French text as words and sentences, counted the way `assets/content/README.md` tells editors.

use crate::text::fold::unaccented;

/// Words of a text: cut at spaces and apostrophes; a hyphen keeps a word together; `aujourd’hui` is one word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let cut = |c: char| c.is_whitespace() || matches!(c, '’' | '\'' | '\u{a0}' | '\u{202f}' | '/' | '·' | '–' | '—');
    let trim = |c: char| !c.is_alphanumeric() && !matches!(c, '°' | '€');
    text.split(cut)
        .map(move |word| word.trim_matches(trim))
        .filter(|word| word.chars().any(char::is_alphanumeric) && *word != "hui")
}

/// Sentences of a text: each ends with `.`, `!`, `?` or `…` before a space, or with the text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut starts = vec![0];
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    for pair in signs.windows(2) {
        let ((at, end), (next, space)) = (pair[0], pair[1]);
        let closes = matches!(end, '.' | '!' | '?' | '…') || (matches!(end, '»' | ')') && ends_before(&text[..at]));
        if closes && space.is_whitespace() && space != '\u{202f}' && space != '\u{a0}' {
            starts.push(next);
        }
    }
    starts.push(text.len());
    let cuts: Vec<(usize, usize)> = starts.windows(2).map(|w| (w[0], w[1])).collect();
    cuts.into_iter().map(move |(from, to)| text[from..to].trim()).filter(|sentence| words(sentence).next().is_some())
}

fn ends_before(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '…'])
}

/// Words too common to carry a meaning, folded.
const COMMON: [&str; 62] = [
    "le", "la", "les", "un", "une", "des", "de", "du", "d", "l", "au", "aux", "a", "en", "et", "ou", "vous", "votre",
    "vos", "il", "elle", "on", "ne", "n", "pas", "que", "qu", "qui", "se", "s", "ce", "c", "cette", "ces", "dans",
    "sur", "par", "pour", "avec", "sans", "plus", "tres", "est", "sont", "avez", "etes", "si", "meme", "y", "j",
    "tout", "toute", "fois", "peu", "bien", "quand", "son", "sa", "ses", "ont", "etre", "avoir",
];

/// The words that carry a text's meaning, folded and cut to their first six letters, so that endings do not count.
pub fn content_words(text: &str) -> impl Iterator<Item = String> {
    words(text)
        .map(unaccented)
        .filter(|word| !COMMON.contains(&word.as_str()))
        .map(|word| word.chars().take(6).collect())
}

/// A hash of every run of `length` words (Fowler–Noll–Vo 1a, 64 bits).
pub fn runs(words: &[String], length: usize) -> impl Iterator<Item = u64> {
    words.windows(length).map(|run| {
        run.join(" ")
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    })
}
