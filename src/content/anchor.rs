//! Floor 1: names for headings, so that links can point at a part of a page.

use crate::content::Block;

/// `Quand appeler ?` → `quand-appeler`: letters without accents, digits, hyphens; 60 signs at most.
#[must_use]
pub fn anchor(title: &str) -> String {
    let mut name = String::new();
    for character in title.chars() {
        let folded = fold(character);
        if folded.is_empty() {
            if !name.ends_with('-') && !name.is_empty() {
                name.push('-');
            }
        } else {
            name.push_str(folded);
        }
    }
    name.truncate(60);
    name.trim_end_matches('-').to_owned()
}

/// The letters of a character without accent; none for a character that separates words.
fn fold(character: char) -> &'static str {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    match character {
        'à' | 'â' | 'ä' | 'À' | 'Â' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => "e",
        'î' | 'ï' | 'Î' | 'Ï' => "i",
        'ô' | 'ö' | 'Ô' => "o",
        'ù' | 'û' | 'ü' | 'Ù' | 'Û' => "u",
        'ç' | 'Ç' => "c",
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        _ => PLAIN.find(character.to_ascii_lowercase()).map_or("", |at| &PLAIN[at..=at]),
    }
}

/// The anchors of a page's headings (`h2` and `h3`), by block: `None` for blocks that are no heading. No name twice.
#[must_use]
pub fn anchors(blocks: &[Block]) -> Vec<Option<String>> {
    let mut taken: Vec<String> = Vec::new();
    blocks
        .iter()
        .map(|block| {
            let (Block::Heading(heading) | Block::Subheading(heading)) = block else { return None };
            let plain = anchor(&heading.text.0);
            let same = taken.iter().filter(|name| **name == plain).count();
            taken.push(plain.clone());
            Some(if same == 0 { plain } else { format!("{plain}-{}", same + 1) })
        })
        .collect()
}
