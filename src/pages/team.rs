//! The team: its commitments and the specialties that it works with.

use super::PageProps;
use super::article::frame;
use super::section::topics;
use crate::components::facts_list::pairs;
use crate::components::rich::rich;
use crate::content::Section;
use crate::labels;
use crate::view::{Node, el};

/// The index of the team.
pub fn team(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let facts = context.content.facts();
    let specialties = facts.specialties.iter().map(|one| (one.name.0.as_str(), rich(&one.role, context)));
    let commitments = facts.site.commitments.iter();
    let commitments = commitments.map(|one| (one.title.0.as_str(), rich(&one.text, context)));
    let mut added = vec![
        el("h2").text(labels::SPECIALTIES),
        pairs(specialties),
        el("h2").text(labels::COMMITMENTS),
        pairs(commitments),
    ];
    added.extend(topics(Section::Team, context));
    frame(props, added)
}
