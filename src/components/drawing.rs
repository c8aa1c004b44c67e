//! Drawings in the site's ink, from the file of all drawings; those that explain have their words below them.

use super::PageContext;
use super::rich::rich;
use crate::content::PageId;
use crate::content::block::{Drawing, Figure};
use crate::content::id::{Section, Standalone};
use crate::labels;
use crate::view::{Element, Node, el, nodes};

/// A drawing of the sprite. Assistive technology passes it by: words say what it shows. Its width is for pages without style.
pub fn drawing(name: &str, class: &str, view_box: &str, context: &PageContext) -> Element {
    let width = view_box.split(' ').nth(2);
    el("svg")
        .class(class)
        .attr("viewBox", view_box)
        .attr_if("width", width)
        .attr("aria-hidden", "true")
        .child(el("use").attr("href", context.drawing(name)))
}

/// A drawing that fills its box and is cut at the sides: its own frame says how.
pub fn stretched(name: &str, class: &str, context: &PageContext) -> Element {
    el("svg").class(class).attr("aria-hidden", "true").child(el("use").attr("href", context.drawing(name)))
}

/// A figure: pictures with their legend, or one picture with a numbered legend or a twin.
pub fn figure(figure: &Figure, context: &PageContext) -> Element {
    let (names, view_box) = pictures(figure.drawing);
    let picture = |name: &str| drawing(name, "drawing", view_box, context);
    let pictures: Vec<Node> = if figure.drawing.numbers() == 0 {
        let mut legend = figure.legend.iter();
        let panels = names.iter().map(|name| {
            let words = legend.next().map(|text| el("p").child(rich(text, context)));
            el("li").child(picture(name)).child(words)
        });
        nodes([el("ol").class("panels").children(panels)])
    } else {
        let lines = figure.legend.iter().map(|text| el("li").child(rich(text, context)));
        nodes(names.iter().map(|name| picture(name)).chain([el("ol").class("legend").children(lines)]))
    };
    let twin = figure.twin.as_ref();
    let twin = twin.map(|twin| el("p").text(labels::TWIN).text(" : ").child(rich(twin, context)));
    el("figure").class("figure").child(el("figcaption").text(&figure.caption.0)).child(pictures).child(twin)
}

/// The drawing's pictures, by their names in the sprite, and their view boxes.
fn pictures(drawing: Drawing) -> (&'static [&'static str], &'static str) {
    const PANEL: &str = "0 0 180 120";
    match drawing {
        Drawing::TreatmentRhythm => (&["figures-rythme"], "0 0 480 130"),
        Drawing::LocalAndSystemic => (&["figures-zone-1", "figures-zone-2"], PANEL),
        Drawing::Chemotherapy => {
            (&["figures-chimiotherapie-1", "figures-chimiotherapie-2", "figures-chimiotherapie-3"], PANEL)
        }
        Drawing::Immunotherapy => {
            (&["figures-immunotherapie-1", "figures-immunotherapie-2", "figures-immunotherapie-3"], PANEL)
        }
        Drawing::TargetedTherapy => {
            (&["figures-therapies-ciblees-1", "figures-therapies-ciblees-2", "figures-therapies-ciblees-3"], PANEL)
        }
        Drawing::HormoneTherapy => {
            (&["figures-hormonotherapie-1", "figures-hormonotherapie-2", "figures-hormonotherapie-3"], PANEL)
        }
        Drawing::RadiationBeams => (&["figures-radiotherapie-1", "figures-radiotherapie-2"], PANEL),
        Drawing::CarePath => (&["figures-parcours"], "0 0 480 210"),
        Drawing::Team => (&["figures-equipe"], "0 0 480 260"),
    }
}

/// The line between sky and paper: another one for each kind of page.
pub fn ridge(context: &PageContext) -> Element {
    let name = match context.page() {
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
    stretched(name, "ridge", context)
}
