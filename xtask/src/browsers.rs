//! What the tests need beside the build: browsers and their drivers, axe-core, the HTML checker, a spelling checker, the
//! servers of the deploy kits.

use crate::run::{command, output, root, run};
use std::path::Path;

/// A file or command that must be here, and the Debian package that brings it.
struct Needed {
    package: &'static str,
    /// A command, or the absolute path of a file.
    brings: &'static str,
}

const fn needed(package: &'static str, brings: &'static str) -> Needed {
    Needed { package, brings }
}

/// For the tests.
const FOR_TESTS: [Needed; 9] = [
    needed("chromium", "chromium"),
    needed("chromium-driver", "chromedriver"),
    needed("default-jre-headless", "java"),
    needed("hunspell", "hunspell"),
    needed("hunspell-fr", "/usr/share/hunspell/fr_FR.dic"),
    needed("nginx", "/usr/sbin/nginx"),
    needed("libnginx-mod-http-brotli-static", "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
    needed("caddy", "/usr/bin/caddy"),
    needed("zstd", "/usr/bin/zstd"),
];

/// For the audit, beside: the other engines. WebKitGTK has no headless mode, and WebKitWebDriver no word to ask it by.
const FOR_AUDIT: [Needed; 4] = [
    needed("firefox-esr", "firefox-esr"),
    needed("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    needed("xvfb", "/usr/bin/xvfb-run"),
    needed("xauth", "/usr/bin/xauth"),
];

/// Brings what the browser tests need: Chromium, its driver, axe-core.
pub(crate) fn ensure() -> Result<(), String> {
    debian_packages(&FOR_TESTS)?;
    axe()
}

/// Brings what the audit needs beside what the tests need.
pub(crate) fn ensure_engines() -> Result<(), String> {
    ensure()?;
    debian_packages(&FOR_AUDIT)
}

/// By apt as root, else says what to install.
fn debian_packages(needed: &[Needed]) -> Result<(), String> {
    let here = |brings: &str| if brings.starts_with('/') { Path::new(brings).exists() } else { answers(brings) };
    let missing: Vec<&str> = needed.iter().filter(|one| !here(one.brings)).map(|one| one.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        return Err(format!("programs are missing. On Debian or Ubuntu: sudo apt-get install {list}"));
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

/// Whether a program can be run; each of them knows one of these two words.
fn answers(program: &str) -> bool {
    ["--version", "-version"].iter().any(|word| output(program, &[word]).is_some())
}
