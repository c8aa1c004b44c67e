//! Steps in time.

use super::PageContext;
use super::rich::rich;
use crate::content::block::Timeline;
use crate::view::{Element, el};

/// A numbered path of steps.
pub fn timeline(timeline: &Timeline, context: &PageContext) -> Element {
    let steps = timeline
        .steps
        .iter()
        .map(|step| el("li").child(el("h3").text(&step.title.0)).child(el("p").child(rich(&step.text, context))));
    el("ol").class("timeline").children(steps)
}
