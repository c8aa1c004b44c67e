//! Nothing leaves the device, nothing is left on it.

use browser_tests::{Build, Chromium, Outcome, Site, most_routes};

#[tokio::test]
async fn no_route_asks_another_origin_nor_stores_anything() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    for route in most_routes() {
        browser.wake(&site.url(&route)).await?;
        let foreign = "return performance.getEntriesByType('resource').map(e => e.name)
            .filter(name => new URL(name).origin !== location.origin).join(' ')";
        assert_eq!(browser.text(foreign).await?, "", "{route:?} asks another origin");
        let kept = "const done = arguments[arguments.length - 1];
            (async () => [document.cookie, localStorage.length, sessionStorage.length,
                (await indexedDB.databases()).length, (await caches.keys()).length].join(' '))().then(done)";
        assert_eq!(browser.js_async(kept, vec![]).await?, " 0 0 0 0", "{route:?} stores something");
    }
    let cookies = browser.client().get_all_cookies().await.map_err(|error| error.to_string())?;
    assert!(cookies.is_empty(), "{cookies:?}");
    let queries: Vec<String> = site.take_requests().into_iter().filter(|path| path.contains('?')).collect();
    assert_eq!(queries, Vec::<String>::new(), "words reached the server");
    Ok(())
}
