//! The keyboard alone: every control, in order, in sight, with a ring that is seen; and out again.

use browser_tests::checks::{self, Findings};
use browser_tests::{Build, Chromium, Outcome, Site};

/// One page of each kind.
const KINDS: [&str; 17] = [
    "",
    "therapies/",
    "therapies/immunotherapie/",
    "therapies/comparer/",
    "effets-indesirables/nausees/",
    "quand-appeler/",
    "lieux/",
    "lieux/istres/",
    "parcours-de-soins/",
    "contact/",
    "recherche/",
    "glossaire/",
    "index-a-z/",
    "hors-ligne/",
    "confidentialite/",
    "plan-du-site/",
    "therapies/immunotherapie/simple/",
];

async fn walk(width: u32, height: u32) -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    checks::window(&browser, width, height).await?;
    let mut all = Findings::default();
    for path in KINDS {
        let url = site.path(path);
        browser.wake(&url).await?;
        checks::keyboard(&browser, &format!("/{path} {width}"), &mut all).await?;
    }
    all.none();
    Ok(())
}

#[tokio::test]
async fn on_a_wide_screen_the_keyboard_reaches_everything_in_order_and_in_sight() -> Outcome {
    walk(1280, 800).await
}

#[tokio::test]
async fn on_a_phone_the_keyboard_reaches_everything_in_order_and_in_sight() -> Outcome {
    walk(390, 700).await
}
