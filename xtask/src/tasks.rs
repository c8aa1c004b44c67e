//! What the commands do.

use crate::run::{command, root, run};
use crate::{browsers, checks, tools};
use std::fs;
use std::path::Path;
use std::process::Command;

/// How a build differs from the usual one.
struct Build<'a> {
    dev: bool,
    base: &'a str,
    /// Without the draft mark.
    release: bool,
    /// The dist of the release before, whose files stay.
    previous: Option<&'a str>,
}

/// Where the tests publish the site in a folder.
const IN_FOLDER: &str = "/ipros/";

impl Build<'_> {
    /// The folder of the build: each base path has its own, so that no build replaces another's.
    fn dist(&self) -> String {
        self.folder(if self.dev { "dist-dev" } else { "dist" })
    }

    /// The folder of what is handed to a host: the archive and the kits, which name the base path too.
    fn archive(&self) -> String {
        self.folder("release")
    }

    fn folder(&self, kind: &str) -> String {
        match self.base.trim_matches('/') {
            "" => kind.to_owned(),
            inner if kind == "dist" && inner == IN_FOLDER.trim_matches('/') => "dist-folder".to_owned(),
            // No base path holds a plus sign: no two of them share a folder.
            inner => format!("{kind}-in-{}", inner.replace('/', "+")),
        }
    }
}

const KEEP_NEEDS: &str = "--keep-previous needs the dist of the release before";

fn cargo(arguments: &[&str]) -> Command {
    command("cargo", arguments)
}

/// Runs `site` with these cargo options.
pub(crate) fn site(options: &[&str], arguments: &[&str]) -> Result<(), String> {
    let all = [&["run", "--quiet", "--locked", "--bin", "site"], options, &["--"], arguments].concat();
    let status = cargo(&all).status().map_err(|error| format!("cannot start cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("site {}: failed", arguments.join(" "))) }
}

/// `build [--dev] [--base /folder/]`
pub(crate) fn build_command(options: &[&str]) -> Result<(), String> {
    let mut build = Build { dev: false, base: "/", release: false, previous: None };
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--dev" => build.dev = true,
            "--base" => build.base = rest.next().ok_or("--base needs a path, like /ipros/")?,
            "--keep-previous" => build.previous = Some(rest.next().ok_or(KEEP_NEEDS)?),
            other => return Err(format!("build: unknown option {other}")),
        }
    }
    tools::build_tools()?;
    compile(&build)
}

fn compile(build: &Build<'_>) -> Result<(), String> {
    generate()?;
    let mut trunk = command("trunk", &["build", "--dist", &build.dist(), "--public-url", build.base]);
    if !build.dev {
        trunk.arg("--release=true");
    }
    if build.release {
        trunk.env("IPROS_RELEASE", "1");
    }
    if let Some(previous) = build.previous {
        // The build empties its own folder: what it keeps must stand elsewhere.
        let folder = fs::canonicalize(previous).map_err(|error| format!("--keep-previous {previous}: {error}"))?;
        if folder == root().join(build.dist()) {
            return Err(format!(
                "--keep-previous {previous}: this build replaces that folder; copy it elsewhere first"
            ));
        }
        trunk.env("IPROS_PREVIOUS", folder);
    }
    // Trunk reads NO_COLOR as a boolean of its own.
    trunk.env("PATH", tools::path()?).env_remove("NO_COLOR");
    run(&format!("build {}", build.dist()), &mut trunk)
}

/// `release [--draft] [--base /folder/] [--keep-previous DIR]`: a build without the draft mark needs everything that publication needs.
pub(crate) fn release(options: &[&str]) -> Result<(), String> {
    let mut build = Build { dev: false, base: "/", release: true, previous: None };
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--draft" => build.release = false,
            "--base" => build.base = rest.next().ok_or("--base needs a path, like /ipros/")?,
            "--keep-previous" => build.previous = Some(rest.next().ok_or(KEEP_NEEDS)?),
            other => return Err(format!("release: unknown option {other}")),
        }
    }
    tools::build_tools()?;
    if build.release {
        site(&["--features", "site"], &["publication"])?;
    }
    compile(&build)?;
    site(&["--features", "site"], &["bundle", &build.dist(), &build.archive()])
}

/// `dev`: Trunk watches the tree, rebuilds and serves.
pub(crate) fn dev() -> Result<(), String> {
    tools::build_tools()?;
    let mut trunk = command("trunk", &["serve", "--dist", "dist-dev"]);
    run("serve, rebuilding on each change (Ctrl+C ends it)", trunk.env("PATH", tools::path()?).env_remove("NO_COLOR"))
}

/// `serve [--port N] [--host H] [--open]`
pub(crate) fn serve(options: &[&str]) -> Result<(), String> {
    let open = options.contains(&"--open");
    let options: Vec<&str> = options.iter().copied().filter(|option| *option != "--open").collect();
    build_command(&[])?;
    if open {
        let port = options.iter().skip_while(|option| **option != "--port").nth(1).copied().unwrap_or("8080");
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        // A machine without a desktop has no opener: the printed address is enough.
        drop(command(opener, &[&format!("http://127.0.0.1:{port}/")]).spawn());
    }
    site(&["--features", "site"], &[&["serve", "dist"], options.as_slice()].concat())
}

/// `test [FILTER]`
pub(crate) fn test(filter: Option<&str>) -> Result<(), String> {
    let filter: Vec<&str> = filter.into_iter().collect();
    tools::build_tools()?;
    browsers::ensure()?;
    if filter.is_empty() {
        tools::test_tools()?;
        quality()?;
        checks::code_spelling()?;
        checks::crates()?;
    }
    let native =
        [&["test", "--quiet", "--locked", "--package", "ipros", "--features", "site"], filter.as_slice()].concat();
    compile(&Build { dev: false, base: "/", release: false, previous: None })?;
    if filter.is_empty() && !is_audited() {
        // Fifty minutes on two cores, once: commit the report, and the next run is short again.
        browsers::ensure_engines()?;
        look_at_every_route(&[], &tools::geckodriver()?)?;
    }
    compile(&Build { dev: true, base: "/", release: false, previous: None })?;
    compile(&Build { dev: false, base: IN_FOLDER, release: false, previous: None })?;
    run("native and dist tests", &mut cargo(&native))?;
    let browser = [&["test", "--quiet", "--locked", "--package", "browser-tests"], filter.as_slice()].concat();
    let awake = checks::awake_folder()?;
    run("browser tests", cargo(&browser).env("IPROS_AWAKE", &awake))?;
    if filter.is_empty() {
        checks::html("dist")?;
        checks::html(&awake)?;
        checks::spelling()?;
    }
    Ok(())
}

/// `audit [ENGINE …]`: every route, theme, state and engine; each engine renews its part of the report.
pub(crate) fn audit(engines: &[&str]) -> Result<(), String> {
    if let Some(unknown) = engines.iter().find(|name| !["chromium", "firefox", "webkit"].contains(name)) {
        return Err(format!("audit: no engine is named {unknown}: chromium, firefox, webkit"));
    }
    tools::build_tools()?;
    browsers::ensure_engines()?;
    let geckodriver = tools::geckodriver()?;
    compile(&Build { dev: false, base: "/", release: false, previous: None })?;
    look_at_every_route(engines, &geckodriver)?;
    let named = if engines.is_empty() { "chromium firefox webkit".to_owned() } else { engines.join(" ") };
    compile(&Build { dev: true, base: "/", release: false, previous: None })?;
    compile(&Build { dev: false, base: IN_FOLDER, release: false, previous: None })?;
    let tests = ["cargo", "test", "--quiet", "--locked", "--package", "browser-tests"];
    let mut tests = command("xvfb-run", &[&["--auto-servernum"], tests.as_slice()].concat());
    tests.env("IPROS_GECKODRIVER", geckodriver).env("IPROS_ENGINES", named).env("IPROS_ALL_ROUTES", "1");
    run("browser tests, on every route and in every engine", &mut tests)
}

/// Renews the audit's report.
fn look_at_every_route(engines: &[&str], geckodriver: &Path) -> Result<(), String> {
    let cargo = ["cargo", "run", "--quiet", "--locked", "--package", "browser-tests", "--example", "audit", "--"];
    let all = [&["--auto-servernum"], cargo.as_slice(), engines].concat();
    run("audit", command("xvfb-run", &all).env("IPROS_GECKODRIVER", geckodriver))
}

/// Whether the audit's report is of the views and styles of today.
fn is_audited() -> bool {
    site(&["--features", "site"], &["audited"]).is_ok()
}

/// What the program carries of the content, checked: an editor's slip is told without a compiler's noise. By the tool that makes
/// the pages, which is compiled once.
fn generate() -> Result<(), String> {
    site(&["--features", "site"], &["generate"])
}

/// Format, lints of each feature set, documentation.
fn quality() -> Result<(), String> {
    run("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    generate()?;
    let warnings_denied = ["--", "--deny", "warnings"];
    let sets: [&[&str]; 5] = [
        &["--package", "ipros", "--bin", "site"],
        &["--package", "ipros", "--all-targets", "--features", "site"],
        &["--package", "ipros", "--lib", "--bin", "ipros", "--features", "csr", "--target", "wasm32-unknown-unknown"],
        &["--package", "xtask", "--all-targets"],
        &["--package", "browser-tests", "--all-targets"],
    ];
    for set in sets {
        let all = [&["clippy", "--quiet", "--locked"], set, &warnings_denied].concat();
        run(&format!("clippy {}", set.join(" ")), &mut cargo(&all))?;
    }
    let doc = ["doc", "--quiet", "--locked", "--no-deps", "--package", "ipros", "--features", "site"];
    run("documentation", cargo(&doc).env("RUSTDOCFLAGS", "--deny warnings"))
}

#[cfg(test)]
mod tests {
    use super::Build;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_base_paths_share_a_folder() {
        let dist = |dev, base| Build { dev, base, release: false, previous: None }.dist();
        assert_eq!([dist(false, "/"), dist(true, "/"), dist(false, "/ipros/")], ["dist", "dist-dev", "dist-folder"]);
        assert_eq!(dist(false, "/a/b/"), "dist-in-a+b");
        assert_eq!(dist(false, "ipros"), dist(false, "/ipros/"));
        let bases = ["/", "/ipros/", "/a/b/", "/a-b/", "/dev/", "/folder/", "/in-a/"];
        let folders: BTreeSet<String> = bases.iter().flat_map(|base| [dist(false, base), dist(true, base)]).collect();
        assert_eq!(folders.len(), 2 * bases.len());
        let archive = |base| Build { dev: false, base, release: true, previous: None }.archive();
        assert_eq!([archive("/"), archive("/a/b/")], ["release", "release-in-a+b"]);
    }
}
