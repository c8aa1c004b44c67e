//! A page's plain-language twin: one sentence a line.

use super::Shown;
use crate::components::IntoStill;
use crate::components::page_head::page_head;
use crate::components::rich::rich;
use leptos::prelude::*;

/// The twin; a route to it exists only when the page has one.
pub fn simple(shown: &Shown<'_>) -> AnyView {
    let Shown { head, body, here } = shown;
    let lines = body.simple.iter().flat_map(|simple| &simple.lines).map(|line| view! { <p>{rich(line, here)}</p> });
    view! {
        {page_head(head, body, here)}
        <div class="wrap body">
            <div class="flow simple">{lines.collect_view()}</div>
        </div>
    }
    .still()
}
