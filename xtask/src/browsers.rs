//! What the tests need beside the build: Chromium and its driver, axe-core, the HTML checker, a spelling checker, the
//! servers of the deploy kits.

use crate::run::{command, output, root, run};
use std::path::Path;

/// Debian packages and the commands that they bring.
const NEEDED: [(&str, &str); 4] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("default-jre-headless", "java"),
    ("hunspell", "hunspell"),
];

/// Debian packages and a file of each: no command that could be asked, or none on everybody's path.
const FILES: [(&str, &str); 5] = [
    ("hunspell-fr", "/usr/share/hunspell/fr_FR.dic"),
    ("nginx", "/usr/sbin/nginx"),
    ("libnginx-mod-http-brotli-static", "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
    ("caddy", "/usr/bin/caddy"),
    ("zstd", "/usr/bin/zstd"),
];

/// Brings what the browser tests need: Chromium, its driver, axe-core.
pub(crate) fn ensure() -> Result<(), String> {
    debian_packages()?;
    axe()
}

/// By apt as root, else says what to install.
fn debian_packages() -> Result<(), String> {
    let mut missing: Vec<&str> =
        NEEDED.iter().filter(|(_, program)| !answers(program)).map(|(package, _)| *package).collect();
    missing.extend(FILES.iter().filter(|(_, file)| !Path::new(file).exists()).map(|(package, _)| *package));
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        return Err(format!(
            "the tests need programs that are not here. On Debian or Ubuntu: sudo apt-get install {list}"
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

/// Whether a program can be run; each of them knows one of these two words.
fn answers(program: &str) -> bool {
    ["--version", "-version"].iter().any(|word| output(program, &[word]).is_some())
}
