//! What helps and what to avoid, side by side on a wide screen.

use super::icon::{Icon, icon};
use super::rich::rich;
use super::{Here, IntoStill, IntoStills};
use crate::content::block::DoDont;
use crate::content::inline::RichText;
use crate::labels;
use leptos::prelude::*;

/// The two lists.
pub fn do_dont(lists: &DoDont, here: &Here) -> AnyView {
    let side = |title: &'static str, sign: Icon, texts: &[RichText]| {
        let items = texts.iter().map(|text| view! { <li>{icon(sign, here)} <span>{rich(text, here)}</span></li> });
        view! {
            <section>
                <h3>{title}</h3>
                <ul>{items.stills()}</ul>
            </section>
        }
    };
    view! {
        <div class="dos">
            {side(labels::HELPS, Icon::Check, &lists.helps)}
            {side(labels::AVOID, Icon::Cross, &lists.avoid)}
        </div>
    }
    .still()
}
