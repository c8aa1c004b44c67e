//! Text with inline marks.

use super::PageContext;
use crate::content::inline::{Inline, RichText, Target};
use crate::view::{Element, IntoNodes as _, Node, el};

/// The runs of a text, for any element that holds phrasing content.
pub fn rich(text: &RichText, context: &PageContext) -> Vec<Node> {
    let mut nodes = Vec::new();
    for run in &text.0 {
        match run {
            Inline::Plain(words) => words.as_str().push_to(&mut nodes),
            marked => mark(marked, context).push_to(&mut nodes),
        }
    }
    nodes
}

fn mark(run: &Inline, context: &PageContext) -> Element {
    let marked = match run {
        Inline::Plain(_) => el("span"),
        Inline::Strong(_) => el("strong"),
        // The definition stands at the end of the same page: it needs no script and prints with it. `external` leaves a
        // link inside the page to the browser, which moves the focus too.
        Inline::Term(id, _) => el("a").class("term").attr("href", format!("#terme-{id}")).attr("rel", "external"),
        Inline::Lang(tag, _) => el("span").attr("lang", tag),
        Inline::Link(Target::Page(id), _) => el("a").attr("href", context.href(id)),
        Inline::Link(target @ Target::Web(_), _) => {
            el("a").attr("href", target.to_string()).attr("rel", "external noopener")
        }
        Inline::Link(target @ (Target::Call(_) | Target::Message(_)), _) => {
            el("a").attr("href", target.to_string()).class("number")
        }
    };
    marked.text(run.words())
}

/// Paragraphs, one for each text.
pub fn paragraphs(texts: &[RichText], context: &PageContext) -> Vec<Element> {
    texts.iter().map(|text| el("p").child(rich(text, context))).collect()
}

/// List items, one for each text.
pub fn items(texts: &[RichText], context: &PageContext) -> Vec<Element> {
    texts.iter().map(|text| el("li").child(rich(text, context))).collect()
}
