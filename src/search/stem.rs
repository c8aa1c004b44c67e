//! Light French stemming, on words that have lost their accents already.
//!
//! Patients write without accents, so the rules read plain letters: `nausee`, `fatigues`, `saignements`. What remains is no
//! French word, only a name that the forms of a word share: plural, feminine, the usual endings of verbs, and the nouns
//! made of verbs. Snowball's French stemmer expects accents; both were measured (README, "Decisions").

/// Endings that make a noun or an adjective, longest first, with the letters that must remain before them.
const DERIVATIONAL: [(&str, usize); 21] = [
    ("issements", 3),
    ("issement", 3),
    ("ations", 4),
    ("ation", 4),
    ("ements", 4),
    ("ement", 4),
    ("itions", 4),
    ("ition", 4),
    ("ments", 5),
    ("ment", 5),
    ("ateur", 4),
    ("atrice", 4),
    ("euses", 4),
    ("euse", 4),
    ("ances", 5),
    ("ance", 5),
    ("ites", 4),
    ("ite", 4),
    ("ives", 4),
    ("ive", 4),
    ("eux", 4),
];

/// Endings of verbs, numbers and genders, longest first, with the letters that must remain before them.
const INFLECTIONAL: [(&str, usize); 36] = [
    ("issaient", 3),
    ("issent", 3),
    ("issait", 3),
    ("issant", 3),
    ("eraient", 4),
    ("eront", 4),
    ("erait", 4),
    ("irent", 4),
    ("aient", 3),
    ("ienne", 4),
    ("ieres", 4),
    ("iere", 4),
    ("iers", 4),
    ("elles", 4),
    ("elle", 4),
    ("ions", 4),
    ("ier", 4),
    ("els", 4),
    ("ons", 4),
    ("ent", 4),
    ("ant", 4),
    ("ait", 4),
    ("ais", 4),
    ("era", 4),
    ("ees", 3),
    ("ies", 4),
    ("ee", 3),
    ("es", 3),
    ("er", 3),
    ("ez", 3),
    ("ie", 4),
    ("ir", 4),
    ("is", 4),
    ("it", 4),
    ("el", 4),
    ("e", 3),
];

/// Forms that share no beginning with their word, of the words that patients use most; sorted.
const IRREGULAR: [(&str, &str); 28] = [
    ("bois", "boir"),
    ("boit", "boir"),
    ("buvais", "boir"),
    ("buvez", "boir"),
    ("dors", "dorm"),
    ("dort", "dorm"),
    ("finir", "fini"),
    ("finit", "fini"),
    ("maux", "mal"),
    ("meurent", "mour"),
    ("meurs", "mour"),
    ("meurt", "mour"),
    ("mort", "mour"),
    ("morts", "mour"),
    ("oeil", "oeil"),
    ("perd", "perdr"),
    ("perds", "perdr"),
    ("perdu", "perdr"),
    ("perdus", "perdr"),
    ("perte", "perdr"),
    ("pertes", "perdr"),
    ("vois", "voir"),
    ("voit", "voir"),
    ("vomi", "vom"),
    ("vomir", "vom"),
    ("vomis", "vom"),
    ("vomit", "vom"),
    ("yeux", "oeil"),
];

/// What the forms of a word share.
#[must_use]
pub fn stem(word: &str) -> &str {
    if let Ok(at) = IRREGULAR.binary_search_by(|(form, _)| (*form).cmp(word)) {
        return IRREGULAR[at].1;
    }
    if word.len() < 4 || word.bytes().any(|b| b.is_ascii_digit()) {
        return word;
    }
    let made = without(word, &DERIVATIONAL).unwrap_or(word);
    let bare = made.strip_suffix(['s', 'x']).filter(|rest| rest.len() >= 3).unwrap_or(made);
    let bent = without(made, &INFLECTIONAL).or_else(|| without(bare, &INFLECTIONAL)).unwrap_or(bare);
    single(bent.strip_suffix('i').filter(|rest| rest.len() >= 4).unwrap_or(bent))
}

fn without<'w>(word: &'w str, endings: &[(&str, usize)]) -> Option<&'w str> {
    // Most endings differ in their last letter already.
    let last = |text: &str| text.as_bytes().last().copied();
    let mut near = endings.iter().filter(|(ending, _)| last(ending) == last(word));
    near.find_map(|(ending, least)| word.strip_suffix(ending).filter(|rest| rest.len() >= *least))
}

/// Without the second of two equal consonants at the end: `sensationnel`, `sensation`.
fn single(word: &str) -> &str {
    let bytes = word.as_bytes();
    match bytes {
        [.., before, last] if before == last && bytes.len() > 4 => &word[..word.len() - 1],
        _ => word,
    }
}
