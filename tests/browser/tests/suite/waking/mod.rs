//! A page wakes up or is left alone, whatever a host, a proxy, a translator or the browser does to it: it is never harmed.
//!
//! Nothing is hydrated: the page that was written is the page. A page that sleeps is whole, and its links are the browser's;
//! an awake one keeps all that it promises.

mod addresses;
mod dead;
mod dead_controls;
mod doors;
mod files;
mod kept_back;
mod offline;
mod plain;
mod policy;
mod transit;
mod translated;

use browser_tests::copy::written;
use browser_tests::{Browser, Build, Chromium, Outcome};
use fantoccini::key::Key;
use std::time::{Duration, Instant};

/// A page of each kind: home, section, therapy, effect, twin, glossary, term, place, search, when to call.
const KINDS: [&str; 10] = [
    "",
    "therapies/",
    "therapies/chimiotherapie/",
    "effets-indesirables/cheveux/",
    "therapies/chimiotherapie/simple/",
    "glossaire/",
    "glossaire/biopsie/",
    "lieux/istres/",
    "recherche/",
    "quand-appeler/",
];

/// The page that tests look at when one is enough: it has folds, terms, a print button and a list of its own headings.
const PAGE: &str = "therapies/chimiotherapie/";

/// The search field's id.
const FIELD: &str = "recherche-champ";

/// How long a reader waits for what comes at once, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(12);

/// How long a page may take to wake up before it is taken for one that sleeps.
const SLEEPS: Duration = Duration::from_secs(4);

/// Fails with these words when something that must be is not.
fn must(holds: bool, words: impl Into<String>) -> Outcome {
    if holds { Ok(()) } else { Err(words.into()) }
}

/// All that failed, under the names of what it failed on.
#[derive(Default)]
struct Failures(Vec<String>);

impl Failures {
    fn note(&mut self, what: &str, result: Outcome) {
        self.0.extend(result.err().map(|told| format!("{what}: {told}")));
    }

    fn none(self) -> Outcome {
        must(self.0.is_empty(), self.0.join("\n"))
    }
}

/// The file of a page.
fn file(page: &str) -> String {
    format!("{page}index.html")
}

/// The text without white space, which those on the way may take out or add.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Loads a page, and waits until it is awake, tells an incident, or has slept long enough to be taken for one that sleeps.
async fn rests(browser: &Browser, url: &str) -> Result<bool, String> {
    browser.goto(url).await?;
    rested(browser).await
}

/// As [`rests`], of the page that is open.
async fn rested(browser: &Browser) -> Result<bool, String> {
    browser.until("the page is loaded", "return document.readyState === 'complete'").await?;
    let end = Instant::now() + SLEEPS;
    let state = "return document.querySelector('.site-note')?.textContent.includes('incident') ? 'incident'
        : document.documentElement.hasAttribute('data-awake') ? 'awake' : ''";
    loop {
        match browser.text(state).await?.as_str() {
            "awake" => return Ok(true),
            "incident" => return Ok(false),
            _ if Instant::now() > end => return Ok(false),
            _ => browser.settle().await?,
        }
    }
}

/// Waits until a script returns `true`, no longer than [`PATIENCE`]: in these tests much is never true on a broken build.
async fn soon(browser: &Browser, what: &str, script: &str) -> Outcome {
    let end = Instant::now() + PATIENCE;
    while browser.js(script).await? != true {
        must(Instant::now() < end, format!("{what}: never"))?;
    }
    Ok(())
}

/// The page on screen has these letters, and none of an incident.
async fn has_text_of(browser: &Browser, file: &str) -> Outcome {
    let wanted = letters(&written(&Build::Release.folder(), file)?);
    let shown = letters(&browser.main_text().await?);
    must(shown == wanted, format!("not the text of {file}: {shown:.120}"))?;
    no_incident(browser).await
}

/// As [`has_text_of`], once the page has come.
async fn comes_to(browser: &Browser, page: &str) -> Outcome {
    let path = format!("return location.pathname === '/{page}'");
    soon(browser, &format!("the address of /{page}"), &path).await?;
    comes_to_text_of(browser, &file(page)).await
}

/// As [`has_text_of`], at whatever address the page has come to.
async fn comes_to_text_of(browser: &Browser, file: &str) -> Outcome {
    let end = Instant::now() + PATIENCE;
    loop {
        // Between two documents there may be no `main` yet.
        let told = has_text_of(browser, file).await;
        if told.is_ok() || Instant::now() > end {
            return told;
        }
    }
}

/// No page says that an incident has happened.
async fn no_incident(browser: &Browser) -> Outcome {
    let note = "return [...document.querySelectorAll('.site-note')].map(note => note.textContent).join(' ')";
    let note = browser.text(note).await?;
    must(!note.contains("incident"), format!("the page says: {note}"))
}

/// The console has said nothing but lines that hold one of these words.
async fn quiet(browser: &Chromium, but: &[&str]) -> Outcome {
    let said = browser.console().await?;
    // The browser's own question for an icon that we do not name.
    let expected = |line: &String| line.contains("/favicon.ico") || but.iter().any(|word| line.contains(word));
    let said: Vec<String> = said.into_iter().filter(|line| !expected(line)).collect();
    must(said.is_empty(), format!("console: {said:?}"))
}

/// A link of every page's foot leads on, and back leads back to this page.
async fn leads_on(browser: &Browser, back_to: &str) -> Outcome {
    let before = browser.text("return location.href").await?;
    browser.js("document.querySelector(\".site-footer a[href$='/plan-du-site/']\").click()").await?;
    comes_to(browser, "plan-du-site/").await?;
    browser.client().back().await.map_err(|error| error.to_string())?;
    let address = "return location.href";
    soon(browser, "back", &format!("{address} === '{before}'")).await?;
    comes_to_text_of(browser, back_to).await.map_err(|told| format!("back: {told}"))
}

/// All that an awake page promises, once it is awake: paper, definitions, the search.
async fn alive(browser: &Browser) -> Outcome {
    prints(browser).await?;
    explains(browser).await?;
    finds(browser, "fatigue").await
}

/// The button prints, where there is one.
async fn prints(browser: &Browser) -> Outcome {
    let press = "window.printed = 0; window.print = () => { window.printed += 1 };
        const button = [...document.querySelectorAll('main button')].find(b => b.textContent.includes('Imprimer'));
        (button?.querySelector('font') ?? button)?.click();
        return Boolean(button)";
    if browser.js(press).await? == true {
        soon(browser, "the button prints", "return window.printed === 1").await?;
    }
    Ok(())
}

/// A term opens its definition, twice, where there is a term.
async fn explains(browser: &Browser) -> Outcome {
    let press = "const term = document.querySelector('main a.term');
        (term?.querySelector('font font') ?? term)?.click();
        return Boolean(term)";
    for _ in 0..2 {
        if browser.js(press).await? == false {
            return Ok(());
        }
        let open = "return Boolean(document.querySelector('#definition:popover-open')?.textContent.trim().length > 20)";
        soon(browser, "a definition", open).await?;
        browser.js("document.getElementById('definition').hidePopover()").await?;
    }
    Ok(())
}

/// The search opens, and finds a word.
async fn finds(browser: &Browser, words: &str) -> Outcome {
    open_search(browser).await?;
    types(browser, words).await?;
    soon(browser, "results", "return document.querySelectorAll('[role=option]').length > 0").await?;
    press(browser, &char::from(Key::Escape).to_string()).await
}

/// The field in the header, or the page's own.
async fn open_search(browser: &Browser) -> Outcome {
    browser.js("document.querySelector('.search-link').click()").await?;
    soon(browser, "the field", &format!("return document.activeElement.id === '{FIELD}'")).await
}

/// Types into whatever has the focus, after what was there is gone.
async fn types(browser: &Browser, words: &str) -> Outcome {
    browser.js("document.activeElement.select()").await?;
    press(browser, &char::from(Key::Delete).to_string()).await?;
    press(browser, words).await
}

async fn press(browser: &Browser, keys: &str) -> Outcome {
    let element = browser.client().active_element().await.map_err(|error| error.to_string())?;
    element.send_keys(keys).await.map_err(|error| error.to_string())
}

/// Waits until the bodies of all pages are there: from now on links open pages here.
async fn has_bodies(browser: &Browser) -> Outcome {
    let come = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
        /\\/assets\\/content-[^/]*\\.bundle$/.test(name) && responseEnd > 0)";
    browser.until("the bodies of all pages are fetched", come).await?;
    browser.settle().await
}

/// Awake, with the bodies of all pages, in a document that can be told from the next one.
async fn whole(browser: &Browser, url: &str) -> Outcome {
    browser.wake(url).await?;
    has_bodies(browser).await?;
    browser.js("window.sameDocument = true").await.map(drop)
}

/// Whether the document is the one that [`whole`] has marked.
async fn same_document(browser: &Browser) -> Result<bool, String> {
    Ok(browser.js("return window.sameDocument === true").await? == true)
}
