//! The tools that a build needs, each at one version, in a cache folder outside the tree.

use crate::run::{command, output, root, run};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Trunk's version. 0.22 needs a newer rustc than the pinned one.
const TRUNK: &str = "0.21.14";

/// What the tests need beside: licences and sources of the crates, spelling of the code.
const CARGO_DENY: &str = "0.20.2";
const TYPOS: &str = "1.52.0";

/// What the audit drives Firefox with.
const GECKODRIVER: &str = "0.37.1";

const TARGET: &str = "wasm32-unknown-unknown";

/// Where tools are kept: `IPROS_TOOLS`, else `ipros-tools` in the user's cache folder.
pub(crate) fn cache() -> PathBuf {
    let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    env::var_os("IPROS_TOOLS").map_or_else(
        || {
            let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(home);
            cache.unwrap_or_else(env::temp_dir).join("ipros-tools")
        },
        PathBuf::from,
    )
}

/// Brings what a build needs; what is there is not brought again.
pub(crate) fn build_tools() -> Result<(), String> {
    wasm_target()?;
    run("fetch the crates", command("cargo", &["fetch", "--locked", "--quiet"]).env("CARGO_NET_RETRY", "3"))
        .map_err(|error| without_network("the crates of Cargo.lock", &error))?;
    install("trunk", TRUNK, &["--no-default-features", "--features", "rustls"])?;
    install("wasm-bindgen-cli", &wasm_bindgen_version()?, &["--bin", "wasm-bindgen", "--no-default-features"])
}

/// Brings the checkers that the tests call.
pub(crate) fn test_tools() -> Result<(), String> {
    install("cargo-deny", CARGO_DENY, &["--no-default-features"])?;
    install("typos-cli", TYPOS, &[])
}

/// Brings what the audit needs; the driver's place.
pub(crate) fn geckodriver() -> Result<PathBuf, String> {
    install("geckodriver", GECKODRIVER, &[])?;
    Ok(folder("geckodriver", GECKODRIVER).join("bin/geckodriver"))
}

/// The tools' folders in front of the `PATH`.
pub(crate) fn path() -> Result<String, String> {
    let folders = [
        folder("trunk", TRUNK),
        folder("wasm-bindgen-cli", &wasm_bindgen_version()?),
        folder("cargo-deny", CARGO_DENY),
        folder("typos-cli", TYPOS),
    ];
    let own = folders.iter().map(|folder| folder.join("bin"));
    let system = env::var_os("PATH").unwrap_or_default();
    let all = own.chain(env::split_paths(&system));
    env::join_paths(all).map(|path| path.to_string_lossy().into_owned()).map_err(|error| error.to_string())
}

fn folder(name: &str, version: &str) -> PathBuf {
    cache().join(format!("{name}-{version}"))
}

/// wasm-bindgen's command must be of the very version of the crate.
fn wasm_bindgen_version() -> Result<String, String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let after = lock.split_once("name = \"wasm-bindgen\"\nversion = \"").map(|(_, after)| after);
    after
        .and_then(|after| after.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .ok_or_else(|| "Cargo.lock names no wasm-bindgen".to_owned())
}

fn wasm_target() -> Result<(), String> {
    if let Some(sysroot) = output("rustc", &["--print", "sysroot"])
        && Path::new(&sysroot).join("lib/rustlib").join(TARGET).is_dir()
    {
        return Ok(());
    }
    run("add the wasm target", &mut command("rustup", &["target", "add", TARGET]))
        .map_err(|error| without_network(&format!("the target {TARGET} (rustup target add {TARGET})"), &error))
}

/// Installs one cargo package into its own folder. An interrupted install leaves no command behind, and is done again.
fn install(name: &str, version: &str, options: &[&str]) -> Result<(), String> {
    let folder = folder(name, version);
    let binary = name.strip_suffix("-cli").unwrap_or(name);
    if folder.join("bin").join(binary).is_file() {
        return Ok(());
    }
    let (package, root) = (format!("{name}@{version}"), folder.display().to_string());
    if output("cargo", &["binstall", "-V"]).is_some() {
        let arguments = ["binstall", "--no-confirm", "--disable-strategies", "compile", "--root", &root, &package];
        if run(&format!("fetch {package}"), &mut command("cargo", &arguments)).is_ok() {
            return Ok(());
        }
    }
    let mut arguments = vec!["install", "--locked", "--quiet", "--root", &root, &package];
    arguments.extend(options);
    // A build tool is run a few times: compiling it fast matters more than its own speed.
    let mut cargo = command("cargo", &arguments);
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env_remove("CARGO_TARGET_DIR");
    run(&format!("compile {package} (some minutes, once)"), &mut cargo)
        .map_err(|error| without_network(&package, &error))
}

fn without_network(what: &str, error: &str) -> String {
    format!(
        "{error}\n{what} could not be brought. Connect this machine to the network and run the same command again; what is there is kept in {}.",
        cache().display()
    )
}
