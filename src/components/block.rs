//! A page's blocks, each by its own piece.

use super::PageContext;
use super::care_card::care_card;
use super::do_dont::do_dont;
use super::drawing::figure;
use super::facts_list::key_facts;
use super::icon::{Icon, icon};
use super::link_list::page_links;
use super::rich::{items, paragraphs, rich};
use super::table::table;
use super::timeline::timeline;
use crate::content::Block;
use crate::content::anchor::anchors;
use crate::content::block::{Callout, Fold, Folds, List, Questions};
use crate::view::{Element, el};
use std::ops::Range;

/// The blocks of a page in `part`, in order.
pub fn blocks(blocks: &[Block], part: Range<usize>, context: &PageContext) -> Vec<Element> {
    let anchors = anchors(blocks).into_iter();
    let shown = blocks.iter().zip(anchors).skip(part.start).take(part.len());
    shown.map(|(block, anchor)| one(block, anchor, context)).collect()
}

fn one(block: &Block, anchor: Option<String>, context: &PageContext) -> Element {
    match block {
        Block::Paragraph(b) => el("p").child(rich(&b.text, context)),
        Block::Heading(b) => el("h2").attr_if("id", anchor).text(&b.text.0),
        Block::Subheading(b) => el("h3").attr_if("id", anchor).text(&b.text.0),
        Block::List(b) => list(b, context),
        Block::DoDont(b) => do_dont(b, context),
        Block::KeyFacts(b) => key_facts(b, context),
        Block::Callout(b) => callout(b, context),
        Block::WhenToCall(b) => care_card(b, context),
        Block::Table(b) => table(b, context),
        Block::Timeline(b) => timeline(b, context),
        Block::Figure(b) => figure(b, context),
        Block::Questions(b) => questions(b),
        Block::Folds(b) => folds(b, context),
        Block::Links(b) => page_links(&b.pages, context),
    }
}

fn list(list: &List, context: &PageContext) -> Element {
    let (tag, class) = if list.numbered { ("ol", "numbered") } else { ("ul", "plain") };
    el(tag).class(class).children(items(&list.items, context))
}

fn callout(callout: &Callout, context: &PageContext) -> Element {
    let title = el("p").class("note__title").text(&callout.title.0);
    el("div").class("note").child(title).children(paragraphs(&callout.text, context))
}

fn questions(questions: &Questions) -> Element {
    el("ul").class("questions").children(questions.items.iter().map(|text| el("li").text(&text.0)))
}

fn folds(folds: &Folds, context: &PageContext) -> Element {
    let each = |fold: &Fold| {
        let summary = el("summary").text(&fold.title.0).child(icon(Icon::Down, context));
        let text = el("div").class("fold__text").children(paragraphs(&fold.text, context));
        el("details").class("fold").child(summary).child(text)
    };
    el("div").class("folds").children(folds.items.iter().map(each))
}
