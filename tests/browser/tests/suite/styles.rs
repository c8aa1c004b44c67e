//! The page is styled at its first paint, whatever became of the policy around it.

use browser_tests::{Build, Chromium, Outcome, Site, copy_dist};
use std::fs;

const INK: &str = "return getComputedStyle(document.querySelector('.site-footer')).backgroundColor";

#[tokio::test]
async fn nothing_blocks_the_first_paint() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.wake(&site.path("therapies/chimiotherapie/")).await?;
    let blocking = "return performance.getEntriesByType('resource').filter(e => e.renderBlockingStatus === 'blocking')
        .map(e => e.name).join(' ')";
    assert_eq!(browser.text(blocking).await?, "");
    Ok(())
}

#[tokio::test]
async fn a_page_whose_inline_style_is_refused_is_styled_by_the_sheet() -> Outcome {
    let usual = {
        let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
        browser.wake(&site.path("therapies/")).await?;
        browser.text(INK).await?
    };
    // Old page under a new header, and the reverse, come down to this: the header names another hash.
    let copy = copy_dist(Build::Release)?;
    let path = copy.path().join("_headers");
    let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let (before, after) = text.split_once("style-src 'self' 'sha256-").ok_or("no style hash in _headers")?;
    let other =
        format!("{before}style-src 'self' 'sha256-{}{}", if after.starts_with('A') { "B" } else { "A" }, &after[1..]);
    fs::write(&path, other).map_err(|error| error.to_string())?;
    let (site, browser) = (Site::at(copy.path()).await?, Chromium::start().await?);
    browser.wake(&site.path("therapies/")).await?;
    let said = browser.console().await?;
    assert!(said.iter().any(|line| line.contains("inline style")), "the inline style was not refused: {said:?}");
    assert_eq!(browser.text(INK).await?, usual);
    Ok(())
}
