//! A list under letters, with a link to each letter.

use super::IntoStill;
use crate::alphabet::Letters;
use crate::labels;
use leptos::prelude::*;

/// The letters, then each with its entries, as `entry` shows them.
pub fn letters<T>(letters: &Letters<T>, entry: impl Fn(&T) -> AnyView) -> AnyView {
    let links = letters.keys().map(|letter| {
        view! { <li><a href=format!("#lettre-{}", anchor(letter)) rel="external">{letter.clone()}</a></li> }
    });
    let groups = letters.iter().map(|(letter, entries)| {
        view! {
            <section class="letter">
                <h2 id=format!("lettre-{}", anchor(letter)) tabindex="-1">{letter.clone()}</h2>
                <ul class="links">{entries.values().map(&entry).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <nav class="letters" aria-label=labels::LETTERS><ul>{links.collect_view()}</ul></nav>
        {groups.collect_view()}
    }
    .still()
}

/// A letter's name in an address.
fn anchor(letter: &str) -> String {
    if letter.len() == 1 { letter.to_ascii_lowercase() } else { "chiffres".to_owned() }
}
