//! Text with inline marks.

use super::Here;
use crate::content::text::{Inline, RichText, Target};
use leptos::prelude::*;

/// The runs of a text, for any element that holds phrasing content.
pub fn rich(text: &RichText, here: &Here) -> AnyView {
    text.0.iter().map(|run| inline(run, here)).collect_view().into_any()
}

fn inline(run: &Inline, here: &Here) -> AnyView {
    match run {
        Inline::Plain(words) => words.clone().into_any(),
        Inline::Strong(words) => view! { <strong>{words.clone()}</strong> }.into_any(),
        // The definition stands at the end of the same page: it needs no script and prints with it.
        Inline::Term(id, words) => {
            view! { <a class="term" href=format!("#terme-{id}")>{words.clone()}</a> }.into_any()
        }
        Inline::Lang(tag, words) => view! { <span lang=tag.clone()>{words.clone()}</span> }.into_any(),
        Inline::Link(target, words) => {
            let href = match target {
                Target::Page(id) => here.href(id),
                other => other.to_string(),
            };
            let rel = matches!(target, Target::Web(_)).then_some("external noopener");
            let number = matches!(target, Target::Call(_) | Target::Message(_)).then_some("number");
            view! { <a href=href rel=rel class=number>{words.clone()}</a> }.into_any()
        }
    }
}

/// Paragraphs, one for each text.
pub fn paragraphs(texts: &[RichText], here: &Here) -> AnyView {
    texts.iter().map(|text| view! { <p>{rich(text, here)}</p> }).collect_view().into_any()
}

/// List items, one for each text.
pub fn items(texts: &[RichText], here: &Here) -> AnyView {
    texts.iter().map(|text| view! { <li>{rich(text, here)}</li> }).collect_view().into_any()
}
