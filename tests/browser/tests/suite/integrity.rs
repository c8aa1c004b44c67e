//! What runs is what was built: one changed byte is refused, and no text becomes code.

use browser_tests::native::files;
use browser_tests::{Build, Chromium, Outcome, Site, copy_dist, main_text};
use std::fs;
use std::path::{Path, PathBuf};

fn asset(dist: &Path, ending: &str) -> Result<PathBuf, String> {
    let found = files(&dist.join("assets"))?;
    let wanted = |path: &PathBuf| path.to_string_lossy().ends_with(ending);
    found.into_iter().find(wanted).ok_or_else(|| format!("no asset *{ending}"))
}

/// Changes one byte of an asset without breaking its syntax, and serves the changed dist.
async fn spoiled(ending: &str, spoil: impl Fn(&mut Vec<u8>)) -> Outcome {
    let copy = copy_dist(Build::Release)?;
    let path = asset(copy.path(), ending)?;
    let mut bytes = fs::read(&path).map_err(|error| error.to_string())?;
    let length = bytes.len();
    spoil(&mut bytes);
    assert_eq!(bytes.len(), length, "the length must stay, so that only the hash can tell");
    fs::write(&path, &bytes).map_err(|error| error.to_string())?;
    for packed in ["br", "gz"] {
        drop(fs::remove_file(format!("{}.{packed}", path.display())));
    }
    let (site, browser) = (Site::at(copy.path()).await?, Chromium::start().await?);
    browser.goto(&site.path("therapies/chimiotherapie/")).await?;
    browser.until("the refusal is told", "return document.readyState === 'complete'").await?;
    let mut said = Vec::new();
    let end = tokio::time::Instant::now() + std::time::Duration::from_secs(20);
    while !said.iter().any(|line: &String| line.contains("integrity")) && tokio::time::Instant::now() < end {
        said.extend(browser.console().await?);
    }
    assert!(said.iter().any(|line| line.contains("integrity")), "{ending}: not refused: {said:?}");
    assert_eq!(browser.js("return document.documentElement.hasAttribute('data-awake')").await?, false);
    let html =
        fs::read_to_string(copy.path().join("therapies/chimiotherapie/index.html")).map_err(|e| e.to_string())?;
    assert_eq!(browser.main_text().await?, main_text(&html));
    browser.click(".breadcrumb a[href$='/therapies/']").await?;
    browser.until("links are plain", "return location.pathname.endsWith('/therapies/')").await
}

fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    let at = bytes.windows(from.len()).position(|window| window == from);
    let at = at.unwrap_or_else(|| panic!("{} is not there", String::from_utf8_lossy(from)));
    bytes[at..at + from.len()].copy_from_slice(to);
}

#[tokio::test]
async fn a_changed_byte_in_the_loader_is_refused_and_the_page_is_whole() -> Outcome {
    spoiled(".js", |bytes| replace(bytes, b"afterprint", b"afterprimt")).await
}

#[tokio::test]
async fn a_changed_byte_in_the_glue_is_refused_and_the_page_is_whole() -> Outcome {
    spoiled(".js", |bytes| replace(bytes, b"utf-8", b"utf_8")).await
}

#[tokio::test]
async fn a_changed_byte_in_the_wasm_is_refused_and_the_page_is_whole() -> Outcome {
    spoiled(".wasm", |bytes| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
    })
    .await
}

#[tokio::test]
async fn no_text_becomes_html_a_script_or_a_policy() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.wake(&site.path("therapies/")).await?;
    let attempt = |code: &str| format!("try {{ {code}; return 'passed' }} catch (error) {{ return error.name }}");
    let html = "document.createElement('template').innerHTML = ";
    // Nothing of ours needs a text of HTML to be parsed: none is, however harmless.
    let refused = [
        r#"'<p class="lead">Un texte</p>'"#,
        r#"'<script>alert(1)</script>'"#,
        r#"'<img src=x onerror=alert(1)>'"#,
        r#"'<p onclick="alert(1)">x</p>'"#,
        r#"'<a href="javascript:alert(1)">x</a>'"#,
        r#"'<a href=" javascript:alert(1)">x</a>'"#,
        r#"'<a href=javascript:alert(1)>x</a>'"#,
        r#"'<iframe src="https://example.org"></iframe>'"#,
        r#"'<svg><script>alert(1)</script></svg>'"#,
        r#"'<p style="color:red">x</p>'"#,
        r#"'<form action="/x"><input name="q"></form>'"#,
        r#"'<p <b onclick=alert(1)>x</p>'"#,
        r#"'<style>*{display:none}</style>'"#,
        r#"'<base href="https://example.org/">'"#,
        r#"'<object data="x"></object>'"#,
    ];
    for text in refused {
        assert_eq!(browser.text(&attempt(&format!("{html}{text}"))).await?, "TypeError", "{text}");
    }
    let sinks = [
        "document.createElement('script').src = '/assets/x.js'",
        "document.createElement('script').text = 'alert(1)'",
        "new Worker('/assets/x.js')",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')",
        "document.write('<script>alert(1)</script>')",
        "document.createRange().createContextualFragment('<img src=x onerror=alert(1)>')",
        "new DOMParser().parseFromString('<script>alert(1)</script>', 'text/html')",
        "document.createElement('iframe').srcdoc = '<script>alert(1)</script>'",
        "trustedTypes.createPolicy('other', {})",
        "trustedTypes.createPolicy('default', { createHTML: (html) => html })",
        "trustedTypes.createPolicy('ipros', { createHTML: (html) => html })",
    ];
    for code in sinks {
        assert_eq!(browser.text(&attempt(code)).await?, "TypeError", "{code}");
    }
    // The driver lets its own scripts evaluate: what a later turn of the event loop may do is what a page may do.
    for code in ["(0, eval)('1')", "new Function('return 1')()"] {
        let later = format!(
            "const done = arguments[arguments.length - 1];
            setTimeout(() => done((() => {{ {} }})()), 0)",
            attempt(code)
        );
        assert_eq!(browser.js_async(&later, vec![]).await?, "EvalError", "{code}");
    }
    Ok(())
}
