//! Label and value pairs.

use super::PageContext;
use super::rich::rich;
use crate::content::block::KeyFacts;
use crate::content::inline::Text;
use crate::labels;
use crate::view::{Element, Node, el, nodes};

/// Facts at a glance.
pub fn key_facts(facts: &KeyFacts, context: &PageContext) -> Element {
    pairs(facts.facts.iter().map(|fact| (fact.label.0.as_str(), rich(&fact.value, context))))
}

/// A definition list of labels and values.
pub fn pairs<'a>(pairs: impl Iterator<Item = (&'a str, Vec<Node>)>) -> Element {
    let each = pairs.map(|(label, value)| el("div").child(el("dt").text(label)).child(el("dd").child(value)));
    el("dl").class("facts").children(each)
}

/// What the practice has given, or the word that it is missing.
pub fn given(value: Option<&Text>) -> Vec<Node> {
    nodes([value.map_or(labels::TO_COMPLETE, |text| text.0.as_str())])
}
