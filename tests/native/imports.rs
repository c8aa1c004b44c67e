//! Which file imports which, read from the text of the sources.

use crate::root;
use ipros::site::dist::files::names;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Source files: path below `src/` without its ending, and text.
pub(crate) type Sources = BTreeMap<String, String>;

/// A module's place in the crate.
type Path = Vec<String>;

/// All of `src/`.
pub(crate) fn sources() -> Sources {
    let source = root().join("src");
    let names = names(&source).expect("src can be read");
    let rust = names.iter().filter_map(|name| Some((name.strip_suffix(".rs")?.to_owned(), source.join(name))));
    rust.map(|(name, path)| (name, fs::read_to_string(path).expect("text"))).collect()
}

/// Every place of the crate that each file names, but for its tests and comments.
pub(crate) fn uses(sources: &Sources) -> Vec<(String, Path)> {
    let declared = Regex::new(r"(?-u)\bmod (\w+);").expect("a pattern");
    let start = Regex::new(r"(?-u)\b(\w+)::").expect("a pattern");
    let mut all = Vec::new();
    for (file, text) in sources {
        let (code, own) = (code(text), module(file));
        let children: Vec<&str> =
            declared.captures_iter(&code).filter_map(|found| Some(found.get(1)?.as_str())).collect();
        for found in start.find_iter(&code) {
            let name = found.as_str().trim_end_matches("::");
            let before = code[..found.start()].trim_end_matches(' ');
            // What stands behind `::` is the middle of another path; `pub(in …)` imports nothing.
            let inner = before.ends_with("::") || before.ends_with("(in");
            if !inner && (["crate", "ipros", "super", "self"].contains(&name) || children.contains(&name)) {
                let paths = expanded(&code[found.start()..]);
                all.extend(paths.into_iter().map(|path| (file.clone(), absolute(&own, path))));
            }
        }
    }
    all
}

/// The file that each file imports from, once.
pub(crate) fn imports(sources: &Sources) -> BTreeSet<(String, String)> {
    let doors = doors(sources);
    let found = uses(sources).into_iter().filter_map(|(file, path)| Some((file, target(sources, &doors, &path, 8)?)));
    found.filter(|(from, to)| from != to && !doors.contains_key(from) && !doors.contains_key(to)).collect()
}

/// Groups of files that import each other, directly or through others.
pub(crate) fn circles(sources: &Sources) -> Vec<Vec<String>> {
    let mut imported: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (from, to) in imports(sources) {
        imported.entry(from).or_default().push(to);
    }
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        sources.keys().map(|file| (file, below(&imported, file))).collect();
    let together = |file: &String, other: &String| reach[file].contains(other) && reach[other].contains(file);
    let group =
        |file: &String| reach[file].iter().filter(|other| together(file, other)).map(|o| (*o).clone()).collect();
    let groups: BTreeSet<Vec<String>> = sources.keys().map(group).collect();
    groups.into_iter().filter(|group| group.len() > 1).collect()
}

fn below<'a>(imported: &'a BTreeMap<String, Vec<String>>, file: &String) -> BTreeSet<&'a String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&String> = imported.get(file).into_iter().flatten().collect();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(imported.get(file).into_iter().flatten());
        }
    }
    found
}

/// A source text without comments and without its own tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The module that a file is.
fn module(file: &str) -> Path {
    let path: Path = file.split('/').map(str::to_owned).collect();
    match path.last().map(String::as_str) {
        Some("mod" | "lib" | "main") => path[..path.len() - 1].to_vec(),
        _ => path,
    }
}

/// The paths that a text starts with: more than one where a group in braces stands.
fn expanded(text: &str) -> Vec<Path> {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        return parts(group).into_iter().flat_map(expanded).collect();
    }
    let length = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    let own = || if name.is_empty() { Path::new() } else { vec![name.to_owned()] };
    match rest.strip_prefix("::") {
        Some(rest) => expanded(rest).into_iter().map(|path| [own(), path].concat()).collect(),
        None => vec![own()],
    }
}

/// What the commas of a group part, up to the brace that ends it.
fn parts(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// A path as it is written in a module, from the root of the crate.
fn absolute(own: &Path, path: Path) -> Path {
    let mut place = own.clone();
    let mut rest = path.into_iter();
    match rest.next().as_deref() {
        Some("crate" | "ipros") => place.clear(),
        Some("self") => {}
        Some("super") => drop(place.pop()),
        Some(child) => place.push(child.to_owned()),
        None => {}
    }
    for part in rest {
        match part.as_str() {
            "super" => drop(place.pop()),
            "self" => {}
            _ => place.push(part),
        }
    }
    place
}

/// The file that a path leads to, through as many doors as may stand on the way.
fn target(sources: &Sources, doors: &BTreeMap<String, Vec<Path>>, path: &[String], most: usize) -> Option<String> {
    let inside = |length: usize| {
        let place = path[..length].join("/");
        [place.clone(), format!("{place}/mod")].into_iter().find(|file| sources.contains_key(file))
    };
    let (length, file) = (1..=path.len()).rev().find_map(|length| Some((length, inside(length)?)))?;
    let handed = doors.get(&file).zip(path.get(length)).filter(|_| most > 0);
    let behind = handed.and_then(|(handed, name)| handed.iter().find(|path| path.last() == Some(name)));
    behind.and_then(|path| target(sources, doors, path, most - 1)).or(Some(file))
}

/// The files that only declare modules and hand on what is in them, each with what it hands on.
fn doors(sources: &Sources) -> BTreeMap<String, Vec<Path>> {
    let said = Regex::new(r"#!?\[[^\]]*\]|(pub(\([^)]*\))? )?(use [^;]*|mod \w+);").expect("a pattern");
    let is_door = |file: &str, text: &str| {
        file == "lib" || file.ends_with("/mod") && said.replace_all(&code(text), "").trim().is_empty()
    };
    let mut doors: BTreeMap<String, Vec<Path>> =
        sources.iter().filter(|(file, text)| is_door(file, text)).map(|(file, _)| (file.clone(), Vec::new())).collect();
    for (file, path) in uses(sources) {
        if let Some(handed) = doors.get_mut(&file) {
            handed.push(path);
        }
    }
    doors
}
