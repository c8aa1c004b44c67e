//! The house's floors: a file uses only what is below it.

use crate::root;
use ipros::site::dist::files::files;
use std::fs;

/// Modules of the crate by height: the tens are the floors of the README, the units are steps within a floor.
const FLOORS: [(&str, usize); 14] = [
    ("text", 0),
    ("content", 1),
    ("labels", 10),
    ("generated", 10),
    ("route", 11),
    ("search", 12),
    ("browser", 20),
    ("state", 21),
    ("view", 30),
    ("components", 31),
    ("pages", 40),
    ("app", 50),
    ("main", 60),
    ("site", 60),
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// The crate's own modules that a source text uses.
fn uses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "ipros::"] {
        for (at, _) in text.match_indices(start) {
            let rest = &text[at + start.len()..];
            let name =
                |part: &str| part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
            match rest.strip_prefix('{') {
                Some(group) => found.extend(group.split('}').next().unwrap_or_default().split(',').map(name)),
                None => found.push(name(rest)),
            }
        }
    }
    found
}

#[test]
fn a_file_uses_only_floors_below_its_own_or_its_own_module() {
    let source = root().join("src");
    let mut wrong = Vec::new();
    for path in
        files(&source).expect("src can be read").iter().filter(|path| path.extension().is_some_and(|e| e == "rs"))
    {
        let relative = path.strip_prefix(&source).expect("below src").to_string_lossy().replace(".rs", "");
        let module = relative.split('/').next().unwrap_or_default();
        let module = if module == "bin" { "site" } else { module };
        if module == "lib" {
            continue;
        }
        let own = floor(module).unwrap_or_else(|| panic!("{relative} stands on no floor: add it to FLOORS"));
        for used in uses(&fs::read_to_string(path).expect("it can be read")) {
            let below = floor(&used).is_none_or(|other| other < own || used == module);
            let known = floor(&used).is_some();
            if known && !below {
                wrong.push(format!("src/{relative}.rs (height {own}) uses {used}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_ground_floors_know_no_framework_browser_clock_or_file() {
    let forbidden =
        ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_net", "std::fs", "std::time", "SystemTime", "std::env"];
    let source = root().join("src");
    for path in files(&source).expect("src can be read") {
        let relative = path.strip_prefix(&source).expect("below src").to_string_lossy().into_owned();
        let module = relative.split(['/', '.']).next().unwrap_or_default().to_owned();
        let reads_files = relative == "content/load/folder.rs";
        if floor(&module).is_none_or(|floor| floor >= 20) || reads_files || !relative.ends_with(".rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it can be read");
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for name in forbidden {
            assert!(!code.contains(name), "src/{relative} uses {name}");
        }
    }
}

#[test]
fn only_the_browser_floor_calls_the_browser() {
    let source = root().join("src");
    for path in files(&source).expect("src can be read") {
        let relative = path.strip_prefix(&source).expect("below src").to_string_lossy().into_owned();
        if relative.starts_with("browser/") || !relative.ends_with(".rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it can be read");
        for name in ["web_sys::", "js_sys::", "gloo_net::", "window()", "inner_html", " style="] {
            assert!(!text.contains(name), "src/{relative} uses {name}");
        }
    }
}
