//! A tab that stays open shows newer content from the next page on, and only content that may be shown.

use browser_tests::{Build, Chromium, Outcome, Site, copy_dist, dataset};
use ipros::content::bundle::BUNDLE_VERSION;
use ipros::content::id::PageId;
use ipros::content::inline::{Inline, RichText};
use ipros::content::{Block, Dataset};
use ipros::site::dist::asset::hash;
use std::fs;
use std::path::Path;

const SENTENCE: &str = "Cette phrase vient d’être publiée.";

/// Publishes a bundle beside the one that the build carries.
fn publish(dist: &Path, bundle: &str, integrity: &str) -> Outcome {
    let version = serde_json::json!({ "schema": BUNDLE_VERSION, "file": "content-new.bundle", "integrity": integrity });
    fs::write(dist.join("assets/content-new.bundle"), bundle).map_err(|error| error.to_string())?;
    fs::write(dist.join("content-version.json"), version.to_string()).map_err(|error| error.to_string())?;
    for packed in ["br", "gz"] {
        drop(fs::remove_file(dist.join(format!("content-version.json.{packed}"))));
    }
    Ok(())
}

/// The dataset with one more sentence on a page.
fn changed() -> Result<Dataset, String> {
    let mut data = dataset();
    let page = data.pages.get_mut(&PageId::parse("therapies").map_err(|error| error.to_string())?).ok_or("no page")?;
    let text = RichText(vec![Inline::Plain(SENTENCE.to_owned())]);
    page.blocks.insert(0, Block::Paragraph(ipros::content::block::Paragraph { text, sources: vec![] }));
    Ok(data)
}

/// Opens the home page, waits until the published bundle has been asked for, goes on to the changed page.
async fn next_page(bundle: &str, integrity: &str, wait_for: &str) -> Result<(Site, Chromium, String), String> {
    let copy = copy_dist(Build::Release)?;
    publish(copy.path(), bundle, integrity)?;
    let (site, browser) = (Site::at(copy.path()).await?, Chromium::start().await?);
    browser.ready(&site.path("")).await?;
    browser.js("window.sameDocument = true").await?;
    let asked = format!(
        "return performance.getEntriesByType('resource').some(e => e.name.includes('{wait_for}') && e.responseEnd > 0)"
    );
    browser.until(wait_for, &asked).await?;
    let idle = "const done = arguments[arguments.length - 1]; requestIdleCallback(() => requestIdleCallback(() => done(true)))";
    browser.js_async(idle, vec![]).await?;
    browser.click("main .card__title[href$='/therapies/']").await?;
    browser.until("the next page", "return location.pathname.endsWith('/therapies/') && window.sameDocument").await?;
    browser.until("the next page is shown", "return document.activeElement.tagName === 'H1'").await?;
    let text = browser.main_text().await?;
    Ok((site, browser, text))
}

#[tokio::test]
async fn a_published_sentence_is_seen_on_the_next_page_without_a_reload() -> Outcome {
    let bundle = changed()?.to_bundle();
    let (_site, _browser, text) = next_page(&bundle, &hash(bundle.as_bytes()), "content-new.bundle").await?;
    assert!(text.contains(SENTENCE), "{text}");
    Ok(())
}

#[tokio::test]
async fn content_of_another_version_is_not_shown() -> Outcome {
    let bundle = changed()?.to_bundle();
    let schema = format!("\"schema\":{BUNDLE_VERSION}");
    let other = bundle.replacen(&schema, "\"schema\":99", 1);
    let (_site, _browser, text) = next_page(&other, &hash(other.as_bytes()), "content-new.bundle").await?;
    assert!(!text.contains(SENTENCE), "content of another version was shown");
    Ok(())
}

#[tokio::test]
async fn content_with_another_hash_is_not_shown() -> Outcome {
    let bundle = changed()?.to_bundle();
    let (_site, _browser, text) = next_page(&bundle, &hash(b"something else"), "content-version.json").await?;
    assert!(!text.contains(SENTENCE), "content with a wrong hash was shown");
    Ok(())
}
