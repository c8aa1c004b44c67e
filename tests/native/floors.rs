//! The house's floors and rooms: a file uses only what is below it, and no two files need each other.

use crate::imports::{Sources, circles, imports, sources, uses};

/// The floors of the crate, from the ground. Those that share a line know nothing of each other.
const FLOORS: [&[&str]; 12] = [
    &["text"],
    &["content"],
    &["labels", "generated"],
    &["route"],
    &["search"],
    &["browser"],
    &["state"],
    &["view"],
    &["components"],
    &["pages"],
    &["app"],
    &["main", "site"],
];

/// The rooms of the native tool, and those that each may use beside itself. `src/bin/site.rs` uses all of them.
const ROOMS: [(&str, &[&str]); 5] =
    [("editor", &[]), ("dist", &[]), ("build", &["editor", "dist"]), ("deploy", &["dist"]), ("serve", &["dist"])];

/// The highest floor that editors' commands use: they must build without a framework.
const HIGHEST_FOR_EDITORS: &str = "search";

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|names| names.contains(&module))
}

fn is_below(module: &str, limit: &str) -> bool {
    floor(module) < floor(limit)
}

/// What each file uses that does not stand below it.
fn upward(sources: &Sources) -> Vec<String> {
    let mut wrong: Vec<String> = uses(sources)
        .into_iter()
        .filter(|(file, path)| file != "lib" && !may_use(file, path))
        .map(|(file, path)| format!("src/{file}.rs uses {}", path.join("::")))
        .collect();
    wrong.sort();
    wrong.dedup();
    wrong
}

fn may_use(file: &str, path: &[String]) -> bool {
    let place: Vec<&str> = file.split('/').collect();
    let own = if place[0] == "bin" { "site" } else { place[0] };
    let Some(used) = path.first().map(String::as_str).filter(|used| floor(used).is_some()) else { return true };
    assert!(floor(own).is_some(), "src/{file}.rs stands on no floor: add it to FLOORS");
    if own != used {
        let low = is_below(used, HIGHEST_FOR_EDITORS) || used == HIGHEST_FOR_EDITORS;
        return is_below(used, own) && (low || !file.starts_with("site/editor/"));
    }
    let room = |name: Option<&str>| ROOMS.iter().find(|(room, _)| Some(*room) == name);
    match (room(place.get(1).copied()), room(path.get(1).map(String::as_str))) {
        (Some((room, below)), Some((used, _))) => room == used || below.contains(used),
        _ => true,
    }
}

#[test]
fn a_file_uses_only_floors_and_rooms_below_its_own() {
    let sources = sources();
    assert!(uses(&sources).len() > 500, "the uses of the sources are not found");
    assert_eq!(upward(&sources), Vec::<String>::new());
}

#[test]
fn no_two_files_need_each_other() {
    let sources = sources();
    let imports = imports(&sources);
    assert!(imports.len() > 200, "the imports of the sources are not found");
    let told = circles(&sources).into_iter().map(|circle| {
        let inside = imports.iter().filter(|(from, to)| circle.contains(from) && circle.contains(to));
        inside.map(|(from, to)| format!("{from} → {to}")).collect::<Vec<_>>().join(", ")
    });
    assert_eq!(told.collect::<Vec<_>>(), Vec::<String>::new());
}

/// Sources that stand nowhere.
fn planted(files: &[(&str, &str)]) -> Sources {
    files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn an_import_from_above_is_refused() {
    let sources = planted(&[
        ("content/page", "use crate::text::{fold::fold, sort};\nuse super::id::PageId;\nuse crate::route::Base;"),
        ("site/dist/info", "// use crate::site::build::shell;\nfn f(_: &crate::site::build::shell::Shell) {}"),
        ("site/build/shell", "use crate::site::{dist::info, deploy::kits};\nuse super::super::serve::router;"),
        ("site/editor/report", "use crate::{content::Dataset, search::Index, pages::page, site::dist};"),
        ("bin/site", "use ipros::site::{build, editor};"),
    ]);
    assert_eq!(
        upward(&sources),
        [
            "src/content/page.rs uses route::Base",
            "src/site/build/shell.rs uses site::deploy::kits",
            "src/site/build/shell.rs uses site::serve::router",
            "src/site/dist/info.rs uses site::build::shell::Shell",
            "src/site/editor/report.rs uses pages::page",
            "src/site/editor/report.rs uses site::dist",
        ]
    );
}

#[test]
fn files_that_need_each_other_are_refused() {
    let two = planted(&[
        ("search/mod", "//! The search.\nmod index;\nmod gather;\npub use index::{Index, search};"),
        ("search/index", "use super::gather::gather;\n#[cfg(test)]\nmod tests { use super::*; }"),
        // Through what the folder hands on.
        ("search/gather", "use crate::search::Index;\nuse crate::search::rank::worth;"),
        ("search/rank", "pub fn worth() {}"),
    ]);
    assert_eq!(circles(&two), [["search/gather", "search/index"]]);
    let three = planted(&[
        ("site/dist/a", "use super::{b::B, c};"),
        ("site/dist/b", "fn f() { self::super::c::f() }"),
        ("site/dist/c", "use crate::site::dist::{d, a::{self, A}};"),
        ("site/dist/d", ""),
    ]);
    assert_eq!(circles(&three), [["site/dist/a", "site/dist/b", "site/dist/c"]]);
    let with_its_folder =
        planted(&[("site/build/mod", "mod shell;\nfn f() { shell::page() }"), ("site/build/shell", "use super::f;")]);
    assert_eq!(circles(&with_its_folder), [["site/build/mod", "site/build/shell"]]);
}

#[test]
fn the_ground_floors_know_no_framework_browser_clock_or_file() {
    let forbidden =
        ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_net", "std::fs", "std::time", "SystemTime", "std::env"];
    for (file, text) in sources() {
        let module = file.split('/').next().unwrap_or_default();
        let reads_files = file == "content/load/folder";
        if floor(module).is_none() || !is_below(module, "browser") || reads_files {
            continue;
        }
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for name in forbidden {
            assert!(!code.contains(name), "src/{file}.rs uses {name}");
        }
    }
}

#[test]
fn only_the_browser_floor_calls_the_browser() {
    for (file, text) in sources().into_iter().filter(|(file, _)| !file.starts_with("browser/")) {
        // What a view is in the page is built in one file, element by element.
        let builds = file == "view/dom";
        for name in ["web_sys::", "js_sys::", "gloo_net::", "window()"].into_iter().filter(|_| !builds) {
            assert!(!text.contains(name), "src/{file}.rs uses {name}");
        }
        for name in ["inner_html", " style="] {
            assert!(!text.contains(name), "src/{file}.rs uses {name}");
        }
    }
}

#[test]
fn the_framework_is_known_to_the_program_alone_and_its_renderer_to_one_file() {
    for (file, text) in sources() {
        let program = ["state/", "view/dom", "app/"].iter().any(|place| file.starts_with(place));
        assert!(program || !text.contains("leptos::"), "src/{file}.rs uses the framework");
        assert!(file == "view/dom" || !text.contains("tachys"), "src/{file}.rs uses the framework's renderer");
    }
}
