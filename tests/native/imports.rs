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
    let mut all = Vec::new();
    for (file, text) in sources {
        let (code, own) = (code(text), module(file));
        let children: Vec<String> = captures(&code, r"\bmod (\w+);");
        let start =
            Regex::new(&format!(r"\b(crate|ipros|super|self{})::", alternatives(&children))).expect("a pattern");
        for found in start.find_iter(&code) {
            let before = code[..found.start()].trim_end_matches(' ');
            // What stands behind `::` is the middle of another path; `pub(in …)` imports nothing.
            if before.ends_with("::") || before.ends_with("(in") {
                continue;
            }
            all.extend(expanded(&code[found.start()..]).into_iter().map(|path| (file.clone(), absolute(&own, path))));
        }
    }
    all
}

/// The file that each file imports from, once.
pub(crate) fn imports(sources: &Sources) -> BTreeSet<(String, String)> {
    let found = uses(sources).into_iter().filter_map(|(file, path)| Some((file, target(sources, &path, 8)?)));
    found.filter(|(from, to)| from != to && ![from, to].iter().any(|file| is_door(sources, file))).collect()
}

/// Groups of files that import each other, directly or through others.
pub(crate) fn circles(sources: &Sources) -> Vec<Vec<String>> {
    let imports = imports(sources);
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        sources.keys().map(|file| (file, below(&imports, file))).collect();
    let mut groups = BTreeSet::new();
    for (file, below) in &reach {
        let group: Vec<String> =
            below.iter().filter(|other| reach[**other].contains(*file)).map(|other| (*other).clone()).collect();
        if group.len() > 1 {
            groups.insert(group);
        }
    }
    groups.into_iter().collect()
}

fn below<'a>(imports: &'a BTreeSet<(String, String)>, file: &String) -> BTreeSet<&'a String> {
    let mut found: BTreeSet<&String> = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        for (_, to) in imports.iter().filter(|(from, _)| from == file) {
            if found.insert(to) {
                open.push(to);
            }
        }
    }
    found
}

/// A source text without comments and without its own tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn captures(text: &str, pattern: &str) -> Vec<String> {
    Regex::new(pattern).expect("a pattern").captures_iter(text).map(|found| found[1].to_owned()).collect()
}

fn alternatives(names: &[String]) -> String {
    names.iter().map(|name| format!("|{name}")).collect()
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

/// The file that a path leads to, through the doors on the way.
fn target(sources: &Sources, path: &Path, doors: usize) -> Option<String> {
    let inside = |length: usize| {
        let place = path[..length].join("/");
        [place.clone(), format!("{place}/mod")].into_iter().find(|file| sources.contains_key(file))
    };
    let (length, file) = (1..=path.len()).rev().find_map(|length| Some((length, inside(length)?)))?;
    let Some(name) = path.get(length).filter(|_| doors > 0 && is_door(sources, &file)) else { return Some(file) };
    let own = Sources::from([(file.clone(), sources[&file].clone())]);
    let behind = uses(&own).into_iter().map(|(_, path)| path).find(|path| path.last() == Some(name));
    behind.and_then(|path| target(sources, &path, doors - 1)).or(Some(file))
}

/// A file that only declares modules and hands on what is in them.
fn is_door(sources: &Sources, file: &str) -> bool {
    let handed = Regex::new(r"#!?\[[^\]]*\]|(pub(\([^)]*\))? )?(use [^;]*|mod \w+);").expect("a pattern");
    file == "lib" || sources.get(file).is_some_and(|text| handed.replace_all(&code(text), "").trim().is_empty())
}
