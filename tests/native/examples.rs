//! Every piece of the site in its states, as HTML: a change of what a piece is made of is seen in review.

use crate::content;
use ipros::route::Base;
use ipros::site::render::{render, render_examples};
use std::sync::Arc;

#[test]
fn the_examples_of_every_piece_are_the_ones_that_were_reviewed() {
    let page = render_examples(&Arc::new(content()), &Base::parse("/").expect("/")).expect("examples");
    // The name of the drawings' file changes with each drawing.
    let page = page.replace(ipros::embedded::DRAWINGS, "drawings.svg").replace("<section", "\n\n<section");
    insta::assert_snapshot!(page);
}

#[test]
fn every_drawing_that_a_page_names_is_in_the_file_of_drawings() {
    let (content, base) = (Arc::new(content()), Base::parse("/").expect("/"));
    let mut named = 0;
    for route in ipros::route::Route::all(&content) {
        let page = render(&route, &content, &base);
        for part in page.split("/assets/drawings-").skip(1) {
            let name = part.split('#').nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
            let symbol = format!("<symbol id=\"{name}\" ");
            assert!(ipros::embedded::DRAWINGS_FILE.contains(&symbol), "{route:?}: {name}");
            named += 1;
        }
    }
    assert!(named > 1000, "{named} drawings");
}
