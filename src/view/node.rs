//! The one way that views are written: a tree of elements and texts, as plain data.
//!
//! A view is a function from data to [`Node`]s. The site tool writes them to HTML files ([`html`]), the program builds them in
//! the page (`view/dom.rs`): one tree, so that both give the same. No text of HTML is ever parsed for it.

/// An element or a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
}

/// An element, its attributes and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) children: Vec<Node>,
}

/// An empty element.
#[must_use]
pub fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// What can stand in an element: nodes, texts, and some or none of them.
pub trait IntoNodes {
    /// Adds them at the end.
    fn push_to(self, nodes: &mut Vec<Node>);
}

impl IntoNodes for Node {
    fn push_to(self, nodes: &mut Vec<Node>) {
        match self {
            Self::Element(_) => nodes.push(self),
            Self::Text(words) => push_text(nodes, &words),
        }
    }
}

impl IntoNodes for Element {
    fn push_to(self, nodes: &mut Vec<Node>) {
        nodes.push(Node::Element(self));
    }
}

impl IntoNodes for &str {
    fn push_to(self, nodes: &mut Vec<Node>) {
        push_text(nodes, self);
    }
}

impl IntoNodes for String {
    fn push_to(self, nodes: &mut Vec<Node>) {
        push_text(nodes, &self);
    }
}

impl<N: IntoNodes> IntoNodes for Option<N> {
    fn push_to(self, nodes: &mut Vec<Node>) {
        if let Some(node) = self {
            node.push_to(nodes);
        }
    }
}

impl<N: IntoNodes> IntoNodes for Vec<N> {
    fn push_to(self, nodes: &mut Vec<Node>) {
        for node in self {
            node.push_to(nodes);
        }
    }
}

/// Texts that stand side by side are one text, as they are for whoever parses HTML.
// Not inlined: a page calls this a hundred times.
#[inline(never)]
fn push_text(nodes: &mut Vec<Node>, words: &str) {
    match nodes.last_mut() {
        _ if words.is_empty() => {}
        Some(Node::Text(before)) => before.push_str(words),
        _ => nodes.push(Node::Text(words.to_owned())),
    }
}

/// Several things as one list of nodes.
#[must_use]
pub fn nodes<N: IntoNodes>(all: impl IntoIterator<Item = N>) -> Vec<Node> {
    let mut nodes = Vec::new();
    for one in all {
        one.push_to(&mut nodes);
    }
    nodes
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.push_attribute(name, value.as_ref());
        self
    }

    /// With an attribute, when there is a value.
    #[must_use]
    pub fn attr_if(mut self, name: &'static str, value: Option<impl AsRef<str>>) -> Self {
        if let Some(value) = value {
            self.push_attribute(name, value.as_ref());
        }
        self
    }

    #[inline(never)]
    fn push_attribute(&mut self, name: &'static str, value: &str) {
        self.attributes.push((name, value.to_owned()));
    }

    /// With its class.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// With a text at the end.
    #[must_use]
    pub fn text(mut self, words: impl AsRef<str>) -> Self {
        push_text(&mut self.children, words.as_ref());
        self
    }

    /// With something more at the end.
    #[must_use]
    pub fn child(mut self, child: impl IntoNodes) -> Self {
        child.push_to(&mut self.children);
        self
    }

    /// With several things more at the end.
    #[must_use]
    pub fn children<N: IntoNodes>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        for child in children {
            child.push_to(&mut self.children);
        }
        self
    }
}

/// The HTML of nodes, one after the other.
#[must_use]
pub fn html(nodes: &[Node]) -> String {
    let mut html = String::new();
    nodes.iter().for_each(|node| write(node, &mut html));
    html
}

/// Elements that have no end tag: <https://html.spec.whatwg.org/multipage/syntax.html#void-elements>.
const VOID: [&str; 3] = ["br", "input", "link"];

fn write(node: &Node, html: &mut String) {
    let element = match node {
        Node::Text(words) => return escape(words, html),
        Node::Element(element) => element,
    };
    html.push('<');
    html.push_str(element.tag);
    for (name, value) in &element.attributes {
        for part in [" ", name, "=\""] {
            html.push_str(part);
        }
        escape(value, html);
        html.push('"');
    }
    html.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    element.children.iter().for_each(|node| write(node, html));
    for part in ["</", element.tag, ">"] {
        html.push_str(part);
    }
}

fn escape(words: &str, html: &mut String) {
    for character in words.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{el, html, nodes};

    #[test]
    fn texts_that_stand_side_by_side_are_one_and_signs_of_html_are_escaped() {
        let line = el("p").attr("title", "\"<>").text("a & ").text("b").child(el("br")).child(None::<&str>).text("<c>");
        assert_eq!(line.children.len(), 3, "{line:?}");
        let again = el("p").text("a ").child(nodes(["b", "c"]));
        assert_eq!(again.children.len(), 1, "a list of texts joins the text before it");
        assert_eq!(html(&nodes([line])), "<p title=\"&quot;&lt;&gt;\">a &amp; b<br>&lt;c&gt;</p>");
    }
}
