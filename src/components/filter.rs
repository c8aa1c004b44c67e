//! A field that narrows the entries (`data-entry`) of the page as one types; accents and capitals do not count.

use super::IntoStill;
use crate::browser::words;
use crate::labels;
use crate::text::fold::fold;
use leptos::prelude::*;

/// The field and the number of entries that it leaves, announced politely.
pub fn filter() -> AnyView {
    let left = RwSignal::new(String::new());
    let narrow = move |text: String| {
        let wanted = fold(&text);
        let parts: Vec<&str> = wanted.split(' ').collect();
        let count = words::filter(|entry| {
            let entry = fold(entry);
            parts.iter().all(|part| entry.contains(part))
        });
        left.set(if wanted.is_empty() { String::new() } else { format!("{count} {}", labels::ENTRIES) });
    };
    view! {
        <div class="filter" data-needs-code="">
            <label class="search__label" for="filtre">{labels::FILTER}</label>
            <input class="search__field" id="filtre" type="text" autocomplete="off" autocapitalize="none" spellcheck="false"
                on:input=move |event| narrow(event_target_value(&event))/>
            <p class="search__count" role="status">{move || left.get()}</p>
        </div>
    }
    .still()
}
