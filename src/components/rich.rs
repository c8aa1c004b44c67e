//! Text with inline marks.

use super::{Here, IntoStill, IntoStills};
use crate::content::inline::{Inline, RichText, Target};
use leptos::prelude::*;

/// The runs of a text, for any element that holds phrasing content.
pub fn rich(text: &RichText, here: &Here) -> AnyView {
    text.0.iter().map(|run| inline(run, here)).stills()
}

fn inline(run: &Inline, here: &Here) -> AnyView {
    match run {
        Inline::Plain(words) => words.clone().still(),
        Inline::Strong(words) => view! { <strong>{words.clone()}</strong> }.still(),
        // The definition stands at the end of the same page: it needs no script and prints with it. `external` leaves a
        // link inside the page to the browser, which moves the focus too; the router would only scroll.
        Inline::Term(id, words) => {
            view! { <a class="term" href=format!("#terme-{id}") rel="external">{words.clone()}</a> }.still()
        }
        Inline::Lang(tag, words) => view! { <span lang=tag.clone()>{words.clone()}</span> }.still(),
        Inline::Link(target, words) => {
            let href = match target {
                Target::Page(id) => here.href(id),
                other => other.to_string(),
            };
            let rel = matches!(target, Target::Web(_)).then_some("external noopener");
            let number = matches!(target, Target::Call(_) | Target::Message(_)).then_some("number");
            view! { <a href=href rel=rel class=number>{words.clone()}</a> }.still()
        }
    }
}

/// Paragraphs, one for each text.
pub fn paragraphs(texts: &[RichText], here: &Here) -> AnyView {
    texts.iter().map(|text| view! { <p>{rich(text, here)}</p> }).stills()
}

/// List items, one for each text.
pub fn items(texts: &[RichText], here: &Here) -> AnyView {
    texts.iter().map(|text| view! { <li>{rich(text, here)}</li> }).stills()
}
