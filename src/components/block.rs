//! A page's blocks, each by its own piece.

use super::care_card::care_card;
use super::do_dont::do_dont;
use super::drawing::figure;
use super::facts_list::key_facts;
use super::icon::{Icon, icon};
use super::link_list::page_links;
use super::rich::{items, paragraphs, rich};
use super::table::table;
use super::timeline::timeline;
use super::{Here, IntoStill, IntoStills};
use crate::content::Block;
use crate::content::anchor::anchors;
use crate::content::block::{Callout, Folds, List, Questions};
use leptos::prelude::*;
use std::ops::Range;

/// The blocks of a page in `part`, in order.
pub fn blocks(blocks: &[Block], part: Range<usize>, here: &Here) -> AnyView {
    let anchors = anchors(blocks).into_iter();
    let shown = blocks.iter().zip(anchors).skip(part.start).take(part.len());
    shown.map(|(block, anchor)| one(block, anchor, here)).stills()
}

fn one(block: &Block, anchor: Option<String>, here: &Here) -> AnyView {
    match block {
        Block::Paragraph(b) => view! { <p>{rich(&b.text, here)}</p> }.still(),
        Block::Heading(b) => view! { <h2 id=anchor>{b.text.0.clone()}</h2> }.still(),
        Block::Subheading(b) => view! { <h3 id=anchor>{b.text.0.clone()}</h3> }.still(),
        Block::List(b) => list(b, here),
        Block::DoDont(b) => do_dont(b, here),
        Block::KeyFacts(b) => key_facts(b, here),
        Block::Callout(b) => callout(b, here),
        Block::WhenToCall(b) => care_card(b, here),
        Block::Table(b) => table(b, here),
        Block::Timeline(b) => timeline(b, here),
        Block::Figure(b) => figure(b, here),
        Block::Questions(b) => questions(b),
        Block::Folds(b) => folds(b, here),
        Block::Links(b) => page_links(&b.pages, here),
    }
}

fn list(list: &List, here: &Here) -> AnyView {
    let items = items(&list.items, here);
    if list.numbered {
        view! { <ol class="numbered">{items}</ol> }.still()
    } else {
        view! { <ul class="plain">{items}</ul> }.still()
    }
}

fn callout(callout: &Callout, here: &Here) -> AnyView {
    view! {
        <div class="note">
            <p class="note__title">{callout.title.0.clone()}</p>
            {paragraphs(&callout.text, here)}
        </div>
    }
    .still()
}

fn questions(questions: &Questions) -> AnyView {
    let items = questions.items.iter().map(|text| view! { <li>{text.0.clone()}</li> }).stills();
    view! { <ul class="questions">{items}</ul> }.still()
}

fn folds(folds: &Folds, here: &Here) -> AnyView {
    let each = |fold: &crate::content::block::Fold| {
        view! {
            <details class="fold">
                <summary>{fold.title.0.clone()} {icon(Icon::Down, here)}</summary>
                <div class="fold__text">{paragraphs(&fold.text, here)}</div>
            </details>
        }
    };
    view! { <div class="folds">{folds.items.iter().map(each).stills()}</div> }.still()
}
