//! Group B: delivery and CDN.

use super::{Lab, PAGE, must, readable, shows};
use browser_tests::copy::{is_copy_of, left_on_device, with_copy};
use browser_tests::native::router;
use browser_tests::releases::{keep_previous, release};
use browser_tests::{Build, Fault, FaultServer, Outcome, build_name};
use ipros::route::Route;
use serde_json::json;
use std::time::{Duration, Instant};

pub(super) const ROWS: [&str; 14] =
    ["F29", "F30", "F31", "F32", "F34", "F36", "F38", "F40", "F41", "F43", "F44", "F45", "F46", "F48"];

pub(super) async fn row(name: &str, lab: &Lab) -> Outcome {
    match name {
        "F29" => unknown_page(lab).await,
        "F30" => unknown_asset(lab).await,
        "F31" => old_pages(lab).await,
        "F32" => old_files(lab).await,
        "F34" => rollback(lab).await,
        "F36" => bare(lab).await,
        "F38" => spellings(lab).await,
        "F40" => server_error(lab).await,
        "F41" => late(lab).await,
        "F43" => no_styles(lab).await,
        "F44" => no_type_face(lab).await,
        "F45" => no_drawings(lab).await,
        "F46" => no_keep_alive(lab).await,
        "F48" => kept_for_a_year(lab).await,
        other => Err(format!("no row {other}")),
    }
}

/// The status of the page that is shown; asked for again where the engine does not tell (WebKitGTK).
async fn status(lab: &Lab) -> Result<u64, String> {
    let script = "const done = arguments[arguments.length - 1];
        const { responseStatus } = performance.getEntriesByType('navigation')[0];
        if (responseStatus) done(responseStatus); else fetch(location.href).then(({ status }) => done(status))";
    lab.browser().js_async(script, vec![]).await?.as_u64().ok_or_else(|| "no status".to_owned())
}

async fn unknown_page(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    lab.browser().goto(&server.path("rien/du-tout/")).await?;
    must(status(lab).await? == 404, "not 404")?;
    let ways = "return [...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).join(' ')";
    let ways = lab.browser().text(ways).await?;
    must(ways.contains("/plan-du-site/") && ways.contains("/therapies/"), format!("no way on: {ways}"))
}

async fn unknown_asset(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    lab.browser().goto(&server.path(PAGE)).await?;
    let ask = "const done = arguments[arguments.length - 1];
        fetch('/assets/x.js').then(async (r) => done([r.status, r.headers.get('cache-control'), (await r.text()).includes('<')].join(' ')))";
    let found = lab.browser().js_async(ask, vec![]).await?;
    must(found == "404 no-store false", found.to_string())
}

/// A page of the release before, under the new one's headers: the server keeps its files.
async fn old_pages(lab: &Lab) -> Outcome {
    let (old, new) = (release(0)?, release(1)?);
    keep_previous(new.path(), old.path())?;
    let server = FaultServer::start(new.path()).await?;
    let (pages, files) = (router(old.path())?, router(new.path())?);
    server.swap_router(pages_from(pages, files));
    lab.browser().wake(&server.path(PAGE)).await?;
    let build = lab.browser().text("return document.documentElement.dataset.build").await?;
    must(build == build_name(Build::Release)?, format!("not the old page: {build}"))?;
    readable(lab.browser(), PAGE).await
}

/// A new page, and a cache that has only the files of before.
async fn old_files(lab: &Lab) -> Outcome {
    let (old, new) = (release(0)?, release(1)?);
    let server = FaultServer::start(new.path()).await?;
    server.swap_router(pages_from(router(new.path())?, router(old.path())?));
    lab.browser().goto(&server.path(PAGE)).await?;
    let missing = server.take_log().iter().any(|path| path.starts_with("/assets/app-") && path.ends_with("1.js"));
    must(missing, "the new file was not asked for")?;
    super::plain(lab.browser()).await
}

fn pages_from(pages: axum::Router, files: axum::Router) -> axum::Router {
    use tower::ServiceExt as _;
    axum::Router::new().fallback(move |request: axum::extract::Request| {
        let router = if request.uri().path().starts_with("/assets/") { files.clone() } else { pages.clone() };
        router.oneshot(request)
    })
}

async fn rollback(lab: &Lab) -> Outcome {
    let (old, new) = (release(0)?, release(1)?);
    let server = FaultServer::start(new.path()).await?;
    with_copy(lab.browser(), &server.path(PAGE)).await?;
    lab.browser().js("localStorage.setItem('note', 'ma question')").await?;
    server.swap(old.path())?;
    lab.browser().wake(&server.path(PAGE)).await?;
    let build = lab.browser().text("return document.documentElement.dataset.build").await?;
    must(build == build_name(Build::Release)?, "the page of the server is not shown")?;
    must(lab.browser().text("return localStorage.getItem('note')").await? == "ma question", "the note is lost")?;
    readable(lab.browser(), PAGE).await
}

async fn bare(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("*", Fault::Bare);
    lab.browser().wake(&server.path(PAGE)).await?;
    must(server.hits() > 2, "the headers were there")?;
    must(lab.browser().js("return crossOriginIsolated").await? == false, "the headers were there")?;
    readable(lab.browser(), PAGE).await
}

async fn spellings(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    for spelling in ["lieux/istres.html", "lieux/istres/index.html", "lieux/istres", "lieux//istres/"] {
        lab.browser().goto(&server.path(spelling)).await?;
        let found = "return [location.pathname, performance.getEntriesByType('navigation')[0].redirectCount].join(' ')";
        let found = lab.browser().text(found).await?;
        must(found == "/lieux/istres/ 1", format!("{spelling}: {found}"))?;
    }
    Ok(())
}

fn chemotherapy() -> Route {
    let content = browser_tests::content();
    let root = ipros::route::Base::parse("/").unwrap_or_else(|error| panic!("{error}"));
    Route::parse(&format!("/{PAGE}"), &root, &content).unwrap_or_else(|| panic!("/{PAGE} leads nowhere"))
}

async fn server_error(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("*/", Fault::Status(503));
    lab.browser().goto(&server.path(PAGE)).await?;
    must(status(lab).await? == 503, "no error was sent")?;
    must(!lab.browser().text("return document.body.textContent").await?.is_empty(), "an empty page")?;
    server.heal();
    with_copy(lab.browser(), &server.path("")).await?;
    server.fail("*/", Fault::Status(500));
    lab.browser().goto(&server.path(PAGE)).await?;
    must(server.hits() > 0, "no error was sent")?;
    is_copy_of(lab.browser(), &chemotherapy()).await?;
    shows(lab.browser(), PAGE).await
}

async fn late(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    with_copy(lab.browser(), &server.path("")).await?;
    server.fail(&format!("/{PAGE}"), Fault::Late(Duration::from_secs(12)));
    let start = Instant::now();
    lab.browser().goto(&server.path(PAGE)).await?;
    must(server.hits() > 0, "the server was not late")?;
    must(start.elapsed() < Duration::from_secs(6), format!("{:?}", start.elapsed()))?;
    is_copy_of(lab.browser(), &chemotherapy()).await?;
    readable(lab.browser(), PAGE).await
}

/// Neither the inline style (a policy refuses it) nor the sheet.
async fn no_styles(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    let rules = browser_tests::native::rules(&lab.dist)?;
    let (_, policy) = rules.iter().find(|(name, _)| name == "Content-Security-Policy").ok_or("no policy")?;
    let start = policy.find(" 'sha256-").ok_or("no hash")?;
    let end = start + policy[start..].find(';').ok_or("no end")?;
    server.fail("*/", Fault::Header("content-security-policy", policy.replace(&policy[start..end], "").leak()));
    server.fail("/assets/site-*.css", Fault::Status(404));
    lab.browser().goto(&server.path(PAGE)).await?;
    let plain =
        "return getComputedStyle(document.querySelector('.site-header .call')).backgroundColor === 'rgba(0, 0, 0, 0)'";
    must(lab.browser().js(plain).await? == true, "the page is styled")?;
    let order = "const at = (selector) => document.querySelector(selector).getBoundingClientRect().top;
        return at('header') < at('h1') && at('h1') < at('main h2') && at('main h2') < at('footer')";
    must(lab.browser().js(order).await? == true, "the order is wrong")?;
    shows(lab.browser(), PAGE).await
}

/// The site's own type face never comes: the text is there in the device's.
async fn no_type_face(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("/assets/*.woff2", Fault::Status(404));
    lab.browser().wake(&server.path(PAGE)).await?;
    must(server.hits() > 0, "no type face was asked for")?;
    let faces =
        "return [...document.fonts].filter(face => face.family.includes('Next') && face.status === 'loaded').length";
    must(lab.browser().js(faces).await? == 0, "the type face was loaded")?;
    readable(lab.browser(), PAGE).await
}

/// The drawings never come: the words that say what they show are there.
async fn no_drawings(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("/assets/*.svg", Fault::Status(404));
    lab.browser().wake(&server.path(PAGE)).await?;
    lab.browser().js("document.querySelector('.figure').scrollIntoView()").await?;
    must(server.hits() > 0, "no drawing was asked for")?;
    let words = "return [...document.querySelectorAll('main figure')].every(figure => {
            const words = [...figure.querySelectorAll('figcaption, li, p')].filter(e => e.checkVisibility());
            return words.map(e => e.textContent).join(' ').length > 80; })
        && document.querySelectorAll('main figure').length > 0";
    must(lab.browser().js(words).await? == true, "a drawing without words")?;
    readable(lab.browser(), PAGE).await
}

async fn no_keep_alive(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("*", Fault::Header("connection", "close"));
    lab.browser().wake(&server.path(PAGE)).await?;
    must(server.hits() > 2, "connections were kept")?;
    let protocol = lab.browser().text("return performance.getEntriesByType('navigation')[0].nextHopProtocol").await?;
    must(protocol == "http/1.1", protocol)?;
    readable(lab.browser(), PAGE).await
}

/// A cache keeps pages for a year by mistake: after eighteen months the page itself says that it is old.
async fn kept_for_a_year(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("*/", Fault::Header("cache-control", "public, max-age=31536000"));
    lab.browser().goto(&server.path(PAGE)).await?;
    drop(server.take_log());
    lab.browser().goto("about:blank").await?;
    let later = "const now = Date.now; Date.now = () => now() + 700 * 86400000";
    let script = lab.before_pages(later).await?;
    let run = async {
        lab.browser().goto(&server.path(PAGE)).await?;
        must(!server.take_log().iter().any(|path| path == &format!("/{PAGE}")), "the page was asked for again")?;
        lab.browser().until("the word", "return Boolean(document.querySelector('.site-note--loud'))").await?;
        let told = lab.browser().text("return document.querySelector('.site-note--loud').textContent").await?;
        must(told.contains("plus de 18 mois"), told)?;
        shows(lab.browser(), PAGE).await
    };
    let result = run.await;
    lab.no_more(script).await?;
    left_on_device(lab.browser()).await.map(drop)?;
    lab.cdp("Network.clearBrowserCache", json!({})).await?;
    result
}
