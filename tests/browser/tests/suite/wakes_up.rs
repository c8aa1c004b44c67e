//! Every page wakes up, says nothing to the console, and keeps its text.

use browser_tests::{Build, Chromium, Outcome, Site, main_text, routes, walked_routes};
use ipros::route::Route;
use std::fs;

/// Wakes every route; the console, policy violations and the text are judged one by one.
async fn every_route_wakes_up(build: Build) -> Outcome {
    let (site, browser) = (Site::of(build).await?, Chromium::start().await?);
    let mut problems = Vec::new();
    // Every route once; below a folder and in the dev build, which differs in what its framework says, a walk.
    for route in if build == Build::Release { routes() } else { walked_routes() } {
        let url = site.url(&route);
        let awake = browser.wake(&url).await;
        let told = browser.console().await?;
        awake.map_err(|why| format!("{why}\nconsole: {told:?}"))?;
        let told = told.into_iter().filter(|line| !is_own_404(&route, line));
        problems.extend(told.map(|line| format!("{url}: console: {line}")));
        let file = build.folder().join(route.file());
        let html = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        keep(&route, build, &browser).await?;
        let (written, awake) = (main_text(&html), browser.main_text().await?);
        if written != awake {
            problems
                .push(format!("{url}: the text changed when the page woke up\n  file:  {written}\n  awake: {awake}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// Leaves the page as it stands once awake in the folder that `IPROS_AWAKE` names, for the HTML checker.
async fn keep(route: &Route, build: Build, browser: &Chromium) -> Outcome {
    let Some(folder) = std::env::var_os("IPROS_AWAKE").filter(|_| build == Build::Release) else { return Ok(()) };
    let path = std::path::Path::new(&folder).join(route.file());
    let html = browser.text("return '<!doctype html>' + document.documentElement.outerHTML").await?;
    let parent = path.parent().ok_or("no folder")?;
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(&path, html))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// The browser itself notes that the page for unknown addresses answers 404, as it must.
fn is_own_404(route: &Route, line: &str) -> bool {
    *route == Route::not_found()
        && line.contains("/404.html - Failed to load resource: the server responded with a status of 404")
}

#[tokio::test]
async fn every_route_of_the_release_build_wakes_up_silently_with_its_text_unchanged() -> Outcome {
    every_route_wakes_up(Build::Release).await
}

#[tokio::test]
async fn routes_of_the_dev_build_wake_up_silently_with_their_text_unchanged() -> Outcome {
    every_route_wakes_up(Build::Dev).await
}

#[tokio::test]
async fn routes_below_a_folder_wake_up_silently_with_their_text_unchanged() -> Outcome {
    every_route_wakes_up(Build::InFolder).await
}

#[tokio::test]
async fn below_a_folder_every_link_and_request_stays_below_it() -> Outcome {
    let (site, browser) = (Site::of(Build::InFolder).await?, Chromium::start().await?);
    assert_eq!(site.base.as_str(), "/ipros/");
    browser.ready(&site.path("plan-du-site/")).await?;
    let outside = "return [...document.querySelectorAll('a[href^=\"/\"], link[href]:not([rel=expect])')].map(e => e.getAttribute('href'))
        .filter(href => !href.startsWith('/ipros/')).join(' ')";
    assert_eq!(browser.text(outside).await?, "");
    browser.js("window.sameDocument = true").await?;
    browser.click("main .links a[href='/ipros/lieux/istres/']").await?;
    browser.until("the page", "return location.pathname === '/ipros/lieux/istres/' && window.sameDocument").await?;
    let requests = site.take_requests();
    assert!(requests.len() > 3 && requests.iter().all(|path| path.starts_with("/ipros/")), "{requests:?}");
    Ok(())
}
