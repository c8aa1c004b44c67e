//! What the program builds is what the file holds: every route, in both themes, element by element, attributes, texts and order.

use browser_tests::{Browser, Build, Engine, Outcome, Site, Theme, routes};
use ipros::route::Route;
use scraper::{ElementRef, Html, Node, Selector};
use std::fs;

/// The tree below `#app` of a page's file, one node a line. What the loader fills is left out: it is the same code on both.
fn tree_of_file(route: &Route) -> Result<String, String> {
    let path = Build::Release.folder().join(route.file());
    let page =
        Html::parse_document(&fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?);
    let app = Selector::parse("#app").map_err(|error| error.to_string())?;
    let app = page.select(&app).next().ok_or("no #app")?;
    let mut lines = Vec::new();
    children(app, &mut lines);
    Ok(lines.join("\n"))
}

fn children(element: ElementRef<'_>, lines: &mut Vec<String>) {
    for child in element.children() {
        match child.value() {
            Node::Text(words) => lines.push(format!("text {:?}", words.to_string())),
            Node::Comment(_) => lines.push("comment".to_owned()),
            Node::Element(own) => {
                let mut attributes: Vec<String> =
                    own.attrs().map(|(name, value)| format!("{name}={value:?}")).collect();
                attributes.sort();
                lines.push(format!("<{} {}>", own.name(), attributes.join(" ")));
                let inner = ElementRef::wrap(child).filter(|_| own.attr("data-copies").is_none());
                if let Some(inner) = inner {
                    children(inner, lines);
                }
                lines.push(format!("</{}>", own.name()));
            }
            _ => {}
        }
    }
}

/// The same of the page that stands in the browser, as JSON of the same parts.
const TREE: &str = "const lines = [];
    const walk = (place) => {
        for (const node of place.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) lines.push(['text', node.data]);
            else if (node.nodeType !== Node.ELEMENT_NODE) lines.push(['comment']);
            else {
                lines.push(['open', node.localName, [...node.attributes].map(({ name, value }) => [name, value])]);
                if (!('copies' in node.dataset)) walk(node);
                lines.push(['close', node.localName]);
            }
        }
    };
    walk(document.getElementById('app'));
    return lines";

async fn tree_in_browser(browser: &Browser) -> Result<String, String> {
    let found = browser.js(TREE).await?;
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let line = |line: &serde_json::Value| match line[0].as_str() {
        Some("text") => format!("text {:?}", text(&line[1])),
        Some("open") => {
            let attributes = line[2].as_array().into_iter().flatten();
            let mut attributes: Vec<String> =
                attributes.map(|pair| format!("{}={:?}", text(&pair[0]), text(&pair[1]))).collect();
            attributes.sort();
            format!("<{} {}>", text(&line[1]), attributes.join(" "))
        }
        Some("close") => format!("</{}>", text(&line[1])),
        _ => "comment".to_owned(),
    };
    Ok(found.as_array().ok_or("no tree")?.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Opens a route without loading a document, as « back » would.
async fn open(browser: &Browser, site: &Site, route: &Route) -> Outcome {
    let (href, path) = (route.href(&site.base), route.path());
    browser.js(&format!("history.pushState(null, '', '{href}'); dispatchEvent(new PopStateEvent('popstate'))")).await?;
    browser
        .until(&path, &format!("return document.documentElement.dataset.route === '{path}' && window.sameDocument"))
        .await?;
    browser.until("it is built", "return !!document.querySelector('#app h1')").await
}

async fn every_route_is_built_as_its_file(theme: Theme) -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Engine::Chromium.start(theme).await?);
    let routes = routes();
    // The last route first: the one that the document was loaded for is built too.
    let first = routes.last().ok_or("no route")?;
    browser.wake(&site.url(first)).await?;
    browser.texts().await?;
    browser.js("window.sameDocument = true").await?;
    let mut wrong = Vec::new();
    for route in &routes {
        open(&browser, &site, route).await?;
        let (file, built) = (tree_of_file(route)?, tree_in_browser(&browser).await?);
        if file != built {
            let differs = file.lines().zip(built.lines()).find(|(one, other)| one != other);
            wrong.push(format!("{}: {differs:?}", route.file()));
        }
    }
    assert!(wrong.is_empty(), "{} of {} routes\n{}", wrong.len(), routes.len(), wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn every_route_is_built_as_its_file_has_it_in_the_light_theme() -> Outcome {
    every_route_is_built_as_its_file(Theme::Light).await
}

#[tokio::test]
async fn every_route_is_built_as_its_file_has_it_in_the_dark_theme() -> Outcome {
    every_route_is_built_as_its_file(Theme::Dark).await
}
