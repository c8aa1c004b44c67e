//! Two pages about the copies on the device: what can be read without network, and privacy with the button that removes them.
//!
//! `assets/loader.js` fills the place that they hold: the copies are the worker's, and the program knows nothing of them.

use super::PageProps;
use super::article::frame;
use crate::view::{Node, el};

/// What can be read without network.
pub fn offline(props: &PageProps<'_>) -> Vec<Node> {
    with_place(props, "list")
}

/// What the site knows of its readers: nothing; and how to remove its copies.
pub fn privacy(props: &PageProps<'_>) -> Vec<Node> {
    with_place(props, "remove")
}

fn with_place(props: &PageProps<'_>, what: &str) -> Vec<Node> {
    frame(props, el("div").class("copies").attr("data-copies", what).attr("data-needs-code", ""))
}
