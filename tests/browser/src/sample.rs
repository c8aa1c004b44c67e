//! Which routes a test looks at when looking at all of them is left to `cargo xtask audit`.

use ipros::route::Route;
use std::collections::BTreeSet;

/// The kind of a route: a page that stands alone is its own kind, the pages below a section are one, their twins another.
#[must_use]
pub fn kind(route: &Route) -> String {
    let file = route.file();
    let parts: Vec<&str> = file.trim_end_matches("index.html").split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [section, .., "simple"] => format!("{section}/…/simple"),
        [section, _, ..] => format!("{section}/…"),
        alone => alone.join("/"),
    }
}

/// The first route of each kind, and a fifth of the others: which one turns with the build (`turn`, a build id).
#[must_use]
pub fn kinds_and_a_fifth(routes: Vec<Route>, turn: &str) -> Vec<Route> {
    let turn = turn.bytes().map(usize::from).sum::<usize>() % 5;
    let mut kinds = BTreeSet::new();
    let chosen = |(at, route): &(usize, Route)| kinds.insert(kind(route)) || at % 5 == turn;
    routes.into_iter().enumerate().filter(chosen).map(|(_, route)| route).collect()
}
