//! The index: pages, terms and everyday words, by letter.

use super::PageProps;
use super::article::frame;
use crate::components::filter::filter;
use crate::components::letters::{entry, letters};
use crate::search::alphabetical;
use crate::view::Node;

/// The index.
pub fn index(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let list = letters(&alphabetical::index(&context.content), |found| {
        entry(found.route.href(context.base()), &found.words, None)
    });
    frame(props, vec![filter(), list])
}
