//! Words that say nothing of what is looked for: articles, pronouns, helping verbs, and the words of questions.

/// Without accents, sorted.
const STOP: [&str; 200] = [
    "a", "ai", "aie", "ait", "alors", "as", "au", "aucun", "aucune", "aussi", "autre", "autres", "aux",
    "avais", "avait", "avec", "avez", "avoir", "avons", "b", "bien", "bonjour", "c", "ca", "car", "ce",
    "ceci", "cela", "celle", "celui", "ces", "cet", "cette", "ceux", "chez", "ci", "combien", "comme", "comment",
    "d", "dans", "de", "definition", "deja", "demande", "des", "dire", "dit", "dois", "doit", "doivent", "donc",
    "dont", "du", "e", "elle", "elles", "en", "encore", "es", "est", "et", "etais", "etait", "etant", "ete", "etes",
    "etre", "eu", "eux", "f", "faire", "fais", "fait", "faites", "faut", "g", "h", "i", "il", "ils", "j", "je",
    "jusqu", "l", "la", "le", "les", "leur", "leurs", "lors", "lorsqu", "lui", "m", "ma", "mais", "me", "meme",
    "mes", "moi", "mon", "n", "ne", "ni", "nos", "notre", "nous", "o", "on", "ont", "or", "ou", "p", "par", "parce",
    "parfois", "pas", "pendant", "peu", "peut", "peuvent", "peux", "plus", "plutot", "pour", "pourquoi", "pourra",
    "pourrait", "pouvez", "puis", "puisqu", "q", "qu", "quand", "que", "quel", "quelle", "quelles", "quelqu",
    "quelque", "quels", "qui", "quoi", "r", "s", "sa", "sais", "sans", "savoir", "se", "selon", "sera", "serait",
    "ses", "si", "sienne", "soi", "soit", "sommes", "son", "sont", "souvent", "suis", "sur", "svp", "t", "ta", "te",
    "tes", "toi", "ton", "toujours", "tous", "tout", "toute", "toutes", "tres", "trop", "tu", "u", "un", "une", "v",
    "va", "vais", "vas", "vers", "veulent", "veut", "veux", "voici", "voila", "vont", "vos", "votre", "vous", "w",
    "x", "y", "z",
];

/// Whether a plain word says nothing of what is looked for.
#[must_use]
pub fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// Whether a word that says nothing by itself changes how grave a sign is: « je vomis **tout** », « **plus** de souffle ».
#[must_use]
pub fn is_strong(word: &str) -> bool {
    ["plus", "rien", "tout", "tres", "trop"].contains(&word)
}

/// Ways to ask what a word means, as plain text.
const MEANING: [&str; 10] = [
    "c est quoi",
    "qu est ce que",
    "qu est ce qu",
    "cest quoi",
    "definition",
    "definir",
    "que veut dire",
    "ca veut dire",
    "signifi",
    "sens du mot",
];

/// Whether a folded query asks what a word means.
#[must_use]
pub fn asks_meaning(folded: &str) -> bool {
    MEANING.iter().any(|way| folded.contains(way))
}
