//! Views that do not change once they are shown: a page is replaced as a whole, never patched.
//!
//! Leptos' own type erasure compiles, for every kind of view, ways to build, patch, hydrate, hydrate while code is still
//! loading, and to erase the state of each. Pages here need building and hydrating alone. `Boxed` is the one type that
//! Leptos erases; what it holds is behind a vtable of two entries (figures in README.md, "Decisions").

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};

/// Erases a view's type at the end of a piece or page.
pub trait IntoStill {
    /// The view, its type erased.
    fn still(self) -> AnyView;
}

impl<V: IntoView + 'static> IntoStill for V {
    fn still(self) -> AnyView {
        // What leaves nothing in the page (`()`) needs the placeholder that Leptos gives it.
        if V::EXISTS { Boxed(Box::new(self.into_view())).into_any() } else { self.into_any() }
    }
}

/// Erases the type of each of several views: one list type for all lists.
pub trait IntoStills {
    /// The views, one after the other.
    fn stills(self) -> AnyView;
}

impl<V: IntoView + 'static, I: IntoIterator<Item = V>> IntoStills for I {
    fn stills(self) -> AnyView {
        self.into_iter().map(IntoStill::still).collect::<Vec<_>>().still()
    }
}

/// What a view can do, whatever its type.
trait Piece: Send {
    fn build(self: Box<Self>) -> Box<dyn Mountable>;
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable>;
    #[cfg(feature = "ssr")]
    fn length(&self) -> usize;
    #[cfg(feature = "ssr")]
    fn write(
        self: Box<Self>,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark: bool,
        extra: Vec<AnyAttribute>,
    );
}

impl<V: RenderHtml + 'static> Piece for V {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new(Render::build(*self))
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable> {
        Box::new(RenderHtml::hydrate::<true>(*self, cursor, position))
    }

    #[cfg(feature = "ssr")]
    fn length(&self) -> usize {
        self.html_len()
    }

    #[cfg(feature = "ssr")]
    fn write(
        self: Box<Self>,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark: bool,
        extra: Vec<AnyAttribute>,
    ) {
        self.to_html_with_buf(buf, position, escape, mark, extra);
    }
}

/// A view behind a vtable: replaced, not patched.
struct Boxed(Box<dyn Piece>);

/// Its nodes in the page.
struct BoxedState(Box<dyn Mountable>);

impl Mountable for BoxedState {
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
        self.0.elements()
    }
}

impl Render for Boxed {
    type State = BoxedState;

    fn build(self) -> Self::State {
        BoxedState(self.0.build())
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for Boxed {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl RenderHtml for Boxed {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    /// Pages wait for nothing.
    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn html_len(&self) -> usize {
        #[cfg(feature = "ssr")]
        return self.0.length();
        #[cfg(not(feature = "ssr"))]
        0
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        #[cfg(feature = "ssr")]
        self.0.write(buf, position, escape, mark_branches, extra_attrs);
        #[cfg(not(feature = "ssr"))]
        let _ = (buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        BoxedState(self.0.hydrate(cursor, position))
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
