//! Reads the dataset from a folder: the native side's door to [`crate::content`].

use super::json;
use crate::content::problem::Problem;
use crate::content::{Dataset, check};
use std::fs;
use std::path::Path;

/// Reads, parses and checks the dataset in `folder`.
///
/// # Errors
/// Every problem found, sorted by file.
pub fn load(folder: &Path) -> Result<Dataset, Vec<Problem>> {
    let dataset = json::read(&files(folder)?)?;
    let mut problems = check::check(&dataset);
    problems.extend(check::writing::check_writing(&dataset));
    problems.sort();
    problems.dedup();
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

/// The files below `folder`, by path with `/`, sorted.
///
/// # Errors
/// The folder or file that the system refuses to read.
pub fn files(folder: &Path) -> Result<Vec<json::File>, Vec<Problem>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found).map_err(|(path, error)| {
        vec![Problem {
            file: path,
            at: "(fichier)".to_owned(),
            what: format!("impossible de le lire : {error}"),
            fix: "vérifier le chemin et les droits de lecture".to_owned(),
        }]
    })?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<json::File>) -> Result<(), (String, std::io::Error)> {
    let failed = |error| (folder.display().to_string(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), found)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| (path.display().to_string(), error))?;
            found.push((format!("{prefix}{name}"), bytes));
        }
    }
    Ok(())
}
