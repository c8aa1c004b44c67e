//! Pages without style, and styles without what only new browsers know: read in the right order, nothing broken.

use browser_tests::checks::{self, Findings};
use browser_tests::native::files;
use browser_tests::{Build, Chromium, Outcome, Site, copy_dist, main_text};
use std::fs;

/// A dist whose pages were changed.
async fn changed(change: impl Fn(&str) -> String) -> Result<(tempfile::TempDir, Site), String> {
    let copy = copy_dist(Build::Release)?;
    for path in files(copy.path())? {
        let name = path.to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            fs::remove_file(&path).map_err(|error| error.to_string())?;
        } else if name.ends_with(".html") || name.ends_with(".css") {
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            fs::write(&path, change(&text)).map_err(|error| error.to_string())?;
        }
    }
    let site = Site::at(copy.path()).await?;
    Ok((copy, site))
}

#[tokio::test]
async fn without_any_style_a_page_reads_in_order_and_no_drawing_fills_the_window() -> Outcome {
    let bare = |text: &str| {
        let text = if text.starts_with("@layer") { String::new() } else { text.to_owned() };
        match (text.find("<style>"), text.find("</style>")) {
            (Some(start), Some(end)) => format!("{}{}", &text[..start], &text[end + 8..]),
            _ => text,
        }
    };
    let (copy, site) = changed(bare).await?;
    let browser = Chromium::start().await?;
    for path in ["", "therapies/immunotherapie/", "quand-appeler/"] {
        browser.wake(&site.path(path)).await?;
        let face = browser.text("return getComputedStyle(document.body).fontFamily").await?;
        assert!(!face.contains("Atkinson"), "/{path} has a style: {face}");
        let html = fs::read_to_string(copy.path().join(path).join("index.html")).map_err(|error| error.to_string())?;
        assert_eq!(browser.main_text().await?, main_text(&html), "/{path}");
        let order = "const tops = [...document.querySelectorAll('header, h1, h2, footer')].map(e => e.getBoundingClientRect().top); return tops.every((top, at) => at === 0 || top >= tops[at - 1])";
        assert_eq!(browser.js(order).await?, true, "/{path}: the order on the page is another");
        let icons =
            "return Math.max(...[...document.querySelectorAll('.icon')].map(e => e.getBoundingClientRect().width))";
        assert!(browser.js(icons).await?.as_f64() <= Some(48.0), "/{path}: an icon is large");
    }
    Ok(())
}

#[tokio::test]
async fn without_what_only_new_browsers_know_the_page_has_contrast_and_fits() -> Outcome {
    // Names that no browser knows stand for those that an old one does not know.
    let old = |text: &str| {
        let text = text.replace("light-dark(", "heller-dunkler(").replace(":has(", ":hatte(");
        text.replace("text-wrap", "text-wrapp")
            .replace("scrollbar-gutter", "scrollbar-gutta")
            .replace("overflow: clip", "overflow: klip")
    };
    let (_copy, site) = changed(old).await?;
    let browser = Chromium::start().await?;
    let mut all = Findings::default();
    for path in ["", "therapies/immunotherapie/", "lieux/", "quand-appeler/"] {
        let url = site.path(path);
        browser.wake(&url).await?;
        for theme in ["light", "dark"] {
            checks::media(&browser, "screen", &[("prefers-color-scheme", theme)]).await?;
            checks::contrast(&browser, &format!("{url} {theme}"), &mut all).await?;
        }
        for width in [320, 1280] {
            checks::window(&browser, width, 800).await?;
            checks::overflow(&browser, &format!("{url} {width}"), &mut all).await?;
        }
    }
    all.none();
    Ok(())
}
