//! A preview server that answers as a good host does: the headers of `_headers`, precompressed files, one address a page,
//! real 404s.

use super::dist::headers::{self, Rule};
use super::dist::info::base_of;
use crate::route::Base;
use anyhow::{Result, anyhow, bail};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use fs_err as fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::services::ServeDir;

struct Site {
    dist: PathBuf,
    base: Base,
    rules: Vec<Rule>,
}

/// The command `serve DIST [--port N] [--host H]`: serves until it is stopped.
///
/// # Errors
/// A wrong option, a folder that is no `dist/`, an address that is taken.
#[allow(clippy::print_stdout, reason = "the address is what the caller waits for")]
pub fn command(dist: &str, options: &[&str]) -> Result<()> {
    let (mut host, mut port) = ("127.0.0.1", "8080");
    for pair in options.chunks(2) {
        match *pair {
            ["--port", value] => port = value,
            ["--host", value] => host = value,
            _ => bail!("serve: {} is not --port N or --host H", pair.join(" ")),
        }
    }
    let router = router(Path::new(dist))?;
    let base = base_of(Path::new(dist))?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let address = format!("{host}:{port}");
        let listener = tokio::net::TcpListener::bind(&address).await.map_err(|error| {
            anyhow!("cannot listen on {address}: {error}. Another program may use it: choose --port")
        })?;
        let bound = listener.local_addr()?;
        println!("http://{bound}{}", base.as_str());
        Ok(axum::serve(listener, router).await?)
    })
}

/// Serves `router` on a free port of this machine, in the background of the current runtime; for tests.
///
/// # Errors
/// When no port can be had.
pub async fn start(router: Router) -> Result<SocketAddr, std::io::Error> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

/// The routes of a dist.
///
/// # Errors
/// When the folder is no dist.
pub fn router(dist: &Path) -> Result<Router> {
    let base = base_of(dist)?;
    let rules = headers::parse(&fs::read_to_string(dist.join("_headers"))?)?;
    let site = Arc::new(Site { dist: dist.to_owned(), base, rules });
    let router = Router::new().fallback(answer).with_state(Arc::clone(&site));
    Ok(router.layer(middleware::from_fn_with_state(site, add_headers)))
}

/// Below this path no host may let a request climb: a `..`, a NUL, or a dot-file is an unknown page.
fn safe(path: &str) -> bool {
    path.split('/').all(|part| !part.starts_with('.')) && !path.contains('\\') && !path.contains('\0')
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let Some(inner) = path.strip_prefix(site.base.prefix()).filter(|inner| inner.starts_with('/') && safe(inner))
    else {
        return if path == site.base.prefix() { moved(site.base.as_str()) } else { not_found(&site, request).await };
    };
    if inner.contains("//") || inner.ends_with("/index.html") {
        let single = inner.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        let single = single.strip_suffix("index.html").unwrap_or(&single).to_owned();
        let single = single.strip_suffix(".html").unwrap_or(&single);
        let slash = if single.is_empty() || single.ends_with('/') || single.contains('.') { "" } else { "/" };
        return moved(&format!("{}{single}{slash}", site.base.as_str()));
    }
    let file = site.dist.join(inner.trim_start_matches('/'));
    if let Some(page) = inner.strip_suffix(".html")
        && site.dist.join(page.trim_start_matches('/')).join("index.html").is_file()
    {
        return moved(&format!("{}{}/", site.base.as_str(), page.trim_start_matches('/')));
    }
    if !inner.ends_with('/') && file.join("index.html").is_file() {
        return moved(&format!("{path}/"));
    }
    let file = if inner.ends_with('/') { file.join("index.html") } else { file };
    if !file.is_file() || matches!(inner, "/_headers" | "/_redirects" | "/404.html") {
        return not_found(&site, request).await;
    }
    let relative = file.strip_prefix(&site.dist).unwrap_or(&file).display().to_string();
    deliver(&site, request, &relative).await
}

/// One file of the dist, compressed as the client likes it.
async fn deliver(site: &Site, request: Request, relative: &str) -> Response {
    let (mut parts, _) = request.into_parts();
    let Ok(uri) = format!("/{relative}").parse() else { return StatusCode::BAD_REQUEST.into_response() };
    parts.uri = uri;
    let mut files = ServeDir::new(&site.dist).precompressed_br().precompressed_gzip();
    match files.try_call(Request::from_parts(parts, Body::empty())).await {
        Ok(response) => response.map(Body::new),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn not_found(site: &Site, request: Request) -> Response {
    // An asset that is missing must not look like a page.
    if request.uri().path().contains("/assets/") {
        return (StatusCode::NOT_FOUND, [(CACHE_CONTROL, "no-store")], "404\n").into_response();
    }
    let mut response = deliver(site, request, "404.html").await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn moved(to: &str) -> Response {
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, to)]).into_response()
}

async fn add_headers(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let found = response.status() != StatusCode::NOT_FOUND;
    for (name, value) in site.rules.iter().filter(|rule| rule.matches(&path)).flat_map(|rule| &rule.headers) {
        let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) else { continue };
        if found || name != CACHE_CONTROL {
            response.headers_mut().insert(name, value);
        }
    }
    if let Some(kind) = response.headers_mut().get_mut(CONTENT_TYPE)
        && kind.as_bytes() == b"text/html"
    {
        *kind = HeaderValue::from_static("text/html; charset=utf-8");
    }
    response
        .headers_mut()
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("public, max-age=0, must-revalidate"));
    response
}
