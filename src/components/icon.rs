//! A handful of icons, always beside a word. Their lines are in `assets/drawings/icons/`: Lucide (ISC licence).

use super::PageContext;
use super::drawing::drawing;
use crate::view::Element;

/// The icons in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A telephone.
    Phone,
    /// A printer.
    Printer,
    /// A magnifying glass.
    Search,
    /// Three lines.
    Menu,
    /// A tick.
    Check,
    /// A cross.
    Cross,
    /// A pin on a map.
    Pin,
    /// A clock.
    Clock,
    /// An arrow to the right.
    Right,
    /// An arrow to the left.
    Left,
    /// A chevron that points down.
    Down,
    /// A sheet of paper.
    Sheet,
}

impl Icon {
    fn name(self) -> &'static str {
        match self {
            Self::Phone => "icons-telephone",
            Self::Printer => "icons-imprimante",
            Self::Search => "icons-loupe",
            Self::Menu => "icons-menu",
            Self::Check => "icons-oui",
            Self::Cross => "icons-non",
            Self::Pin => "icons-repere",
            Self::Clock => "icons-horloge",
            Self::Right => "icons-droite",
            Self::Left => "icons-gauche",
            Self::Down => "icons-bas",
            Self::Sheet => "icons-page",
        }
    }
}

/// An icon; hidden from assistive technology, since a word stands beside it.
pub fn icon(icon: Icon, context: &PageContext) -> Element {
    drawing(icon.name(), "icon", "0 0 24 24", context)
}
