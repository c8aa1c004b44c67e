//! Hosts that are not like ours: they know an address by every spelling, answer with another page, or ask who is there.

use crate::native::router;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tower::ServiceExt as _;

/// The dist, with every request's path changed before it is answered.
fn with_path(dist: &Path, change: impl Fn(&str) -> String + Clone + Send + Sync + 'static) -> Result<Router, String> {
    let router = router(dist)?;
    Ok(Router::new().fallback(move |mut request: Request| {
        let (path, query) = (change(request.uri().path()), request.uri().query());
        let target = query.map_or_else(|| path.clone(), |query| format!("{path}?{query}"));
        // A path that is no path is answered as it was asked for.
        if let Ok(uri) = Uri::try_from(target) {
            *request.uri_mut() = uri;
        }
        router.clone().oneshot(request)
    }))
}

/// A host that takes escaped letters, capitals, slashes too many or too few and names of files for the page that is meant, and
/// knows one page by a name of its own, `/aide/`.
///
/// # Errors
/// When the folder is no dist.
pub fn lenient(dist: &Path) -> Result<Router, String> {
    with_path(dist, |path| {
        if path.starts_with("/assets/") {
            return path.to_owned();
        }
        let plain = decoded(path).to_lowercase();
        let parts: Vec<&str> = plain.split('/').filter(|part| !part.is_empty() && *part != "index.html").collect();
        match parts.as_slice() {
            [] => "/".to_owned(),
            ["aide"] => "/quand-appeler/".to_owned(),
            [.., last] if last.contains('.') => format!("/{}", parts.join("/")),
            _ => format!("/{}/", parts.join("/")),
        }
    })
}

/// A path with its escapes undone.
fn decoded(path: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| std::str::from_utf8(after.get(..2)?).ok()).flatten();
        match escaped.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A host that answers one address with the page of another, and with this status.
///
/// # Errors
/// When the folder is no dist.
pub fn instead(dist: &Path, address: &'static str, page: &'static str, status: u16) -> Result<Router, String> {
    let router = with_path(dist, move |path| if path == address { page.to_owned() } else { path.to_owned() })?;
    let status = StatusCode::from_u16(status).map_err(|error| error.to_string())?;
    Ok(router.layer(from_fn(move |request: Request, next: Next| async move {
        let here = request.uri().path() == address;
        let mut response = next.run(request).await;
        if here {
            *response.status_mut() = status;
        }
        response
    })))
}

/// What a host asks of everyone before it shows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A name and a password ([`NAME`], [`PASSWORD`]): 401 without.
    Password,
    /// A cookie: 403 without.
    Cookie,
    /// A cookie: without it, one is led to the page where it is given.
    Login,
}

/// Who may come in.
pub const NAME: &str = "relecture";
/// With what.
pub const PASSWORD: &str = "brouillon";
/// Where the cookie is given, by whoever asks; the only address before the door.
pub const LOGIN: &str = "/_entree";

/// The paths that were refused.
pub type Refused = Arc<Mutex<Vec<String>>>;

impl Door {
    fn opens(self, headers: &HeaderMap) -> bool {
        let has = |name, wanted: &str| {
            headers.get_all(name).iter().any(|value| value.to_str().is_ok_and(|value| value.contains(wanted)))
        };
        match self {
            Self::Password => {
                use base64::Engine as _;
                let pair = base64::engine::general_purpose::STANDARD.encode(format!("{NAME}:{PASSWORD}"));
                has(AUTHORIZATION, &format!("Basic {pair}"))
            }
            Self::Cookie | Self::Login => has(COOKIE, "entree=oui"),
        }
    }

    fn refusal(self) -> Response {
        let mut response = Response::new(Body::from("Entrée réservée."));
        let (status, header) = match self {
            Self::Password => (
                StatusCode::UNAUTHORIZED,
                Some((WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"relecture\""))),
            ),
            Self::Cookie => (StatusCode::FORBIDDEN, None),
            Self::Login => (StatusCode::FOUND, Some((LOCATION, HeaderValue::from_static(LOGIN)))),
        };
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        response.headers_mut().extend(header);
        response
    }
}

/// The page where one comes in: it gives the cookie.
fn entrance() -> Response {
    let page = "<!doctype html><html lang=\"fr\"><title>Entrée</title><main><h1>Entrée</h1></main></html>";
    let mut response = Response::new(Body::from(page));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(SET_COOKIE, HeaderValue::from_static("entree=oui; Path=/; HttpOnly; SameSite=Lax"));
    response
}

/// A dist behind a door, and the paths that were refused.
///
/// # Errors
/// When the folder is no dist.
pub fn behind(dist: &Path, door: Door) -> Result<(Router, Refused), String> {
    let refused = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&refused);
    let guard = move |request: Request, next: Next| {
        let noted = Arc::clone(&noted);
        async move {
            if request.uri().path() == LOGIN {
                return entrance();
            }
            if door.opens(request.headers()) {
                return next.run(request).await;
            }
            if let Ok(mut noted) = noted.lock() {
                noted.push(request.uri().path().to_owned());
            }
            door.refusal()
        }
    };
    Ok((router(dist)?.layer(from_fn(guard)), refused))
}
