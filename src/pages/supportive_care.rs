//! Supportive care: the professions, then the section's pages.

use super::PageProps;
use super::article::frame;
use super::section::topics;
use crate::components::facts_list::pairs;
use crate::components::rich::rich;
use crate::content::Section;
use crate::labels;
use crate::view::{Node, el};

/// The index of supportive care.
pub fn supportive_care(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let professions = context.content.facts().professions.iter();
    let facts = pairs(professions.map(|one| (one.name.0.as_str(), rich(&one.role, context))));
    let mut added = vec![el("h2").text(labels::WHO_HELPS), facts];
    added.extend(topics(Section::SupportiveCare, context));
    frame(props, added)
}
