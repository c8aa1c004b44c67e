//! French typography: set once, and never twice.

use crate::files;
use ipros::text::french::french;

#[test]
fn spaces_and_signs_are_set() {
    for (typed, set) in [
        ("Quand appeler ?", "Quand appeler\u{202f}?"),
        ("Attention : l'équipe", "Attention\u{a0}: l’équipe"),
        ("38 °C, 30 %, 12 km", "38\u{a0}°C, 30\u{a0}%, 12\u{a0}km"),
        ("Il dit \"oui\" ; elle", "Il dit «\u{202f}oui\u{202f}»\u{202f}; elle"),
        ("« oui »", "«\u{202f}oui\u{202f}»"),
        ("347 000 personnes, le 3114", "347\u{202f}000 personnes, le 3114"),
        ("Attendez...", "Attendez…"),
        ("en 2026 on a 12 ans", "en 2026 on a 12 ans"),
    ] {
        assert_eq!(french(typed), set, "{typed}");
    }
}

#[test]
fn what_is_set_stays_as_it_is() {
    for (path, bytes) in files() {
        let text = String::from_utf8(bytes).expect("UTF-8");
        for words in text.split('"').filter(|words| !words.contains('\\')) {
            let once = french(words);
            assert_eq!(french(&once), once, "{path}: {words}");
        }
    }
}
