//! Nodes in the page: built element by element, for the framework to mount and to replace as a whole.

use super::node::{Element, Node};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};
use wasm_bindgen::{JsCast as _, JsValue};

/// The space that drawings stand in: <https://www.w3.org/2000/svg>.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Builds nodes at the end of `place`.
pub fn append(place: &web_sys::Node, nodes: &[Node]) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    nodes.iter().for_each(|node| push(&document, place, node, false));
}

/// Builds nodes in the place of all that `place` holds.
pub fn replace(place: &web_sys::Element, nodes: &[Node]) {
    place.set_text_content(None);
    append(place, nodes);
}

/// A page that cannot be built whole is not shown in part: what the browser has thrown is thrown on, and the loader, which hears
/// it, gives the links back to the browser.
fn must<T>(done: Result<T, JsValue>) -> T {
    done.unwrap_or_else(|error| wasm_bindgen::throw_val(error))
}

fn push(document: &web_sys::Document, place: &web_sys::Node, node: &Node, drawn: bool) {
    let built: web_sys::Node = match node {
        Node::Text(words) => document.create_text_node(words).into(),
        Node::Element(inner) => element(document, inner, drawn).into(),
    };
    must(place.append_child(&built));
}

fn element(document: &web_sys::Document, node: &Element, drawn: bool) -> web_sys::Element {
    let drawn = drawn || node.tag == "svg";
    let built = if drawn { document.create_element_ns(Some(SVG), node.tag) } else { document.create_element(node.tag) };
    let built = must(built);
    for (name, value) in &node.attributes {
        must(built.set_attribute(name, value));
    }
    match node.children.as_slice() {
        [Node::Text(words)] => built.set_text_content(Some(words)),
        all => all.iter().for_each(|child| push(document, &built, child, drawn)),
    }
    built
}

/// A page for the framework: replaced as a whole when it changes, never patched.
#[derive(Debug)]
pub struct Page(pub Vec<Node>);

/// The page's nodes in the document.
#[derive(Debug)]
pub struct PageState(Vec<web_sys::Node>);

impl Render for Page {
    type State = PageState;

    fn build(self) -> Self::State {
        let fragment = web_sys::window().and_then(|window| window.document()).map(|d| d.create_document_fragment());
        let Some(fragment) = fragment else { return PageState(Vec::new()) };
        append(&fragment, &self.0);
        let children = fragment.child_nodes();
        PageState((0..children.length()).filter_map(|at| children.item(at)).collect())
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for PageState {
    fn unmount(&mut self) {
        for node in &self.0 {
            if let Some(parent) = node.parent_node() {
                must(parent.remove_child(node));
            }
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        for node in &self.0 {
            must(parent.insert_before(node, marker));
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(first) = self.0.first() else { return false };
        let parent = first.parent_node().and_then(|parent| parent.dyn_into::<web_sys::Element>().ok());
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(first));
            true
        })
    }

    fn elements(&self) -> Vec<types::Element> {
        self.0.iter().filter_map(|node| node.clone().dyn_into().ok()).collect()
    }
}

impl AddAnyAttr for Page {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

/// The framework asks every view for this; the program neither writes HTML nor adopts a page that stands already.
impl RenderHtml for Page {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
