//! The text of a page as its HTML file has it.

use scraper::{Html, Node, Selector};

/// The text of `main` without the controls that need the code, white space folded.
#[must_use]
pub fn main_text(html: &str) -> String {
    let page = Html::parse_document(html);
    let Ok(main) = Selector::parse("main") else { return String::new() };
    let mut text = String::new();
    if let Some(main) = page.select(&main).next() {
        for node in main.descendants() {
            let Node::Text(words) = node.value() else { continue };
            let needs_code =
                node.ancestors().any(|a| a.value().as_element().is_some_and(|e| e.attr("data-needs-code").is_some()));
            if !needs_code {
                text.push_str(words);
            }
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
