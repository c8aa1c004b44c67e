//! A host that asks who is there: the site's own files are asked for as the browser asks for its pages.

use super::{PAGE, alive, comes_to, file, has_text_of, must, quiet, rests};
use browser_tests::copy::{is_copy_of, left_on_device, until_copied};
use browser_tests::hosts::{Door, LOGIN, NAME, PASSWORD, Refused, behind};
use browser_tests::{Build, Chromium, FaultServer, Outcome};
use ipros::route::Route;
use serde_json::json;

/// The release behind a door, and a browser that has come in.
async fn inside(door: Door) -> Result<(FaultServer, Refused, Chromium), String> {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let server = FaultServer::start(&dist).await?;
    let (router, refused) = behind(&dist, door)?;
    server.swap_router(router);
    if door == Door::Password {
        browser.goto(&with_password(&server, "robots.txt")).await?;
    } else {
        browser.goto(&format!("{}{LOGIN}", server.origin)).await?;
    }
    // What was refused before one came in, and the browser's own question for an icon of that page.
    drop((take(&refused), browser.console().await?));
    Ok((server, refused, browser))
}

fn with_password(server: &FaultServer, path: &str) -> String {
    server.path(path).replacen("http://", &format!("http://{NAME}:{PASSWORD}@"), 1)
}

fn take(refused: &Refused) -> Vec<String> {
    refused.lock().map(|mut refused| std::mem::take(&mut *refused)).unwrap_or_default()
}

/// The page wakes up, keeps all that it promises, has its copy; and nothing was asked for without what opens the door.
async fn at_home(door: Door) -> Outcome {
    let (server, refused, browser) = inside(door).await?;
    browser.wake(&server.path(PAGE)).await?;
    until_copied(&browser).await?;
    browser.until("newer content is asked for", "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/content-version.json'))").await?;
    browser.settle().await?;
    alive(&browser).await?;
    let refused = take(&refused);
    must(refused.is_empty(), format!("refused: {refused:?}"))?;
    browser.goto(&server.path("hors-ligne/")).await?;
    let told = "return document.querySelector('[data-copies] [role=status]')?.textContent.includes('copie hors ligne') === true";
    browser.until("the copy is told", told).await?;
    quiet(&browser, &[]).await?;
    // Each file that pages name by themselves, asked for as a browser does that shows or installs them.
    let manifest = "return document.querySelector('link[rel=manifest]').crossOrigin";
    assert_eq!(browser.text(manifest).await?, "use-credentials", "a manifest is asked for without credentials else");
    Ok(())
}

#[tokio::test]
async fn behind_a_password_the_page_wakes_up_and_has_its_copy() -> Outcome {
    at_home(Door::Password).await
}

#[tokio::test]
async fn behind_a_cookie_the_page_wakes_up_and_has_its_copy() -> Outcome {
    at_home(Door::Cookie).await
}

#[tokio::test]
async fn behind_a_login_page_the_page_wakes_up_and_has_its_copy() -> Outcome {
    at_home(Door::Login).await
}

#[tokio::test]
async fn a_page_whose_address_holds_the_password_wakes_up() -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let server = FaultServer::start(&dist).await?;
    server.swap_router(behind(&dist, Door::Password)?.0);
    browser.goto(&with_password(&server, PAGE)).await?;
    browser.until("awake", "return document.documentElement.hasAttribute('data-awake')").await?;
    alive(&browser).await?;
    browser.js("document.querySelector(\".site-footer a[href$='/contact/']\").click()").await?;
    comes_to(&browser, "contact/").await?;
    until_copied(&browser).await
}

/// Whoever has no key any more is shown the door, and what is on the device stays as it was.
async fn shut_out(door: Door) -> Outcome {
    let (mut server, refused, browser) = inside(door).await?;
    browser.wake(&server.path(PAGE)).await?;
    until_copied(&browser).await?;
    browser.cdp("Network.clearBrowserCookies", json!({})).await?;
    drop(take(&refused));
    // Not this site's pages: nothing of them may come from the copy as if one had come in.
    browser.goto(&server.path("contact/")).await?;
    let shown = browser.text("return document.body.textContent").await?;
    must(shown.contains("Entrée"), format!("not the door: {shown:.120}"))?;
    assert_eq!(left_on_device(&browser).await?, (1, 1), "the copy went, or came twice");
    server.die().await;
    browser.goto(&server.path("contact/")).await?;
    is_copy_of(&browser, &Route::parse("/contact/", &server.base, &browser_tests::content()).ok_or("no route")?).await
}

#[tokio::test]
async fn after_a_cookie_has_ended_the_door_is_shown_and_the_copy_stays() -> Outcome {
    shut_out(Door::Cookie).await
}

#[tokio::test]
async fn after_a_login_has_ended_its_page_is_shown_and_the_copy_stays() -> Outcome {
    shut_out(Door::Login).await
}

/// The page is there, and everything else is answered with the door: asleep, whole, without a word.
#[tokio::test]
async fn a_page_whose_files_are_all_refused_is_whole_and_its_links_are_plain() -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    for door in [Door::Cookie, Door::Login] {
        let server = FaultServer::start(&dist).await?;
        let (outside, (inside, _)) = (browser_tests::native::router(&dist)?, behind(&dist, door)?);
        server.swap_router(axum::Router::new().fallback(move |request: axum::extract::Request| {
            let router = if request.uri().path().ends_with('/') { outside.clone() } else { inside.clone() };
            tower::ServiceExt::oneshot(router, request)
        }));
        must(!rests(&browser, &server.path(PAGE)).await?, "awake without its files")?;
        has_text_of(&browser, &file(PAGE)).await?;
        browser
            .js("window.sameDocument = true; document.querySelector(\".site-footer a[href$='/contact/']\").click()")
            .await?;
        comes_to(&browser, "contact/").await?;
        must(!super::same_document(&browser).await?, "no document was loaded")?;
    }
    Ok(())
}
