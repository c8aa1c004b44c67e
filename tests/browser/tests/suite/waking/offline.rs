//! Without network, an address opens the page that it opens with network.

use super::{Failures, PAGE, comes_to_text_of, file, leads_on, quiet, soon};
use browser_tests::copy::with_copy;
use browser_tests::hosts::lenient;
use browser_tests::{Build, Chromium, FaultServer, Outcome};

/// Opens these addresses from the copy.
async fn open(spellings: &[(&str, &str)]) -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let mut server = FaultServer::start(&dist).await?;
    server.swap_router(lenient(&dist)?);
    with_copy(&browser, &server.path("")).await?;
    server.die().await;
    assert!(!server.is_alive().await, "the server still answers");
    let mut failures = Failures::default();
    for (spelling, page) in spellings {
        browser.goto(&format!("{}{spelling}", server.origin)).await?;
        failures.note(spelling, comes_to_text_of(&browser, &file(page)).await);
        let copy = "return document.querySelector('.site-note')?.textContent.includes('copie hors ligne') === true";
        failures.note(spelling, soon(&browser, "it says that it is a copy", copy).await);
        failures.note(spelling, leads_on(&browser, &file(page)).await);
    }
    failures.note("all", quiet(&browser, &["net::ERR_CONNECTION_REFUSED", "net::ERR_FAILED"]).await);
    failures.none()
}

#[tokio::test]
async fn an_escaped_address_opens_its_page_from_the_copy() -> Outcome {
    open(&[
        ("/quand%2Dappeler/", "quand-appeler/"),
        ("/quand%2dappeler", "quand-appeler/"),
        ("/therapies/chimioth%65rapie/", PAGE),
        ("//quand%2Dappeler//index.html", "quand-appeler/"),
        ("/quand-appeler/?utm_source=lettre", "quand-appeler/"),
    ])
    .await
}

#[tokio::test]
async fn an_address_in_capitals_opens_its_page_from_the_copy_as_it_did_from_the_host() -> Outcome {
    open(&[("/Quand-Appeler/", "quand-appeler/"), ("/THERAPIES/chimiotherapie/", PAGE)]).await
}
