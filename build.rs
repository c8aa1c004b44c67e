//! Turns `assets/content/` into one checked bundle for the program to embed, and stops the build on any problem.
//!
//! Runs only for features that embed the content: `site check` must be able to run on content that is broken.

// The ground floor is compiled a second time, as part of this script; most of it is not called here.
#[allow(dead_code, unused_imports, unreachable_pub, missing_docs)]
#[path = "src/content/mod.rs"]
mod content;
#[allow(dead_code, unreachable_pub)]
#[path = "src/site/build/sprite.rs"]
mod sprite;
#[allow(dead_code, unused_imports, unreachable_pub, missing_docs)]
#[path = "src/text/mod.rs"]
mod text;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-env-changed=IPROS_CONTENT");
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_EMBEDDED").is_none() {
        return;
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let folder = env::var_os("IPROS_CONTENT").map_or_else(|| root.join("assets/content"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", root.join("src").display());
    let bundle = match content::load::folder::load(&folder) {
        Ok(dataset) => dataset.to_bundle(),
        Err(problems) => {
            for problem in &problems {
                eprintln!("assets/content/{problem}\n");
            }
            println!(
                "cargo::error=assets/content : {} problème(s), voir ci-dessous ; rien n'est construit",
                problems.len()
            );
            process::exit(1);
        }
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("content.bundle");
    fs::write(&out, &bundle).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    let drawings = drawings(&root).unwrap_or_else(|problem| {
        println!("cargo::error={problem}");
        process::exit(1);
    });
    let out = out.with_file_name("drawings.svg");
    fs::write(&out, &drawings).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    let mut name = Fnv::new();
    name.add(drawings.as_bytes());
    println!("cargo::rustc-env=IPROS_DRAWINGS=drawings-{:016x}.svg", name.0);
    let mut sources = Vec::new();
    list(&root.join("src"), &mut sources);
    sources.sort();
    let mut build = Fnv::new();
    build.add(bundle.as_bytes());
    build.add(&fs::read(root.join("Cargo.lock")).unwrap_or_default());
    for source in &sources {
        build.add(&fs::read(source).unwrap_or_default());
    }
    println!("cargo::rustc-env=IPROS_BUILD={:016x}", build.0);
}

/// The sprite of all drawings.
fn drawings(root: &Path) -> Result<String, String> {
    let (folder, coast) = (root.join("assets/drawings"), root.join("assets/data/coast-and-berre.geojson"));
    for path in [&folder, &coast] {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let mut paths = Vec::new();
    list(&folder, &mut paths);
    paths.sort();
    let (mut drawings, mut shapes) = (Vec::new(), Vec::new());
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "svg")) {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let inner = path.strip_prefix(&folder).unwrap_or(path).with_extension("");
        let name = inner.to_string_lossy().replace('/', "-");
        match name.strip_prefix("shapes-") {
            Some(shape) => shapes.push((shape.to_owned(), text)),
            None => drawings.push((name, text)),
        }
    }
    let coast = fs::read_to_string(&coast).map_err(|error| format!("{}: {error}", coast.display()))?;
    sprite::sprite(&drawings, &shapes, &coast)
}

fn list(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { list(&path, found) } else { found.push(path) }
    }
}

/// Fowler–Noll–Vo 1a, 64 bits: names a build, guards nothing (integrity is SHA-256's, in `src/site/`).
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
