//! A page's plain-language twin: one sentence a line.

use super::Shown;
use crate::components::care_card::{call_note, emergency_numbers, lighthouse, team_number};
use crate::components::page_head::page_head;
use crate::components::rich::rich;
use crate::components::{IntoStill, IntoStills};
use crate::content::Block;
use crate::labels;
use leptos::prelude::*;

/// The twin; a route to it exists only when the page has one.
pub fn simple(shown: &Shown<'_>) -> AnyView {
    let Shown { head, body, here } = shown;
    let lines = body.simple.iter().flat_map(|simple| &simple.lines).map(|line| view! { <p>{rich(line, here)}</p> });
    view! {
        {page_head(head, body, here)}
        <div class="wrap body">
            <div class="flow simple">{lines.stills()} {whom_to_call(shown)}</div>
            <div class="aside">{call_note(here)}</div>
        </div>
    }
    .still()
}

/// The numbers, on the twin of a page that says when to call.
fn whom_to_call(shown: &Shown<'_>) -> AnyView {
    if !shown.body.blocks.iter().any(|block| matches!(block, Block::WhenToCall(_))) {
        return ().still();
    }
    view! {
        <section class="care">
            {lighthouse(shown.here)}
            <h2 class="care__title">{labels::WHOM_TO_CALL}</h2>
            {team_number(shown.here)}
            <p>{labels::EMERGENCY} "\u{a0}:"</p>
            {emergency_numbers(shown.here)}
        </section>
    }
    .still()
}
