//! Screenshots to look at: `cargo run -p browser-tests --example shots -- FOLDER [PATH…]`
//!
//! Each path of the release build at 320, 390, 768, 1280 and 1920 px, light and dark, whole page; and printed to A4 as a PDF.
#![allow(clippy::print_stdout, reason = "it says what it wrote")]

use browser_tests::{Build, Chromium, Outcome, Site};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const USUAL: [&str; 5] = ["", "therapies/chimiotherapie/", "quand-appeler/", "lieux/istres/", "therapies/comparer/"];

#[tokio::main]
async fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, paths) = arguments.split_first().ok_or("shots FOLDER [PATH…]")?;
    let paths: Vec<&str> = if paths.is_empty() { USUAL.to_vec() } else { paths.iter().map(String::as_str).collect() };
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    for path in paths {
        let name = path.trim_matches('/').replace('/', "_");
        let name = if name.is_empty() { "accueil" } else { &name };
        for (width, height) in [(320, 640), (390, 844), (768, 1024), (1280, 900), (1920, 1080)] {
            for theme in ["light", "dark"] {
                let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
                browser.cdp("Emulation.setEmulatedMedia", media).await?;
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
                browser.cdp("Emulation.setDeviceMetricsOverride", size).await?;
                browser.wake(&site.path(path)).await?;
                let whole = json!({ "format": "png", "captureBeyondViewport": true });
                let shot = browser.cdp("Page.captureScreenshot", whole).await?;
                save(&Path::new(folder).join(format!("{name}-{width}-{theme}.png")), &shot)?;
            }
        }
        let paper =
            json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false, "preferCSSPageSize": true });
        save(&Path::new(folder).join(format!("{name}.pdf")), &browser.cdp("Page.printToPDF", paper).await?)?;
    }
    Ok(())
}

fn save(path: &Path, answer: &Value) -> Outcome {
    use base64::Engine as _;
    let data = answer["data"].as_str().ok_or("no picture")?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(data).map_err(|error| error.to_string())?;
    println!("{}", path.display());
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
