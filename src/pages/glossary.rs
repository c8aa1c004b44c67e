//! The glossary: every term with its definition, by letter.

use super::PageProps;
use super::article::frame;
use crate::components::filter::filter;
use crate::components::letters::{entry, letters};
use crate::route::Route;
use crate::search::alphabetical;
use crate::view::Node;

/// The glossary.
pub fn glossary(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let list = letters(&alphabetical::terms(&context.content), |term| {
        let href = Route::Term(term.id.clone()).href(context.base());
        entry(href, &term.full_name(), Some(&term.definition.to_plain()))
    });
    frame(props, vec![filter(), list])
}
