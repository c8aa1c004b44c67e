//! Paper: it says what the screen says, with sources, date and address; and what must fit one sheet does.

use browser_tests::checks::{self, Findings};
use browser_tests::{Build, Chromium, Outcome, Site, walked_routes};
use serde_json::json;

#[tokio::test]
async fn paper_says_what_the_screen_says_on_every_page() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut all = Findings::default();
    for route in walked_routes() {
        let url = site.url(&route);
        browser.wake(&url).await?;
        checks::media(&browser, "print", &[]).await?;
        let paper = checks::words(&browser).await?;
        let address = format!(
            "return document.querySelector('.on-paper').checkVisibility() && document.querySelector('.on-paper').textContent.includes('{}')",
            route.href(&site.base)
        );
        let address = browser.js(&address).await?;
        checks::media(&browser, "screen", &[]).await?;
        browser.js("for (const folded of document.querySelectorAll('main details')) folded.open = true").await?;
        let screen = checks::words(&browser).await?;
        if paper != screen {
            let at = paper.split(' ').zip(screen.split(' ')).position(|(a, b)| a != b).unwrap_or(0);
            let part = |text: &str| text.split(' ').skip(at.saturating_sub(3)).take(12).collect::<Vec<_>>().join(" ");
            all.add(&url, [format!("paper « {} », screen « {} »", part(&paper), part(&screen))]);
        }
        if address != true {
            all.add(&url, ["the page's address is not on paper".to_owned()]);
        }
    }
    all.none();
    Ok(())
}

/// How many sheets of A4 a page takes.
async fn sheets(browser: &Chromium, url: &str) -> Result<usize, String> {
    use base64::Engine as _;
    browser.wake(url).await?;
    let paper =
        json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false, "preferCSSPageSize": true });
    let answer = browser.cdp("Page.printToPDF", paper).await?;
    let data = answer["data"].as_str().ok_or("no paper")?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(data).map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).matches("/Type /Page\n").count())
}

#[tokio::test]
async fn the_short_version_of_when_to_call_takes_one_sheet() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    assert_eq!(sheets(&browser, &site.path("quand-appeler/simple/")).await?, 1, "quand appeler, version simple");
    assert!(sheets(&browser, &site.path("quand-appeler/")).await? > 1, "pages are not counted");
    Ok(())
}

#[tokio::test]
async fn the_first_sheet_of_when_to_call_holds_the_signs_and_a_card_of_85_by_54_millimetres() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.wake(&site.path("quand-appeler/")).await?;
    checks::media(&browser, "print", &[]).await?;
    // A4 between its margins: 178 × 269 mm, at 96 px an inch.
    checks::window(&browser, 673, 1017).await?;
    let millimetres = "const mm = px => Math.round(px * 25.4 / 96 * 10) / 10;";
    let halves = format!(
        "{millimetres} return [...document.querySelectorAll('.wallet__card > div')].map(half => {{ const box = half.getBoundingClientRect(); return mm(box.width) + ' × ' + mm(box.height) + ' ' + (half.scrollHeight <= half.clientHeight + 1) }}).join('; ')"
    );
    assert_eq!(browser.text(&halves).await?, "85 × 54 true; 85 × 54 true");
    let end =
        format!("{millimetres} return mm(document.querySelector('.sheet').getBoundingClientRect().bottom + scrollY)");
    let end = browser.js(&end).await?.as_f64().ok_or("no end")?;
    assert!(end <= 269.0, "the first sheet is {end} mm long");
    let call = "return document.querySelectorAll('.sheet .care').length";
    assert_eq!(browser.js(call).await?, 2);
    Ok(())
}

#[tokio::test]
async fn the_comparison_stands_on_the_first_sheet_as_a_table() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.wake(&site.path("therapies/comparer/")).await?;
    checks::media(&browser, "print", &[]).await?;
    checks::window(&browser, 673, 1017).await?;
    let table = "const table = document.querySelector('.compare'); return [getComputedStyle(table).display, Math.round((table.getBoundingClientRect().bottom + scrollY) * 25.4 / 96), table.scrollWidth <= 680].join(' ')";
    let found = browser.text(table).await?;
    let parts: Vec<&str> = found.split(' ').collect();
    assert_eq!((parts[0], parts[2]), ("table", "true"), "{found}");
    assert!(parts[1].parse::<u32>().is_ok_and(|end| end <= 269), "the table ends at {} mm", parts[1]);
    Ok(())
}
