//! Drawings in the site's ink, each with its text twin below it.

use super::rich::rich;
use super::{Here, IntoStill};
use crate::content::block::{Drawing, Figure};
use crate::labels;
use leptos::prelude::*;

/// A drawing, its caption, and the same idea in words.
pub fn figure(figure: &Figure, here: &Here) -> AnyView {
    let drawing = match figure.drawing {
        Drawing::TreatmentRhythm => treatment_rhythm().still(),
        Drawing::LocalAndSystemic => local_and_systemic().still(),
    };
    view! {
        <figure class="figure">
            {drawing}
            <figcaption>
                <p><strong>{figure.caption.0.clone()}</strong></p>
                <p>{labels::TWIN} " : " {rich(&figure.twin, here)}</p>
            </figcaption>
        </figure>
    }
    .still()
}

/// Three treatment days (full discs), each followed by rest (a low line), along one line of time.
fn treatment_rhythm() -> impl IntoView {
    view! {
        <svg class="drawing" viewBox="0 0 320 90" aria-hidden="true" focusable="false">
            <path class="drawing__soft" d="M10 62h300"></path>
            <path d="M20 62c6-40 14-40 20 0M120 62c6-40 14-40 20 0M220 62c6-40 14-40 20 0"></path>
            <circle class="drawing__full" cx="30" cy="62" r="7"></circle>
            <circle class="drawing__full" cx="130" cy="62" r="7"></circle>
            <circle class="drawing__full" cx="230" cy="62" r="7"></circle>
            <path class="drawing__soft" d="M52 76h60M152 76h60M252 76h50"></path>
        </svg>
    }
}

/// Two figures: one with a single marked spot, one with marks all over.
fn local_and_systemic() -> impl IntoView {
    view! {
        <svg class="drawing" viewBox="0 0 320 150" aria-hidden="true" focusable="false">
            <circle cx="80" cy="24" r="14"></circle>
            <path d="M60 140V98l-12-4V60c0-10 8-16 16-16h32c8 0 16 6 16 16v34l-12 4v42"></path>
            <circle class="drawing__full" cx="92" cy="72" r="6"></circle>
            <path class="drawing__soft" d="M150 40l-48 26M156 72h-50M150 106l-48-28"></path>
            <circle cx="240" cy="24" r="14"></circle>
            <path d="M220 140V98l-12-4V60c0-10 8-16 16-16h32c8 0 16 6 16 16v34l-12 4v42"></path>
            <g class="drawing__full">
                <circle cx="240" cy="24" r="3"></circle>
                <circle cx="226" cy="58" r="3"></circle>
                <circle cx="254" cy="58" r="3"></circle>
                <circle cx="240" cy="76" r="3"></circle>
                <circle cx="226" cy="96" r="3"></circle>
                <circle cx="254" cy="96" r="3"></circle>
                <circle cx="228" cy="124" r="3"></circle>
                <circle cx="252" cy="124" r="3"></circle>
            </g>
        </svg>
    }
}
