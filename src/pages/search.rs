//! The search on a page of its own: the field first, its results below it, then what can be said of it. Without code, the text
//! leads to the index and the site map.

use super::PageProps;
use super::article::framed;
use crate::components::block::blocks;
use crate::components::page_end::page_end;
use crate::components::search_field::search_box;
use crate::view::{IntoNodes as _, Node, nodes};

/// The search page.
pub fn search(props: &PageProps<'_>) -> Vec<Node> {
    let PageProps { body, context, .. } = props;
    let mut flow = nodes([search_box()]);
    blocks(&body.blocks, 0..body.blocks.len(), context).push_to(&mut flow);
    page_end(body, context).push_to(&mut flow);
    framed(props, "wrap body", flow)
}
