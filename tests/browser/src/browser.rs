//! A browser under test, of any engine: what WebDriver itself gives. It ends with the value.

use crate::driver::Driver;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;
use tempfile::TempDir;

/// A running browser with a profile of its own.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    address: String,
    session: String,
    _driver: Driver,
    _profile: Option<TempDir>,
}

/// Ends the session before the driver goes: a killed driver would leave its browser running.
impl Drop for Browser {
    fn drop(&mut self) {
        let Ok(mut stream) = TcpStream::connect(&self.address) else { return };
        let request =
            format!("DELETE /session/{} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.session, self.address);
        // Nobody is left to tell when this fails.
        let _ = stream.set_read_timeout(Some(PATIENCE));
        let _ = stream.write_all(request.as_bytes());
        let _ = stream.read(&mut [0; 512]);
    }
}

/// How long anything may take before a test says that it never came.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// What a page that did not wake up tells of why: where it came from, what it has fetched, whether it is as it was written.
const ASLEEP: &str = "
    const [page] = performance.getEntriesByType('navigation');
    const file = ({ name, startTime, workerStart, responseStart, responseEnd, responseStatus, transferSize }) =>
        [name, ...[startTime, workerStart, responseStart, responseEnd].map(Math.round), responseStatus, transferSize].join(' ');
    const { documentElement: root, readyState, title } = document;
    return { at: location.href, title, readyState, now: Math.round(performance.now()),
        worker: navigator.serviceWorker?.controller?.state ?? null,
        note: document.querySelector('.site-note')?.textContent ?? null,
        files: [page, ...performance.getEntriesByType('resource')].map(file) }";

impl Browser {
    /// Opens a session with a driver that runs. A profile folder is kept as long as the browser.
    pub(crate) async fn open(
        driver: Driver,
        profile: Option<TempDir>,
        capabilities: Capabilities,
    ) -> Result<Self, String> {
        let address = driver.address();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://{address}"))
            .await
            .map_err(|error| format!("no session: {error}"))?;
        let session = client.session_id().await.map_err(|error| error.to_string())?.ok_or("no session")?;
        Ok(Self { client, address, session, _driver: driver, _profile: profile })
    }

    /// Loads a URL.
    ///
    /// # Errors
    /// When the load fails.
    pub async fn goto(&self, url: &str) -> Result<(), String> {
        self.client.goto(url).await.map_err(|error| format!("{url}: {error}"))
    }

    /// Loads a URL and waits until the page is awake.
    ///
    /// # Errors
    /// When it does not wake up.
    pub async fn wake(&self, url: &str) -> Result<(), String> {
        self.goto(url).await?;
        let awake = self.until(url, "return document.documentElement.hasAttribute('data-awake')").await;
        let Err(why) = awake else { return Ok(()) };
        // A browser that cannot even tell is no reason to forget the first error.
        Err(format!("{why}\n{}", self.js(ASLEEP).await.unwrap_or_else(Value::String)))
    }

    /// Waits until the texts have come, and links open in the page.
    ///
    /// # Errors
    /// When they never come.
    pub async fn texts(&self) -> Result<(), String> {
        self.until("the texts are here", "return document.documentElement.hasAttribute('data-texts')").await
    }

    /// Loads a URL and waits until links open in the page.
    ///
    /// # Errors
    /// When it does not wake up, or its texts never come.
    pub async fn ready(&self, url: &str) -> Result<(), String> {
        self.wake(url).await?;
        self.texts().await
    }

    /// Waits until a script returns `true`.
    ///
    /// # Errors
    /// When it never does.
    pub async fn until(&self, what: &str, script: &str) -> Result<(), String> {
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            if self.js(script).await? == Value::Bool(true) {
                return Ok(());
            }
            if tokio::time::Instant::now() > end {
                return Err(format!("{what}: never true: {script}"));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the page is loaded and has had two idle periods: what was going to happen has happened.
    ///
    /// # Errors
    /// When the page never rests.
    pub async fn settle(&self) -> Result<(), String> {
        self.until("the page is loaded", "return document.readyState === 'complete'").await?;
        // WebKitGTK has no idle callbacks.
        let script = "const done = arguments[arguments.length - 1];
            const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 50));
            idle(() => idle(() => setTimeout(done, 50, true)))";
        self.js_async(script, vec![]).await.map(drop)
    }

    /// Runs a function body in the page.
    ///
    /// # Errors
    /// When it throws.
    pub async fn js(&self, script: &str) -> Result<Value, String> {
        self.client.execute(script, vec![]).await.map_err(|error| format!("{script}: {error}"))
    }

    /// Runs a function body in the page with arguments; its last argument is the callback that ends it.
    ///
    /// # Errors
    /// When it throws, or never calls back.
    pub async fn js_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.client.execute_async(script, arguments).await.map_err(|error| error.to_string())
    }

    /// A script's text result.
    ///
    /// # Errors
    /// When it is no text.
    pub async fn text(&self, script: &str) -> Result<String, String> {
        let value = self.js(script).await?;
        value.as_str().map(str::to_owned).ok_or_else(|| format!("{script}: {value} is no text"))
    }

    /// Clicks the first element that a CSS selector finds.
    ///
    /// # Errors
    /// When there is none, or it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<(), String> {
        // A list that grows may be drawn anew between the two calls: the element that stands there now is meant.
        for _ in 0..4 {
            match self.click_once(selector).await {
                Err(error) if error.contains("stale element") => {}
                clicked => return clicked,
            }
        }
        self.click_once(selector).await
    }

    async fn click_once(&self, selector: &str) -> Result<(), String> {
        let found = self.client.find(Locator::Css(selector)).await.map_err(|error| format!("{selector}: {error}"))?;
        found.click().await.map_err(|error| format!("{selector}: {error}"))
    }

    /// The text of `main` without the controls that need the code, white space folded.
    ///
    /// # Errors
    /// When there is no `main`.
    pub async fn main_text(&self) -> Result<String, String> {
        // A document that is on its way has no text yet.
        let script = "const main = document.querySelector('main')?.cloneNode(true);
            if (!main) return '';
            for (const control of main.querySelectorAll('[data-needs-code]')) control.remove();
            return main.textContent.split(/\\s+/).join(' ').trim()";
        self.text(script).await
    }

    /// The WebDriver client, for what has no name here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }
}
