//! What a release keeps of those before it, and the archive that carries it.

use crate::dist;
use ipros::site::build::previous::{Kept, RELEASES};
use ipros::site::deploy::release;
use ipros::site::dist::info::{BuildInfo, Release};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A folder of its own below the system's, removed with the value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ipros-{}-{name}", std::process::id()));
        fs::create_dir_all(path.join("assets")).expect("a folder");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// A dist with one asset, built after another.
fn build(name: &str, previous: Option<&Path>) -> Folder {
    let folder = Folder::new(name);
    let kept = previous.map_or_else(Kept::default, |previous| Kept::of(previous).expect("a dist"));
    fs::write(folder.0.join(format!("assets/app-{name}.js")), name).expect("written");
    let own = Release::of(&folder.0.join("assets"), &format!("sha256-{name}")).expect("a release");
    let of = |what: &str| format!("{what} of {name}");
    let info =
        BuildInfo { base: "/".to_owned(), build: of("build"), content: of("content"), releases: kept.with(&own) };
    info.write(&folder.0).expect("written");
    kept.copy_assets(&folder.0).expect("kept");
    folder
}

fn assets(folder: &Folder) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.0.join("assets"))
        .expect("assets")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_files_and_styles_of_three_releases_stay_and_the_fourth_goes() {
    let one = build("one", None);
    let two = build("two", Some(&one.0));
    let three = build("three", Some(&two.0));
    let four = build("four", Some(&three.0));
    assert_eq!(assets(&three), ["app-one.js", "app-three.js", "app-two.js"]);
    assert_eq!(assets(&four), ["app-four.js", "app-three.js", "app-two.js"]);
    let releases = BuildInfo::of(&four.0).expect("build-info.json").releases;
    let styles: Vec<&str> = releases.iter().map(|release| release.style.as_str()).collect();
    assert_eq!(styles, ["sha256-four", "sha256-three", "sha256-two"]);
    assert_eq!(styles.len(), RELEASES);
    fs::remove_file(three.0.join("assets/app-two.js")).expect("removed");
    let kept = Kept::of(&three.0).expect("a dist");
    let told = kept.copy_assets(&Folder::new("five").0).expect_err("a file is missing").to_string();
    assert!(told.contains("app-two.js"), "{told}");
    assert!(Kept::of(Path::new("/nowhere")).is_err());
}

#[test]
fn the_archive_holds_every_file_and_is_the_same_each_time() {
    let folder = dist();
    let archive = release::archive(&folder).expect("an archive");
    assert!(archive == release::archive(&folder).expect("an archive"), "two archives of one dist differ");
    let tar = zstd::decode_all(archive.as_slice()).expect("zstd");
    let mut found = BTreeMap::new();
    for entry in tar::Archive::new(tar.as_slice()).entries().expect("entries") {
        let mut entry = entry.expect("an entry");
        let name = entry.path().expect("a name").display().to_string();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("bytes");
        found.insert(name, bytes);
    }
    let order = release::upload_order(&folder).expect("an order");
    assert_eq!(found.len(), order.len());
    for name in &order {
        assert!(found[name] == fs::read(folder.join(name)).expect("the file"), "{name}");
    }
    assert!(order[0].starts_with("assets/"));
    assert!(order.last().is_some_and(|name| name.starts_with("sw.js")), "{:?}", order.last());
}
