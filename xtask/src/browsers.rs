//! The browser and driver that the tests drive.

use crate::run::{command, output, root, run};
use std::path::Path;

/// Debian packages and the commands that they bring.
const NEEDED: [(&str, &str); 2] = [("chromium", "chromium"), ("chromium-driver", "chromedriver")];

/// Brings what the browser tests need: Chromium, its driver, axe-core.
pub(crate) fn ensure() -> Result<(), String> {
    debian_packages()?;
    axe()
}

/// By apt as root, else says what to install.
fn debian_packages() -> Result<(), String> {
    let missing: Vec<&str> = NEEDED
        .iter()
        .filter(|(_, program)| output(program, &["--version"]).is_none())
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        return Err(format!(
            "the browser tests need Chromium and its driver. On Debian or Ubuntu: sudo apt-get install {list}"
        ));
    }
    run("apt-get update", &mut command("apt-get", &["update", "--quiet", "--quiet"]))?;
    let mut install = vec!["install", "--yes", "--quiet", "--quiet", "--no-install-recommends"];
    install.extend(&missing);
    run(&format!("apt-get install {list}"), command("apt-get", &install).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// axe-core, at the version of `tests/browser/package-lock.json`.
fn axe() -> Result<(), String> {
    let folder = root().join("tests/browser");
    let lock = folder.join("package-lock.json");
    // npm writes this file last: it is newer than the lock when what is installed is what is locked.
    let installed = folder.join("node_modules/.package-lock.json");
    let date = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    if date(&installed).is_some_and(|installed| Some(installed) >= date(&lock)) {
        return Ok(());
    }
    if output("npm", &["--version"]).is_none() {
        return Err(
            "the accessibility tests need npm, to bring axe-core. On Debian or Ubuntu: sudo apt-get install npm".into(),
        );
    }
    let mut npm = command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    run("npm ci in tests/browser", npm.current_dir(folder))
}
