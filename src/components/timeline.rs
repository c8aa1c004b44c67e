//! Steps in time.

use super::rich::rich;
use super::{Here, IntoStill, IntoStills};
use crate::content::block::Timeline;
use leptos::prelude::*;

/// A numbered path of steps.
pub fn timeline(timeline: &Timeline, here: &Here) -> AnyView {
    let steps = timeline.steps.iter().map(|step| {
        view! {
            <li>
                <h3>{step.title.0.clone()}</h3>
                <p>{rich(&step.text, here)}</p>
            </li>
        }
    });
    view! { <ol class="timeline">{steps.stills()}</ol> }.still()
}
