//! A host that fails on purpose: a dist behind faults that are switched on and off, and that dies and comes back.
//!
//! Each fault counts how often it struck: a test proves with it that its injection happened.

use crate::native::{base_of, router};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use ipros::route::Base;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::{JoinHandle, JoinSet};
use tower::ServiceExt as _;

/// What goes wrong with an answer.
#[derive(Clone, Debug)]
pub enum Fault {
    /// This status, and a short plain text.
    Status(u16),
    /// Status 200 with another type and other bytes: a hotel's network, a host that answers everything with one page.
    Instead(&'static str, &'static str),
    /// The right length is promised, this many bytes come.
    Truncate(usize),
    /// One bit of the byte at this place (modulo the length) differs.
    Flip(usize),
    /// No answer ever comes.
    Stall,
    /// The answer comes later.
    Late(Duration),
    /// The answer comes later, and its body this many bytes a second.
    Slow(Duration, usize),
    /// The answer leads elsewhere.
    Redirect(String),
    /// One more header, or another value.
    Header(&'static str, &'static str),
    /// No header but type and length.
    Bare,
}

struct Rule {
    /// A path, or what stands before and after one `*`.
    path: String,
    fault: Fault,
    hits: usize,
    /// Answers that are still right before the fault strikes.
    spared: usize,
}

struct State {
    router: Router,
    rules: Vec<Rule>,
    log: Vec<String>,
}

/// The failing host.
pub struct FaultServer {
    /// `http://127.0.0.1:PORT`
    pub origin: String,
    /// The folder that the dist was built for.
    pub base: Base,
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    running: Option<JoinHandle<()>>,
}

impl FaultServer {
    /// Serves a dist, without any fault yet.
    ///
    /// # Errors
    /// When the folder is no dist, or no port can be had.
    pub async fn start(dist: &Path) -> Result<Self, String> {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let state = State { router: router(dist)?, rules: Vec::new(), log: Vec::new() };
        let state = Arc::new(Mutex::new(state));
        let running = Some(tokio::spawn(accept(listener, Arc::clone(&state))));
        Ok(Self { origin: format!("http://{address}"), base: base_of(dist)?, address, state, running })
    }

    /// Dies: the port is closed, and every connection with it.
    pub async fn die(&mut self) {
        if let Some(running) = self.running.take() {
            running.abort();
            // It was told to stop: that it did is no error.
            drop(running.await);
        }
    }

    /// Comes back at the same address.
    ///
    /// # Errors
    /// When the port was taken meanwhile.
    pub async fn come_back(&mut self) -> Result<(), String> {
        self.die().await;
        let socket = TcpSocket::new_v4().map_err(|error| error.to_string())?;
        socket.set_reuseaddr(true).map_err(|error| error.to_string())?;
        socket.bind(self.address).map_err(|error| error.to_string())?;
        let listener = socket.listen(64).map_err(|error| error.to_string())?;
        self.running = Some(tokio::spawn(accept(listener, Arc::clone(&self.state))));
        Ok(())
    }

    /// Whether the port answers.
    pub async fn is_alive(&self) -> bool {
        tokio::net::TcpStream::connect(self.address).await.is_ok()
    }

    /// Serves another dist from now on.
    ///
    /// # Errors
    /// When the folder is no dist.
    pub fn swap(&self, dist: &Path) -> Result<(), String> {
        lock(&self.state).router = router(dist)?;
        Ok(())
    }

    /// Serves what a router answers from now on.
    pub fn swap_router(&self, router: Router) {
        lock(&self.state).router = router;
    }

    /// From now on answers for this path (one `*` stands for anything) fail.
    pub fn fail(&self, path: &str, fault: Fault) {
        self.fail_after(0, path, fault);
    }

    /// As [`FaultServer::fail`], after this many right answers.
    pub fn fail_after(&self, spared: usize, path: &str, fault: Fault) {
        lock(&self.state).rules.push(Rule { path: path.to_owned(), fault, hits: 0, spared });
    }

    /// No fault any more.
    pub fn heal(&self) {
        lock(&self.state).rules.clear();
    }

    /// How often faults have struck.
    #[must_use]
    pub fn hits(&self) -> usize {
        lock(&self.state).rules.iter().map(|rule| rule.hits).sum()
    }

    /// The paths that were asked for since the last call.
    #[must_use]
    pub fn take_log(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.state).log)
    }

    /// The URL of a path below the base.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        format!("{}{}{}", self.origin, self.base.as_str(), path.trim_start_matches('/'))
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.abort();
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes connections until it is aborted; they end with it.
async fn accept(listener: TcpListener, state: Arc<Mutex<State>>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        connections.spawn(async move {
            let service = hyper::service::service_fn(move |request| answer(Arc::clone(&state), request));
            // A client that hangs up, or a body that we cut, ends the connection: nobody is to be told.
            drop(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await);
        });
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end),
        None => path == pattern,
    }
}

async fn answer(state: Arc<Mutex<State>>, request: hyper::Request<Incoming>) -> Result<Response, Infallible> {
    let path = request.uri().path().to_owned();
    let (router, faults) = {
        let mut state = lock(&state);
        state.log.push(path.clone());
        let mut faults = Vec::new();
        for rule in state.rules.iter_mut().filter(|rule| matches(&rule.path, &path)) {
            if rule.spared > 0 {
                rule.spared -= 1;
            } else {
                rule.hits += 1;
                faults.push(rule.fault.clone());
            }
        }
        (state.router.clone(), faults)
    };
    let mut request: Request = request.map(Body::new);
    if faults.iter().any(|fault| matches!(fault, Fault::Truncate(_) | Fault::Flip(_))) {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    let mut response = match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    for fault in faults {
        response = apply(fault, response).await;
    }
    Ok(response)
}

async fn apply(fault: Fault, mut response: Response) -> Response {
    match fault {
        Fault::Status(status) => plain(status, "text/plain; charset=utf-8", "Le serveur ne répond pas comme il faut."),
        Fault::Instead(kind, body) => plain(200, kind, body),
        Fault::Truncate(length) => {
            let (mut parts, bytes) = whole(response).await;
            parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
            let start = bytes.slice(..length.min(bytes.len().saturating_sub(1)));
            Response::from_parts(parts, broken(start))
        }
        Fault::Flip(at) => {
            let (parts, bytes) = whole(response).await;
            let mut bytes = bytes.to_vec();
            let length = bytes.len().max(1);
            if let Some(byte) = bytes.get_mut(at % length) {
                *byte ^= 1;
            }
            Response::from_parts(parts, Body::from(bytes))
        }
        Fault::Stall => std::future::pending().await,
        Fault::Late(time) => {
            tokio::time::sleep(time).await;
            response
        }
        Fault::Slow(time, rate) => {
            tokio::time::sleep(time).await;
            let (parts, bytes) = whole(response).await;
            Response::from_parts(parts, dripping(bytes, rate))
        }
        Fault::Redirect(to) => {
            let mut moved = plain(302, "text/plain", "");
            moved.headers_mut().extend(HeaderValue::try_from(to).ok().map(|to| (LOCATION, to)));
            moved
        }
        Fault::Header(name, value) => {
            response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            response
        }
        Fault::Bare => {
            let kept = [CONTENT_TYPE, CONTENT_LENGTH, LOCATION, axum::http::header::CONTENT_ENCODING];
            let headers = std::mem::take(response.headers_mut());
            let kept = kept.into_iter().filter_map(|name| Some((name.clone(), headers.get(&name)?.clone())));
            response.headers_mut().extend(kept);
            response
        }
    }
}

fn plain(status: u16, kind: &'static str, body: &'static str) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

async fn whole(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    (parts, axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default())
}

/// A body that ends in an error after its first bytes: the connection is cut.
fn broken(start: Bytes) -> Body {
    let parts = [Ok(start), Err(std::io::Error::other("cut on purpose"))];
    Body::from_stream(futures_util::stream::iter(parts))
}

/// A body that comes at so many bytes a second, ten pieces a second.
fn dripping(bytes: Bytes, rate: usize) -> Body {
    let piece = (rate / 10).max(1);
    Body::from_stream(futures_util::stream::unfold(bytes, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        let next = rest.split_to(piece.min(rest.len()));
        Some((Ok::<_, Infallible>(next), rest))
    }))
}
