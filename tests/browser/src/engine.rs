//! The three engines that the site is tried in, each as a patient's browser would be set: light or dark.

use crate::browser::Browser;
use crate::chromium::{Chromium, Options};
use crate::driver::Driver;
use fantoccini::wd::Capabilities;
use serde_json::json;
use tempfile::TempDir;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium.
    Chromium,
    /// Debian's Firefox ESR.
    Firefox,
    /// Debian's WebKitGTK.
    WebKit,
}

/// What the reader's device asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// As media queries name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Chromium, and the engines that `IPROS_ENGINES` names: `cargo xtask audit` does.
    #[must_use]
    pub fn asked() -> Vec<Self> {
        let named = std::env::var("IPROS_ENGINES").unwrap_or_default();
        let asked = |engine: &Self| *engine == Self::Chromium || named.split(' ').any(|name| name == engine.as_str());
        Self::ALL.into_iter().filter(asked).collect()
    }

    /// For reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Starts a browser of this engine that asks for a theme, and makes sure that it does.
    ///
    /// # Errors
    /// When it or its driver cannot be started, or the theme is not the one that was asked for.
    pub async fn start(self, theme: Theme) -> Result<Browser, String> {
        let browser = match self {
            Self::Chromium => chromium(theme).await?,
            Self::Firefox => firefox(theme).await?,
            Self::WebKit => webkit(theme).await?,
        };
        let query = format!("return matchMedia('(prefers-color-scheme: {})').matches", theme.as_str());
        browser.until(self.as_str(), &query).await.map(|()| browser)
    }
}

async fn chromium(theme: Theme) -> Result<Browser, String> {
    // Blink's own name for the preferred scheme: 0 is dark, 1 light. The emulation of DevTools ends with its session.
    let scheme = if theme == Theme::Dark { 0 } else { 1 };
    let arguments = vec![format!("--blink-settings=preferredColorScheme={scheme}")];
    Chromium::with(Options { arguments, preferences: None }).await.map(Chromium::into_browser)
}

async fn firefox(theme: Theme) -> Result<Browser, String> {
    let preferences = json!({
        "layout.css.prefers-color-scheme.content-override": u8::from(theme == Theme::Light),
        // Nothing is asked of the network but the site.
        "app.normandy.enabled": false,
        "app.update.disabledForTesting": true,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "extensions.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "toolkit.telemetry.enabled": false,
    });
    let options = json!({ "binary": "/usr/bin/firefox-esr", "args": ["-headless", "--width=1280", "--height=900"], "prefs": preferences });
    let mut capabilities = Capabilities::new();
    capabilities.insert("moz:firefoxOptions".to_owned(), options);
    // geckodriver makes a profile of its own for each session.
    Browser::open(Driver::firefox().await?, None, capabilities).await.map_err(|error| format!("Firefox: {error}"))
}

async fn webkit(theme: Theme) -> Result<Browser, String> {
    let profile = TempDir::new().map_err(|error| error.to_string())?;
    let home = profile.path().display().to_string();
    let gtk = if theme == Theme::Dark { "Adwaita:dark" } else { "Adwaita" };
    let environment = [
        ("GTK_THEME", gtk),
        ("HOME", &home),
        ("XDG_CACHE_HOME", &home),
        ("XDG_DATA_HOME", &home),
        ("GDK_BACKEND", "x11"),
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
    ];
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".to_owned(), json!("MiniBrowser"));
    Browser::open(Driver::webkit(&environment).await?, Some(profile), capabilities)
        .await
        .map_err(|error| format!("WebKitGTK: {error}. It needs a display: cargo xtask audit starts one"))
}
