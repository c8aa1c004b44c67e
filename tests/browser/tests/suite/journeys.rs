//! The main ways through the site by keyboard alone, in Chromium, and in Firefox and WebKitGTK when `cargo xtask audit` asks them.

use browser_tests::{Browser, Build, Engine, Outcome, Site, Theme};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use std::future::Future;

/// Takes the same way in each engine that is asked.
async fn in_each_engine<F: Future<Output = Outcome>>(way: impl Fn(Site, Browser) -> F) -> Outcome {
    for engine in Engine::asked() {
        let (site, browser) = (Site::of(Build::Release).await?, engine.start(Theme::Light).await?);
        way(site, browser).await.map_err(|told| format!("{}: {told}", engine.as_str()))?;
    }
    Ok(())
}

/// Opens a page and waits until it is awake; the mark tells whether documents are loaded later.
async fn open(site: &Site, browser: &Browser, path: &str) -> Outcome {
    browser.ready(&site.path(path)).await?;
    browser.js("window.sameDocument = true").await.map(drop)
}

/// Presses keys together, the last one briefly.
async fn press(browser: &Browser, keys: &[char]) -> Outcome {
    let down = keys.iter().map(|value| KeyAction::Down { value: *value });
    let up = keys.iter().rev().map(|value| KeyAction::Up { value: *value });
    let all = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), |all, next| all.then(next));
    browser.client().perform_actions(all).await.map_err(|error| format!("{keys:?}: {error}"))
}

async fn type_in(browser: &Browser, words: &str) -> Outcome {
    for letter in words.chars() {
        press(browser, &[letter]).await?;
    }
    Ok(())
}

/// Presses Tab (or Shift and Tab) until what has the focus matches a selector.
async fn tab_to(browser: &Browser, keys: &[char], selector: &str) -> Outcome {
    for _ in 0..300 {
        press(browser, keys).await?;
        let there = format!("return Boolean(document.activeElement?.matches(\"{selector}\"))");
        if browser.js(&there).await? == true {
            return Ok(());
        }
    }
    let at = browser.text("return document.activeElement.outerHTML.slice(0, 120)").await?;
    Err(format!("{selector}: not reached; the focus is on {at}"))
}

/// Goes on by keyboard to what matches a selector, and presses Enter.
async fn follow(browser: &Browser, selector: &str) -> Outcome {
    tab_to(browser, &[Key::Tab.into()], selector).await?;
    press(browser, &[Key::Enter.into()]).await
}

/// The page whose address begins so is shown, in the same document, and its title has the focus.
async fn arrived(browser: &Browser, path: &str) -> Outcome {
    let there = format!(
        "return location.pathname.startsWith('{path}') && document.activeElement.tagName === 'H1' && window.sameDocument === true"
    );
    browser.until(path, &there).await
}

#[tokio::test]
async fn from_the_home_page_to_a_therapy_an_effect_and_when_to_call() -> Outcome {
    in_each_engine(|site, browser| async move {
        open(&site, &browser, "").await?;
        follow(&browser, "main a[href='/therapies/']").await?;
        arrived(&browser, "/therapies/").await?;
        follow(&browser, "main a[href='/therapies/chimiotherapie/']").await?;
        arrived(&browser, "/therapies/chimiotherapie/").await?;
        follow(&browser, "main a[href^='/effets-indesirables/']").await?;
        arrived(&browser, "/effets-indesirables/").await?;
        tab_to(&browser, &[Key::Shift.into(), Key::Tab.into()], ".site-header .call").await?;
        press(&browser, &[Key::Enter.into()]).await?;
        arrived(&browser, "/quand-appeler/").await?;
        tab_to(&browser, &[Key::Tab.into()], "main a[href='tel:15']").await?;
        let seen = "const box = document.activeElement.getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight && box.height >= 44";
        browser.until("the number is in sight", seen).await
    })
    .await
}

#[tokio::test]
async fn the_menu_opens_leads_to_the_places_and_is_closed_again() -> Outcome {
    in_each_engine(|site, browser| async move {
        open(&site, &browser, "").await?;
        follow(&browser, ".menu > summary").await?;
        browser.until("the menu is open", "return document.querySelector('.menu').open").await?;
        follow(&browser, ".menu__panel a[href='/lieux/']").await?;
        arrived(&browser, "/lieux/").await?;
        browser.until("the menu is closed", "return !document.querySelector('.menu').open").await?;
        follow(&browser, "main a[href='/lieux/istres/']").await?;
        arrived(&browser, "/lieux/istres/").await
    })
    .await
}

#[tokio::test]
async fn everyday_words_lead_to_the_page_and_escape_gives_the_focus_back() -> Outcome {
    in_each_engine(|site, browser| async move {
        open(&site, &browser, "therapies/").await?;
        let field = "return document.activeElement.getAttribute('role') === 'combobox'";
        press(&browser, &['/']).await?;
        browser.until("the field has the focus", field).await?;
        type_in(&browser, "mes cheveux tombent").await?;
        browser.until("results", "return document.querySelectorAll('[role=option]').length > 0").await?;
        press(&browser, &[Key::Down.into()]).await?;
        press(&browser, &[Key::Enter.into()]).await?;
        arrived(&browser, "/effets-indesirables/cheveux/").await?;
        press(&browser, &['/']).await?;
        browser.until("the field has the focus", field).await?;
        press(&browser, &[Key::Escape.into()]).await?;
        browser.until("the focus is back", "return document.activeElement.matches('.search-link')").await
    })
    .await
}

#[tokio::test]
async fn a_term_opens_in_place_and_escape_gives_the_focus_back() -> Outcome {
    in_each_engine(|site, browser| async move {
        open(&site, &browser, "therapies/chimiotherapie/").await?;
        follow(&browser, "main a.term").await?;
        browser.until("it is open", "return document.activeElement.matches('.definition:popover-open')").await?;
        browser.until("it says something", "return document.activeElement.textContent.length > 40").await?;
        press(&browser, &[Key::Escape.into()]).await?;
        let back = "return document.activeElement.matches('main a.term') && !document.querySelector(':popover-open')";
        browser.until("the focus is back", back).await
    })
    .await
}

#[tokio::test]
async fn printing_unfolds_what_is_folded_and_folds_it_again() -> Outcome {
    in_each_engine(|site, browser| async move {
        open(&site, &browser, "therapies/chimiotherapie/").await?;
        let folded = "return document.querySelectorAll('main details:not([open])').length";
        let before = browser.js(folded).await?;
        if before.as_u64() < Some(1) {
            return Err("nothing is folded".to_owned());
        }
        browser.js("dispatchEvent(new Event('beforeprint'))").await?;
        browser.until("unfolded", &format!("{folded} === 0")).await?;
        browser.js("dispatchEvent(new Event('afterprint'))").await?;
        browser.until("folded again", &format!("{folded} === {before}")).await?;
        let paper = "return [...document.styleSheets].some(sheet => {
            const rules = (list) => [...list].some(rule => /print/.test(rule.media?.mediaText ?? '') || (rule.cssRules && rules(rule.cssRules)));
            return rules(sheet.cssRules); })";
        browser.until("a style for paper", paper).await
    })
    .await
}
