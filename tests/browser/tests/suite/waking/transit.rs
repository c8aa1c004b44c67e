//! Pages that a host, a proxy, a minifier or a translator changed on their way: readable, quiet, and never an incident.

use super::{Failures, KINDS, alive, file, has_text_of, leads_on, letters, must, quiet, rests};
use browser_tests::transit::{self, Change, changed};
use browser_tests::{Build, Chromium, Outcome, Site, main_text};
use serde_json::json;
use std::fs;

/// A page of each kind, changed on its way, awake or asleep.
async fn survives(change: Change) -> Outcome {
    let (site, browser) = (changed(change).await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for page in KINDS {
        failures.note(&format!("/{page}"), one(&site, &browser, page).await);
        drop(browser.console().await?);
    }
    failures.none()
}

async fn one(site: &Site, browser: &Chromium, page: &str) -> Outcome {
    let awake = rests(browser, &site.path(page)).await?;
    has_text_of(browser, &file(page)).await?;
    if awake {
        alive(browser).await?;
    }
    leads_on(browser, &file(page)).await?;
    quiet(browser, &[]).await
}

#[tokio::test]
async fn pages_whose_comments_were_taken_out_are_not_harmed() -> Outcome {
    survives(transit::without_comments).await
}

#[tokio::test]
async fn pages_with_comments_more_are_not_harmed() -> Outcome {
    survives(transit::with_comments).await
}

#[tokio::test]
async fn pages_whose_blank_texts_were_taken_out_are_not_harmed() -> Outcome {
    survives(transit::without_blanks).await
}

#[tokio::test]
async fn pages_that_a_minifier_has_folded_are_not_harmed() -> Outcome {
    survives(transit::minified).await
}

#[tokio::test]
async fn pages_without_optional_quotes_and_end_tags_are_not_harmed() -> Outcome {
    survives(transit::without_quotes_and_ends).await
}

#[tokio::test]
async fn pages_whose_attributes_were_turned_round_are_not_harmed() -> Outcome {
    survives(transit::with_attributes_turned_round).await
}

#[tokio::test]
async fn pages_with_an_attribute_more_are_not_harmed() -> Outcome {
    survives(transit::with_an_attribute_more).await
}

#[tokio::test]
async fn pages_with_an_element_around_their_text_are_not_harmed() -> Outcome {
    survives(transit::with_main_wrapped).await
}

#[tokio::test]
async fn pages_with_an_element_around_each_paragraph_are_not_harmed() -> Outcome {
    survives(transit::with_paragraphs_wrapped).await
}

#[tokio::test]
async fn pages_that_lack_an_element_are_not_harmed() -> Outcome {
    survives(transit::with_an_element_taken_out).await
}

#[tokio::test]
async fn pages_with_elements_more_are_not_harmed() -> Outcome {
    survives(transit::with_elements_added).await
}

#[tokio::test]
async fn pages_that_were_translated_before_they_wake_up_are_not_harmed() -> Outcome {
    survives(transit::translated).await
}

/// An extension does not ask when: at the last moment before the program starts, and while it does.
#[tokio::test]
async fn pages_that_an_extension_changes_while_they_wake_up_are_not_harmed() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let wrap = "window.wrapped = 0;
        const wrap = (selector) => () => {
            for (const part of document.querySelectorAll(selector)) {
                const font = document.createElement('font');
                font.append(...part.childNodes);
                part.append(font);
                window.wrapped += 1;
            }
        };
        addEventListener('DOMContentLoaded', wrap('main p, main li'));
        addEventListener('load', wrap('main h2, main dd, footer p'));";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": wrap })).await?;
    let mut failures = Failures::default();
    for page in KINDS {
        failures.note(&format!("/{page}"), one(&site, &browser, page).await);
        let wrapped = browser.js("return window.wrapped").await?.as_u64();
        failures.note(&format!("/{page}"), must(wrapped > Some(2), "the page was not changed"));
    }
    failures.none()
}

/// A change that changes nothing would prove nothing.
#[tokio::test]
async fn every_change_changes_pages_but_not_their_letters() -> Outcome {
    let all: [(&str, Change); 11] = [
        ("comments", transit::with_comments),
        ("blanks", transit::without_blanks),
        ("minified", transit::minified),
        ("quotes", transit::without_quotes_and_ends),
        ("turned", transit::with_attributes_turned_round),
        ("attribute", transit::with_an_attribute_more),
        ("main", transit::with_main_wrapped),
        ("paragraphs", transit::with_paragraphs_wrapped),
        ("taken out", transit::with_an_element_taken_out),
        ("added", transit::with_elements_added),
        ("translated", transit::translated),
    ];
    let mut failures = Failures::default();
    for (name, change) in all {
        let mut changed = 0;
        for page in KINDS {
            let html =
                fs::read_to_string(Build::Release.folder().join(file(page))).map_err(|e| format!("{page}: {e}"))?;
            let other = change(&html);
            changed += usize::from(other != html);
            let same = letters(&main_text(&other)) == letters(&main_text(&html));
            failures.note(&format!("{name}, /{page}"), must(same, "other letters"));
        }
        failures.note(name, must(changed > KINDS.len() / 2, format!("only {changed} pages were changed")));
    }
    failures.none()
}
