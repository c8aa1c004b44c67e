//! Words as they are compared: small letters without accents, with their place in the original text.

/// A word of a text: its plain letters, and where it stands in the original (bytes).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Small letters without accents, and digits.
    pub plain: String,
    /// First byte in the original.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// What a character becomes: plain letters, nothing for an accent that stands alone (NFD), `None` for a character between words.
///
/// The only such table of the house. It holds what French and its neighbours write: the standard library's `to_lowercase` would
/// add 14 kB to the wasm.
pub fn plain(character: char) -> Option<&'static str> {
    const SMALL: &str = "abcdefghijklmnopqrstuvwxyz";
    const DIGITS: &str = "0123456789";
    let at = |first: char| character as usize - first as usize;
    Some(match character {
        'a'..='z' => &SMALL[at('a')..=at('a')],
        'A'..='Z' => &SMALL[at('A')..=at('A')],
        '0'..='9' => &DIGITS[at('0')..=at('0')],
        'À'..='Å' | 'à'..='å' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' => "c",
        'È'..='Ë' | 'è'..='ë' => "e",
        'Ì'..='Ï' | 'ì'..='ï' => "i",
        'Ñ' | 'ñ' => "n",
        'Ò'..='Ö' | 'ò'..='ö' => "o",
        'Ù'..='Ü' | 'ù'..='ü' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => "y",
        'Œ' | 'œ' => "oe",
        // Accents that follow their letter, the soft hyphen, joiners.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// The words of a text. Apostrophes and hyphens stand between words (`l’hôpital`, `mains-pieds`); the letters of an
/// abbreviation with full stops make one word (`R.C.P.`).
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut inside = false;
    for (at, character) in text.char_indices() {
        let Some(letters) = plain(character) else {
            inside = false;
            continue;
        };
        let end = at + character.len_utf8();
        match found.last_mut() {
            Some(word) if inside => {
                word.plain.push_str(letters);
                word.end = end;
            }
            // An accent after a space belongs to no letter.
            _ if letters.is_empty() => {}
            Some(last) if abbreviation(last, at, text) => {
                last.plain.push_str(letters);
                last.end = end;
                inside = true;
            }
            _ => {
                found.push(Token { plain: letters.to_owned(), start: at, end });
                inside = true;
            }
        }
    }
    found
}

/// Whether a letter at `at` goes on an abbreviation written with full stops: `R.C.P`.
fn abbreviation(last: &Token, at: usize, text: &str) -> bool {
    let spelled = &text[last.start..last.end];
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let next_ends = text[at..].chars().nth(1).is_none_or(|character| plain(character).is_none());
    text[last.end..at] == *"." && next_ends && spelled.split('.').all(single)
}

/// A word in small letters without accents; what is no letter stays.
#[must_use]
pub fn unaccented(word: &str) -> String {
    let mut all = String::new();
    for character in word.chars() {
        match plain(character) {
            Some(letters) => all.push_str(letters),
            None => all.push(character),
        }
    }
    all
}

/// The words of a text, joined by spaces: how two texts are compared as wholes.
#[must_use]
pub fn fold(text: &str) -> String {
    joined(&tokens(text))
}

/// Words with a space between each two.
#[must_use]
pub fn joined(words: &[Token]) -> String {
    let mut all = String::new();
    for word in words {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(&word.plain);
    }
    all
}

/// A word as it is shown to the reader: capitals made small, accents kept.
#[must_use]
pub fn small(word: &str) -> String {
    let letter = |character: char| match character {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(character as u32 + 32).unwrap_or(character),
        'Œ' => 'œ',
        'Ÿ' => 'ÿ',
        _ => character.to_ascii_lowercase(),
    };
    word.chars().map(letter).collect()
}
