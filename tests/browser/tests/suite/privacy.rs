//! Nothing leaves the device; nothing is left on it but copies of the site's public files, identical for everyone.

use browser_tests::{Build, Chromium, Outcome, Site, walked_routes};

#[tokio::test]
async fn no_route_asks_another_origin_nor_stores_anything() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    for route in walked_routes() {
        browser.wake(&site.url(&route)).await?;
        let foreign = "return performance.getEntriesByType('resource').map(e => e.name)
            .filter(name => new URL(name).origin !== location.origin).join(' ')";
        assert_eq!(browser.text(foreign).await?, "", "{route:?} asks another origin");
        let kept = "const done = arguments[arguments.length - 1];
            (async () => [document.cookie, localStorage.length, sessionStorage.length,
                (await indexedDB.databases()).length].join(' '))().then(done)";
        assert_eq!(browser.js_async(kept, vec![]).await?, " 0 0 0", "{route:?} stores something");
    }
    let cookies = browser.client().get_all_cookies().await.map_err(|error| error.to_string())?;
    assert!(cookies.is_empty(), "{cookies:?}");
    let queries: Vec<String> = site.take_requests().into_iter().filter(|path| path.contains('?')).collect();
    assert_eq!(queries, Vec::<String>::new(), "words reached the server");
    copies_are_public_files(&browser).await
}

/// What is in Cache Storage is what the server gives to anybody, byte for byte, and names no page that was read.
async fn copies_are_public_files(browser: &Chromium) -> Outcome {
    browser_tests::copy::until_copied(browser).await?;
    let script = "const done = arguments[arguments.length - 1];
        (async () => {
            const names = await caches.keys(), odd = [];
            let seen = 0;
            for (const name of names) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    const kept = new Uint8Array(await (await cache.match(request)).arrayBuffer());
                    const path = new URL(request.url).pathname;
                    const served = new Uint8Array(await (await fetch(`${path}?`, { credentials: 'omit' })).arrayBuffer());
                    const same = kept.length === served.length && kept.every((byte, at) => byte === served[at]);
                    if (!same || path.endsWith('/')) odd.push(path);
                    seen += 1;
                }
            }
            return [names.length, seen > 4, ...odd].join(' ');
        })().then(done)";
    assert_eq!(browser.js_async(script, vec![]).await?, "1 true", "copies that are not the site's public files");
    Ok(())
}
