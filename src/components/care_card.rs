//! "When to call": the signs, then whom to call. The only piece in terracotta.

use super::PageContext;
use super::drawing::drawing;
use super::icon::{Icon, icon};
use super::rich::{items, paragraphs};
use crate::content::PageId;
use crate::content::block::{Urgency, WhenToCall};
use crate::content::id::Standalone;
use crate::labels;
use crate::view::{Element, el};

/// Signs, what to do, and the numbers.
pub fn care_card(call: &WhenToCall, context: &PageContext) -> Element {
    let (class, numbers) = match call.urgency {
        Urgency::Team => ("care", vec![team_number(context), no_answer()]),
        Urgency::Emergency => ("care care--15", vec![emergency_numbers(context)]),
    };
    el("section")
        .class(class)
        .child(lighthouse(context))
        .child(el("h2").class("care__title").text(&call.title.0))
        .child(el("ul").class("care__signs").children(items(&call.signs, context)))
        .children(paragraphs(&call.text, context))
        .child(el("div").class("care__who").children(numbers))
}

fn no_answer() -> Element {
    let number = el("a").class("number").attr("href", "tel:15").text(labels::CALL_15);
    el("p").text(labels::NO_ANSWER).text(" ").child(number)
}

/// The team's number when the practice has given one, else where to find it.
pub fn team_number(context: &PageContext) -> Element {
    let Some(phone) = &context.content.facts().site.contact.phone else {
        return el("p").child(el("strong").text(labels::TEAM_NUMBER));
    };
    let dial: String = phone.0.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let button = el("a").class("button call").attr("href", format!("tel:{dial}")).child(icon(Icon::Phone, context));
    el("p").child(button.text(labels::CALL_TEAM).text(" ").text(&phone.0))
}

/// The way to "Quand appeler ?", beside the text; nothing on that page.
pub fn call_note(context: &PageContext) -> Option<Element> {
    let call = PageId::Standalone(Standalone::WhenToCall);
    let way = || el("a").attr("href", context.href(&call)).text(context.short(&call));
    let note = || el("div").class("care care--note").child(lighthouse(context));
    (*context.page() != call)
        .then(|| note().child(el("p").child(el("strong").text(labels::WORRIED))).child(el("p").child(way())))
}

/// The lighthouse: only what says when to call bears it.
pub fn lighthouse(context: &PageContext) -> Element {
    drawing("marks-phare", "care__light", "0 0 128 92", context)
}

/// 15, 112 and 114 as links that dial or write.
pub fn emergency_numbers(context: &PageContext) -> Element {
    let first = el("a").class("button call").attr("href", "tel:15").child(icon(Icon::Phone, context));
    let other = |href: &str, words: &str| el("a").class("button button--quiet").attr("href", href).text(words);
    let links = [first.text(labels::CALL_15), other("tel:112", labels::CALL_112), other("sms:114", labels::TEXT_114)];
    el("ul").class("numbers").children(links.map(|link| el("li").child(link)))
}
