//! Finding: the field in the header and on its page, by keyboard, without network, without a word reaching the server.

use browser_tests::{Build, Chromium, Options, Outcome, Site, axe};
use fantoccini::key::Key;
use serde_json::json;

const FIELD: &str = "recherche-champ";

async fn awake(path: &str) -> Result<(Site, Chromium), String> {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.ready(&site.path(path)).await?;
    browser.js("window.sameDocument = true").await?;
    Ok((site, browser))
}

/// Types into whatever has the focus.
async fn press(browser: &Chromium, keys: &str) -> Outcome {
    let element = browser.client().active_element().await.map_err(|error| error.to_string())?;
    element.send_keys(keys).await.map_err(|error| error.to_string())
}

async fn key(browser: &Chromium, key: Key) -> Outcome {
    press(browser, &char::from(key).to_string()).await
}

/// Opens the header's field with `/` and waits for it.
async fn open(browser: &Chromium) -> Outcome {
    press(browser, "/").await?;
    browser.until("the field has the focus", &format!("return document.activeElement.id === '{FIELD}'")).await
}

async fn results(browser: &Chromium, words: &str) -> Outcome {
    press(browser, words).await?;
    browser.until("results", "return document.querySelectorAll('[role=option]').length > 0").await
}

async fn address(browser: &Chromium) -> Result<String, String> {
    browser.text("return location.href").await
}

#[tokio::test]
async fn slash_opens_the_field_and_everyday_words_lead_to_the_page() -> Outcome {
    let (site, browser) = awake("therapies/").await?;
    let (before, length) = (address(&browser).await?, browser.js("return history.length").await?);
    open(&browser).await?;
    results(&browser, "mes cheveux tombent").await?;
    assert_eq!(address(&browser).await?, before, "typing changed the address");
    assert!(browser.text("return document.querySelector('.search__count').textContent").await?.contains("résultat"));
    assert!(browser.js("return document.querySelectorAll('.result mark').length").await?.as_u64() > Some(0));
    key(&browser, Key::Down).await?;
    let chosen = "const field = document.activeElement, chosen = document.querySelector('[aria-selected=true]');
        return field.getAttribute('aria-expanded') + ' ' + (field.getAttribute('aria-activedescendant') === chosen.id)";
    assert_eq!(browser.text(chosen).await?, "true true");
    key(&browser, Key::Enter).await?;
    browser.until("the page", "return location.pathname === '/effets-indesirables/cheveux/'").await?;
    browser.until("the panel is closed", "return !document.querySelector('.search-panel')").await?;
    assert_eq!(browser.js("return window.sameDocument === true").await?, true, "a document was loaded");
    browser.client().back().await.map_err(|error| error.to_string())?;
    browser.until("the list is there again", "return document.querySelectorAll('[role=option]').length > 0").await?;
    let words = format!("return document.getElementById('{FIELD}').value");
    assert_eq!(browser.text(&words).await?, "mes cheveux tombent");
    assert_eq!(address(&browser).await?, before);
    let added = browser.js("return history.length").await?.as_u64().unwrap_or(0) - length.as_u64().unwrap_or(0);
    assert_eq!(added, 1, "opening one result adds one entry");
    assert!(!site.take_requests().iter().any(|path| path.contains("cheveux")), "a word reached the server");
    Ok(())
}

#[tokio::test]
async fn escape_closes_the_panel_and_gives_the_focus_back() -> Outcome {
    let (_site, browser) = awake("lieux/").await?;
    browser.click(".search-link").await?;
    browser.until("the field", &format!("return document.activeElement.id === '{FIELD}'")).await?;
    results(&browser, "chimmio").await?;
    key(&browser, Key::Escape).await?;
    browser.until("closed", "return !document.querySelector('.search-panel')").await?;
    assert_eq!(browser.text("return document.activeElement.id").await?, "recherche-ouvrir");
    assert_eq!(browser.text("return location.pathname").await?, "/lieux/");
    // Recent words are not kept.
    open(&browser).await?;
    assert_eq!(browser.text("return document.activeElement.value").await?, "");
    Ok(())
}

#[tokio::test]
async fn enter_without_a_choice_shows_every_result_on_the_search_page() -> Outcome {
    let (_site, browser) = awake("").await?;
    open(&browser).await?;
    results(&browser, "cancer").await?;
    key(&browser, Key::Enter).await?;
    browser
        .until(
            "the search page",
            "return location.pathname === '/recherche/' && location.search === '' && location.hash === ''",
        )
        .await?;
    browser.until("the results", "return document.querySelectorAll('main [role=option]').length > 6").await?;
    Ok(())
}

#[tokio::test]
async fn six_results_come_at_once_and_a_button_brings_more_and_the_focus_to_them() -> Outcome {
    let (_site, browser) = awake("recherche/").await?;
    browser.js(&format!("document.getElementById('{FIELD}').focus()")).await?;
    results(&browser, "cancer").await?;
    let count = "return document.querySelectorAll('main [role=option]').length";
    browser.until("six", &format!("{count} === 6")).await?;
    browser.click("[data-more]").await?;
    browser.until("more", &format!("{count} > 6 && !document.querySelector('[data-more]')")).await?;
    browser.until("the focus", "return document.activeElement.id === 'resultat-6'").await?;
    browser.js(&format!("document.getElementById('{FIELD}').focus()")).await?;
    press(&browser, "s").await?;
    browser.until("six again", &format!("{count} === 6")).await
}

#[tokio::test]
async fn a_word_that_was_misspelled_is_offered_and_looked_for_again() -> Outcome {
    let (_site, browser) = awake("recherche/").await?;
    browser.js(&format!("document.getElementById('{FIELD}').focus()")).await?;
    results(&browser, "nauzées").await?;
    browser.click(".search__again").await?;
    let value = format!("return document.getElementById('{FIELD}').value === 'nausées'");
    browser.until("the field has the word", &value).await?;
    browser.until("nothing more is offered", "return !document.querySelector('.search__again')").await
}

#[tokio::test]
async fn nothing_found_leads_on() -> Outcome {
    let (_site, browser) = awake("recherche/").await?;
    browser.js(&format!("document.getElementById('{FIELD}').focus()")).await?;
    press(&browser, "qzqzqzqz").await?;
    browser.until("ways on", "return !!document.querySelector('.search a[href=\"/contact/\"]')").await?;
    assert_eq!(browser.js("return !!document.querySelector('.search a[href=\"/index-a-z/\"]')").await?, true);
    Ok(())
}

#[tokio::test]
async fn hostile_words_neither_stop_the_page_nor_reach_the_console() -> Outcome {
    let (_site, browser) = awake("recherche/").await?;
    let words =
        ["\\ud800", "\\udfff\\ud800a", "<img src=x onerror=alert(1)>", "🩺".repeat(50).as_str(), "العلاج", "((((.*"]
            .map(str::to_owned);
    for word in words {
        let slowest = format!(
            "const field = document.getElementById('{FIELD}'); field.value = '{word}';
             const start = performance.now(); field.dispatchEvent(new Event('input', {{ bubbles: true }}));
             return performance.now() - start"
        );
        let taken = browser.js(&slowest).await?.as_f64().unwrap_or(f64::MAX);
        assert!(taken < 50.0, "{word}: {taken} ms");
    }
    let long = format!(
        "const field = document.getElementById('{FIELD}'); field.value = 'fatigue '.repeat(1250);
         field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
    );
    browser.js(&long).await?;
    browser.until("it still answers", "return document.querySelectorAll('[role=option]').length > 0").await?;
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn the_search_works_without_network() -> Outcome {
    let (_site, browser) = awake("").await?;
    browser.cdp("Network.enable", json!({})).await?;
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    browser.cdp("Network.emulateNetworkConditions", offline).await?;
    open(&browser).await?;
    results(&browser, "bilan sanguin").await?;
    key(&browser, Key::Down).await?;
    key(&browser, Key::Enter).await?;
    browser.until("the page", "return location.pathname === '/oncologie/prises-de-sang/'").await
}

#[tokio::test]
async fn words_typed_and_sent_before_the_page_is_awake_go_nowhere() -> Outcome {
    let site = Site::of(Build::Release).await?;
    // Without WebAssembly the page never wakes up: as early as it gets.
    let asleep = Options { arguments: vec!["--js-flags=--jitless".to_owned()], preferences: None };
    let browser = Chromium::with(asleep).await?;
    for path in ["recherche/", "glossaire/", "plan-du-site/", ""] {
        browser.goto(&site.path(path)).await?;
        let early = "for (const field of document.querySelectorAll('input')) {
            if (field.name || field.form) return 'a field could be sent';
            field.focus(); field.value = 'motsecret';
            for (const type of ['keydown', 'keypress', 'keyup'])
                field.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true, cancelable: true }));
        } return location.href";
        assert_eq!(browser.text(early).await?, site.path(path));
        press(&browser, "motsecret").await.ok();
        key(&browser, Key::Enter).await.ok();
        assert_eq!(address(&browser).await?, site.path(path));
    }
    let told: Vec<String> =
        site.take_requests().into_iter().filter(|path| path.contains("motsecret") || path.contains('?')).collect();
    assert_eq!(told, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn without_code_the_header_leads_to_the_index() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.goto(&site.path("lieux/")).await?;
    browser.click(".search-link").await?;
    browser.until("the index", "return location.pathname === '/index-a-z/'").await?;
    browser.click("a[href='#lettre-c']").await?;
    browser.click("#lettre-c ~ ul a").await?;
    browser.until("a page", "return location.pathname !== '/index-a-z/'").await
}

#[tokio::test]
async fn axe_finds_nothing_with_results_or_a_definition_open() -> Outcome {
    let (site, browser, program) = (Site::of(Build::Release).await?, Chromium::start().await?, axe::program()?);
    browser.cdp("Page.setBypassCSP", json!({ "enabled": true })).await?;
    let mut findings = Vec::new();
    for words in ["fièvre", "nauzées", "qzqzqzqz"] {
        browser.ready(&site.path("therapies/chimiotherapie/")).await?;
        open(&browser).await?;
        press(&browser, words).await?;
        browser.until("counted", "return document.querySelector('.search__count').textContent !== ''").await?;
        findings.extend(axe::findings(&browser, &program).await?.0);
    }
    browser.ready(&site.path("therapies/chimiotherapie/")).await?;
    browser.click("main a.term").await?;
    browser.until("a definition", "return !!document.querySelector('#definition:popover-open')").await?;
    findings.extend(axe::findings(&browser, &program).await?.0);
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    Ok(())
}

#[tokio::test]
async fn a_term_opens_its_definition_in_place_and_escape_gives_the_focus_back() -> Outcome {
    let (_site, browser) = awake("therapies/chimiotherapie/").await?;
    let before = address(&browser).await?;
    browser.js("const term = document.querySelector('main a.term'); term.scrollIntoView({ block: 'center' }); term.focus()").await?;
    key(&browser, Key::Enter).await?;
    browser.until("a definition", "return !!document.querySelector('#definition:popover-open')").await?;
    browser.until("it has the focus", "return document.activeElement.id === 'definition'").await?;
    assert_eq!(browser.js("return document.getElementById('definition').textContent.length > 20").await?, true);
    assert_eq!(address(&browser).await?, before);
    key(&browser, Key::Escape).await?;
    browser.until("closed", "return !document.querySelector('#definition:popover-open')").await?;
    browser.until("the focus is back", "return document.activeElement.classList.contains('term')").await?;
    key(&browser, Key::Enter).await?;
    browser.until("open again", "return !!document.querySelector('#definition:popover-open')").await?;
    browser.click("#definition a").await?;
    browser.until("the term's page", "return location.pathname.startsWith('/glossaire/')").await?;
    assert_eq!(browser.js("return !!document.querySelector('#definition:popover-open')").await?, false);
    Ok(())
}

#[tokio::test]
async fn a_filter_narrows_the_glossary_and_the_site_map_as_one_types() -> Outcome {
    let (site, browser) = awake("glossaire/").await?;
    let left = "return [...document.querySelectorAll('[data-entry]')].filter(entry => entry.checkVisibility()).length";
    for (path, words) in [("glossaire/", "biops"), ("index-a-z/", "cheveux"), ("plan-du-site/", "nausees")] {
        browser.ready(&site.path(path)).await?;
        let all = browser.js(left).await?.as_u64().unwrap_or(0);
        browser.js("document.getElementById('filtre').focus()").await?;
        press(&browser, words).await?;
        browser
            .until(
                "fewer entries",
                &format!("{} < {all}", left.replace("return ", "return (").replace(".length", ".length)")),
            )
            .await?;
        let few = browser.js(left).await?.as_u64().unwrap_or(0);
        assert!((1..all / 3).contains(&few), "{path}: {few} of {all}");
        let told = browser.text("return document.querySelector('.filter [role=status]').textContent").await?;
        assert!(told.starts_with(char::is_numeric), "{path}: {told}");
    }
    Ok(())
}

#[tokio::test]
async fn a_word_of_a_text_is_found_once_the_bodies_have_been_read() -> Outcome {
    let (_site, browser) = awake("lieux/").await?;
    open(&browser).await?;
    // The answer grows by itself when the index does: nothing more is typed.
    press(&browser, "oreiller").await?;
    let found = "return !![...document.querySelectorAll('.result')].find(a => a.getAttribute('href').startsWith('/effets-indesirables/cheveux/#'))";
    browser.until("the page whose text has the word", found).await
}
