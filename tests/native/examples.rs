//! Every piece of the site in its states, as HTML: a change of what a piece is made of is seen in review.

use crate::{content, place, root};
use ipros::site::build::drawings::drawings;
use ipros::site::build::render::{render, render_examples};
use std::sync::Arc;

#[test]
fn the_examples_of_every_piece_are_the_ones_that_were_reviewed() {
    let page = render_examples(&Arc::new(content()), &place("/")).expect("examples");
    insta::assert_snapshot!(page.replace("<section", "\n\n<section"));
}

#[test]
fn every_drawing_that_a_page_names_is_in_the_file_of_drawings() {
    let (content, place) = (Arc::new(content()), place("/"));
    let file = drawings(&root()).expect("the drawings");
    let mut named = 0;
    for route in ipros::route::Route::all(&content) {
        let page = render(&route, &content, &place);
        for part in page.split("/assets/drawings.svg").skip(1) {
            let name = part.split('#').nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
            let symbol = format!("<symbol id=\"{name}\" ");
            assert!(file.contains(&symbol), "{route:?}: {name}");
            named += 1;
        }
    }
    assert!(named > 1000, "{named} drawings");
}

/// A drawing file, as the build reads it.
fn file(name: &str, inner: &str) -> (String, String) {
    (name.to_owned(), format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n{inner}\n</svg>\n"))
}

#[test]
fn a_slip_in_a_drawing_is_told_with_its_file() {
    let coast =
        r#"{"geometries": [{"type": "MultiPolygon", "coordinates": [[[[5.0, 43.4], [5.4, 43.2], [5.0, 43.2]]]]}]}"#;
    let shapes = [file("pin", "<path d=\"M0 0\"/>"), file("boat", "<path d=\"M2 2\"/>")];
    let make = |inner: &str| ipros::site::build::sprite::sprite(&[file("essai", inner)], &shapes, coast);
    let told = |inner: &str| make(inner).expect_err(inner);
    assert!(told(r#"<path class="rose" d="M0 0"/>"#).contains("assets/drawings/essai.svg: no class rose"));
    assert!(told(r##"<use href="#chêne"/>"##).contains("no shape chêne"));
    assert!(told(r#"<path class="far bare" d="M0 0"/>"#).contains("twice"));
    let good = make(r##"<use href="#pin" transform="scale(2)"/><path class="paper" d="M1 1"/>"##).expect("a sprite");
    assert!(
        good.contains(r#"<g transform="scale(2)"><path vector-effect="non-scaling-stroke" d="M0 0"/></g>"#),
        "{good}"
    );
    assert!(good.contains(r#"fill="var(--paper,#fcf8f0)" d="M1 1""#), "{good}");
}

#[test]
fn the_file_of_drawings_is_well_formed() {
    let options = resvg::usvg::Options::default();
    resvg::usvg::Tree::from_str(&drawings(&root()).expect("the drawings"), &options).expect("XML");
}
