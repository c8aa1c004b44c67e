//! What is measured on a page, by functions that take a browser and give findings: tests and the audit share them.

use crate::{Browser, Chromium};
use serde_json::{Value, json};

/// What was found on a page; the two figures are the least of all pages so far.
#[derive(Debug)]
pub struct Findings {
    /// Each finding as a line.
    pub lines: Vec<String>,
    /// The least contrast of text with its ground.
    pub contrast: f64,
    /// The smallest side of what can be pressed, in CSS pixels.
    pub target: f64,
}

impl Default for Findings {
    fn default() -> Self {
        Self { lines: Vec::new(), contrast: f64::MAX, target: f64::MAX }
    }
}

impl Findings {
    /// Adds the findings of a page, each with the page's name.
    pub fn add(&mut self, page: &str, found: impl IntoIterator<Item = String>) {
        self.lines.extend(found.into_iter().map(|line| format!("{page}: {line}")));
    }

    /// Fails when anything was found.
    ///
    /// # Panics
    /// With every finding.
    #[allow(clippy::print_stdout, reason = "the figures of a walk are evidence")]
    pub fn none(&self) {
        if self.target < f64::MAX {
            println!("least contrast {:.2}, smallest target {:.1} px", self.contrast, self.target);
        }
        assert!(self.lines.is_empty(), "{} findings\n{}", self.lines.len(), self.lines.join("\n"));
    }
}

fn lines(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

async fn measure(browser: &Browser, call: &str) -> Result<Value, String> {
    let script = format!("if (!globalThis.pageChecks) {{ {} }} return pageChecks.{call}", include_str!("checks.js"));
    browser.js(&script).await.map_err(|error| format!("{call}: {}", error.rsplit("}").next().unwrap_or_default()))
}

/// Light or dark, and the media that is shown (`screen` or `print`).
///
/// # Errors
/// When the browser refuses.
pub async fn media(browser: &Chromium, kind: &str, features: &[(&str, &str)]) -> Result<(), String> {
    // Still, so that no colour is measured on its way to another.
    let still = [("prefers-reduced-motion", "reduce")];
    let features: Vec<Value> =
        features.iter().chain(&still).map(|(name, value)| json!({ "name": name, "value": value })).collect();
    browser.cdp("Emulation.setEmulatedMedia", json!({ "media": kind, "features": features })).await.map(drop)
}

/// The size of the window, in CSS pixels.
///
/// # Errors
/// When the browser refuses.
pub async fn window(browser: &Chromium, width: u32, height: u32) -> Result<(), String> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", size).await.map(drop)
}

/// Text has a contrast of 7:1 and the edges of controls 3:1, as computed on the page.
///
/// # Errors
/// When the page cannot be measured.
pub async fn contrast(browser: &Browser, page: &str, all: &mut Findings) -> Result<(), String> {
    let found = measure(browser, "contrast()").await?;
    all.contrast = all.contrast.min(found["least"].as_f64().unwrap_or(0.0));
    all.add(page, lines(&found["wrong"]));
    all.add(page, lines(&measure(browser, "edges()").await?));
    Ok(())
}

/// What can be pressed is 44 pixels wide and high, but for links inside sentences.
///
/// # Errors
/// When the page cannot be measured.
pub async fn targets(browser: &Browser, page: &str, all: &mut Findings) -> Result<(), String> {
    let found = measure(browser, "targets()").await?;
    all.target = all.target.min(found["least"].as_f64().unwrap_or(0.0));
    all.add(page, lines(&found["wrong"]));
    Ok(())
}

/// Nothing scrolls sideways, no text is cut.
///
/// # Errors
/// When the page cannot be measured.
pub async fn overflow(browser: &Browser, page: &str, all: &mut Findings) -> Result<(), String> {
    all.add(page, lines(&measure(browser, "overflow()").await?));
    Ok(())
}

/// Headings in order, one `h1`, landmarks, a skip link that leads somewhere, no drawing without words.
///
/// # Errors
/// When the page cannot be measured.
pub async fn structure(browser: &Browser, page: &str, all: &mut Findings) -> Result<(), String> {
    all.add(page, lines(&measure(browser, "structure()").await?));
    Ok(())
}

/// The words of the text that are seen: the same on screen (everything unfolded) and on paper.
///
/// # Errors
/// When the page cannot be measured.
pub async fn words(browser: &Browser) -> Result<String, String> {
    let found = measure(browser, "words()").await?;
    found.as_str().map(str::to_owned).ok_or_else(|| format!("no words: {found}"))
}

/// Presses Tab until the page is left: every control is reached, in order, in sight, with a ring that can be seen.
///
/// # Errors
/// When the keys cannot be pressed.
pub async fn keyboard(browser: &Chromium, page: &str, all: &mut Findings) -> Result<(), String> {
    browser.js("document.activeElement.blur(); scrollTo(0, 0)").await?;
    let (mut reached, mut before, mut wanted) = (0, -1, 0);
    for pressed in 0.. {
        let key = json!({ "type": "keyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        browser.cdp("Input.dispatchKeyEvent", key).await?;
        let at = measure(browser, "focus()").await?;
        if at.is_null() {
            break;
        }
        all.add(page, lines(&at["wrong"]));
        let place = at["at"].as_i64().unwrap_or(-1);
        wanted = at["count"].as_i64().unwrap_or(0);
        if place >= 0 {
            if place < before {
                all.add(page, [format!("keyboard: {} comes out of order", at["name"])]);
                break;
            }
            before = place;
            reached += 1;
        }
        // The browser has stops of its own; a trap ends the walk all the same.
        if pressed > 50 + 2 * wanted {
            break;
        }
    }
    if reached != wanted {
        all.add(page, [format!("keyboard: {reached} of {wanted} controls reached")]);
    }
    Ok(())
}

/// What moved since the page began to load: how far (CLS), which pieces, from where to where.
///
/// # Errors
/// When the browser does not tell.
pub async fn layout_shifts(browser: &Browser) -> Result<Vec<String>, String> {
    let script = "const done = arguments[arguments.length - 1]; const all = [];
        const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
        const name = (node) => node ? `${node.nodeName.toLowerCase()}.${node.className || node.parentElement?.className}` : 'gone';
        const piece = (source) => `${name(source.node)} ${place(source.previousRect)} to ${place(source.currentRect)}`;
        new PerformanceObserver(list => {
            for (const shift of list.getEntries()) all.push(`${shift.value.toFixed(4)} at ${Math.round(shift.startTime)} ms: ${shift.sources.map(piece).join(', ')}`);
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => done(all), 0))";
    let found = browser.js_async(script, vec![]).await?;
    let lines = found.as_array().ok_or("no layout shift")?;
    Ok(lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect())
}
