//! One headless Chromium: what every engine can do, and what only Chromium's own protocol can.

use crate::browser::Browser;
use crate::driver::Driver;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use serde_json::{Value, json};
use std::ops::Deref;
use tempfile::TempDir;
use url::Url;

/// How this Chromium differs from the usual one.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Further command-line arguments.
    pub arguments: Vec<String>,
    /// Profile preferences.
    pub preferences: Option<Value>,
}

/// A running Chromium.
#[derive(Debug)]
pub struct Chromium(Browser);

impl Deref for Chromium {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.0
    }
}

const USUAL: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
];

impl Chromium {
    /// Starts a browser.
    ///
    /// # Errors
    /// When Chromium or its driver cannot be started.
    pub async fn start() -> Result<Self, String> {
        Self::with(Options::default()).await
    }

    /// Starts a browser that differs.
    ///
    /// # Errors
    /// As [`Chromium::start`].
    pub async fn with(options: Options) -> Result<Self, String> {
        let driver = Driver::chromium().await?;
        let profile = TempDir::new().map_err(|error| error.to_string())?;
        let mut arguments: Vec<String> = USUAL.iter().map(|argument| (*argument).to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        arguments.extend(options.arguments);
        let chrome = json!({ "args": arguments, "prefs": options.preferences.unwrap_or_else(|| json!({})) });
        let mut capabilities = Capabilities::new();
        capabilities.insert("goog:chromeOptions".to_owned(), chrome);
        capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        Browser::open(driver, Some(profile), capabilities).await.map(Self).map_err(|error| format!("Chromium: {error}"))
    }

    /// The browser alone, without what only Chromium can do.
    #[must_use]
    pub fn into_browser(self) -> Browser {
        self.0
    }

    /// What the console has said since the last call.
    ///
    /// # Errors
    /// When the driver keeps it back.
    pub async fn console(&self) -> Result<Vec<String>, String> {
        let said = self.client().issue_cmd(BrowserLog).await.map_err(|error| error.to_string())?;
        let lines = said.as_array().ok_or("the log is no list")?;
        Ok(lines.iter().map(|line| format!("{} {}", line["level"], line["message"])).collect())
    }

    /// Calls the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// When the protocol refuses.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value, String> {
        let command = DevTools(json!({ "cmd": method, "params": parameters }));
        self.client().issue_cmd(command).await.map_err(|error| format!("{method}: {error}"))
    }
}

#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }
    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }
    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}
