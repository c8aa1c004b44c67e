//! Elements as plain data, of one type whatever they hold: lists that are built from the dataset, and search results.
//!
//! Leptos gives each shape of view a type, and compiles building and hydrating for each. A [`Piece`] has one type for all
//! shapes and no code of its own: it is written to HTML, or built in the page element by element (never from a text of
//! HTML), or, when it stands in the page already, left as it stands: nothing in it changes or listens.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::renderer::{CastFrom as _, Rndr};
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};

/// An element, its attributes and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    inner: Vec<Inner>,
}

#[derive(Clone, Debug, PartialEq)]
enum Inner {
    Text(String),
    Piece(Piece),
}

/// An empty element.
#[must_use]
pub fn piece(tag: &'static str) -> Piece {
    Piece { tag, attributes: Vec::new(), inner: Vec::new() }
}

impl Piece {
    /// With an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.push_attribute(name, value.as_ref());
        self
    }

    /// With more text.
    #[must_use]
    pub fn text(mut self, words: impl AsRef<str>) -> Self {
        self.push_text(words.as_ref());
        self
    }

    // Not inlined: a page calls these a hundred times.
    #[inline(never)]
    fn push_attribute(&mut self, name: &'static str, value: &str) {
        self.attributes.push((name, value.to_owned()));
    }

    #[inline(never)]
    fn push_text(&mut self, words: &str) {
        self.inner.push(Inner::Text(words.to_owned()));
    }

    #[inline(never)]
    fn push(&mut self, piece: Self) {
        self.inner.push(Inner::Piece(piece));
    }

    /// With more elements.
    #[must_use]
    pub fn with(mut self, pieces: impl IntoIterator<Item = Self>) -> Self {
        for piece in pieces {
            self.push(piece);
        }
        self
    }

    /// Its HTML.
    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.tag);
        for (name, value) in &self.attributes {
            for part in [" ", name, "=\""] {
                html.push_str(part);
            }
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        for inner in &self.inner {
            match inner {
                Inner::Text(words) => escape(words, html),
                Inner::Piece(piece) => piece.write(html),
            }
        }
        for part in ["</", self.tag, ">"] {
            html.push_str(part);
        }
    }

    fn element(&self) -> Element {
        let drawn = matches!(self.tag, "svg" | "use");
        let element = Rndr::create_element(self.tag, drawn.then_some("http://www.w3.org/2000/svg"));
        for (name, value) in &self.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        for inner in &self.inner {
            match inner {
                Inner::Text(words) => Rndr::insert_node(&element, &Rndr::create_text_node(words), None),
                Inner::Piece(piece) => Rndr::insert_node(&element, &piece.element(), None),
            }
        }
        element
    }
}

fn escape(text: &str, html: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(sign),
        }
    }
}

/// The element in the page.
pub struct PieceState(Element);

impl Mountable for PieceState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone()]
    }
}

impl Render for Piece {
    type State = PieceState;

    fn build(self) -> Self::State {
        PieceState(self.element())
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for Piece {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl RenderHtml for Piece {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    /// Pieces wait for nothing.
    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn to_html_with_buf(self, buf: &mut String, position: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        self.write(buf);
        *position = Position::NextChild;
    }

    /// The element stands there already, with all that it holds.
    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let element = Element::cast_from(cursor.current()).expect("the page was written by these views");
        position.set(Position::NextChild);
        PieceState(element)
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
