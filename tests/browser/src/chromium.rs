//! One headless Chromium with a fresh profile, driven through its own chromedriver; both end with the value.

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use url::Url;

/// How this Chromium differs from the usual one.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Further command-line arguments.
    pub arguments: Vec<String>,
    /// Profile preferences.
    pub preferences: Option<Value>,
}

/// A running browser.
#[derive(Debug)]
pub struct Chromium {
    client: Client,
    address: String,
    session: String,
    _driver: Child,
    _profile: TempDir,
}

/// Ends the session before the driver goes: a killed driver would leave its Chromium running.
impl Drop for Chromium {
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

/// How long anything may take before a test says that it never came.
const PATIENCE: Duration = Duration::from_secs(30);

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
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| format!("chromedriver: {error}. Run cargo xtask test, which brings it"))?;
        let output = driver.stdout.take().ok_or("chromedriver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let port = loop {
            let line = lines.next_line().await.map_err(|error| error.to_string())?.ok_or("chromedriver ended")?;
            if let Some((_, port)) = line.rsplit_once("successfully on port ") {
                break port.trim_end_matches('.').to_owned();
            }
        };
        // Read on, so that the driver never waits for a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let profile = TempDir::new().map_err(|error| error.to_string())?;
        let mut arguments: Vec<String> = USUAL.iter().map(|argument| (*argument).to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        arguments.extend(options.arguments);
        let chrome = json!({ "args": arguments, "prefs": options.preferences.unwrap_or_else(|| json!({})) });
        let mut capabilities = Capabilities::new();
        capabilities.insert("goog:chromeOptions".to_owned(), chrome);
        capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        let address = format!("127.0.0.1:{port}");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://{address}"))
            .await
            .map_err(|error| format!("Chromium: {error}"))?;
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
        self.until(url, "return document.documentElement.hasAttribute('data-hydrated')").await
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
        let found = self.client.find(Locator::Css(selector)).await.map_err(|error| format!("{selector}: {error}"))?;
        found.click().await.map_err(|error| format!("{selector}: {error}"))
    }

    /// The text of `main` without the controls that need the code, white space folded.
    ///
    /// # Errors
    /// When there is no `main`.
    pub async fn main_text(&self) -> Result<String, String> {
        let script = "const main = document.querySelector('main').cloneNode(true);
            for (const control of main.querySelectorAll('[data-needs-code]')) control.remove();
            return main.textContent.split(/\\s+/).join(' ').trim()";
        self.text(script).await
    }

    /// What the console has said since the last call.
    ///
    /// # Errors
    /// When the driver keeps it back.
    pub async fn console(&self) -> Result<Vec<String>, String> {
        let said = self.client.issue_cmd(BrowserLog).await.map_err(|error| error.to_string())?;
        let lines = said.as_array().ok_or("the log is no list")?;
        Ok(lines.iter().map(|line| format!("{} {}", line["level"], line["message"])).collect())
    }

    /// Calls the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// When the protocol refuses.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value, String> {
        let command = DevTools(json!({ "cmd": method, "params": parameters }));
        self.client.issue_cmd(command).await.map_err(|error| format!("{method}: {error}"))
    }

    /// The WebDriver client, for what has no name here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
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
