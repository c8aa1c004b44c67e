//! French typography, set once when the dataset is read: apostrophes, spaces before tall signs, guillemets, units.
//!
//! Idempotent: setting a text that is already set changes nothing. Rules: Imprimerie nationale, *Lexique des règles
//! typographiques*: narrow no-break space before `; ! ?` and inside guillemets here too (a web habit), no-break space before `:`.

const NARROW: char = '\u{202f}';
const FIXED: char = '\u{a0}';
const UNITS: [&str; 9] = ["°C", "%", "km", "cm", "mm", "mg", "ml", "min", "€"];

/// The text with French spaces and signs.
#[must_use]
pub fn french(source: &str) -> String {
    let signs: Vec<char> = source.chars().map(|c| if c == '\'' { '’' } else { c }).collect();
    let mut out = String::with_capacity(source.len() + 8);
    let mut quote_is_open = false;
    for (at, &character) in signs.iter().enumerate() {
        let before = at.checked_sub(1).map(|i| signs[i]);
        let after = signs.get(at + 1).copied();
        match character {
            '"' => {
                quote_is_open = !quote_is_open;
                if quote_is_open {
                    out.push('«');
                    out.push(NARROW);
                } else {
                    out.push(NARROW);
                    out.push('»');
                }
            }
            ' ' => out.push(space(before, after, &signs[at + 1..])),
            '.' if out.ends_with("..") => {
                out.truncate(out.len() - 2);
                out.push('…');
            }
            _ => out.push(character),
        }
    }
    out
}

/// The space that belongs between `before` and `rest`.
fn space(before: Option<char>, after: Option<char>, rest: &[char]) -> char {
    let between_digits = || {
        before.is_some_and(|c| c.is_ascii_digit())
            && rest.len() >= 3
            && rest[..3].iter().all(char::is_ascii_digit)
            && rest.get(3).is_none_or(|c| !c.is_ascii_digit())
    };
    match after {
        Some(';' | '!' | '?' | '»') => NARROW,
        Some(':') => FIXED,
        _ if before == Some('«') => NARROW,
        _ if between_digits() => NARROW,
        _ if before.is_some_and(|c| c.is_ascii_digit()) && starts_with_unit(rest) => FIXED,
        _ => ' ',
    }
}

fn starts_with_unit(rest: &[char]) -> bool {
    UNITS.iter().any(|unit| {
        let length = unit.chars().count();
        rest.len() >= length
            && unit.chars().eq(rest[..length].iter().copied())
            && rest.get(length).is_none_or(|c| !c.is_alphanumeric())
    })
}
