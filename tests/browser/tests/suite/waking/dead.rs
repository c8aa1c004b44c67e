//! A program that dies gives the links back: whatever was thrown, wherever, the page that was asked for is shown.

use super::{Failures, PAGE, comes_to, must, no_incident, open_search, same_document, soon, whole};
use browser_tests::transit::with_script;
use browser_tests::{Browser, Chromium, Outcome, Site};

/// What is thrown where a program's stack ends, its closures are gone, its own code traps (`probe.js`).
const ERRORS: [&str; 5] = ["stack", "closure", "trap", "firefox", "memory"];

/// What a program may call of the browser while it moves on.
const MEMBERS: [&str; 26] = [
    "Element.prototype.closest",
    "Element.prototype.setAttribute",
    "Element.prototype.getAttribute",
    "Element.prototype.hasAttribute",
    "Element.prototype.removeAttribute",
    "Element.prototype.append",
    "Element.prototype.replaceChildren",
    "Element.prototype.innerHTML",
    "Node.prototype.appendChild",
    "Node.prototype.insertBefore",
    "Node.prototype.removeChild",
    "Node.prototype.replaceChild",
    "Node.prototype.textContent",
    "Document.prototype.createElement",
    "Document.prototype.createElementNS",
    "Document.prototype.createTextNode",
    "Document.prototype.createComment",
    "Document.prototype.importNode",
    "Document.prototype.title",
    "Document.prototype.getElementById",
    "History.prototype.pushState",
    "globalThis.URL",
    "globalThis.scrollTo",
    "globalThis.requestAnimationFrame",
    "globalThis.queueMicrotask",
    "HTMLElement.prototype.focus",
];

/// Those of them that no program moves on without.
const NEEDED: [&str; 5] = [
    "Element.prototype.setAttribute",
    "Node.prototype.appendChild",
    "Document.prototype.createElement",
    "Document.prototype.title",
    "History.prototype.pushState",
];

/// Lets a member throw when it is called from now on: once, or for ever. A link that [`follow`] presses starts it.
fn strike(member: &str, error: &str, forever: bool) -> String {
    format!("probe.strike('{member}', '{error}', {forever})")
}

/// The release, with the probe in every page.
pub(super) async fn probed() -> Result<Site, String> {
    with_script(include_str!("probe.js")).await
}

async fn has_struck(browser: &Browser) -> Result<bool, String> {
    Ok(browser.js("return sessionStorage.getItem('struck') !== null").await? == true)
}

fn follow(page: &str) -> String {
    format!("probe.armed = true; document.querySelector(\".site-footer a[href$='/{page}']\").click()")
}

/// A link is followed while the program dies of one call; whether the program made the call is told.
async fn dies_of(browser: &Chromium, site: &Site, member: &str, error: &str, forever: bool) -> Result<bool, String> {
    whole(browser, &site.path(PAGE)).await?;
    browser.js(&strike(member, error, forever)).await?;
    browser.js(&follow("contact/")).await?;
    comes_to(browser, "contact/").await?;
    let struck = has_struck(browser).await?;
    // Neither half dead nor half alive: the next link leads on, too.
    browser.js("probe.armed = false").await?;
    browser.js("document.querySelector(\".site-footer a[href$='/plan-du-site/']\").click()").await?;
    comes_to(browser, "plan-du-site/").await?;
    Ok(struck)
}

/// Every one of these members throws, in turn; at least so many must have been called.
async fn each_dies(members: &[&str], error: &str, forever: bool, at_least: usize) -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    let (mut failures, mut struck) = (Failures::default(), Vec::new());
    for member in members {
        match dies_of(&browser, &site, member, error, forever).await {
            Ok(true) => struck.push(*member),
            Ok(false) => {}
            Err(told) => failures.note(member, Err(told)),
        }
    }
    // One that fails was called, too.
    let called = struck.len() + failures.0.len();
    failures.note("calls", must(called >= at_least, format!("only {struck:?} were called: nothing died")));
    failures.none()
}

#[tokio::test]
async fn wherever_the_stack_ends_the_link_leads_to_its_page() -> Outcome {
    each_dies(&MEMBERS, ERRORS[0], false, 6).await
}

#[tokio::test]
async fn whatever_is_thrown_the_link_leads_to_its_page() -> Outcome {
    let mut failures = Failures::default();
    for error in &ERRORS[1..] {
        failures.note(error, each_dies(&NEEDED, error, false, 3).await);
    }
    failures.none()
}

/// Telling the reader of it must not be what keeps the page from being left.
#[tokio::test]
async fn where_nothing_can_be_written_any_more_the_link_leads_to_its_page() -> Outcome {
    let members = [
        "Document.prototype.createElement",
        "Node.prototype.appendChild",
        "Node.prototype.insertBefore",
        "Element.prototype.append",
        "History.prototype.pushState",
    ];
    each_dies(&members, ERRORS[0], true, 3).await
}

#[tokio::test]
async fn a_program_that_dies_on_the_second_route_change_gives_the_link_back() -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for member in NEEDED {
        for error in ERRORS {
            whole(&browser, &site.path(PAGE)).await?;
            browser.js("document.querySelector(\".site-footer a[href$='/lieux/']\").click()").await?;
            comes_to(&browser, "lieux/").await?;
            browser.js(&strike(member, error, false)).await?;
            browser.js(&follow("contact/")).await?;
            failures.note(&format!("{member}, {error}"), comes_to(&browser, "contact/").await);
        }
    }
    failures.none()
}

#[tokio::test]
async fn a_program_that_dies_on_the_way_back_leads_back() -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    let (mut failures, mut struck) = (Failures::default(), 0);
    for member in NEEDED {
        for error in ERRORS {
            whole(&browser, &site.path(PAGE)).await?;
            browser.js("document.querySelector(\".site-footer a[href$='/contact/']\").click()").await?;
            comes_to(&browser, "contact/").await?;
            browser.js(&strike(member, error, false)).await?;
            browser.js("probe.armed = true; history.back()").await?;
            failures.note(&format!("{member}, {error}"), comes_to(&browser, PAGE).await);
            struck += usize::from(has_struck(&browser).await?);
        }
    }
    failures.note("calls", must(struck > 4, format!("only {struck} calls")));
    failures.none()
}

#[tokio::test]
async fn a_program_that_dies_while_one_types_leaves_links_that_lead_on() -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for member in ["Document.prototype.createElement", "Element.prototype.setAttribute", "Node.prototype.appendChild"] {
        for error in ERRORS {
            whole(&browser, &site.path(PAGE)).await?;
            open_search(&browser).await?;
            let types = format!(
                "{}; probe.armed = true;
                const field = document.activeElement;
                field.value = 'fatigue';
                field.dispatchEvent(new Event('input', {{ bubbles: true }}))",
                strike(member, error, false)
            );
            browser.js(&types).await?;
            // The link that opened the search may be given back as well: there is another page then.
            drop(browser.settle().await);
            let on = "probe.armed = false; document.querySelector(\".site-footer a[href$='/contact/']\").click()";
            browser.js(on).await?;
            failures.note(&format!("{member}, {error}"), comes_to(&browser, "contact/").await);
        }
    }
    failures.none()
}

/// The program has taken a click over, and dies of it, now or a moment later.
#[tokio::test]
async fn a_program_that_dies_of_a_click_that_it_took_over_gives_the_link_back() -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for way in ["thrown", "rejected", "thrown later", "rejected later"] {
        for error in ERRORS {
            whole(&browser, &site.path(PAGE)).await?;
            let click = format!(
                "const link = document.querySelector(\".site-footer a[href$='/contact/']\");
                probe.take(link, '{way}', '{error}');
                link.click()"
            );
            browser.js(&click).await?;
            let came = async {
                comes_to(&browser, "contact/").await?;
                must(!same_document(&browser).await?, "no document was loaded")
            };
            failures.note(&format!("{error}, {way}"), came.await);
        }
    }
    failures.none()
}

/// A task of the program's own traps: nobody has followed a link, and the next one is the browser's.
#[tokio::test]
async fn after_a_trap_that_nobody_caught_links_are_the_browsers() -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    let mut failures = Failures::default();
    for way in ["thrown later", "rejected"] {
        whole(&browser, &site.path(PAGE)).await?;
        browser.js(&format!("probe.happens('{way}', 'trap')")).await?;
        let held = async {
            soon(&browser, "asleep", "return !document.documentElement.hasAttribute('data-awake')").await?;
            browser.js("document.querySelector(\".site-footer a[href$='/contact/']\").click()").await?;
            comes_to(&browser, "contact/").await?;
            must(!same_document(&browser).await?, "no document was loaded")
        };
        failures.note(way, held.await);
    }
    failures.none()
}

#[tokio::test]
async fn after_a_trap_back_and_forward_show_what_the_address_says() -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    whole(&browser, &site.path(PAGE)).await?;
    for page in ["lieux/", "contact/"] {
        browser.js(&format!("document.querySelector(\".site-footer a[href$='/{page}']\").click()")).await?;
        comes_to(&browser, page).await?;
    }
    browser.js("probe.happens('thrown later', 'trap')").await?;
    // The page that was come to a moment ago may be loaded anew.
    let dead = "return !window.sameDocument || !document.documentElement.hasAttribute('data-awake')";
    soon(&browser, "the end of the program", dead).await?;
    for (step, page) in [(-1, "lieux/"), (-1, PAGE), (1, "lieux/"), (1, "contact/")] {
        browser.js(&format!("history.go({step})")).await?;
        comes_to(&browser, page).await?;
    }
    Ok(())
}

/// Errors of others: extensions, the browser itself, a network that is gone. The program is as well as before.
#[tokio::test]
async fn errors_of_somebody_else_neither_put_the_page_to_sleep_nor_tell_an_incident() -> Outcome {
    let (site, browser) = (probed().await?, Chromium::start().await?);
    let others = [
        "dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }))",
        "dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }))",
        "dispatchEvent(new ErrorEvent('error', { message: 'x is undefined', filename: 'chrome-extension://abc/content.js', error: new TypeError('x is undefined') }))",
        "probe.happens('rejected', 'foreign')",
        "probe.happens('rejected', 'unreachable')",
        "probe.happens('rejected', 'compiled')",
        "probe.happens('rejected', 'aborted')",
        "probe.happens('rejected', 'nothing')",
    ];
    for other in others {
        whole(&browser, &site.path(PAGE)).await?;
        browser.js(other).await?;
        browser.settle().await?;
        no_incident(&browser).await?;
        let awake = browser.js("return document.documentElement.hasAttribute('data-awake')").await?;
        must(awake == true, format!("{other}: the page fell asleep"))?;
        browser.js("document.querySelector(\".site-footer a[href$='/contact/']\").click()").await?;
        comes_to(&browser, "contact/").await?;
    }
    Ok(())
}
