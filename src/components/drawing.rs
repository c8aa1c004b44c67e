//! Drawings in the site's ink, from the file of all drawings; those that explain have their words below them.

use super::rich::rich;
use super::{Here, IntoStill, IntoStills};
use crate::content::PageId;
use crate::content::block::Figure;
use crate::content::id::{Section, Standalone};
use crate::labels;
use leptos::prelude::*;

/// A drawing of the sprite. Assistive technology passes it by: words say what it shows. Its width is for pages without style.
pub fn drawing(name: &'static str, class: &'static str, frame: &'static str, here: &Here) -> AnyView {
    view! {
        <svg class=class viewBox=frame width=frame.split(' ').nth(2) aria-hidden="true">
            <use_ href=here.drawing(name)></use_>
        </svg>
    }
    .still()
}

/// A figure: pictures with their legend, or one picture with a numbered legend or a twin.
pub fn figure(figure: &Figure, here: &Here) -> AnyView {
    let (names, frame, numbers) = figure.drawing.pictures();
    let picture = |name: &'static str| drawing(name, "drawing", frame, here);
    let mut legend = figure.legend.iter().map(|text| rich(text, here));
    let pictures = if numbers == 0 {
        let panels = names
            .iter()
            .map(|name| view! { <li>{picture(name)} {legend.next().map(|words| view! { <p>{words}</p> })}</li> });
        view! { <ol class="panels">{panels.stills()}</ol> }.still()
    } else {
        let lines = legend.map(|text| view! { <li>{text}</li> });
        view! {
            {names.iter().map(|name| picture(name)).stills()}
            <ol class="legend">{lines.stills()}</ol>
        }
        .still()
    };
    let twin = figure.twin.as_ref().map(|twin| view! { <p>{labels::TWIN} " : " {rich(twin, here)}</p> });
    view! {
        <figure class="figure">
            <figcaption>{figure.caption.0.clone()}</figcaption>
            {pictures}
            {twin}
        </figure>
    }
    .still()
}

/// The line between sky and paper: another one for each kind of page.
pub fn ridge(here: &Here) -> AnyView {
    let name = match here.page() {
        PageId::Standalone(Standalone::Home) => "ridges-accueil",
        PageId::Standalone(Standalone::WhenToCall) => "ridges-appeler",
        PageId::Standalone(Standalone::NotFound) => "ridges-large",
        PageId::Standalone(_) => "ridges-page",
        PageId::Index(section) | PageId::Topic(section, _) => match section {
            Section::Therapies => "ridges-traitements",
            Section::SideEffects => "ridges-effets",
            Section::CarePathway => "ridges-parcours",
            Section::SupportiveCare => "ridges-soutien",
            Section::Places => "ridges-lieux",
            Section::Research | Section::Equipment => "ridges-recherche",
            Section::Oncology | Section::Team => "ridges-equipe",
        },
    };
    stretched(name, "ridge", here)
}

/// A drawing that fills its box and is cut at the sides: its own frame says how.
pub fn stretched(name: &'static str, class: &'static str, here: &Here) -> AnyView {
    view! {
        <svg class=class aria-hidden="true">
            <use_ href=here.drawing(name)></use_>
        </svg>
    }
    .still()
}
