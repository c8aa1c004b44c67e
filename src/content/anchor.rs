//! Floor 1: names for headings, so that links can point at a part of a page.

use crate::content::Block;
use crate::text::fold::plain;

/// `Quand appeler ?` → `quand-appeler`: letters without accents, digits, hyphens; 60 signs at most.
#[must_use]
pub fn anchor(title: &str) -> String {
    let mut name = String::new();
    for character in title.chars() {
        match plain(character) {
            Some(letters) => name.push_str(letters),
            None if name.is_empty() || name.ends_with('-') => {}
            None => name.push('-'),
        }
    }
    name.truncate(60);
    name.trim_end_matches('-').to_owned()
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
