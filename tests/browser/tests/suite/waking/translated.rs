//! A page that is translated while it is awake: what the program says afterwards is true, and is what one reads.

use super::{FIELD, Failures, PAGE, alive, comes_to, explains, has_bodies, must, quiet, soon, types};
use browser_tests::{Browser, Build, Chromium, Outcome, Site};

/// What a translator does: every text gives its place to elements with a text of their own, at once or a moment later, for ever.
fn translator(later: bool) -> String {
    let when = if later { "setTimeout(run, 40)" } else { "run()" };
    format!(
        "const soon = (run) => {when};
        const left = 'script, style, textarea, title, option, svg, font';
        const swap = (node) => {{
            if (!node.isConnected || !node.data.trim() || node.parentElement.closest(left)) return;
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            inner.append(document.createTextNode(node.data));
            outer.append(inner);
            node.replaceWith(outer);
            window.translated = (window.translated ?? 0) + 1;
        }};
        const texts = (root) => {{
            if (root.nodeType === Node.TEXT_NODE) return [root];
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) found.push(walker.currentNode);
            return found;
        }};
        const all = (root) => {{ for (const node of texts(root)) soon(() => swap(node)); }};
        all(document.body);
        new MutationObserver((records) => {{
            for (const {{ type, target, addedNodes }} of records) {{
                if (type === 'characterData') all(target);
                addedNodes.forEach(all);
            }}
        }}).observe(document.body, {{ childList: true, subtree: true, characterData: true }});"
    )
}

/// Both ways of translating, told apart in what fails.
const WAYS: [(&str, bool); 2] = [("at once", false), ("a moment later", true)];

async fn translate(browser: &Browser, later: bool) -> Outcome {
    browser.js(&translator(later)).await?;
    browser.until("the page is translated", "return window.translated > 50").await
}

/// A page that is awake and has what the program needs, then translated.
async fn awake(browser: &Browser, url: &str, later: bool) -> Outcome {
    browser.wake(url).await?;
    has_bodies(browser).await?;
    browser.js("window.sameDocument = true").await?;
    translate(browser, later).await
}

const COUNT: &str = "return document.querySelector('.search__count').textContent.trim()";

/// What the search tells of each of these words once it has read everything.
async fn counts(browser: &Browser, words: &[&str]) -> Result<Vec<String>, String> {
    let mut told = Vec::new();
    for word in words {
        types(browser, word).await?;
        browser.until(word, &COUNT.replace(".trim()", ".trim() !== ''")).await?;
        let mut last = String::new();
        loop {
            browser.settle().await?;
            let now = browser.text(COUNT).await?;
            if now == last {
                break;
            }
            last = now;
        }
        told.push(last);
    }
    Ok(told)
}

const WORDS: [&str; 6] = ["fatigue", "zzzz", "nausée", "cancer", "qzqzqz", "biopsie"];

#[tokio::test]
async fn the_search_tells_the_true_count_however_the_page_is_translated() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let focus = format!("document.getElementById('{FIELD}').focus()");
    browser.wake(&site.path("recherche/")).await?;
    has_bodies(&browser).await?;
    browser.js(&focus).await?;
    let wanted = counts(&browser, &WORDS).await?;
    assert!(wanted[1].starts_with("Aucun résultat") && wanted[0] != wanted[3], "{wanted:?}");
    let mut failures = Failures::default();
    for (way, later) in WAYS {
        awake(&browser, &site.path("recherche/"), later).await?;
        browser.js(&focus).await?;
        for (word, wanted) in WORDS.iter().zip(&wanted) {
            types(&browser, word).await?;
            let told = soon(&browser, word, &COUNT.replace(".trim()", &format!(".trim() === {wanted:?}"))).await;
            failures.note(way, told.map_err(|_| format!("« {word} »: not « {wanted} »")));
        }
        let shown = "return document.querySelectorAll('[role=option]').length > 0";
        failures.note(way, soon(&browser, "results", shown).await);
        failures.note(way, quiet(&browser, &[]).await);
    }
    failures.none()
}

#[tokio::test]
async fn the_panel_of_the_header_tells_the_true_count_too() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for (way, later) in WAYS {
        awake(&browser, &site.path(PAGE), later).await?;
        super::open_search(&browser).await?;
        for (word, start) in [("fatigue", "résultat"), ("zzzz", "Aucun résultat"), ("fatigue", "résultats")] {
            types(&browser, word).await?;
            let told = COUNT.replace(".trim()", &format!(".includes({start:?})"));
            failures.note(way, soon(&browser, word, &told).await);
        }
        failures.note(way, quiet(&browser, &[]).await);
    }
    failures.none()
}

/// How many entries can be seen, and how many the filter tells.
const FILTERED: &str =
    "const seen = [...document.querySelectorAll('[data-entry]')].filter(entry => entry.checkVisibility()).length;
    const told = document.querySelector('.filter [role=status]').textContent.trim();
    return seen === 0 ? /^(?:0|Aucune?)(?:\\s|$)/.test(told) : parseInt(told, 10) === seen";

#[tokio::test]
async fn filters_tell_the_true_count_however_the_page_is_translated() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for (way, later) in WAYS {
        for page in ["glossaire/", "index-a-z/", "plan-du-site/"] {
            awake(&browser, &site.path(page), later).await?;
            browser.js("document.getElementById('filtre').focus()").await?;
            for words in ["chimio", "zzzz", "c", "traitement"] {
                types(&browser, words).await?;
                let told = soon(&browser, words, FILTERED).await;
                failures.note(&format!("/{page}, {way}"), told.map_err(|_| format!("« {words} »: another number")));
            }
            failures.note(&format!("/{page}, {way}"), quiet(&browser, &[]).await);
        }
    }
    failures.none()
}

/// What the polite word for route changes says, once.
fn announced() -> String {
    let opened = ipros::labels::OPENED;
    format!(
        "const said = [...document.querySelectorAll('[role=status]')].map(place => place.textContent.trim());
        const opened = said.filter(words => words.startsWith('{opened}'));
        return opened.length === 1 && opened[0] === `{opened} ${{document.title}}`"
    )
}

#[tokio::test]
async fn the_last_page_is_announced_however_the_page_is_translated() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for (way, later) in WAYS {
        awake(&browser, &site.path("therapies/"), later).await?;
        for page in ["lieux/", "contact/", "plan-du-site/", "lieux/"] {
            let click = format!("document.querySelector(\".site-footer a[href$='/{page}']\").click()");
            browser.js(&click).await?;
            comes_to(&browser, page).await?;
            must(super::same_document(&browser).await?, "a document was loaded")?;
            failures.note(&format!("/{page}, {way}"), soon(&browser, "the last page's title", &announced()).await);
        }
        failures.note(way, quiet(&browser, &[]).await);
    }
    failures.none()
}

#[tokio::test]
async fn terms_search_and_paper_live_on_a_translated_page_and_on_the_page_after_it() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for (way, later) in WAYS {
        awake(&browser, &site.path(PAGE), later).await?;
        failures.note(way, alive(&browser).await);
        browser.js("document.querySelector(\".site-header .call\").click()").await?;
        comes_to(&browser, "quand-appeler/").await?;
        browser.client().back().await.map_err(|error| error.to_string())?;
        comes_to(&browser, PAGE).await?;
        must(super::same_document(&browser).await?, "a document was loaded")?;
        failures.note(way, explains(&browser).await);
        failures.note(way, alive(&browser).await);
        failures.note(way, quiet(&browser, &[]).await);
    }
    failures.none()
}

#[tokio::test]
async fn the_nearest_place_is_told_of_the_town_that_was_chosen_last() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let choose = |nth: usize| {
        format!(
            "const town = document.getElementById('ville'); town.value = '{nth}';
            town.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        )
    };
    let told = "return document.querySelector('.field__answer').textContent.trim()";
    let towns = browser_tests::content().facts().site.towns.len();
    browser.wake(&site.path("lieux/")).await?;
    let mut wanted = Vec::new();
    for nth in [1, towns, 2] {
        browser.js(&choose(nth)).await?;
        browser.until("a place", &format!("{told} !== ''")).await?;
        browser.settle().await?;
        wanted.push((nth, browser.text(told).await?));
    }
    for (_, later) in WAYS {
        awake(&browser, &site.path("lieux/"), later).await?;
        for (nth, place) in &wanted {
            browser.js(&choose(*nth)).await?;
            browser.until(place, &format!("{told} === {place:?}")).await?;
        }
    }
    quiet(&browser, &[]).await
}
