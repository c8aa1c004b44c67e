//! A handful of icons, always beside a word. Paths: Lucide (ISC licence).

use leptos::prelude::*;

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
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Phone => {
                "M13.8 16.6a1 1 0 0 0 1.2-.3l.4-.5a2 2 0 0 1 1.6-.8h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.5.4a1 1 0 0 0-.3 1.2 14 14 0 0 0 6.4 6.4"
            }
            Self::Printer => {
                "M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M6 9V3h12v6M6 14h12v8H6z"
            }
            Self::Search => "m21 21-4.3-4.3M11 19a8 8 0 1 0 0-16 8 8 0 0 0 0 16",
            Self::Menu => "M4 6h16M4 12h16M4 18h16",
            Self::Check => "M20 6 9 17l-5-5",
            Self::Cross => "M18 6 6 18M6 6l12 12",
            Self::Pin => {
                "M20 10c0 5-5.5 10.2-7.4 11.8a1 1 0 0 1-1.2 0C9.5 20.2 4 15 4 10a8 8 0 0 1 16 0M12 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6"
            }
            Self::Clock => "M12 6v6l4 2M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20",
            Self::Right => "M5 12h14M12 5l7 7-7 7",
            Self::Left => "M19 12H5M12 19l-7-7 7-7",
            Self::Down => "m6 9 6 6 6-6",
        }
    }
}

/// An icon; hidden from assistive technology, since a word stands beside it.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.path()></path>
        </svg>
    }
}
