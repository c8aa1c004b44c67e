//! What helps and what to avoid, side by side on a wide screen.

use super::PageContext;
use super::icon::{Icon, icon};
use super::rich::rich;
use crate::content::block::DoDont;
use crate::content::inline::RichText;
use crate::labels;
use crate::view::{Element, el};

/// The two lists.
pub fn do_dont(lists: &DoDont, context: &PageContext) -> Element {
    let side = |title: &str, sign: Icon, texts: &[RichText]| {
        let item = |text| el("li").child(icon(sign, context)).child(el("span").child(rich(text, context)));
        el("section").child(el("h3").text(title)).child(el("ul").children(texts.iter().map(item)))
    };
    el("div").class("dos").child(side(labels::HELPS, Icon::Check, &lists.helps)).child(side(
        labels::AVOID,
        Icon::Cross,
        &lists.avoid,
    ))
}
