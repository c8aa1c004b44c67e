//! A dist, served as in production, on a port of its own, and the list of the requests that it got.

use crate::native::{base_of, router};
use crate::sample::kinds_and_a_fifth;
use axum::extract::Request;
use axum::middleware::{self, Next};
use ipros::content::{Content, Dataset};
use ipros::route::{Base, Route};
use ipros::site::dist::info::BuildInfo;
use ipros::site::serve;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// Which build is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// `dist/`
    Release,
    /// `dist-dev/`, with the framework's own warnings.
    Dev,
    /// `dist-folder/`, published below `/ipros/`.
    InFolder,
}

impl Build {
    /// The folder of the build; `IPROS_DIST`, `IPROS_DIST_DEV` and `IPROS_DIST_FOLDER` may name others.
    #[must_use]
    pub fn folder(self) -> PathBuf {
        let (variable, name) = match self {
            Self::Release => ("IPROS_DIST", "dist"),
            Self::Dev => ("IPROS_DIST_DEV", "dist-dev"),
            Self::InFolder => ("IPROS_DIST_FOLDER", "dist-folder"),
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
        std::env::var_os(variable).map_or(root, PathBuf::from)
    }
}

/// A served dist. It stops with the test's runtime.
#[derive(Debug)]
pub struct Site {
    /// `http://127.0.0.1:PORT`
    pub origin: String,
    /// The folder that the dist was built for.
    pub base: Base,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Serves a build.
    ///
    /// # Errors
    /// When the build is missing: `cargo xtask build`.
    pub async fn of(build: Build) -> Result<Self, String> {
        Self::at(&build.folder()).await
    }

    /// Serves a dist in any folder.
    ///
    /// # Errors
    /// When the folder is no dist.
    pub async fn at(dist: &Path) -> Result<Self, String> {
        Self::with(router(dist)?, base_of(dist)?).await
    }

    /// Serves what a router answers: for hosts that answer oddly.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn with(router: axum::Router, base: Base) -> Result<Self, String> {
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        let note = move |request: Request, next: Next| {
            if let Ok(mut seen) = seen.lock() {
                seen.push(request.uri().to_string());
            }
            next.run(request)
        };
        let address = serve::start(router.layer(middleware::from_fn(note))).await.map_err(|error| error.to_string())?;
        Ok(Self { origin: format!("http://{address}"), base, requests })
    }

    /// The URL of a route.
    #[must_use]
    pub fn url(&self, route: &Route) -> String {
        format!("{}{}", self.origin, route.href(&self.base))
    }

    /// The URL of a path below the base.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        format!("{}{}{}", self.origin, self.base.as_str(), path.trim_start_matches('/'))
    }

    /// The paths (with queries) that were asked for since the last call.
    #[must_use]
    pub fn take_requests(&self) -> Vec<String> {
        self.requests.lock().map(|mut seen| std::mem::take(&mut *seen)).unwrap_or_default()
    }
}

/// The dataset that the builds are made of.
///
/// # Panics
/// When the content is wrong: the builds would not be there.
#[must_use]
pub fn dataset() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/content");
    ipros::content::load::folder::load(&folder).expect("the content is right")
}

/// The content that the builds show.
///
/// # Panics
/// As [`dataset`].
#[must_use]
pub fn content() -> Content {
    dataset().to_content().expect("the bundle can be read")
}

/// The name of a build.
///
/// # Errors
/// When the build is missing.
pub fn build_name(build: Build) -> Result<String, String> {
    BuildInfo::of(&build.folder()).map(|info| info.build).map_err(|error| format!("{error:#}"))
}

/// Every route of the site.
#[must_use]
pub fn routes() -> Vec<Route> {
    Route::all(&content())
}

/// The routes that a slow walk takes: all of them in `cargo xtask audit` (`IPROS_ALL_ROUTES`), else the first of each kind and
/// a fifth of the rest, which turns with the build.
#[must_use]
pub fn walked_routes() -> Vec<Route> {
    let all = routes();
    if std::env::var_os("IPROS_ALL_ROUTES").is_some() {
        all
    } else {
        kinds_and_a_fifth(all, &build_name(Build::Release).unwrap_or_default())
    }
}

/// A copy of a build that a test may spoil.
///
/// # Errors
/// What cannot be copied.
pub fn copy_dist(build: Build) -> Result<TempDir, String> {
    let copy = TempDir::new().map_err(|error| error.to_string())?;
    let source = build.folder();
    for file in crate::native::files(&source)? {
        let target = copy.path().join(file.strip_prefix(&source).map_err(|error| error.to_string())?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        fs::copy(&file, &target).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(copy)
}
