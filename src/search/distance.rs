//! How many slips lie between two words: a letter too many, missing, wrong, or two swapped.

/// Words longer than this are compared by their first letters only.
const LONGEST: usize = 32;

/// How many slips a word of this length may hold: none below 4 letters, 1 below 8, then 2.
#[must_use]
pub fn allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The slips between `typed` and `word` when there are at most `most`; with `open`, between `typed` and the best beginning
/// of `word`, for a word that is still being typed.
#[must_use]
pub fn edit_distance(typed: &str, word: &str, most: usize, open: bool) -> Option<usize> {
    let (a, b) = (cut(typed), cut(word));
    let too_far = if open { a.len() > b.len() + most } else { a.len().abs_diff(b.len()) > most };
    if too_far {
        return None;
    }
    // Three rows of the table (optimal string alignment): before last, last, current.
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    for (at, cell) in rows[1].iter_mut().enumerate() {
        *cell = at as u8;
    }
    for i in 1..=a.len() {
        let [before, last, now] = &mut rows;
        now[0] = i as u8;
        let mut least = now[0];
        for j in 1..=b.len() {
            let wrong = u8::from(a[i - 1] != b[j - 1]);
            let mut cost = (last[j - 1] + wrong).min(last[j] + 1).min(now[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            now[j] = cost;
            least = least.min(cost);
        }
        if usize::from(least) > most {
            return None;
        }
        rows.rotate_left(1);
    }
    let row = &rows[1][..=b.len()];
    let found = if open { row.iter().copied().min() } else { row.last().copied() };
    found.map(usize::from).filter(|found| *found <= most)
}

fn cut(word: &str) -> &[u8] {
    &word.as_bytes()[..word.len().min(LONGEST)]
}

/// The letters that a word holds, a bit each: two words with `n` slips between them differ in at most `2 n` bits.
#[must_use]
pub fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | bit(byte))
}

/// A bit for a small letter, another one for any other sign.
pub(super) const fn bit(byte: u8) -> u32 {
    1 << if byte.is_ascii_lowercase() { byte - b'a' } else { 26 }
}
