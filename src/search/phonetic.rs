//! How a word sounds, roughly: words that are spelled by ear share the key of the word that was meant.

use super::distance::bit;

/// Letters and what they sound like, longest first; the first that fits is taken. `^` and `$` mark the word's ends.
const SOUNDS: [(&str, &str); 50] = [
    ("^ps", "s"),
    ("^pn", "n"),
    ("sch", "S"),
    ("chr", "kr"),
    ("chl", "kl"),
    ("ych", "ik"),
    ("cch", "k"),
    ("ch", "S"),
    ("sh", "S"),
    ("ph", "f"),
    ("th", "t"),
    ("rh", "r"),
    ("eau", "o"),
    ("au", "o"),
    ("oeu", "e"),
    ("oe", "e"),
    ("eu", "e"),
    ("ou", "u"),
    ("oi", "wa"),
    ("ain", "1"),
    ("ein", "1"),
    ("aim", "1"),
    ("ai", "e"),
    ("ei", "e"),
    ("qu", "k"),
    ("cq", "k"),
    ("ck", "k"),
    ("sce", "se"),
    ("sci", "si"),
    ("cc", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ge", "je"),
    ("gi", "ji"),
    ("gy", "ji"),
    ("gn", "N"),
    ("gu", "g"),
    ("tion", "sion"),
    ("ill", "y"),
    ("em", "m"),
    ("en", "n"),
    ("am", "m"),
    ("an", "n"),
    ("c", "k"),
    ("q", "k"),
    ("y", "i"),
    ("z", "s"),
    ("x", "s"),
    ("w", "v"),
];

/// The letters that some character begins with, a bit each: most sound like themselves.
const FIRST: u32 = {
    let mut letters = 0;
    let mut at = 0;
    while at < SOUNDS.len() {
        let character = SOUNDS[at].0.as_bytes();
        letters |= bit(character[(character[0] == b'^') as usize]);
        at += 1;
    }
    letters
};

/// The key of a plain word. Vowels keep their place, double letters count once, letters that are not heard at the end go.
#[must_use]
pub fn phonetic_key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        // Every word of the content comes by here: bytes are compared, and the first one alone where that is enough.
        let here = |character: &str| {
            let character = character.as_bytes();
            let from = usize::from(character[0] == b'^');
            character[from] == rest.as_bytes()[0]
                && (from == 0 || rest.len() == word.len())
                && rest.as_bytes().starts_with(&character[from..])
        };
        let heard = FIRST & bit(rest.as_bytes()[0]) != 0;
        let found = if heard { SOUNDS.iter().find(|(character, _)| here(character)) } else { None };
        let (taken, sound) = found.map_or((letter.len_utf8(), None), |(character, sound)| {
            (character.trim_start_matches('^').len(), Some(*sound))
        });
        let own = &rest[..letter.len_utf8()];
        for heard in sound.unwrap_or(if own == "h" { "" } else { own }).chars() {
            if !key.ends_with(heard) {
                key.push(heard);
            }
        }
        rest = &rest[taken..];
    }
    // Not heard at the end of a word: `s`, `t`, `d`, `p`, and `e`.
    while key.len() > 2 && key.ends_with(['e', 's', 't', 'd', 'p']) {
        key.pop();
    }
    key
}
