//! The home page: three doors, when to call, the treatments, the places, who IPROS is, what it holds itself to.

use super::PageProps;
use crate::components::PageContext;
use crate::components::block::blocks;
use crate::components::care_card::lighthouse;
use crate::components::drawing::drawing;
use crate::components::icon::{Icon, icon};
use crate::components::link_list::cards;
use crate::components::map::map;
use crate::components::page_head::page_head;
use crate::components::rich::rich;
use crate::content::id::{Section, Standalone};
use crate::content::{PageHead, PageId};
use crate::labels;
use crate::view::{Element, Node, el, nodes};

/// The home page.
pub fn home(props: &PageProps<'_>) -> Vec<Node> {
    let PageProps { head, body, context } = props;
    let title = |words: &str| el("h2").text(words);
    let flow = || el("div").class("flow");
    let split = |left: Element, right: Element| el("div").class("split").child(left).child(right);
    let sections = context.content.facts().sections.iter();
    let sections = sections.filter_map(|entry| context.head(&PageId::Index(entry.section)));
    let here = flow().child(title(labels::PLACES_HERE)).child(map(context)).child(places(context));
    let about = flow().children(blocks(&body.blocks, 0..body.blocks.len(), context));
    let inner = el("div")
        .class("wrap home")
        .child(doors(context))
        .child(call(context))
        .child(split(flow().child(title(labels::ONE_BY_ONE)).child(treatments(context)), here))
        .child(split(about, commitments(context)))
        .child(flow().child(title(labels::MAIN_NAV)).child(cards(sections, context)));
    nodes([page_head(head, body, context), inner])
}

/// Three arches on one horizon.
fn doors(context: &PageContext) -> Element {
    let pictures = ["doors-comprendre", "doors-mal", "doors-preparer"];
    let each = pictures.into_iter().zip(&context.content.facts().site.doors).map(|(picture, door)| {
        let way = el("a").class("door__way").attr("href", context.href(&door.page)).text(&door.title.0);
        let words = el("div").child(el("h2").child(way)).child(el("p").child(rich(&door.text, context)));
        el("li").class("door").child(drawing(picture, "door__arch", "0 0 240 172", context)).child(words)
    });
    el("ul").class("doors").children(each)
}

fn call(context: &PageContext) -> Option<Element> {
    let id = PageId::Standalone(Standalone::WhenToCall);
    let page = context.head(&id)?;
    let title = el("h2").class("care__title").text(&page.title.0);
    let button = el("a").class("button call").attr("href", context.href(&id)).child(icon(Icon::Phone, context));
    let band = el("section").class("care care--band").child(lighthouse(context));
    let band = band.child(el("div").child(title).child(el("p").text(&page.summary.0)));
    Some(band.child(el("p").child(button.text(labels::SEE_WHEN_TO_CALL))))
}

fn treatments(context: &PageContext) -> Vec<Element> {
    let each = context.content.facts().therapies.iter().map(|therapy| {
        let link = el("a").attr("href", context.href(&therapy.page)).text(&therapy.name.0);
        el("li").child(link).text(" ").child(el("span").child(rich(&therapy.mechanism, context)))
    });
    let more = |head: &PageHead| {
        let link = el("a").attr("href", context.href(&head.id)).text(&head.title.0);
        el("p").class("inline-links").child(link)
    };
    let list = el("ul").class("links").children(each);
    std::iter::once(list).chain(context.head(&PageId::Index(Section::Therapies)).map(more)).collect()
}

fn places(context: &PageContext) -> Element {
    let each = context.content.facts().places.iter();
    let each = each.map(|place| el("li").child(el("a").attr("href", context.href(&place.page)).text(&place.name.0)));
    el("ul").class("inline-links").children(each)
}

fn commitments(context: &PageContext) -> Element {
    let each = context.content.facts().site.commitments.iter().map(|one| {
        let title = el("strong").text(&one.title.0).text(".");
        el("li").child(title).text(" ").child(rich(&one.text, context))
    });
    let title = el("h2").attr("id", "engagements").text(labels::COMMITMENTS);
    el("div").class("flow").child(title).child(el("ul").class("plain").children(each))
}
