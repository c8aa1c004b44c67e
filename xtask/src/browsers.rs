//! The browser and driver that the tests drive.

use crate::run::{command, output, run};

/// Debian packages and the commands that they bring.
const NEEDED: [(&str, &str); 2] = [("chromium", "chromium"), ("chromium-driver", "chromedriver")];

/// Brings Chromium and its driver: by apt as root, else says what to install.
pub(crate) fn ensure() -> Result<(), String> {
    let missing: Vec<&str> =
        NEEDED.iter().filter(|(_, program)| output(program, &["--version"]).is_none()).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        return Err(format!("the browser tests need Chromium and its driver. On Debian or Ubuntu: sudo apt-get install {list}"));
    }
    run("apt-get update", &mut command("apt-get", &["update", "--quiet", "--quiet"]))?;
    let mut install = vec!["install", "--yes", "--quiet", "--quiet", "--no-install-recommends"];
    install.extend(&missing);
    run(&format!("apt-get install {list}"), command("apt-get", &install).env("DEBIAN_FRONTEND", "noninteractive"))
}
